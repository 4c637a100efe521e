import type { Entry, WriterRole } from "#app/domain/followups/attendance";
import { type Conflict, type DayInput, type DayProblem, decideWeek } from "#app/domain/followups/week-form";
import { writableStatuses } from "#app/domain/followups/week-link";
import type { Actor } from "#app/domain/identity/actor";
import { done, type Failure, fail, type Outcome, type Success } from "#app/domain/outcome";
import { today } from "#app/platform/clock.server";
import { namedBy, recordOnAgreement } from "#app/services/agreements/reach-agreement.server";
import { refreshAlertsIn } from "#app/services/followups/alerts.server";
import { reachAttendance } from "#app/services/followups/reach-attendance.server";
import type { Target } from "#app/services/followups/supervisor-link.server";
import { type Tx, withActor } from "#db/client.server";
import { listEntries, writeEntry } from "#db/queries/attendance.server";

/** Who writes: as the trail knows them, as the page names them, and how they came. */
export type Writer = { actor: Actor; role: WriterRole; name: string; way: Entry["way"] };
/** Why nothing was written: days to mend by their field, and what somebody else has written since. */
export type WeekRefused = Failure<"refused"> & {
  problems: Record<string, DayProblem>;
  conflicts: Conflict[];
};

/** Writes a week's days of agreements that the actor reaches: all of them or none. Errors: `not_found`, `refused` with why. */
export function saveWeek(
  actor: Actor,
  inputs: readonly DayInput[],
): Promise<Outcome<{ written: number }, "not_found"> | WeekRefused> {
  return withActor(actor, async (tx) => {
    const targets: Target[] = [];
    for (const id of [...new Set(inputs.map(({ agreementId }) => agreementId))].sort()) {
      const target = await reachAttendance(tx, actor, id, "attendance.write", "change");
      if (!target) return fail("not_found");
      targets.push(target);
    }
    return writeWeek(tx, targets, inputs, ({ plan }) => {
      const { byName: name } = namedBy(actor, plan.content.parties.participant.reference);
      return { actor, role: actor.role as WriterRole, name, way: "signed_in" };
    });
  });
}

/** The same inside a transaction, for agreements that are locked already: what a link does too. */
export async function writeWeek(
  tx: Tx,
  targets: readonly Target[],
  inputs: readonly DayInput[],
  writerOf: (target: Target) => Writer,
): Promise<Success<{ written: number }> | WeekRefused> {
  const problems: Record<string, DayProblem> = {};
  const conflicts: Conflict[] = [];
  const work: { target: Target; changes: DayInput[] }[] = [];
  for (const target of targets) {
    const { agreement, plan } = target;
    const own = inputs.filter(({ agreementId }) => agreementId === agreement.id);
    const open = writableStatuses.includes(agreement.status) ? plan.period : { startsOn: "9999", endsOn: "" };
    const decided = decideWeek(own, await listEntries(tx, agreement.id), { ...open, today: today() });
    Object.assign(problems, decided.problems);
    conflicts.push(...decided.conflicts);
    work.push({ target, changes: decided.changes });
  }
  if (conflicts.length > 0 || Object.keys(problems).length > 0)
    return { ...fail("refused"), problems, conflicts };
  let written = 0;
  for (const { target, changes } of work) {
    if (changes.length === 0) continue;
    const { agreement } = target;
    const { actor, ...by } = writerOf(target);
    for (const { day, presence } of changes)
      await writeEntry(tx, agreement, day, presence, { ...by, userId: actor.userId });
    await refreshAlertsIn(tx, target);
    await recordOnAgreement(tx, actor, agreement, "attendance.written", {
      days: changes.length,
      way: by.way,
    });
    written += changes.length;
  }
  return done({ written });
}
