import { Form } from "@remix-run/react";
import { ProblemBox } from "#app/components/ui/problem-box";
import { useTexts } from "#app/components/ui/use-texts";
import type { SentVersion } from "#app/domain/agreements/agreement";
import { partyOf, type SignatureSlot } from "#app/domain/agreements/signatures";

/** Why a signature was not taken, and the name that had been typed. */
type SignRefused = { code: string; typed: string };

/** The signature of one place: the own name typed, after reading. What is wrong stands first on the page, in `SignProblem`. */
export function SignForm(props: {
  version: SentVersion;
  slot: SignatureSlot;
  name: string;
  refused: SignRefused | null;
}) {
  const { t } = useTexts("agreements");
  const { version, slot, name, refused } = props;
  const id = fieldOf(slot);
  const isWrong = refused?.code === "confirmation_wrong";
  return (
    <section className="pk-panel pk-stack" aria-labelledby={`skriv-${slot}`} id="skriv-under">
      <h2 id={`skriv-${slot}`}>{t(version.amendment > 0 ? "sign.titleAmendment" : "sign.title")}</h2>
      <p>{t("sign.lead")}</p>
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
            aria-describedby={isWrong ? `${id}-hint ${id}-error` : `${id}-hint`}
          />
          {isWrong ? (
            <p className="pk-error" id={`${id}-error`}>
              {t("error.confirmation_wrong", { name })}
            </p>
          ) : null}
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

/** Why a signature of one of these places was not taken, for the top of a long page; nothing when it was not refused. */
export function SignProblem(props: {
  mine: readonly SignatureSlot[];
  name: string;
  refused: SignRefused | null;
}) {
  const { t } = useTexts("agreements");
  const { mine, name, refused } = props;
  const [first] = mine;
  if (!refused || !first) return null;
  const to = refused.code === "confirmation_wrong" ? fieldOf(first) : null;
  return <ProblemBox id="skriv-problem" problems={[{ text: t(`error.${refused.code}`, { name }), to }]} />;
}

const fieldOf = (slot: SignatureSlot) => `namn-${slot}`;
