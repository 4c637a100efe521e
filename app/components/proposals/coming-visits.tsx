import { Link } from "@remix-run/react";
import { useTexts } from "#app/components/ui/use-texts";
import type { Todo } from "#app/domain/matching/todo";
import { formatDay, formatTime } from "#app/i18n/format";

/** The next visits after today. None is nothing. */
export function ComingVisits({ todo }: { todo: Todo }) {
  const { t, i18n } = useTexts("todo");
  const { rows, total } = todo.proposals.visit_ahead;
  const coming = rows.filter(({ visitDaysLeft }) => (visitDaysLeft ?? 0) > 0);
  if (coming.length === 0) return null;
  return (
    <section className="pk-panel" aria-labelledby="kommande">
      <h2 id="kommande" className="pk-h3">
        {t("ahead.title")}
      </h2>
      <ul className="pk-agenda">
        {coming.map(({ id, reference, employerName, locality, visitAt }) => (
          <li key={id}>
            <time dateTime={visitAt ?? undefined}>{visitAt ? formatTime(i18n.language, visitAt) : null}</time>
            <p>
              <Link to={`/forslag/${id}`}>{t("ahead.what", { reference })}</Link>
              <br />
              {visitAt ? formatDay(i18n.language, visitAt) : null}
              <br />
              <span className="pk-soft">{t("place", { employer: employerName, locality })}</span>
            </p>
          </li>
        ))}
      </ul>
      {total > rows.length ? (
        <p>
          <Link className="pk-tap" to="/forslag">
            {t("ahead.more", { count: total - rows.length })}
          </Link>
        </p>
      ) : null}
    </section>
  );
}
