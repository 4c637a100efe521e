import { noContacts } from "#app/domain/agreements/contacts";
import { firstDraft } from "#app/domain/agreements/default-terms";
import type { AgreementDraft } from "#app/domain/agreements/draft";
import { canAgreement } from "#app/domain/agreements/policy";
import type { Actor } from "#app/domain/identity/actor";
import { hidePersonalNumber } from "#app/domain/organisations/organisation-number";
import { done, fail, type Outcome } from "#app/domain/outcome";
import type { Participant } from "#app/domain/profiles/participant";
import { today } from "#app/platform/clock.server";
import { namedBy, recordOnAgreement } from "#app/services/agreements/reach-agreement.server";
import { type MoveCode, moveIn } from "#app/services/matching/move-proposal.server";
import { reachParticipant } from "#app/services/profiles/reach-participant.server";
import { type Tx, withActor } from "#db/client.server";
import * as facts from "#db/queries/agreement-facts.server";
import { insertDraft } from "#db/queries/agreement-versions.server";
import { addAgreementEvent, findDrawnUp, insertAgreement, nextNumber } from "#db/queries/agreements.server";
import { readWorkProfile } from "#db/queries/profiles.server";
import { findProposal } from "#db/queries/proposals.server";

const shown = 20;

/** What an agreement can begin from: accepted proposals, and places found by a text. Errors: `not_found`. */
export function prepareAgreement(actor: Actor, reference: string, search: string) {
  return withActor(actor, async (tx) => {
    const participant = await reachParticipant(
      tx,
      actor,
      { reference },
      "participant.read",
      "participant.read",
    );
    if (!participant || !canAgreement(actor, "agreement.draw_up")) return fail("not_found");
    return done({
      reference: participant.reference,
      acceptable: await facts.listAcceptable(tx, participant.id),
      placements: search ? await facts.findPlacementsLike(tx, search, shown) : [],
    });
  });
}

/** `formKey` is the form's own number: sent twice, drawn up once. */
export type DrawUp = { formKey: string | null } & ({ proposalId: string } | { placementId: number });
export type DrawUpCode = "not_found" | "placement_missing" | MoveCode;

/**
 * Draws up a draft from an accepted proposal, whose slot goes over to it, or directly for a placement; what is known is
 * filled in. Errors: `not_found`, `placement_missing`, a code of the proposal's step (`slot_taken`, `wrong_status`).
 */
export function drawUpAgreement(
  actor: Actor,
  reference: string,
  input: DrawUp,
): Promise<Outcome<{ id: string }, DrawUpCode>> {
  return withActor(actor, async (tx) => {
    const participant = await reachParticipant(tx, actor, { reference }, "participant.change", null);
    if (!participant || !canAgreement(actor, "agreement.draw_up")) return fail("not_found");
    const { associationId } = participant;
    const proposalId = "proposalId" in input ? input.proposalId : null;
    // The number is taken behind a lock: of two at once, the second finds what the first drew up.
    const number = await nextNumber(tx, associationId, Number(today().slice(0, 4)));
    const known = await findDrawnUp(tx, { associationId, formKey: input.formKey, proposalId });
    if (known) return done({ id: known });
    const from = await beginFrom(tx, actor, participant, input);
    if (!from.ok) return from;
    const placement = await facts.readPlacementFacts(tx, from.placementId);
    if (!placement) return fail("placement_missing");
    const people = await facts.listSignatories(tx, placement.id);
    const id = await insertAgreement(tx, {
      associationId,
      participantId: participant.id,
      number,
      employerId: placement.employerId,
      placementId: placement.id,
      proposalId,
      agencyId: participant.referral.agencyId,
      contacts: {
        ...noContacts,
        employer1: { email: people[0]?.email ?? "", phone: people[0]?.phone ?? "" },
      },
      formKey: input.formKey,
      by: { userId: actor.userId, name: actor.name },
    });
    if (from.holdsSlot && proposalId) await facts.takeOverSlot(tx, proposalId, id);
    const content = await firstText(tx, actor, participant, placement, people);
    if (from.startsOn) content.period.startsOn = from.startsOn;
    await insertDraft(tx, { id, associationId }, { number: 1, amendment: 0, content, byName: actor.name });
    await addAgreementEvent(
      tx,
      { id, associationId },
      { version: 1, what: "created", ...namedBy(actor, reference) },
    );
    await recordOnAgreement(
      tx,
      actor,
      { id, associationId, participantId: participant.id },
      "agreement.drawn_up",
    );
    return done({ id });
  });
}

/** The place, and whether a slot comes along. A proposal that was accepted is agreed by this. */
async function beginFrom(
  tx: Tx,
  actor: Actor,
  participant: Participant,
  input: DrawUp,
): Promise<Outcome<{ placementId: number; holdsSlot: boolean; startsOn: string | null }, DrawUpCode>> {
  if ("placementId" in input)
    return done({ placementId: input.placementId, holdsSlot: false, startsOn: null });
  const proposal = await findProposal(tx, input.proposalId);
  if (!proposal || proposal.participantId !== participant.id) return fail("not_found");
  const { placementId, slotFrom: startsOn } = proposal;
  if (proposal.status === "agreed") return done({ placementId, holdsSlot: proposal.holdsSlot, startsOn });
  const moved = await moveIn(tx, actor, { proposalId: proposal.id, to: "agreed" });
  return moved.ok ? done({ placementId, holdsSlot: moved.proposal.holdsSlot, startsOn }) : moved;
}

async function firstText(
  tx: Tx,
  actor: Actor,
  { id, associationId, reference, referral }: Participant,
  placement: facts.PlacementFacts,
  people: facts.EmployerPerson[],
): Promise<AgreementDraft> {
  const profile = (await readWorkProfile(tx, id))?.draft;
  const { startHours, targetHours } = profile ?? {};
  const draft = firstDraft({
    title: placement.title,
    kinds: placement.kinds,
    acceptedKinds: profile?.kinds ?? [],
    participant: { reference },
    employer: {
      name: placement.employerName,
      // Participant and agency read it too.
      organisationNumber: hidePersonalNumber(placement.organisationNumber),
      workplace: placement.workplace,
      address: placement.address,
    },
    signatory: people[0] ? { personId: people[0].id, name: people[0].name } : null,
    coordinator: { name: actor.name, organisation: await facts.associationName(tx, associationId) },
    agency: referral.agency ? { name: referral.agency, caseWorker: referral.caseWorkerName ?? "" } : null,
    purpose: referral.purpose,
    question: referral.question,
    tasks: placement.tasks,
    taskWords: placement.description.slice(0, 1000),
    offeredAdaptations: placement.adaptations,
    neededAdaptations: profile?.neededAdaptations ?? [],
    hours:
      startHours === undefined
        ? null
        : { from: startHours, to: Math.max(startHours, targetHours ?? startHours) },
    weeks: Math.min(placement.weeksMax, Math.max(placement.weeksMin, 12)),
    supervisor: placement.supervisor || people[0]?.name || "",
  });
  if (placement.financing === "agency")
    draft.costs = { payer: "agency", perWeek: placement.costPerWeek, words: "" };
  return draft;
}
