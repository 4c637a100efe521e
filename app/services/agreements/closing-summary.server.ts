import type { SentVersion } from "#app/domain/agreements/agreement";
import { hasEnded } from "#app/domain/agreements/agreement-status";
import type { Closing } from "#app/domain/agreements/closing";
import type { Period } from "#app/domain/agreements/period";
import { sumWeeks } from "#app/domain/followups/week-sums";
import type { Actor } from "#app/domain/identity/actor";
import { done, fail, type Outcome } from "#app/domain/outcome";
import { today } from "#app/platform/clock.server";
import { reachAgreement, recordOnAgreement } from "#app/services/agreements/reach-agreement.server";
import { planOf } from "#app/services/followups/plan-facts.server";
import { withActor } from "#db/client.server";
import { findClosing, findClosingMoment } from "#db/queries/agreement-closings.server";
import { listWeekHours } from "#db/queries/attendance.server";

/** One week in hours: what was planned, and what is written down as done. */
export type SummaryWeek = { monday: string; planned: number; real: number };

/** What the agency that commissioned a placement is told when it has ended. No health, no notes, nobody's days. */
export type ClosingSummary = {
  number: string;
  reference: string;
  /** Null where the reader may not know it, and for a protected identity. */
  participantName: string | null;
  employerName: string;
  content: SentVersion["content"];
  period: Period;
  isEarly: boolean;
  weeks: SummaryWeek[];
  closing: Closing;
  /** ISO moment, and who wrote it. */
  recordedAt: string;
  recordedByName: string;
};

/** What is told, for the trail. */
const parts = "assignment,period,hours_per_week,steps,adaptations,outcome,answer,next_step";

/**
 * The summary of an agreement that has ended, for staff and for the case worker whose agency commissioned it. That it is
 * given to the agency is written down: what, and when. Errors: `not_found` (also while nothing is recorded, or nobody
 * commissioned it).
 */
export function readClosingSummary(
  actor: Actor,
  id: string,
): Promise<Outcome<{ summary: ClosingSummary }, "not_found">> {
  return withActor(actor, async (tx) => {
    const agreement = await reachAgreement(tx, actor, id, "agreement.summary", "read");
    if (!agreement || agreement.agencyId === null || !hasEnded(agreement.status)) return fail("not_found");
    const closing = await findClosing(tx, id);
    const moment = await findClosingMoment(tx, id);
    const plan = closing && (await planOf(tx, agreement));
    if (!closing || !moment || !plan) return fail("not_found");
    const hours = await listWeekHours(tx, id);
    const weeks = sumWeeks(plan.facts, plan.period, [], today()).map(({ monday, planned }) => ({
      monday,
      planned,
      real: hours.find(({ week }) => week === monday)?.hours ?? 0,
    }));
    if (actor.role === "case_worker")
      await recordOnAgreement(tx, actor, agreement, "summary.released", {
        what: parts,
        to: agreement.agencyName ?? "",
        ground: "assignment",
      });
    else await recordOnAgreement(tx, actor, agreement, "agreement.read", { as: "summary" });
    return done({
      summary: {
        number: agreement.number,
        reference: plan.content.parties.participant.reference,
        participantName: agreement.participantName,
        employerName: agreement.employerName,
        content: plan.content,
        period: plan.period,
        isEarly: agreement.status === "ended_early",
        weeks,
        closing,
        recordedAt: moment.recordedAt,
        recordedByName: moment.recordedByName,
      },
    });
  });
}
