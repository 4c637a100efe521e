import { Form, Link } from "@remix-run/react";
import type { TFunction } from "i18next";
import { ListenPart } from "#app/components/followups/listen-part";
import { initials } from "#app/components/followups/next-event-card";
import { Icon, type IconName } from "#app/components/ui/icon";
import { LinkButton } from "#app/components/ui/link-button";
import { Note } from "#app/components/ui/note";
import { useTexts } from "#app/components/ui/use-texts";
import { nameBeside, type OwnDay, type OwnPlacement, type WeekDay } from "#app/domain/followups/own-day";
import { daysBetween } from "#app/domain/organisations/day";
import { formatDate, formatDayInSentence, formatLongDay, formatNumber } from "#app/i18n/format";

/** "i dag", "i morgon", "onsdag 4 mars" */
export function sentenceDay(t: TFunction, language: string, day: string, today: string): string {
  const days = daysBetween(today, day);
  if (days === 0) return t("today:absence.today");
  if (days === 1) return t("today:absence.tomorrow");
  return formatDayInSentence(language, day);
}

/** Not coming, pausing and stopping: always here, never red, never asks why. `changed`: the day was another one. */
export function NotComing(props: { placements: readonly OwnPlacement[]; today: string; changed: boolean }) {
  const { t, i18n } = useTexts("today");
  const { placements, today, changed } = props;
  if (placements.length === 0) return null;
  const inWords = (day: string) => sentenceDay(t, i18n.language, day, today);
  const isPaused = placements.some(({ pause }) => pause !== null && pause.from <= today);
  return (
    <section className="pk-panel pk-calm pk-stack" aria-labelledby="inte">
      <div className="pk-part__head">
        <h2 id="inte">{t("absence.title")}</h2>
        <ListenPart what={t("absence.title")} />
      </div>
      <p>{t("absence.text")}</p>
      {changed ? (
        <Note tone="warn" role="alert">
          <p>{t("absence.changed")}</p>
        </Note>
      ) : null}
      {placements.map((placement) => {
        const { agreementId, next, absences, pause, supervisor } = placement;
        const name = nameBeside(placement, placements);
        return (
          <div className="pk-stack" key={agreementId}>
            {absences.map((absence) => (
              <SaidNo
                key={absence.day}
                agreementId={agreementId}
                absence={absence}
                words={inWords(absence.day)}
                supervisor={supervisor}
              />
            ))}
            {pause ? <p>{pauseWords(t, i18n.language, pause)}</p> : null}
            {next ? (
              <Form method="post" action="/min-sida/kan-inte-komma">
                <input type="hidden" name="id" value={agreementId} />
                <input type="hidden" name="day" value={next} />
                <button className="ds-button pk-big" data-variant="secondary" type="submit">
                  {t(name ? "absence.buttonOf" : "absence.button", { day: inWords(next), workplace: name })}
                </button>
              </Form>
            ) : null}
          </div>
        );
      })}
      <LinkButton className="pk-big" to="/min-sida/pausa">
        <PauseIcon />
        {t(isPaused ? "absence.resumeOrStop" : "absence.stop")}
      </LinkButton>
    </section>
  );
}

/** A day that the participant has said no to, and how to come after all. `words`: the day, "i morgon". */
function SaidNo(props: {
  agreementId: string;
  absence: OwnPlacement["absences"][number];
  words: string;
  supervisor: OwnPlacement["supervisor"];
}) {
  const { t } = useTexts("today");
  const { agreementId, absence, words, supervisor } = props;
  return (
    <Note tone="ok">
      <div className="pk-stack">
        <p>{t("absence.told", { day: words })}</p>
        {absence.isOpen ? (
          <Form method="post" action="/min-sida/kan-inte-komma">
            <input type="hidden" name="id" value={agreementId} />
            <input type="hidden" name="day" value={absence.day} />
            <button
              className="ds-button pk-big"
              data-variant="secondary"
              type="submit"
              name="gor"
              value="kommer"
            >
              {t("absence.comeAfterAll")}
              <span className="ds-sr-only"> {words}</span>
            </button>
          </Form>
        ) : supervisor.phone ? (
          <p>
            <a className="pk-tap" href={`tel:${supervisor.phone.replace(/[^\d+]/g, "")}`}>
              {t("absence.undo", { name: supervisor.name })}
            </a>
          </p>
        ) : null}
      </div>
    </Note>
  );
}

/** "Pausad från 3 juni 2026. …" */
export function pauseWords(
  t: TFunction,
  language: string,
  { from, until }: { from: string; until: string | null },
): string {
  const days = { from: formatDate(language, from), until: until && formatDate(language, until) };
  return t(until === null ? "today:absence.paused" : "today:absence.pausedUntil", days);
}

function PauseIcon() {
  return (
    <svg viewBox="0 0 24 24" width="24" height="24" aria-hidden="true" fill="none" stroke="currentColor">
      <path d="M7 7h3v10H7zM14 7h3v10h-3z" strokeWidth="1.500" />
    </svg>
  );
}

const icons: Record<WeekDay["state"], IconName> = {
  done: "checkCircle",
  absent: "remove",
  passed: "check",
  next: "compass",
  later: "clock",
};

/** The days of this week with their times, and how many hours the next one has. */
export function ThisWeek(props: { placement: OwnPlacement; name: string; today: string }) {
  const { t, i18n } = useTexts(["today", "agreements"]);
  const { placement, name, today } = props;
  const { agreementId, week, hoursNextWeek, startsOn } = placement;
  const id = `vecka-${agreementId}`;
  return (
    <section className="pk-panel pk-stack" aria-labelledby={id}>
      <h2 id={id}>{name ? t("week.titleOf", { workplace: name }) : t("week.title")}</h2>
      {week.length === 0 ? <p>{t("week.none")}</p> : null}
      <ul className="pk-days">
        {week.map((day) => (
          <li key={day.day} data-next={day.state === "next" || undefined}>
            <Icon name={icons[day.state]} />
            <span>
              {formatLongDay(i18n.language, day.day)}
              <span className="ds-sr-only">, {t(`week.state.${day.state}`)}</span>
              {day.state === "absent" ? <small className="pk-soft"> {t("week.state.absent")}</small> : null}
            </span>
            <span className="pk-num pk-soft">{timesText(t, i18n.language, day)}</span>
          </li>
        ))}
      </ul>
      <p className="pk-soft">{nextWeekText(t, i18n.language, hoursNextWeek)}</p>
      <p>
        <Link className="pk-tap" to="/min-sida/narvaro">
          {t("week.attendance")}
        </Link>
      </p>
      {startsOn <= today ? (
        <p>
          <Link className="pk-tap" to="/min-sida/skattning">
            {t("week.rating")}
          </Link>
        </p>
      ) : null}
    </section>
  );
}

function nextWeekText(t: TFunction, language: string, hours: number | null): string {
  if (hours === null) return t("today:week.last");
  if (hours === 0) return t("today:week.noneNext");
  return t("today:week.next", { count: hours, hours: formatNumber(language, hours, 2) });
}

function timesText(t: TFunction, language: string, { startsAt, endsAt, hours }: WeekDay): string {
  const short = (time: string) => time.replace(/^0/, "").replace(":00", "").replace(":", ".");
  if (startsAt && endsAt) return `${short(startsAt)}–${short(endsAt)}`;
  const long = t("agreements:hours", { count: hours, hours: formatNumber(language, hours, 2) });
  return startsAt ? t("today:week.from", { hours: long, time: short(startsAt) }) : long;
}

/** Who follows up, and how to reach them. */
export function MyCoach({ coach }: { coach: NonNullable<OwnDay["coach"]> }) {
  const { t } = useTexts("today");
  const { name, email, phone } = coach;
  const first = name.split(" ")[0];
  const number = phone.replace(/[^\d+]/g, "");
  return (
    <section className="pk-panel pk-stack" aria-labelledby="coach">
      <h2 id="coach">{t("coach.title")}</h2>
      <div className="pk-person">
        <span className="pk-avatar" aria-hidden="true">
          {initials(name)}
        </span>
        <p>
          <strong>{name}</strong>
          <br />
          <span className="pk-soft">{t("coach.follows")}</span>
        </p>
      </div>
      {email ? (
        <a className="ds-button pk-big" data-variant="secondary" href={`mailto:${email}`}>
          <Icon name="chat" />
          {t("coach.write", { name: first })}
        </a>
      ) : null}
      {number ? (
        <a className="ds-button pk-big" data-variant="secondary" href={`tel:${number}`}>
          <Icon name="phone" />
          {t("coach.call", { name: first })}
        </a>
      ) : null}
    </section>
  );
}

/** The papers that are the participant's own. */
export function MyDocuments(props: {
  agreements: readonly { id: string; number: string; status: string }[];
  certificates: readonly { agreementId: string; title: string }[];
}) {
  const { t } = useTexts("today");
  const agreed = props.agreements.filter(({ status }) =>
    ["in_force", "closed", "ended_early"].includes(status),
  );
  if (agreed.length === 0) return null;
  return (
    <section className="pk-panel pk-stack" aria-labelledby="papper">
      <h2 id="papper">{t("documents.title")}</h2>
      <ul className="pk-stack">
        {props.certificates.map(({ agreementId, title }) => (
          <li key={agreementId}>
            <p>
              <Link className="pk-tap" to={`/min-sida/intyg?id=${agreementId}`}>
                {t("documents.certificate", { title })}
              </Link>
            </p>
          </li>
        ))}
        {agreed.map(({ id, number, status }) => (
          <li key={id}>
            <p>
              <a className="pk-tap" href={`/overenskommelser/${id}.pdf`}>
                {t("documents.agreement", { number })}
              </a>
            </p>
            {status === "in_force" ? (
              <p>
                <a className="pk-tap" href={`/overenskommelser/${id}.ics`}>
                  {t("documents.calendar", { number })}
                </a>
              </p>
            ) : null}
          </li>
        ))}
      </ul>
      <p>
        <Link className="pk-tap" to="/min-sida/svar">
          {t("documents.report")}
        </Link>
      </p>
    </section>
  );
}
