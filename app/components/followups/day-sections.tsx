import { Link } from "@remix-run/react";
import { useTexts } from "#app/components/ui/use-texts";
import type { DayRow, NewRow } from "#app/domain/followups/coach-day";
import { daysBetween } from "#app/domain/organisations/day";
import { formatClock, formatDay } from "#app/i18n/format";

type Row = Omit<DayRow, "point">;

/** One part of the coach's day: each row says who, when and how, and has one button that logs it. */
export function DaySection(props: {
  name: "late" | "today" | "week";
  rows: readonly Row[];
  today: string;
  primary: boolean;
}) {
  const { t, i18n } = useTexts("visit");
  const { name, rows, today, primary } = props;
  if (rows.length === 0 && name !== "today") return null;
  return (
    <section className="pk-panel pk-sec" id={`dag-${name}`} aria-labelledby={`dag-${name}-rubrik`}>
      <header className="pk-sec__head">
        <h2 id={`dag-${name}-rubrik`}>
          {t(`day.${name}`)} <span>{rows.length}</span>
        </h2>
        <p className="pk-soft">{t(rows.length > 0 ? `day.${name}Text` : "day.todayNone")}</p>
      </header>
      <ul>
        {rows.map((row, place) => (
          <li className="pk-todo" key={row.id}>
            <p className="pk-todo__who">
              <Link to={`/overenskommelser/${row.agreementId}`} id={`rad-${row.id}`}>
                {t("todo:who", { reference: row.reference })}
              </Link>
              <br />
              {[row.employerName, row.locality].filter(Boolean).join(", ")}
            </p>
            <p className="pk-todo__why">
              <strong>
                {t(row.dueAt ? "day.dueAt" : "day.due", {
                  form: t(`form.${row.form}`),
                  day: formatDay(i18n.language, row.dueOn),
                  time: formatClock(row.dueAt ?? ""),
                })}
              </strong>{" "}
              {row.purpose === "contact" ? "" : t(`day.purpose.${row.purpose}`)}{" "}
              {row.dueOn < today ? t("day.lateDays", { count: daysBetween(row.dueOn, today) }) : ""}
            </p>
            <LogLink
              to={`/uppfoljningar/${row.id}/logga`}
              text={t(`day.log.${row.form}`)}
              about={`rad-${row.id}`}
              primary={primary && place === 0}
            />
          </li>
        ))}
      </ul>
    </section>
  );
}

/** What has come to the coach: it took force, or a colleague handed it over. */
export function NewSection({ rows }: { rows: readonly NewRow[] }) {
  const { t, i18n } = useTexts("visit");
  if (rows.length === 0) return null;
  const day = (on: string) => formatDay(i18n.language, on);
  return (
    <section className="pk-panel pk-sec" id="dag-nya" aria-labelledby="dag-nya-rubrik">
      <header className="pk-sec__head">
        <h2 id="dag-nya-rubrik">
          {t("day.new")} <span>{rows.length}</span>
        </h2>
        <p className="pk-soft">{t("day.newText")}</p>
      </header>
      <ul>
        {rows.map((row) => (
          <li className="pk-todo" key={row.agreementId}>
            <p className="pk-todo__who">
              <Link to={`/overenskommelser/${row.agreementId}`} id={`ny-${row.agreementId}`}>
                {t("todo:who", { reference: row.reference })}
              </Link>
              <br />
              {row.employerName}
            </p>
            <p className="pk-todo__why">
              <strong>
                {row.fromName === null
                  ? t("day.inForce", { day: day(row.since) })
                  : t("day.handedOver", { who: row.fromName, day: day(row.since) })}
              </strong>{" "}
              {row.nextOn ? t("day.next", { day: day(row.nextOn) }) : t("day.noNext")}
            </p>
            <LogLink
              to={
                row.nextId
                  ? `/uppfoljningar/${row.nextId}/logga`
                  : `/overenskommelser/${row.agreementId}/logga`
              }
              text={t("day.logAny")}
              about={`ny-${row.agreementId}`}
            />
          </li>
        ))}
      </ul>
    </section>
  );
}

/** A whole document: the log's page runs no React in the browser. */
function LogLink(props: { to: string; text: string; about: string; primary?: boolean }) {
  return (
    <a
      className="ds-button"
      data-variant={props.primary ? "primary" : "secondary"}
      href={props.to}
      aria-describedby={props.about}
    >
      {props.text}
    </a>
  );
}
