import { Link } from "@remix-run/react";
import { whatText, whatWithin } from "#app/components/followups/followup-words";
import { useTexts } from "#app/components/ui/use-texts";
import { isLate, type ListedFollowup, lateBefore } from "#app/domain/followups/followup";
import type { ListTime } from "#app/domain/followups/list-search";
import { daysBetween } from "#app/domain/organisations/day";
import { formatClock, formatDay } from "#app/i18n/format";

type Section = Exclude<ListTime, "open">;

/** Follow-ups under their headings: late, now, the rest of the week, later. Each with the way to log or move it. */
export function FollowupList(props: {
  rows: readonly ListedFollowup[];
  today: string;
  weekEnds: string;
  /** Who follows up is said when it is not the reader alone. */
  withCoach: boolean;
}) {
  const { rows, today, weekEnds, withCoach } = props;
  const { t } = useTexts("followups");
  const sectionOf = ({ dueOn }: ListedFollowup): Section => {
    if (dueOn < lateBefore(today)) return "late";
    return dueOn <= today ? "today" : dueOn <= weekEnds ? "week" : "later";
  };
  return (["late", "today", "week", "later"] as const).map((section) => {
    const within = rows.filter((row) => sectionOf(row) === section);
    if (within.length === 0) return null;
    return (
      <section className="pk-panel pk-sec" key={section} aria-labelledby={`rubrik-${section}`}>
        <header className="pk-sec__head">
          <h2 id={`rubrik-${section}`}>{t(`list.section.${section}`)}</h2>
          <p className="pk-soft">{t(`list.sectionText.${section}`)}</p>
        </header>
        <ul>
          {within.map((row) => (
            <Row key={row.id} row={row} today={today} withCoach={withCoach} />
          ))}
        </ul>
      </section>
    );
  });
}

function Row(props: { row: ListedFollowup; today: string; withCoach: boolean }) {
  const { row, today, withCoach } = props;
  const { t, i18n } = useTexts("followups");
  const day = formatDay(i18n.language, row.dueOn);
  const late = isLate(row, today);
  const within = { what: whatWithin(t, row), who: row.reference };
  return (
    <li className="pk-todo">
      <p className="pk-todo__who">
        <Link to={`/overenskommelser/${row.agreementId}`}>{row.reference}</Link>
        <br />
        {[row.employerName, row.locality].filter(Boolean).join(", ")}
      </p>
      <p className="pk-todo__why">
        {late ? <strong>{t("list.lateBy", { count: daysBetween(row.dueOn, today) })} </strong> : null}
        {late ? (
          t("list.was", { what: whatText(t, row), day })
        ) : (
          <>
            <strong>{t("list.on", { what: whatText(t, row), day })}</strong>
            {row.dueAt ? ` ${t("list.at", { time: formatClock(row.dueAt) })}` : ""}
            {"."}
          </>
        )}{" "}
        {withCoach ? (row.coachName ? t("list.coach", { name: row.coachName }) : t("list.noCoach")) : null}{" "}
        <Link to={`/uppfoljningar/${row.id}/flytta`} aria-label={t("list.moveOf", within)}>
          {t("list.move")}
        </Link>
      </p>
      <Link
        reloadDocument
        className="ds-button"
        data-variant="secondary"
        to={`/uppfoljningar/${row.id}/logga`}
        aria-label={t("list.logOf", within)}
      >
        {t("list.log")}
      </Link>
    </li>
  );
}
