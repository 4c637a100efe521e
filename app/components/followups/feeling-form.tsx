import { Form, Link } from "@remix-run/react";
import { Face } from "#app/components/followups/face";
import { ListenPart } from "#app/components/followups/listen-part";
import { useTexts } from "#app/components/ui/use-texts";
import { type Feeling, feelings } from "#app/domain/followups/feeling";

/**
 * How it feels today: five words with faces. Nothing is chosen before somebody chooses; what was answered today can be
 * changed. `error`: why it was not taken.
 */
export function FeelingForm(props: {
  today: Feeling | null;
  coach: string | null;
  error?: string | null;
  history?: boolean;
}) {
  const { t } = useTexts("today");
  const { today, coach, error, history = true } = props;
  return (
    <Form className="pk-panel pk-stack" method="post" action="/min-sida/kansla" aria-labelledby="kansla">
      <div className="pk-part__head">
        <h2 id="kansla">{t("feeling.title")}</h2>
        <ListenPart what={t("feeling.title")} />
      </div>
      {today === null ? null : <p role="status">{t("feeling.said", { what: t(`feeling.${today}`) })}</p>}
      {error ? (
        <p className="pk-error" id="kansla-fel" role="alert">
          {t(`error.${error}`)}
        </p>
      ) : null}
      <fieldset
        className="pk-question"
        aria-describedby={error ? "kansla-fel vem-ser" : "vem-ser"}
        aria-invalid={error ? true : undefined}
      >
        <legend className="ds-sr-only">{t("feeling.title")}</legend>
        <div className="pk-rated-faces">
          {feelings.map((value) => (
            <label className="pk-face-choice" key={value}>
              <input type="radio" name="kansla" value={value} />
              <Face value={value} />
              <span>{t(`feeling.${value}`)}</span>
            </label>
          ))}
        </div>
      </fieldset>
      <p id="vem-ser" className="pk-soft">
        {coach ? t("feeling.seenBy", { name: coach }) : t("feeling.seenByStaff")}
      </p>
      <button className="ds-button pk-big" type="submit">
        {t(today === null ? "feeling.save" : "feeling.change")}
      </button>
      {history ? (
        <p>
          <Link className="pk-tap" to="/min-sida/kansla">
            {t("feeling.history")}
          </Link>
        </p>
      ) : null}
    </Form>
  );
}
