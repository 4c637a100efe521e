import { Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { HiddenRows } from "#app/components/proposals/hidden-rows";
import { LinkButton } from "#app/components/ui/link-button";
import { Note } from "#app/components/ui/note";
import type { Todo } from "#app/domain/matching/todo";
import { formatDay, formatTime } from "#app/i18n/format";

/**
 * Beside the exceptions: coming visits, how much goes as planned, and how much no list shows. `hiddenRows`: tasks and
 * comments about protected identities.
 */
export function TodoAside({ todo, hiddenRows }: { todo: Todo; hiddenRows: number }) {
  const { t } = useTranslation("todo");
  const onTheirWay = todo.proposals.on_its_way.total + todo.proposals.visit_ahead.total;
  return (
    <aside className="pk-stack" aria-label={t("ahead.label")}>
      <section className="pk-panel" aria-labelledby="kommande">
        <h2 id="kommande" className="pk-h3">
          {t("ahead.title")}
        </h2>
        <Visits todo={todo} />
      </section>
      {onTheirWay + todo.confirmed > 0 ? (
        <Note tone="ok">
          <p>
            <strong>{t("planned.title")}</strong>
          </p>
          <p>
            {t("planned.text", {
              proposals: t("planned.proposals", { count: onTheirWay }),
              placements: t("planned.placements", { count: todo.confirmed }),
            })}
          </p>
        </Note>
      ) : null}
      {todo.hidden > 0 ? (
        <Note>
          <p>
            <strong>{t("hidden.title", { count: todo.hidden })}</strong>
          </p>
          <p>{t("hidden.text")}</p>
        </Note>
      ) : null}
      <LinkButton to="/uppgifter">{t("tasks.all")}</LinkButton>
      <HiddenRows count={hiddenRows} />
    </aside>
  );
}

function Visits({ todo }: { todo: Todo }) {
  const { t, i18n } = useTranslation("todo");
  const { rows, total } = todo.proposals.visit_ahead;
  if (rows.length === 0) return <p className="pk-soft">{t("ahead.none")}</p>;
  return (
    <>
      <ul className="pk-agenda">
        {rows.map(({ id, reference, employerName, locality, visitAt, visitDaysLeft }) => (
          <li key={id}>
            <time dateTime={visitAt ?? undefined}>{visitAt ? formatTime(i18n.language, visitAt) : null}</time>
            <p>
              <Link to={`/forslag/${id}`}>{t("ahead.what", { reference })}</Link>
              <br />
              {visitDaysLeft === 0 ? t("ahead.today") : visitAt ? formatDay(i18n.language, visitAt) : null}
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
    </>
  );
}
