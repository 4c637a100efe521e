import { Form, Link } from "@remix-run/react";
import { useTexts } from "#app/components/ui/use-texts";
import { matchQuery } from "#app/domain/matching/match-window";
import { formatDate } from "#app/i18n/format";

/** From which day slots are counted: now, or a later start. Without script it is a form that asks for the page anew. */
export function StartForm(props: { all: boolean; startsOn: string | null; today: string }) {
  const { all, startsOn, today } = props;
  const { t, i18n } = useTexts("matching");
  return (
    <Form method="get" className="pk-panel pk-stack pk-start" preventScrollReset>
      {all ? <input type="hidden" name="alla" value="1" /> : null}
      <div className="pk-row">
        <label className="ds-label" htmlFor="fran">
          {t("start.label")}
        </label>
        <input
          className="ds-input"
          type="date"
          id="fran"
          name="fran"
          min={today}
          defaultValue={startsOn ?? ""}
          key={startsOn}
          aria-describedby="fran-hint"
        />
        <button className="ds-button" data-variant="secondary" type="submit">
          {t("start.show")}
        </button>
        {startsOn ? (
          <Link className="pk-tap" to={matchQuery({ all, page: 1 }) || "?"} preventScrollReset>
            {t("start.now")}
          </Link>
        ) : null}
      </div>
      <p className="pk-soft pk-small" id="fran-hint">
        {startsOn ? t("start.counted", { day: formatDate(i18n.language, startsOn) }) : t("start.hint")}
      </p>
    </Form>
  );
}
