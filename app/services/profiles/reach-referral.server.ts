import type { AuditAction } from "#app/domain/audit/actions";
import type { Actor } from "#app/domain/identity/actor";
import { type ReferralCase, referralCode } from "#app/domain/profiles/referral";
import { type CaseAction, canCase } from "#app/domain/profiles/referral-policy";
import { isUuid } from "#app/domain/uuid";
import type { Tx } from "#db/client.server";
import { recordDenied, recordEvent } from "#db/queries/audit.server";
import { findReferral } from "#db/queries/referrals.server";

/**
 * The referral that an actor may do something with. `event` is written at once for a read; a change passes null and
 * writes its own. Null when it does not exist, is somebody else's, or the role may not: the caller answers `not_found`
 * for all three, and the attempt is written down.
 */
export async function reachReferral(
  tx: Tx,
  actor: Actor,
  id: string,
  action: CaseAction,
  event: AuditAction | null,
): Promise<ReferralCase | null> {
  const found = isUuid(id) ? await findReferral(tx, id) : null;
  if (found && canCase(actor, action, found)) {
    if (event) await recordOnReferral(tx, actor, found, event);
    return found;
  }
  await recordDenied(tx, actor, action, id);
  return null;
}

/** Writes down what was done with a referral. */
export function recordOnReferral(
  tx: Tx,
  actor: Actor,
  referral: Pick<ReferralCase, "id" | "associationId" | "participantId">,
  action: AuditAction,
  details?: Record<string, string | number | boolean | null>,
): Promise<void> {
  return recordEvent(tx, actor, {
    action,
    associationId: referral.associationId,
    participantId: referral.participantId,
    subject: referralCode(referral.id),
    details: { referral: referral.id, ...details },
  });
}
