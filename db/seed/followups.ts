import { randomUUID } from "node:crypto";
import { sql } from "drizzle-orm";
import { type Actor, systemActor } from "#app/domain/identity/actor";
import { dayAfter } from "#app/domain/organisations/day";
import { today } from "#app/platform/clock.server";
import { handOver } from "#app/services/followups/hand-over.server";
import { planManyIn } from "#app/services/followups/plan-followups.server";
import { type Tx, withActor } from "#db/client.server";
import { finishFollowup, listOfAgreement } from "#db/queries/followups.server";
import type { DemoAccounts } from "#db/seed/accounts";
import { seedActor } from "#db/seed/associations";

/** Whom the demo employer has had for five weeks. */
const reference = "L-2603";
const said = ["Kom igång bra. Tycker om att sortera.", "Trivs. Vill ha tydligare pauser."];

/**
 * The agreement under way as it was followed up: the first contacts held, the next one late, and since three weeks by the
 * coach, who took it over from the coordinator.
 */
export async function seedFollowups(associations: number[], accounts: DemoAccounts): Promise<void> {
  const associationId = associations[0]!;
  const coordinator: Actor = { ...seedActor(associationId), ...accounts.coordinators[0]! };
  const found = await withActor(systemActor, async (tx) => {
    const [row] = await tx.execute<{ id: string; coachUser: string; startsOn: string }>(sql`
      SELECT g.id, g.coach_user AS "coachUser", g.starts_on::text AS "startsOn"
        FROM agreements g JOIN participants p ON p.id = g.participant_id
       WHERE p.reference = ${reference} AND g.association_id = ${associationId} AND g.status = 'in_force'
         AND NOT EXISTS (SELECT FROM followup_handovers h WHERE h.agreement_id = g.id) LIMIT 1`);
    if (!row) return null;
    await planManyIn(tx, [row.id], { today: today(), since: row.startsOn });
    return row;
  });
  if (!found) return;
  await withActor(coordinator, (tx) => hold(tx, associationId, found.id, accounts.coach));
  const handed = await handOver(coordinator, {
    from: found.coachUser,
    to: accounts.coach.userId,
    what: "chosen",
    agreements: [found.id],
    reason: "other",
    until: null,
    note: "Nadja känner arbetsplatsen.",
  });
  if (!handed.ok && handed.code !== "to_unknown") throw new Error(handed.code);
}

/** What lay more than two weeks back was held and written down. */
async function hold(tx: Tx, associationId: number, agreementId: string, by: DemoAccounts["coach"]) {
  const past = (await listOfAgreement(tx, agreementId)).filter(({ dueOn }) => dueOn < dayAfter(today(), -14));
  for (const [index, { id, dueOn, form }] of past.entries()) {
    if (!(await finishFollowup(tx, id, dueOn))) continue;
    const at = `${dueOn}T09:00:00Z`;
    await tx.execute(sql`
      INSERT INTO followup_logs (id, association_id, agreement_id, followup_id, held_at, form, with_whom, words, step,
                                 logged_by_user, logged_by_name, written_at, received_at)
      VALUES (${randomUUID()}, ${associationId}, ${agreementId}, ${id}, ${at}, ${form},
              ARRAY['participant', 'supervisor'], ${said[index % said.length]!}, 'ok', ${by.userId}, ${by.name}, ${at}, ${at})`);
  }
}
