import type { FollowupPlan } from "#app/domain/followups/followup-plan";
import { listLogsIn } from "#app/services/followups/contact-logs.server";
import type { Tx } from "#db/client.server";
import { listHandovers } from "#db/queries/followup-handovers.server";
import { findCoach, listOfAgreement } from "#db/queries/followups.server";

/** How an agreement is followed up, for staff, within the transaction that reads it. */
export async function followupPlanIn(tx: Tx, agreementId: string): Promise<FollowupPlan> {
  const [coach, followups, handovers, logs] = await Promise.all([
    findCoach(tx, agreementId),
    listOfAgreement(tx, agreementId),
    listHandovers(tx, agreementId),
    listLogsIn(tx, agreementId),
  ]);
  return { ...coach, followups, handovers, logs };
}
