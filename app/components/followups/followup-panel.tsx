import { Form, Link } from "@remix-run/react";
import { whatText, whatWithin } from "#app/components/followups/followup-words";
import { Icon, type IconName } from "#app/components/ui/icon";
import { Unfold } from "#app/components/ui/unfold";
import { useTexts } from "#app/components/ui/use-texts";
import type { AgreementDraft } from "#app/domain/agreements/draft";
import { periodHeld } from "#app/domain/agreements/period";
import { isLate, type Risk, risks } from "#app/domain/followups/followup";
import type { FollowupPlan } from "#app/domain/followups/followup-plan";
import { formatClock, formatDate, formatDay } from "#app/i18n/format";

type One = FollowupPlan["followups"][number];
/** A point of the line: a day that counts, or a follow-up. */
type Point = { day: string; text: string; icon: IconName; one: One | null };

/** So many that are done, and so many that are ahead, stand open; the others unfold. */
const open = { before: 3, after: 4 };

/** An agreement's days in order: its start, what was done and said, what is next, and its end. For staff. */
export function FollowupPanel(props: {
  agreementId: string;
  content: AgreementDraft;
  endedOn: string | null;
  plan: FollowupPlan;
  isInForce: boolean;
  today: string;
}) {
  const { agreementId, content, endedOn, plan, isInForce, today } = props;
  const { t, i18n } = useTexts(["followups", "agreements"]);
  const { followups, handovers, coachName, coachUser, risk } = plan;
  const done = followups.filter(({ status }) => status === "done");
  const planned = followups.filter(({ status }) => status === "planned");
  const next = planned[0] ?? null;
  const shown = [...done.slice(-open.before), ...planned.slice(0, open.after)];
  const points = inOrder(datesOf(content, endedOn, t, today), shown, t);
  const line = (point: Point) => (
    <Entry
      key={point.one?.id ?? point.text}
      point={point}
      today={today}
      isNext={point.one === next && isInForce}
    />
  );
  const rest = (some: readonly One[]) => <ol className="pk-line">{inOrder([], some, t).map(line)}</ol>;
  const handOver = `/uppfoljningar/overlamna?fran=${coachUser ?? ""}&overenskommelse=${agreementId}`;
  return (
    <section className="pk-panel pk-stack" aria-labelledby="uppfoljning">
      <h2 id="uppfoljning">{t("panel.title")}</h2>
      {done.length > open.before ? (
        <Unfold title={t("panel.earlier", { count: done.length - open.before })}>
          {rest(done.slice(0, -open.before))}
        </Unfold>
      ) : null}
      <ol className="pk-line">{points.map(line)}</ol>
      {planned.length > open.after ? (
        <Unfold title={t("panel.rest", { count: planned.length - open.after })}>
          {rest(planned.slice(open.after))}
        </Unfold>
      ) : null}
      {isInForce ? (
        <>
          <p>
            <Link reloadDocument to={`/overenskommelser/${agreementId}/logga`}>
              {t("panel.logOther")}
            </Link>
          </p>
          <p>
            {coachName ? t("panel.coach", { name: coachName }) : t("panel.noCoach")}{" "}
            <Link to={handOver}>{t("panel.handOver")}</Link>
          </p>
          <RiskForm key={risk} risk={risk} />
        </>
      ) : null}
      {handovers.length > 0 ? (
        <Unfold title={t("panel.handovers")}>
          <ul className="pk-events">
            {handovers.map((one) => (
              <li key={one.id}>
                {t("panel.handover", {
                  from: one.fromName || t("panel.handoverFrom"),
                  to: one.toName,
                  by: one.byName,
                  when: formatDate(i18n.language, one.at),
                  reason: t(`panel.handoverReason.${one.reason}`, {
                    day: one.until ? formatDate(i18n.language, one.until) : "",
                  }),
                })}
                {one.returnedAt && one.until ? (
                  <span> {t("panel.returned", { when: formatDate(i18n.language, one.returnedAt) })}</span>
                ) : null}
                {one.note ? <span className="pk-soft">{one.note}</span> : null}
              </li>
            ))}
          </ul>
        </Unfold>
      ) : null}
    </section>
  );
}

function Entry({ point, today, isNext }: { point: Point; today: string; isNext: boolean }) {
  const { t, i18n } = useTexts("followups");
  const { day, text, icon, one } = point;
  const late = one !== null && isLate(one, today);
  const isPlanned = one?.status === "planned";
  return (
    <li
      data-future={(isPlanned && !isNext) || (one === null && day > today) || undefined}
      data-now={isNext || undefined}
    >
      <Icon name={icon} />
      <time dateTime={day}>
        {formatDate(i18n.language, day)}
        {isPlanned && one.dueAt ? ` ${t("list.at", { time: formatClock(one.dueAt) })}` : ""}
        {late ? <b data-late> {t("panel.late")}</b> : null}
      </time>
      <b>{text}</b>
      {one?.said ? <span className="pk-soft">{one.said}</span> : null}
      {isPlanned && one.moved && one.movedByName ? (
        <span className="pk-soft">{t("panel.moved", { name: one.movedByName, reason: one.moveReason })}</span>
      ) : null}
      {isPlanned ? (
        <span className="pk-row">
          {isNext ? (
            <Link
              reloadDocument
              className="ds-button"
              data-variant="primary"
              data-size="sm"
              to={`/uppfoljningar/${one.id}/logga`}
            >
              {t(`panel.log.${one.form}`)}
            </Link>
          ) : null}
          <Link
            to={`/uppfoljningar/${one.id}/flytta`}
            aria-label={t("list.moveOf", { what: whatWithin(t, one), who: formatDay(i18n.language, day) })}
          >
            {t("panel.move")}
          </Link>
        </span>
      ) : null}
    </li>
  );
}

/** How closely it is followed: chooses the rhythm. */
function RiskForm({ risk }: { risk: Risk }) {
  const { t } = useTexts("followups");
  return (
    <Form method="post" className="pk-row">
      <div className="ds-field">
        <label className="ds-label" htmlFor="takt">
          {t("panel.risk")}
        </label>
        <select className="ds-input" id="takt" name="risk" defaultValue={risk}>
          {risks.map((one) => (
            <option key={one} value={one}>
              {t(`panel.risks.${one}`)}
            </option>
          ))}
        </select>
      </div>
      <button className="ds-button" data-variant="secondary" type="submit" name="gor" value="takt">
        {t("panel.saveRisk")}
      </button>
    </Form>
  );
}

function datesOf(
  { period, assignment, parties }: AgreementDraft,
  endedOn: string | null,
  t: ReturnType<typeof useTexts>["t"],
  today: string,
): Point[] {
  const icon = (day: string): IconName => (day > today ? "calendar" : "checkCircle");
  const held = periodHeld(period, endedOn);
  return [
    { day: held?.startsOn ?? "", text: t("panel.start") },
    { day: held?.endsOn ?? "", text: t("panel.last") },
    {
      day: assignment?.reportDueOn ?? "",
      text: t("panel.report", { agency: parties.agency?.name ?? "" }),
    },
  ]
    .filter(({ day }) => day !== "")
    .map(({ day, text }) => ({ day, text, icon: icon(day), one: null }));
}

function inOrder(
  dates: readonly Point[],
  some: readonly One[],
  t: ReturnType<typeof useTexts>["t"],
): Point[] {
  const points = some.map(
    (one): Point => ({
      day: one.doneOn ?? one.dueOn,
      text: whatText(t, one),
      icon: one.status === "done" ? "checkCircle" : "calendar",
      one,
    }),
  );
  return [...dates, ...points].sort((a, b) => a.day.localeCompare(b.day));
}
