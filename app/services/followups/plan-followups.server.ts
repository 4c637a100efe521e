import { randomUUID } from "node:crypto";
import { isPausedOn } from "#app/domain/agreements/pause";
import { isOpenOn } from "#app/domain/agreements/working-days";
import type { FollowupForm, Risk } from "#app/domain/followups/followup";
import { type FollowupFacts, planDifference } from "#app/domain/followups/plan-followups";
import { shippedSteps } from "#app/domain/followups/shipped-rhythms";
import { systemActor } from "#app/domain/identity/actor";
import type { PlacementKind } from "#app/domain/placements/vocabulary";
import { today } from "#app/platform/clock.server";
import { type Tx, withActor } from "#db/client.server";
import {
  addFollowups,
  dropFollowups,
  giveCoach,
  listToPlan,
  lockPlanningRows,
  type PlanningRow,
  shiftFollowups,
} from "#db/queries/followup-plans.server";
import { insertOwnFollowup } from "#db/queries/followups.server";
import { asSystem } from "#db/system.server";

const batchSize = 200;
const beforeAll = "00000000-0000-0000-0000-000000000000";

/**
 * Plans the follow-ups of an agreement anew, from today's facts: what its rhythm wants is written, and what no longer holds
 * is taken off. Again is no change. Within the transaction of the step that it follows from, whoever took it.
 */
export function planFollowupsIn(tx: Tx, agreementId: string): Promise<void> {
  return planManyIn(tx, [agreementId]);
}

/** The same for many. `day`: today, or the day on which that was saved which they follow from. */
export async function planManyIn(
  tx: Tx,
  agreementIds: readonly string[],
  day = { today: today() } as { today: string; since?: string },
): Promise<void> {
  if (agreementIds.length === 0) return;
  // The calendar is large: a server that plans nothing goes without it.
  const { isHoliday } = await import("#app/platform/holidays.server");
  await asSystem(tx, async () => {
    await giveCoach(tx, agreementIds);
    const rows = await lockPlanningRows(tx, agreementIds);
    const differences = rows.map((row) => ({
      row,
      ...planDifference(row.followups, factsOf(row, isHoliday), day),
    }));
    await dropFollowups(
      tx,
      differences.flatMap(({ drop }) => drop),
    );
    await shiftFollowups(
      tx,
      differences.flatMap(({ move }) => move),
    );
    const added = differences.flatMap(({ row, add }) =>
      add.map((one) => ({ ...one, agreementId: row.id, associationId: row.associationId })),
    );
    await addFollowups(tx, added);
  });
}

/** What a plan follows from; null for an agreement that is not in force. */
function factsOf(row: PlanningRow, isHoliday: (day: string) => boolean): FollowupFacts | null {
  const { period, kind, risk, weekdays, pauses, agreedOn } = row;
  if (row.status !== "in_force" || !period || !kind || !agreedOn) return null;
  const calendar = { isHoliday, closed: row.closedDays };
  return {
    period,
    steps: row.steps ?? shippedSteps(kind, risk),
    weekdays,
    isOpen: (day) => isOpenOn(calendar, day) && !isPausedOn(pauses, day),
    pausedFrom: pauses.find(({ until }) => until === null)?.from ?? null,
    agreedOn,
    moved: row.followups.filter(({ moved, status }) => moved && status === "planned"),
    done: row.followups.flatMap(({ step, doneOn }) => (doneOn === null ? [] : [{ step, doneOn }])),
  };
}

/** Plans a contact that somebody has chosen: the next one after a log. Answers its id. */
export function addOwnFollowupIn(
  tx: Tx,
  of: { agreementId: string; associationId: number; dueOn: string; dueAt: string | null; form: FollowupForm },
): Promise<string> {
  return insertOwnFollowup(tx, { ...of, step: `own:${randomUUID()}` });
}

/**
 * Looks through every agreement in force, in batches, and makes good what is missing from its plan. Each batch is a
 * transaction of its own: broken off, the next round goes on. Answers how many were looked at.
 */
export async function planAllFollowups(): Promise<number> {
  return planBatches(null);
}

/** A rhythm was saved on this day: the open agreements of its kind and risk are planned by it. */
export async function planByRhythm(of: {
  associationId: number;
  kind: PlacementKind;
  risk: Risk;
  since: string;
}): Promise<number> {
  return planBatches(of);
}

async function planBatches(of: Parameters<typeof planByRhythm>[0] | null): Promise<number> {
  let looked = 0;
  for (let after = beforeAll; ; ) {
    const ids = await withActor(systemActor, async (tx) => {
      const found = await listToPlan(tx, after, batchSize, of);
      await planManyIn(tx, found, { today: today(), ...(of ? { since: of.since } : {}) });
      return found;
    });
    looked += ids.length;
    if (ids.length < batchSize) return looked;
    after = ids.at(-1)!;
  }
}
