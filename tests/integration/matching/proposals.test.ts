import { expect, test } from "vitest";
import type { Actor } from "#app/domain/identity/actor";
import type { ProposalStatus } from "#app/domain/matching/proposal-status";
import { beginProposal } from "#app/services/matching/begin-proposal.server";
import { expireProposals } from "#app/services/matching/expire-proposals.server";
import { holdPlacement } from "#app/services/matching/hold-placement.server";
import { listForEmployer, readForEmployer } from "#app/services/matching/list-for-employer.server";
import { moveProposal, type Step } from "#app/services/matching/move-proposal.server";
import { countWaiting, listOpenProposals, showProposal } from "#app/services/matching/read-proposals.server";
import { withdrawOpen } from "#app/services/matching/withdraw-open.server";
import { createParticipant } from "#app/services/profiles/create-participant.server";
import { aProfile } from "#tests/support/factories/matching";
import { anAssociation, asParticipant, staff } from "#tests/support/factories/people";
import { aPlacement } from "#tests/support/factories/placements";
import { participantForm } from "#tests/support/factories/profiles";
import { owner } from "#tests/support/owner";

/** A coordinator, and a participant with a complete work profile; with or without consent. */
async function aCase(consent = true, changes: Parameters<typeof participantForm>[0] = {}) {
  const associationId = await anAssociation();
  const coordinator = staff("coordinator", associationId);
  const form = participantForm(changes);
  const made = await createParticipant(coordinator, form);
  if (!made.ok) throw new Error(made.code);
  const [row] = await owner`
    SELECT id FROM participants WHERE association_id = ${associationId} AND reference = ${form.reference}`;
  const id: string = row!.id;
  await owner`INSERT INTO work_profiles (participant_id, association_id, status, profile)
    VALUES (${id}, ${associationId}, 'complete', ${owner.json(aProfile() as never)})
    ON CONFLICT (participant_id) DO UPDATE SET profile = excluded.profile, status = 'complete'`;
  if (consent) {
    await owner`INSERT INTO consents (association_id, participant_id, purpose, text_version, given_how,
        recorded_by_name, valid_from, valid_until)
      VALUES (${associationId}, ${id}, 'present_to_employers', '1', 'paper', 'Test', current_date,
        current_date + 100)`;
  }
  return {
    associationId,
    coordinator,
    reference: form.reference,
    participant: asParticipant(associationId, id),
    id,
  };
}

async function held(coordinator: Actor, reference: string, placementId: number): Promise<string> {
  const hold = await holdPlacement(coordinator, { reference }, placementId);
  if (!hold.ok) throw new Error(hold.code);
  return hold.proposal.id;
}

/** Takes a step that must succeed. */
async function go(actor: Actor, proposalId: string, to: ProposalStatus, more: Partial<Step> = {}) {
  const moved = await moveProposal(actor, { proposalId, to, ...more });
  expect(moved).toMatchObject({ ok: true });
}

const claimed = async (placementId: number) => {
  const [row] = await owner`SELECT claimed FROM placements WHERE id = ${placementId}`;
  const [held] = await owner`
    SELECT count(*)::int AS n FROM proposals WHERE placement_id = ${placementId} AND holds_slot`;
  expect(row!.claimed, "claimed is the number of proposals that hold a slot").toBe(held!.n);
  return row!.claimed as number;
};
const visit = () => ({ at: new Date(Date.now() + 86_400_000), place: "Kvarnen", nameAgreed: true });

test("200 coordinators reserve the last slot at the same moment: one gets it, the others are told", async () => {
  const { coordinator, associationId } = await aCase();
  const placement = await aPlacement(1);
  const references = Array.from({ length: 200 }, (_, i) => `P-${i}`);
  await owner`INSERT INTO participants (association_id, reference)
    SELECT ${associationId}, unnest(${references}::text[])`;
  const answers = await Promise.all(
    references.map((reference) => holdPlacement(coordinator, { reference }, placement.id)),
  );
  expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
  expect(answers.filter((one) => !one.ok && one.code === "slot_taken")).toHaveLength(199);
  expect(await claimed(placement.id)).toBe(1);
});

test("a freed slot can be held again, and no slot is freed twice", async () => {
  const { coordinator, reference, participant } = await aCase();
  const placement = await aPlacement(2);
  const proposal = await held(coordinator, reference, placement.id);
  expect(await claimed(placement.id)).toBe(1);
  await go(coordinator, proposal, "asked_participant");
  await go(participant, proposal, "participant_no", { reason: "too_far_away" });
  expect(await claimed(placement.id)).toBe(0);
  expect(await moveProposal(coordinator, { proposalId: proposal, to: "withdrawn" })).toEqual({
    ok: false,
    code: "wrong_status",
  });
  expect(await claimed(placement.id)).toBe(0);
  await held(coordinator, reference, placement.id);
  expect(await claimed(placement.id)).toBe(1);
});

test("a hold ends by itself after its days, frees the slot, and others can hold at once", async () => {
  const one = await aCase();
  const other = await aCase();
  const placement = await aPlacement(1);
  const proposal = await held(one.coordinator, one.reference, placement.id);
  const [row] = await owner`SELECT hold_until - now() AS left FROM proposals WHERE id = ${proposal}`;
  expect(String(row!.left)).toMatch(/^(9 days|10 days)/);
  await owner`UPDATE proposals SET hold_until = now() - interval '1 second' WHERE id = ${proposal}`;
  await held(other.coordinator, other.reference, placement.id);
  const shown = await showProposal(one.coordinator, proposal);
  expect(shown).toMatchObject({ ok: true, proposal: { status: "expired", holdsSlot: false } });
  expect(await claimed(placement.id)).toBe(1);
  expect(await expireProposals()).toBe(0);
});

test("the whole way with an employer who signs in: anonymous until the visit, then the name", async () => {
  const { coordinator, reference, participant, id } = await aCase(true, { name: "Robin Sandberg" });
  const placement = await aPlacement(1);
  const proposal = await held(coordinator, reference, placement.id);
  await go(coordinator, proposal, "asked_participant");
  expect(await listForEmployer(placement.employer)).toEqual([]);
  await go(participant, proposal, "participant_yes");
  await go(coordinator, proposal, "presented");

  const before = JSON.stringify(await readForEmployer(placement.employer, proposal));
  expect(before).toContain('"abilities"');
  expect(before).not.toMatch(new RegExp(`Robin|${reference}|1988|kvinna`));
  await go(placement.employer, proposal, "employer_maybe_meet");
  await go(coordinator, proposal, "visit_booked", { visit: visit() });

  expect(await readForEmployer(placement.employer, proposal)).toMatchObject({
    ok: true,
    view: { name: "Robin Sandberg" },
  });
  const events = await owner`
    SELECT action FROM audit_events WHERE participant_id = ${id} AND subject = ${proposal} ORDER BY id`;
  expect(events.map(({ action }) => action)).toContain("identity.disclosed");
  await go(coordinator, proposal, "agreed");
  expect(await claimed(placement.id)).toBe(1);
});

test("the whole way for an employer who never signs in: the coordinator notes how each answer came", async () => {
  const { coordinator, reference } = await aCase();
  const placement = await aPlacement(1);
  const begun = await beginProposal(coordinator, { reference }, placement.id);
  if (!begun.ok) throw new Error(begun.code);
  const { proposalId } = begun;
  await go(coordinator, proposalId, "asked_participant");
  await go(coordinator, proposalId, "participant_yes", { how: "mote" });
  await go(coordinator, proposalId, "presented");
  expect(await moveProposal(coordinator, { proposalId, to: "employer_yes" })).toEqual({
    ok: false,
    code: "how_missing",
  });
  await go(coordinator, proposalId, "employer_yes", { how: "telefon", note: "Ulla ringde" });
  await go(coordinator, proposalId, "visit_booked", { visit: visit() });
  await go(coordinator, proposalId, "agreed");
  expect(await claimed(placement.id)).toBe(1);
  const shown = await showProposal(coordinator, proposalId);
  expect(shown.ok && shown.events.map(({ to, how }) => [to, how])).toContainEqual([
    "employer_yes",
    "telefon",
  ]);
});

test("without consent nobody is presented, and the employer sees nothing", async () => {
  const { coordinator, reference, participant } = await aCase(false);
  const placement = await aPlacement();
  const proposal = await held(coordinator, reference, placement.id);
  await go(coordinator, proposal, "asked_participant");
  await go(participant, proposal, "participant_yes");
  expect(await moveProposal(coordinator, { proposalId: proposal, to: "presented" })).toEqual({
    ok: false,
    code: "consent_missing",
  });
  expect(await listForEmployer(placement.employer)).toEqual([]);
});

test("a protected name is never told, not even for a visit", async () => {
  const { coordinator, reference } = await aCase(true, { protectedIdentity: "protected", name: undefined });
  const placement = await aPlacement();
  const proposal = await held(coordinator, reference, placement.id);
  await go(coordinator, proposal, "asked_participant");
  await go(coordinator, proposal, "participant_yes", { how: "telefon" });
  await go(coordinator, proposal, "presented");
  await go(coordinator, proposal, "employer_yes", { how: "telefon" });
  await go(coordinator, proposal, "visit_booked", { visit: visit() });
  expect(await readForEmployer(placement.employer, proposal)).toMatchObject({
    ok: true,
    view: { name: null },
  });
});

test("a protected identity is in no list of proposals", async () => {
  const { coordinator, reference } = await aCase(true, { protectedIdentity: "protected", name: undefined });
  const placement = await aPlacement();
  await held(coordinator, reference, placement.id);
  expect(await listOpenProposals(coordinator)).toEqual([]);
  expect((await countWaiting(coordinator)).map(({ count }) => count)).toEqual([0, 0, 0]);
});

test("another association, another employer and another participant find nothing", async () => {
  const { coordinator, reference, associationId } = await aCase();
  const stranger = await aCase();
  const placement = await aPlacement();
  const elsewhere = await aPlacement();
  const proposal = await held(coordinator, reference, placement.id);
  expect(await showProposal(stranger.coordinator, proposal)).toEqual({ ok: false, code: "not_found" });
  for (const actor of [stranger.coordinator, stranger.participant, elsewhere.employer, placement.employer]) {
    expect(await moveProposal(actor, { proposalId: proposal, to: "withdrawn" })).toEqual({
      ok: false,
      code: "not_found",
    });
  }
  expect(
    await beginProposal(stranger.coordinator, { reference: `${reference}-finns-ej` }, placement.id),
  ).toEqual({
    ok: false,
    code: "not_found",
  });
  expect((await listOpenProposals(staff("coach", associationId))).map(({ id }) => id)).toEqual([proposal]);
  expect(await listOpenProposals(stranger.coordinator)).toEqual([]);
  expect(await countWaiting(staff("coach", associationId))).toEqual([
    { party: "coordinator", count: 1 },
    { party: "participant", count: 0 },
    { party: "employer", count: 0 },
  ]);
  for (const actor of [stranger.coordinator, placement.employer])
    expect((await countWaiting(actor)).map(({ count }) => count)).toEqual([0, 0, 0]);
});

test("the participant who is interested is on the list once, however often the button is pressed", async () => {
  const { participant, coordinator } = await aCase();
  const placement = await aPlacement();
  const presses = await Promise.all([1, 2, 3].map(() => beginProposal(participant, "oneself", placement.id)));
  expect(new Set(presses.map((press) => press.ok && press.proposalId)).size).toBe(1);
  expect(await listOpenProposals(coordinator)).toMatchObject([
    { status: "shortlisted", placementId: placement.id },
  ]);
});

test("a visit sent with another step is not written, and does not stretch the hold", async () => {
  const { coordinator, reference } = await aCase();
  const placement = await aPlacement(1);
  const proposal = await held(coordinator, reference, placement.id);
  const far = { at: new Date(Date.now() + 400 * 86_400_000), place: "Kvarnen", nameAgreed: true };
  await go(coordinator, proposal, "asked_participant", { visit: far });
  const [row] = await owner`
    SELECT visit_at, hold_until < now() + interval '11 days' AS soon FROM proposals WHERE id = ${proposal}`;
  expect(row).toMatchObject({ visit_at: null, soon: true });
});

test("whoever is interested sees the placement: one for coordinators only is not there", async () => {
  const { participant, coordinator, reference } = await aCase();
  const placement = await aPlacement();
  await owner`UPDATE placements SET visibility = 'coordinators' WHERE id = ${placement.id}`;
  expect(await beginProposal(participant, "oneself", placement.id)).toEqual({ ok: false, code: "not_found" });
  expect(await beginProposal(coordinator, { reference }, placement.id)).toMatchObject({ ok: true });
});

test("taking a suggestion away twice is taking it away once", async () => {
  const { coordinator, reference, id } = await aCase();
  const placement = await aPlacement();
  await held(coordinator, reference, placement.id);
  const clicks = [1, 2].map(() => withdrawOpen(coordinator, reference, placement.id));
  expect((await Promise.all(clicks)).map(({ ok }) => ok)).toEqual([true, true]);
  expect(await withdrawOpen(coordinator, reference, placement.id)).toEqual({ ok: true, proposalId: null });
  expect(await owner`SELECT status FROM proposals WHERE participant_id = ${id}`).toEqual([
    { status: "withdrawn" },
  ]);
  expect(await claimed(placement.id)).toBe(0);
});
