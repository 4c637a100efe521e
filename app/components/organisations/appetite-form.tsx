import { Form } from "@remix-run/react";
import { useTexts } from "#app/components/ui/use-texts";
import { type Appetite, appetites } from "#app/domain/organisations/employer";

/** Yes, maybe, or not now and when to ask again. Keeps what was chosen when something is missing. */
export function AppetiteForm(props: {
  appetite: Appetite | string;
  askAgainOn: string;
  /** The code of what is wrong with the day. */
  problem: string | null;
}) {
  const { t } = useTexts("portal");
  const { appetite, askAgainOn, problem } = props;
  return (
    <section className="pk-panel pk-stack" aria-labelledby="vilja">
      <h2 id="vilja">{t("appetite.title")}</h2>
      <p className="pk-soft">{t("appetite.lead")}</p>
      <Form method="post" className="pk-form">
        <fieldset className="pk-question">
          <legend className="ds-label">{t("appetite.legend")}</legend>
          <div className="pk-checks">
            {appetites.map((value) => (
              <label className="pk-check" key={value}>
                <input
                  className="ds-input"
                  type="radio"
                  name="appetite"
                  value={value}
                  defaultChecked={value === appetite}
                />
                <span>{t(`appetite.${value}`)}</span>
              </label>
            ))}
          </div>
        </fieldset>
        <div className="ds-field">
          <label className="ds-label" htmlFor="fraga-igen">
            {t("appetite.askAgain")}
          </label>
          <p className="pk-soft pk-small" id="fraga-igen-hint">
            {t("appetite.askAgainHint")}
          </p>
          <input
            className="ds-input"
            type="date"
            id="fraga-igen"
            name="askAgainOn"
            defaultValue={askAgainOn}
            aria-invalid={problem ? true : undefined}
            aria-describedby={`fraga-igen-hint${problem ? " fraga-igen-fel" : ""}`}
          />
          {problem ? (
            <p className="pk-error" id="fraga-igen-fel" role="alert">
              {t(`error.${problem}`)}
            </p>
          ) : null}
        </div>
        <div>
          <button className="ds-button" data-variant="secondary" type="submit" name="intent" value="appetite">
            {t("appetite.save")}
          </button>
        </div>
      </Form>
    </section>
  );
}
