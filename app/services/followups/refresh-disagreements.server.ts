import { systemActor } from "#app/domain/identity/actor";
import type { JobPayloads } from "#app/domain/notifications/jobs";
import { refreshDisagreementsIn } from "#app/services/followups/save-ratings.server";
import { withActor } from "#db/client.server";
import { lockAgreement } from "#db/queries/agreements.server";

/** After a party has answered who does not read the others' answers. Safe to run twice. */
export function refreshDisagreements({ agreementId }: JobPayloads["refresh_disagreements"]): Promise<void> {
  return withActor(systemActor, async (tx) => {
    const agreement = await lockAgreement(tx, agreementId);
    if (agreement) await refreshDisagreementsIn(tx, agreement);
  });
}
