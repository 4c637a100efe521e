import { expect, test } from "vitest";
import { listConsents } from "#app/services/consent/list-consents.server";
import { readForEmployer } from "#app/services/matching/list-for-employer.server";
import { moveProposal } from "#app/services/matching/move-proposal.server";
import { showProposal } from "#app/services/matching/read-proposals.server";
import { changeParticipant, editParticipant } from "#app/services/profiles/change-participant.server";
import { aPlacement } from "#tests/support/factories/placements";
import { participantForm } from "#tests/support/factories/profiles";
import { aPresentable, aProposal } from "#tests/support/factories/proposals";
import { owner } from "#tests/support/owner";

// domain.md "Consent, secrecy, protection": if set later, effective in the same transaction.
test("a name that has been told is gone with the protection: at the employer, in the history, on the consent", async () => {
  const { coordinator, participant, participantId, reference } = await aPresentable();
  const name = "Robin Sandberg";
  await owner`UPDATE participants SET name = ${name} WHERE id = ${participantId}`;
  await owner`UPDATE consents SET recorded_by_name = ${name} WHERE participant_id = ${participantId}`;
  const { id: placementId, employer } = await aPlacement();
  const id = await aProposal(coordinator, reference, placementId, ["held", "asked_participant"]);
  await moveProposal({ ...participant, name }, { proposalId: id, to: "participant_yes" });
  const visit = { at: new Date(Date.now() + 86_400_000), place: "Kvarnen", nameAgreed: true };
  for (const to of ["presented", "employer_yes", "visit_booked"] as const)
    expect(await moveProposal(coordinator, { proposalId: id, to, how: "telefon", visit })).toMatchObject({
      ok: true,
    });
  const told = async () =>
    JSON.stringify([
      await readForEmployer(employer, id),
      await showProposal(coordinator, id),
      await listConsents(coordinator, reference),
    ]);
  expect((await told()).split(name)).toHaveLength(5);

  const read = await editParticipant(coordinator, reference);
  if (!read.ok) throw new Error(read.code);
  const { version } = read.participant;
  const form = participantForm({
    reference,
    protectedIdentity: "protected",
    name: undefined,
    email: undefined,
  });
  const changed = await changeParticipant(coordinator, reference, { ...form, version, removeIdentity: "on" });
  expect(changed).toMatchObject({ ok: true });
  expect(await told()).not.toContain(name);
  expect(await readForEmployer(employer, id)).toMatchObject({ ok: true, view: { name: null, visit: {} } });
});
