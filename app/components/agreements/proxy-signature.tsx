import { Form } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { Note } from "#app/components/ui/note";
import { proxySlots } from "#app/domain/agreements/proxy-form";
import { proxyReasons, type SignatureSlot } from "#app/domain/agreements/signatures";

/** A signature that was given by proxy or on paper is written down: whose, why, and what shows it. */
export function ProxySignature(props: {
  waiting: { version: number; hash: string; places: readonly { slot: SignatureSlot; isOpen: boolean }[] };
  /** The agreement's own address. */
  at: string;
  name: string;
  refused: { code: string; typed: { slot: string; reason: string; note: string; typed: string } } | null;
}) {
  const { waiting, at, name, refused } = props;
  const { t } = useTranslation(["signing", "document"]);
  const typed = refused?.typed;
  const open = proxySlots.filter((slot) => waiting.places.some((one) => one.slot === slot && one.isOpen));
  return (
    <section className="pk-panel pk-stack" aria-labelledby="ombud">
      <h2 id="ombud">{t("proxy.title")}</h2>
      <p>{t("proxy.lead")}</p>
      <p>
        <a href={`${at}.pdf?version=${waiting.version}`}>{t("proxy.print")}</a>
      </p>
      {typed?.typed || typed?.reason ? (
        <Note tone="warn" role="alert">
          <p>{t(`error.${refused?.code}`, { name, when: "" })}</p>
        </Note>
      ) : null}
      <Form method="post" encType="multipart/form-data" className="pk-form">
        <input type="hidden" name="version" value={waiting.version} />
        <input type="hidden" name="hash" value={waiting.hash} />
        <fieldset>
          <legend>{t("proxy.slot")}</legend>
          {open.map((slot) => (
            <label className="ds-field" key={slot}>
              <input
                className="ds-input"
                type="radio"
                name="slot"
                value={slot}
                defaultChecked={typed?.slot === slot}
              />
              <span className="ds-label" data-weight="regular">
                {t(`document:slot.${slot}`)}
              </span>
            </label>
          ))}
        </fieldset>
        <fieldset>
          <legend>{t("proxy.reason")}</legend>
          {proxyReasons.map((reason) => (
            <label className="ds-field" key={reason}>
              <input
                className="ds-input"
                type="radio"
                name="reason"
                value={reason}
                defaultChecked={typed?.reason === reason}
              />
              <span className="ds-label" data-weight="regular">
                {t(`proxy.reasons.${reason}`)}
              </span>
            </label>
          ))}
        </fieldset>
        <div className="ds-field">
          <label className="ds-label" htmlFor="underlag">
            {t("proxy.file")}
          </label>
          <p className="pk-soft pk-small" data-field="description" id="underlag-hint">
            {t("proxy.fileHint")}
          </p>
          <input
            className="ds-input"
            id="underlag"
            name="underlag"
            type="file"
            accept=".pdf,.jpg,.jpeg,.png,.heic,application/pdf,image/jpeg,image/png,image/heic"
            aria-describedby="underlag-hint"
          />
        </div>
        <div className="ds-field">
          <label className="ds-label" htmlFor="note">
            {t("proxy.note")}
          </label>
          <p className="pk-soft pk-small" data-field="description" id="note-hint">
            {t("proxy.noteHint")}
          </p>
          <textarea
            className="ds-input"
            id="note"
            name="note"
            rows={3}
            maxLength={500}
            defaultValue={typed?.note}
            aria-describedby="note-hint"
          />
        </div>
        <div className="ds-field">
          <label className="ds-label" htmlFor="typed">
            {t("proxy.typed", { name })}
          </label>
          <p className="pk-soft pk-small" data-field="description" id="typed-hint">
            {t("proxy.typedHint")}
          </p>
          <input
            className="ds-input"
            id="typed"
            name="typed"
            autoComplete="off"
            maxLength={200}
            defaultValue={typed?.typed}
            aria-describedby="typed-hint"
          />
        </div>
        <p>
          <button className="ds-button" type="submit">
            {t("proxy.submit")}
          </button>
        </p>
      </Form>
    </section>
  );
}
