import type { Actor } from "#app/domain/identity/actor";
import type { Proposal, ProposalEvent } from "#app/domain/matching/proposal";
import type { Caution } from "#app/domain/organisations/caution";
import { done, fail, type Outcome } from "#app/domain/outcome";
import { listCautions } from "#app/services/organisations/list-cautions.server";
import { withActor } from "#db/client.server";
import { recordEvent } from "#db/queries/audit.server";
import { findByReference } from "#db/queries/participants.server";
import * as proposals from "#db/queries/proposals.server";

const listed = 200;

/** The association's open proposals. One audit event for the list. */
export function listOpenProposals(actor: Actor): Promise<Proposal[]> {
  return withActor(actor, async (tx) => {
    const open = await proposals.listOpen(tx, listed);
    await recordEvent(tx, actor, {
      action: "proposal.read",
      associationId: actor.associationId,
      participantId: null,
      subject: "list",
      details: { count: open.length },
    });
    return open;
  });
}

/** All proposals of one participant, for staff. Errors: `not_found`. */
export function listParticipantProposals(
  actor: Actor,
  reference: string,
): Promise<Outcome<{ proposals: Proposal[] }, "not_found">> {
  return withActor(actor, async (tx) => {
    const participant = await findByReference(tx, reference);
    if (!participant) return fail("not_found");
    await recordEvent(tx, actor, {
      action: "proposal.read",
      associationId: participant.associationId,
      participantId: participant.id,
      subject: reference,
    });
    return done({ proposals: await proposals.listOfParticipant(tx, participant.id) });
  });
}

/** One proposal with its history, for staff. Errors: `not_found`. */
export function showProposal(
  actor: Actor,
  proposalId: string,
): Promise<
  Outcome<
    { proposal: Proposal; events: ProposalEvent[]; toldName: string | null; caution: Caution | null },
    "not_found"
  >
> {
  return withActor(actor, async (tx) => {
    const proposal = await proposals.findProposal(tx, proposalId);
    if (!proposal) return fail("not_found");
    await recordEvent(tx, actor, {
      action: "proposal.read",
      associationId: proposal.associationId,
      participantId: proposal.participantId,
      subject: proposal.id,
    });
    const { employerId, participantId } = proposal;
    const cautions = await listCautions(tx, actor, participantId, [employerId]);
    return done({
      proposal,
      events: await proposals.listEvents(tx, proposal.id),
      toldName: await proposals.disclosedName(tx, proposal.id),
      caution: cautions.get(proposal.employerId) ?? null,
    });
  });
}
