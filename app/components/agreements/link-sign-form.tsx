import { Form } from "@remix-run/react";
import { useTexts } from "#app/components/ui/use-texts";

/** Why a form of a link was not taken, and what had been typed. */
export type LinkRefused = { code: string; until: string | null; typed: string };

/** The signature of whoever was sent a link: the own name typed, after reading. What is wrong also stands first on the page. */
export function LinkSignForm(props: { hash: string; signer: string; refused: LinkRefused | null }) {
  const { hash, signer, refused } = props;
  const { t } = useTexts(["signing", "agreements"]);
  const isWrong = refused?.code === "confirmation_wrong";
  return (
    <section className="pk-panel pk-stack" aria-labelledby="skriv" id="skriv-under">
      <h2 id="skriv">{t("agreements:sign.title")}</h2>
      <p>{t("agreements:sign.lead")}</p>
      <Form method="post" className="pk-form">
        <input type="hidden" name="gor" value="skriv-under" />
        <input type="hidden" name="hash" value={hash} />
        <div className="ds-field">
          <label className="ds-label" htmlFor="typed">
            {t("agreements:sign.confirm", { name: signer })}
          </label>
          <input
            className="ds-input"
            id="typed"
            name="typed"
            autoComplete="name"
            maxLength={200}
            defaultValue={refused?.typed ?? ""}
            aria-invalid={isWrong || undefined}
            aria-describedby={isWrong ? "skriv-fel" : undefined}
          />
          {isWrong ? (
            <p className="pk-error" id="skriv-fel">
              {t("error.confirmation_wrong", { name: signer })}
            </p>
          ) : null}
        </div>
        <p>
          <button className="ds-button pk-big" type="submit">
            {t("agreements:sign.title")}
          </button>
        </p>
      </Form>
    </section>
  );
}
