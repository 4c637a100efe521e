import { hasEnded } from "#app/domain/agreements/agreement-status";
import { mondayOf } from "#app/domain/agreements/period";
import { isOpenOn } from "#app/domain/agreements/working-days";
import type { ContactLog } from "#app/domain/followups/contact-log";
import type { FeltDay } from "#app/domain/followups/feeling";
import type { Followup } from "#app/domain/followups/followup";
import { type NextProposal, proposeNext, usualDaysAhead } from "#app/domain/followups/next-contact";
import { plannedWeek } from "#app/domain/followups/planned-week";
import type { Actor } from "#app/domain/identity/actor";
import { dayAfter } from "#app/domain/organisations/day";
import { done, fail, type Outcome } from "#app/domain/outcome";
import { isUuid } from "#app/domain/uuid";
import { dayOf, now, today } from "#app/platform/clock.server";
import { recordOnAgreement } from "#app/services/agreements/reach-agreement.server";
import type { AgreementPlan } from "#app/services/followups/plan-facts.server";
import { type RatingFieldsData, readRatingFieldsIn } from "#app/services/followups/rating-fields.server";
import { reachAttendance } from "#app/services/followups/reach-attendance.server";
import { type Tx, withActor } from "#db/client.server";
import { listEntries } from "#db/queries/attendance.server";
import { listBusy } from "#db/queries/coach-day.server";
import { findNextPlanned, listLoggers, listLogs, listLogsOfFollowup } from "#db/queries/followup-logs.server";
import { findFollowup } from "#db/queries/followups.server";
import { listFeelings } from "#db/queries/own-plan.server";

/** Which contact is logged: a planned one, or one of an agreement that nobody had planned. */
export type Logged = { followupId: string } | { agreementId: string };

/** Everything that a log is written with, also without a network. */
export type LogPage = {
  agreement: { id: string; number: string };
  /** Null when it was not planned. */
  followup: Followup | null;
  title: string;
  employerName: string;
  workplace: string;
  address: string;
  names: { participant: string; supervisor: string };
  /** A protected identity is kept in no phone. */
  mayBeKept: boolean;
  now: string;
  /** What somebody has logged at this planned contact already. */
  already: ContactLog[];
  /** Whether the reader is one of those who have. */
  hasLogged: boolean;
  since: {
    last: ContactLog | null;
    /** From the day after the last log, or from the first day. */
    from: string;
    planned: number;
    real: number;
    away: number;
    /** The participant's own last answers to how it feels, the newest first. */
    feelings: FeltDay[];
  };
  next: {
    planned: Followup | null;
    proposals: NextProposal[];
    /** The days ahead on which nobody is met: holidays, and what the workplace has closed. */
    closed: string[];
  };
  ratings: RatingFieldsData;
};

const feelingsShown = 3;
/** How far ahead the phone knows which days are closed. */
const closedDaysAhead = 182;

/** The page on which a contact is logged. Errors: `not_found`. */
export function readLogPage(actor: Actor, of: Logged): Promise<Outcome<LogPage, "not_found">> {
  return withActor(actor, async (tx) => {
    const reached = await reachLogged(tx, actor, of, "read");
    if (!reached) return fail("not_found");
    const { agreement, plan, followup } = reached;
    const { content, facts, period } = plan;
    const calendar = { isHoliday: facts.isHoliday, closed: content.closedDays };
    const day = today();
    const logs = await listLogs(tx, agreement.id, 1);
    const planned = await findNextPlanned(tx, agreement.id, { from: day, except: followup?.id ?? null });
    const isOver = hasEnded(agreement.status);
    const target = dayAfter(day, usualDaysAhead);
    const busy = await listBusy(
      tx,
      { associationId: agreement.associationId, userId: actor.userId ?? "" },
      { from: day, until: dayAfter(day, 120), exceptAgreement: agreement.id },
    );
    const loggers = followup
      ? await listLoggers(tx, followup.id, { userId: actor.userId, exceptLog: null })
      : [];
    await recordOnAgreement(tx, actor, agreement, "followup.read");
    return done({
      agreement: { id: agreement.id, number: agreement.number },
      followup,
      title: content.title,
      employerName: agreement.employerName,
      workplace: content.parties.employer.workplace,
      address: content.parties.employer.address,
      names: {
        participant: agreement.participantName ?? content.parties.participant.reference,
        supervisor: content.supervisor.name,
      },
      mayBeKept: agreement.participantName !== null,
      now: now().toISOString(),
      already: followup ? await listLogsOfFollowup(tx, followup.id) : [],
      hasLogged: loggers.some(({ isOwn }) => isOwn),
      since: {
        ...(await sinceLast(tx, agreement.id, plan, logs[0] ?? null)),
        feelings: await listFeelings(tx, agreement.participantId, feelingsShown),
      },
      next: {
        planned: isOver ? null : planned,
        proposals: isOver
          ? []
          : proposeNext({
              target: planned && planned.dueOn < target ? planned.dueOn : target,
              until: period.endsOn,
              schedule: content.schedule,
              calendar,
              busy,
              count: planned ? 1 : 2,
            }).filter((one) => one.day !== planned?.dueOn),
        closed: Array.from({ length: closedDaysAhead }, (_, ahead) => dayAfter(day, ahead)).filter(
          (one) => !isOpenOn(calendar, one),
        ),
      },
      ratings: await readRatingFieldsIn(tx, agreement),
    });
  });
}

/** The agreement of what is logged, with its plan, for staff who may; null for `not_found`, and the attempt is kept. */
export async function reachLogged(tx: Tx, actor: Actor, of: Logged, to: "read" | "change") {
  const isPlanned = "followupId" in of;
  const followup = isPlanned && isUuid(of.followupId) ? await findFollowup(tx, of.followupId) : null;
  const agreementId = isPlanned ? (followup?.agreementId ?? of.followupId) : of.agreementId;
  const reached = await reachAttendance(tx, actor, agreementId, "followup.log", to);
  return reached && (!isPlanned || followup) ? { ...reached, followup } : null;
}

/** Hours planned and done since the last log, and on how many planned days somebody was away: never why. */
async function sinceLast(
  tx: Tx,
  agreementId: string,
  { facts, period }: AgreementPlan,
  last: ContactLog | null,
) {
  const from = last ? dayAfter(dayOf(new Date(last.heldAt)), 1) : period.startsOn;
  const entries = await listEntries(tx, agreementId, { from, until: today() });
  const written = new Map(entries.map((entry) => [entry.day, entry]));
  let planned = 0;
  for (let monday = mondayOf(from); monday <= today(); monday = dayAfter(monday, 7)) {
    for (const { day, hours } of plannedWeek(facts, monday)) if (written.has(day)) planned += hours;
  }
  return {
    last,
    from,
    planned,
    real: entries.reduce((sum, { hours }) => sum + (hours ?? 0), 0),
    away: entries.filter(({ absence }) => absence !== null).length,
  };
}
