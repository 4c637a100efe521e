import { Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import type { Followed, NextStep } from "#app/domain/profiles/next-step";
import { formatLongDay, formatMoment } from "#app/i18n/format";

/** Participants with what is next for each, and one button that goes there. */
export function NextStepList({
  id,
  title,
  text,
  rows,
  total,
}: {
  id: string;
  title: string;
  text: string;
  rows: Followed[];
  total: number;
}) {
  const { t } = useTranslation("start");
  if (rows.length === 0) return null;
  return (
    <section className="pk-panel pk-sec" id={id} aria-labelledby={`${id}-rubrik`}>
      <header className="pk-sec__head">
        <h2 id={`${id}-rubrik`}>
          {title} <span>{total}</span>
        </h2>
        <p className="pk-soft">{text}</p>
      </header>
      <ul>
        {rows.map((row) => (
          <Row key={row.reference} row={row} />
        ))}
      </ul>
      {total > rows.length ? (
        <p className="pk-sec__more">
          <Link to="/deltagare">{t("coach.all")}</Link>
        </p>
      ) : null}
    </section>
  );
}

function Row({ row: { reference, openProposals, next, gapDays } }: { row: Followed }) {
  const { t } = useTranslation("start");
  const person = `/deltagare/${encodeURIComponent(reference)}`;
  const about = `foljer-${reference}`;
  const way = next === null ? ({ to: `${person}/plan`, text: "coach.toPlan" } as const) : wayTo(next, person);
  return (
    <li className="pk-todo">
      <p className="pk-todo__who">
        <Link to={person} id={about}>
          {t("coach.participant", { reference })}
        </Link>
      </p>
      <p className="pk-todo__why">
        {next ? <Next next={next} /> : null}
        {next === null ? (
          <strong>{gapDays === null ? t("coach.nothing") : t("coach.gap", { count: gapDays })}</strong>
        ) : null}
        {openProposals > 0 ? t("coach.proposals", { count: openProposals }) : null}
      </p>
      <Link className="ds-button" data-variant="secondary" to={way.to} aria-describedby={about}>
        {t(way.text)}
      </Link>
    </li>
  );
}

function wayTo(next: NextStep, person: string) {
  if (next.kind === "activity") return { to: `${person}/plan`, text: "coach.plan" } as const;
  if (next.kind === "agreement")
    return { to: `/overenskommelser/${next.agreementId}`, text: "coach.agreement" } as const;
  return { to: `/forslag/${next.proposalId}`, text: "coach.proposal" } as const;
}

function Next({ next }: { next: NextStep }) {
  const { t, i18n } = useTranslation(["start", "plan", "proposals"]);
  if (next.kind === "visit")
    return (
      <>
        <strong>{t("coach.visit", { when: formatMoment(i18n.language, next.at) })}</strong>{" "}
        {next.employerName}
        <br />
      </>
    );
  if (next.kind === "activity")
    return (
      <>
        <strong>
          {next.ongoing ? t("coach.ongoing") : t("coach.on", { day: formatLongDay(i18n.language, next.on) })}
        </strong>{" "}
        {next.activity === "vard" ? t("plan:kind.vard") : next.title}
        <br />
      </>
    );
  if (next.kind === "agreement") {
    const day = next.on && formatLongDay(i18n.language, next.on);
    return (
      <>
        <strong>{t(`coach.stage.${next.stage}`, { day })}</strong> {next.employerName}
        <br />
      </>
    );
  }
  return (
    <>
      <strong>{t(`proposals:status.${next.status}`)}.</strong> {next.title}
      <br />
    </>
  );
}
