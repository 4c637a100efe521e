import { Form } from "@remix-run/react";
import { Choices } from "#app/components/ui/choices";
import { Note } from "#app/components/ui/note";
import { TextField } from "#app/components/ui/text-field";
import { useTexts } from "#app/components/ui/use-texts";
import { proxySlots } from "#app/domain/agreements/proxy-form";
import { proxyReasons, type SignatureSlot } from "#app/domain/agreements/signatures";

const ns = "signing";
type Typed = { slot: string; reason: string; note: string; typed: string };
/** Which field a refusal is about; the others are told above the form. */
const fieldOf: Record<string, keyof Typed> = {
  slot_missing: "slot",
  proxy_reason_missing: "reason",
  note_too_long: "note",
  evidence_missing: "note",
  confirmation_wrong: "typed",
};

/** A signature that was given by proxy or on paper is written down: whose, why, and what shows it. */
export function ProxySignature(props: {
  waiting: { version: number; hash: string; places: readonly { slot: SignatureSlot; isOpen: boolean }[] };
  /** The agreement's own address. */
  at: string;
  name: string;
  refused: { code: string; typed: Typed } | null;
}) {
  const { waiting, at, name, refused } = props;
  const { t } = useTexts(["signing", "document"]);
  const typed = refused?.typed;
  const open = proxySlots.filter((slot) => waiting.places.some((one) => one.slot === slot && one.isOpen));
  const isMine = typed?.typed || typed?.reason || typed?.note;
  const field = (of: keyof Typed) => ({
    id: `ombud-${of}`,
    name: of,
    initialValue: typed?.[of] ?? "",
    // The name to type stands in the sentence above the form.
    errors: isMine && refused && fieldOf[refused.code] === of && of !== "typed" ? [refused.code] : [],
  });
  return (
    <section className="pk-panel pk-stack" aria-labelledby="ombud">
      <h2 id="ombud">{t("proxy.title")}</h2>
      <p>{t("proxy.lead")}</p>
      <p>
        <a href={`${at}.pdf?version=${waiting.version}`}>{t("proxy.print")}</a>
      </p>
      {isMine ? (
        <Note tone="warn" role="alert">
          <p>{t(`error.${refused?.code}`, { name, when: "" })}</p>
        </Note>
      ) : null}
      <Form method="post" encType="multipart/form-data" className="pk-form">
        <input type="hidden" name="version" value={waiting.version} />
        <input type="hidden" name="hash" value={waiting.hash} />
        <Choices
          field={field("slot")}
          ns={ns}
          type="radio"
          legend={t("proxy.slot")}
          choices={open.map((value) => ({ value, label: t(`document:slot.${value}`) }))}
        />
        <Choices
          field={field("reason")}
          ns={ns}
          type="radio"
          legend={t("proxy.reason")}
          choices={proxyReasons.map((value) => ({ value, label: t(`proxy.reasons.${value}`) }))}
        />
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
        <TextField
          field={field("note")}
          ns={ns}
          label={t("proxy.note")}
          hint={t("proxy.noteHint")}
          rows={3}
          longest={500}
        />
        <TextField
          field={field("typed")}
          ns={ns}
          label={t("proxy.typed", { name })}
          hint={t("proxy.typedHint")}
          autoComplete="off"
          maxLength={200}
        />
        <p>
          <button className="ds-button" type="submit">
            {t("proxy.submit")}
          </button>
        </p>
      </Form>
    </section>
  );
}
