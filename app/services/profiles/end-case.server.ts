import type { Actor } from "#app/domain/identity/actor";
import { done, fail, type Outcome } from "#app/domain/outcome";
import { closeReasonOf } from "#app/domain/profiles/closing";
import type { ParticipantOutcome } from "#app/domain/profiles/participant-vocabulary";
import { closeIn, type StillOpenFailure } from "#app/services/profiles/close-participant.server";
import { moveReferralIn } from "#app/services/profiles/move-referral.server";
import { reachParticipant } from "#app/services/profiles/reach-participant.server";
import { withActor } from "#db/client.server";
import { listAccepted } from "#db/queries/case-end.server";
import { findReferral } from "#db/queries/referrals.server";

/**
 * Ends somebody's case: the participation, and every referral of it that was accepted. Ending an ended one changes nothing.
 * Errors: `not_found`, `still_open` with what has to be ended first.
 */
export function endCase(
  actor: Actor,
  reference: string,
  outcome: ParticipantOutcome,
): Promise<Outcome<object, "not_found"> | StillOpenFailure> {
  return withActor(actor, async (tx) => {
    const participant = await reachParticipant(tx, actor, { reference }, "participant.change", null);
    if (!participant) return fail("not_found");
    const accepted = await listAccepted(tx, participant.id);
    const closed = await closeIn(tx, actor, participant, outcome);
    if (!closed.ok) return closed;
    for (const id of accepted) {
      const referral = await findReferral(tx, id);
      if (referral)
        await moveReferralIn(tx, actor, referral, { to: "closed", reason: closeReasonOf(outcome) });
    }
    return done();
  });
}
