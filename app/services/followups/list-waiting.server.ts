import {
  reportToWrite,
  type WaitingAssignment,
  waitsForStaff,
} from "#app/domain/followups/assignment-report";
import type { WaitingStep } from "#app/domain/followups/own-step";
import type { Actor } from "#app/domain/identity/actor";
import { done, fail, type Outcome } from "#app/domain/outcome";
import { dayOf, today } from "#app/platform/clock.server";
import { withActor } from "#db/client.server";
import { type AssignmentTodoRow, listAssignments } from "#db/queries/assignment-reports.server";
import { recordEvent } from "#db/queries/audit.server";
import { listWaitingSteps } from "#db/queries/own-plan.server";

const mostRows = 5;
const mostSteps = 50;

/** What waits for a word: participants who paused or stopped by themselves, and case workers. */
export type Waiting = {
  ownSteps: { rows: WaitingStep[]; total: number };
  assignments: { rows: WaitingAssignment[]; total: number };
};

/** For the start page of coordinator and coach; a coach has the own agreements. Errors: `forbidden`. */
export function listWaiting(actor: Actor): Promise<Outcome<{ waitingFor: Waiting }, "forbidden">> {
  return withActor(actor, async (tx) => {
    const { associationId } = actor;
    const isStaff = actor.role === "coordinator" || actor.role === "coach";
    if (!isStaff || associationId === null) return fail("forbidden");
    const day = today();
    const of = { associationId, coachUser: actor.role === "coach" ? (actor.userId ?? "") : null };
    const steps = await listWaitingSteps(tx, of, mostSteps);
    const assignments = (await listAssignments(tx, of, day))
      .flatMap((row) => toRow(row, day))
      .sort((a, b) => order.indexOf(a.what) - order.indexOf(b.what) || a.since.localeCompare(b.since));
    const shown = { steps: steps.slice(0, mostRows), assignments: assignments.slice(0, mostRows) };
    const count = shown.steps.length + shown.assignments.length;
    if (count > 0)
      await recordEvent(tx, actor, {
        action: "participant.listed",
        associationId,
        participantId: null,
        details: { count },
      });
    return done({
      waitingFor: {
        ownSteps: { rows: shown.steps, total: steps.length },
        assignments: { rows: shown.assignments, total: assignments.length },
      },
    });
  });
}

const order: readonly WaitingAssignment["what"][] = ["asked", "verdict", "report"];

function toRow(row: AssignmentTodoRow, day: string): WaitingAssignment[] {
  const { agreementId, reference, agencyName, lastFrom, lastAt, unseen, content, sent, isOpen } = row;
  const of = { agreementId, reference, agencyName, verdict: null };
  if (lastFrom && lastAt && waitsForStaff([{ fromRole: lastFrom }]))
    return [{ ...of, what: "asked", since: dayOf(new Date(lastAt)) }];
  if (unseen) return [{ ...of, what: "verdict", since: day, verdict: unseen }];
  const report = isOpen ? reportToWrite(content, sent, day) : null;
  return report ? [{ ...of, what: "report", since: report.day }] : [];
}
