import { Form } from "@remix-run/react";
import { Note } from "#app/components/ui/note";
import { useTexts } from "#app/components/ui/use-texts";
import type { SentVersion } from "#app/domain/agreements/agreement";
import { partyOf, type SignatureSlot } from "#app/domain/agreements/signatures";

/** The signature of one place: the own name typed, after reading. `refused`: why it was not taken. */
export function SignForm(props: {
  version: SentVersion;
  slot: SignatureSlot;
  name: string;
  refused: { code: string; typed: string } | null;
}) {
  const { t } = useTexts("agreements");
  const { version, slot, name, refused } = props;
  const id = `namn-${slot}`;
  const isWrong = refused?.code === "confirmation_wrong";
  return (
    <section className="pk-panel pk-stack" aria-labelledby={`skriv-${slot}`} id="skriv-under">
      <h2 id={`skriv-${slot}`}>{t(version.amendment > 0 ? "sign.titleAmendment" : "sign.title")}</h2>
      <p>{t("sign.lead")}</p>
      {refused ? (
        <Note tone="warn" role="alert">
          <p>{t(`error.${refused.code}`, { name })}</p>
        </Note>
      ) : null}
      <Form method="post" className="pk-form">
        <input type="hidden" name="gor" value="skriv-under" />
        <input type="hidden" name="version" value={version.number} />
        <input type="hidden" name="hash" value={version.hash} />
        <input type="hidden" name="slot" value={slot} />
        <div className="ds-field">
          <label className="ds-label" htmlFor={id}>
            {t("sign.confirm", { name })}
          </label>
          <p className="pk-soft pk-small" data-field="description" id={`${id}-hint`}>
            {t("sign.hint")}
          </p>
          <input
            className="ds-input"
            id={id}
            name="typed"
            autoComplete="off"
            maxLength={200}
            defaultValue={refused?.typed ?? ""}
            aria-invalid={isWrong || undefined}
            aria-describedby={`${id}-hint`}
          />
        </div>
        <p className="pk-soft">{t("sign.as", { party: t(`party.${partyOf(slot)}`).toLowerCase() })}</p>
        <div className="pk-actions">
          <button className="ds-button" type="submit">
            {t("sign.button")}
          </button>
        </div>
      </Form>
    </section>
  );
}
