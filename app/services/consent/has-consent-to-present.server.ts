import type { Actor } from "#app/domain/identity/actor";
import { done, fail, type Outcome } from "#app/domain/outcome";
import { today } from "#app/platform/clock.server";
import { reachParticipant } from "#app/services/profiles/reach-participant.server";
import { withActor } from "#db/client.server";
import * as consents from "#db/queries/consent.server";

/** Whether employers may be shown this participant's anonymous card today. Errors: `not_found`. */
export function hasConsentToPresent(
  actor: Actor,
  reference: string,
): Promise<Outcome<{ given: boolean }, "not_found">> {
  return withActor(actor, async (tx) => {
    const participant = await reachParticipant(tx, actor, { reference }, "consent.read", "consent.read");
    if (!participant) return fail("not_found");
    return done({ given: await consents.hasConsentToPresent(tx, participant.id, today()) });
  });
}
