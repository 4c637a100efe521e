import type { Actor } from "#app/domain/identity/actor";
import { canPropose } from "#app/domain/matching/policy";
import type { Proposal, ProposalEvent } from "#app/domain/matching/proposal";
import { type WaitingParty, waitingParties, waitsFor } from "#app/domain/matching/proposal-status";
import type { Caution } from "#app/domain/organisations/caution";
import { done, fail, type Outcome } from "#app/domain/outcome";
import { today } from "#app/platform/clock.server";
import { listCautions } from "#app/services/organisations/list-cautions.server";
import { withActor } from "#db/client.server";
import { findDrawnUp } from "#db/queries/agreements.server";
import { recordDenied, recordEvent } from "#db/queries/audit.server";
import { hasConsentToPresent } from "#db/queries/consent.server";
import { findByReference } from "#db/queries/participants.server";
import { readWorkProfile } from "#db/queries/profiles.server";
import * as proposals from "#db/queries/proposals.server";

const listed = 200;

/** Whether the participant has agreed to be shown to employers, and whether there is a profile to show. */
export type BeforePresenting = { consent: boolean; profile: boolean };

/** The association's open proposals; nobody else's. One audit event for the list, or for the denial. */
export function listOpenProposals(actor: Actor): Promise<Proposal[]> {
  return withActor(actor, async (tx) => {
    if (!canPropose(actor, "proposal.list")) {
      await recordDenied(tx, actor, "proposal.list", "list");
      return [];
    }
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

/** For whom how many of the association's open proposals wait; zero for everybody else. Reads none of them. */
export function countWaiting(actor: Actor): Promise<{ party: WaitingParty; count: number }[]> {
  return withActor(actor, async (tx) => {
    const { associationId } = actor;
    const mayList = canPropose(actor, "proposal.list") && associationId !== null;
    if (!mayList) await recordDenied(tx, actor, "proposal.list", "count");
    const open = mayList ? await proposals.countOpen(tx, associationId) : [];
    return waitingParties.map((party) => ({
      party,
      count: open.reduce((sum, { status, total }) => sum + (waitsFor(status) === party ? total : 0), 0),
    }));
  });
}

/** All proposals of one participant, for staff. Errors: `not_found`. */
export function listParticipantProposals(
  actor: Actor,
  reference: string,
): Promise<Outcome<{ proposals: Proposal[] }, "not_found">> {
  return withActor(actor, async (tx) => {
    const participant = canPropose(actor, "proposal.read") ? await findByReference(tx, reference) : null;
    const of = participant && { associationId: participant.associationId, participantId: participant.id };
    if (!of || !canPropose(actor, "proposal.read", of)) {
      await recordDenied(tx, actor, "proposal.read", reference);
      return fail("not_found");
    }
    await recordEvent(tx, actor, {
      action: "proposal.read",
      ...of,
      subject: reference,
    });
    return done({ proposals: await proposals.listOfParticipant(tx, of.participantId) });
  });
}

/** One proposal with its history, for staff. Errors: `not_found`. */
export function showProposal(
  actor: Actor,
  proposalId: string,
): Promise<
  Outcome<
    {
      proposal: Proposal;
      events: ProposalEvent[];
      toldName: string | null;
      caution: Caution | null;
      /** What asking the employer will need: known before, so that nobody is stopped there. */
      needs: BeforePresenting;
      /** What was drawn up from it; null before. */
      agreementId: string | null;
    },
    "not_found"
  >
> {
  return withActor(actor, async (tx) => {
    const proposal = canPropose(actor, "proposal.read") ? await proposals.findProposal(tx, proposalId) : null;
    if (!proposal || !canPropose(actor, "proposal.read", proposal)) {
      await recordDenied(tx, actor, "proposal.read", proposalId);
      return fail("not_found");
    }
    await recordEvent(tx, actor, {
      action: "proposal.read",
      associationId: proposal.associationId,
      participantId: proposal.participantId,
      subject: proposal.id,
    });
    const { associationId, employerId, participantId } = proposal;
    const cautions = await listCautions(tx, actor, participantId, [employerId]);
    return done({
      proposal,
      events: await proposals.listEvents(tx, proposal.id),
      toldName: await proposals.disclosedName(tx, proposal.id),
      caution: cautions.get(proposal.employerId) ?? null,
      needs: {
        consent: await hasConsentToPresent(tx, participantId, today()),
        profile: Boolean((await readWorkProfile(tx, participantId))?.profile),
      },
      agreementId: await findDrawnUp(tx, { associationId, formKey: null, proposalId: proposal.id }),
    });
  });
}
