import type { ContactLog } from "#app/domain/followups/contact-log";
import { canAttendance } from "#app/domain/followups/policy";
import type { Actor } from "#app/domain/identity/actor";
import { recordOnAgreement } from "#app/services/agreements/reach-agreement.server";
import { type Tx, withActor } from "#db/client.server";
import { findAgreement } from "#db/queries/agreements.server";
import { listLogs } from "#db/queries/followup-logs.server";

const mostShown = 30;

/** What was said about an agreement, for staff inside a transaction that has reached it: one statement. */
export function listLogsIn(tx: Tx, agreementId: string): Promise<ContactLog[]> {
  return listLogs(tx, agreementId, mostShown);
}

/**
 * What was said, as the participant may read it: of own agreements, never a working note. Nothing for anybody else. A page
 * that has recorded its own read of the agreement is told so in the trail as `followup.read`.
 */
export function listOwnLogs(actor: Actor, agreementId: string): Promise<ContactLog[]> {
  return withActor(actor, async (tx) => {
    const agreement = actor.role === "participant" ? await findAgreement(tx, agreementId) : null;
    if (!agreement || !canAttendance(actor, "followup.read", agreement)) return [];
    const logs = await listLogs(tx, agreementId, mostShown);
    if (logs.length > 0) await recordOnAgreement(tx, actor, agreement, "followup.read");
    return logs;
  });
}
