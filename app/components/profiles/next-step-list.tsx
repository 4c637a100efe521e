import { Link } from "@remix-run/react";
import { useTexts } from "#app/components/ui/use-texts";
import type { Followed, NextStep } from "#app/domain/profiles/next-step";
import { formatDay, formatLongDay, formatMoment } from "#app/i18n/format";

/** Participants with what is next for each, and one button that goes there. */
export function NextStepList({
  id,
  title,
  text,
  rows,
}: {
  id: string;
  title: string;
  text: string;
  rows: readonly Followed[];
}) {
  if (rows.length === 0) return null;
  return (
    <section className="pk-panel pk-sec" id={id} aria-labelledby={`${id}-rubrik`}>
      <header className="pk-sec__head">
        <h2 id={`${id}-rubrik`}>
          {title} <span>{rows.length}</span>
        </h2>
        <p className="pk-soft">{text}</p>
      </header>
      <ul>
        {rows.map((row) => (
          <Row key={row.reference} row={row} />
        ))}
      </ul>
    </section>
  );
}

/** One's own, a line each: the code and what is next. `shown` of them, and the way to the rest. */
export function OwnParticipants({ rows, shown }: { rows: readonly Followed[]; shown: number }) {
  const { t } = useTexts("start");
  return (
    <section className="pk-panel pk-sec" id="mine" aria-labelledby="mine-rubrik">
      <header className="pk-sec__head">
        <h2 id="mine-rubrik">
          {t("coach.mine")} <span>{rows.length}</span>
        </h2>
        <p className="pk-soft">{t(rows.length > 0 ? "coach.mineText" : "coach.mineNone")}</p>
      </header>
      {rows.length > 0 ? (
        <ul>
          {rows.slice(0, shown).map(({ reference, next, gapDays }) => (
            <li className="pk-own-line" key={reference}>
              <Link to={`/deltagare/${encodeURIComponent(reference)}`}>{reference}</Link>
              <p>{next ? <Next next={next} /> : <Nothing days={gapDays} />}</p>
            </li>
          ))}
        </ul>
      ) : null}
      <p className="pk-sec__more">
        {rows.length > shown ? (
          <Link to="/coach/deltagare">{t("coach.allMine", { count: rows.length })}</Link>
        ) : (
          <Link to="/coach/deltagare?vilka=alla">{t("coach.nextAll")}</Link>
        )}
      </p>
    </section>
  );
}

function Nothing({ days }: { days: number | null }) {
  const { t } = useTexts("start");
  return <strong>{days === null ? t("coach.nothing") : t("coach.gap", { count: days })}</strong>;
}

function Row({ row: { reference, openProposals, next, gapDays } }: { row: Followed }) {
  const { t } = useTexts("start");
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
        {next ? <Next next={next} /> : <Nothing days={gapDays} />}
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
  const { t, i18n } = useTexts(["start", "plan", "proposals"]);
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
    const day = next.on && formatDay(i18n.language, next.on);
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
