import type { Actor } from "#app/domain/identity/actor";
import type { ProposalStatus } from "#app/domain/matching/proposal-status";
import { giveOwnConsent } from "#app/services/consent/give-consent.server";
import { beginProposal } from "#app/services/matching/begin-proposal.server";
import { moveProposal, type Step } from "#app/services/matching/move-proposal.server";
import { aProfile } from "#tests/support/factories/matching";
import { anAssociation, asParticipant, staff } from "#tests/support/factories/people";
import { aParticipant } from "#tests/support/factories/profiles";
import { owner } from "#tests/support/owner";

/** A coordinator, and a participant whose work profile is complete and who has said yes to being presented. */
export async function aPresentable() {
  const associationId = await anAssociation();
  const coordinator = staff("coordinator", associationId);
  const { reference, participantId } = await aParticipant(coordinator);
  await owner`INSERT INTO work_profiles (participant_id, association_id, status, profile)
    VALUES (${participantId}, ${associationId}, 'complete', ${owner.json(aProfile() as never)})`;
  const participant = asParticipant(associationId, participantId);
  const given = await giveOwnConsent(participant, {
    purpose: "present_to_employers",
    textVersion: "2026-1",
    language: "sv",
  });
  if (!given.ok) throw new Error(given.code);
  return { associationId, coordinator, participant, participantId, reference };
}

const visit = () => ({ at: new Date(Date.now() + 86_400_000), place: "Kvarnen", nameAgreed: true });

/** A proposal that the coordinator has taken through these steps, noting every answer. */
export async function aProposal(
  coordinator: Actor,
  reference: string,
  placementId: number,
  steps: readonly ProposalStatus[],
): Promise<string> {
  const begun = await beginProposal(coordinator, { reference }, placementId);
  if (!begun.ok) throw new Error(begun.code);
  const { proposalId } = begun;
  for (const to of steps) {
    const step: Step = { proposalId, to, how: "telefon" };
    if (to === "visit_booked") step.visit = visit();
    const moved = await moveProposal(coordinator, step);
    if (!moved.ok) throw new Error(`${to}: ${moved.code}`);
  }
  return proposalId;
}

/** The steps until an employer is asked without a name. */
export const untilPresented = ["held", "asked_participant", "participant_yes", "presented"] as const;
