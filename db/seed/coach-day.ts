import { sql } from "drizzle-orm";
import { systemActor } from "#app/domain/identity/actor";
import { today } from "#app/platform/clock.server";
import { addOwnFollowupIn } from "#app/services/followups/plan-followups.server";
import { withActor } from "#db/client.server";
import type { DemoAccounts } from "#db/seed/accounts";

/** A visit today to whom the demo coach follows up: the day on which somebody tries the product. */
export function seedCoachDay(associations: number[], accounts: DemoAccounts): Promise<void> {
  const associationId = associations[0]!;
  return withActor(systemActor, async (tx) => {
    const [row] = await tx.execute<{ id: string }>(sql`
      SELECT g.id FROM agreements g
       WHERE g.association_id = ${associationId} AND g.coach_user = ${accounts.coach.userId} AND g.status = 'in_force'
         AND NOT EXISTS (SELECT FROM followups f WHERE f.agreement_id = g.id AND f.planned_by = 'person')
       ORDER BY g.number LIMIT 1`);
    if (!row) return;
    await addOwnFollowupIn(tx, {
      ...{ agreementId: row.id, associationId },
      dueOn: today(),
      dueAt: "10:15",
      form: "besok",
    });
  });
}
