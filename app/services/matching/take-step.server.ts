import type { Actor } from "#app/domain/identity/actor";
import { expireProposals } from "#app/services/matching/expire-proposals.server";
import { moveProposal, type Step } from "#app/services/matching/move-proposal.server";

/**
 * Takes one step of a proposal. A slot is never refused for the sake of a hold that has passed: such holds are ended, and
 * the step is tried once more. Errors: as moving.
 */
export async function takeStep(actor: Actor, step: Step): ReturnType<typeof moveProposal> {
  const taken = await moveProposal(actor, step);
  if (taken.ok || taken.code !== "slot_taken") return taken;
  return (await expireProposals()) > 0 ? moveProposal(actor, step) : taken;
}
