import { randomUUID } from "node:crypto";
import { sql } from "drizzle-orm";
import { expect, test } from "vitest";
import { listConsents } from "#app/services/consent/list-consents.server";
import { readForEmployer } from "#app/services/matching/list-for-employer.server";
import { moveProposal } from "#app/services/matching/move-proposal.server";
import { showProposal } from "#app/services/matching/read-proposals.server";
import { changeParticipant, editParticipant } from "#app/services/profiles/change-participant.server";
import { readKartlaggning, readOwnKartlaggning } from "#app/services/profiles/read-kartlaggning.server";
import { sendInterest } from "#app/services/profiles/send-referral.server";
import { sendSuggestion } from "#app/services/profiles/send-suggestion.server";
import { withActor } from "#db/client.server";
import { suggestionForm } from "#tests/support/factories/cases";
import { anAssociation, asParticipant, staff } from "#tests/support/factories/people";
import { aPlacement } from "#tests/support/factories/placements";
import { aParticipant, participantForm } from "#tests/support/factories/profiles";
import { aPresentable, aProposal } from "#tests/support/factories/proposals";
import { owner } from "#tests/support/owner";

test("everything that the person did is by a code then: referrals, suggestions, what was refused, the audit trail", async () => {
  const associationId = await anAssociation();
  const coordinator = staff("coordinator", associationId);
  const { reference, participantId } = await aParticipant(coordinator, { name: "Kanarie Fågel" });
  const oneself = { ...asParticipant(associationId, participantId), name: "Kanarie Fågel" };
  const other = {
    ...asParticipant(associationId, (await aParticipant(coordinator)).participantId),
    name: "Någon",
  };
  await owner`UPDATE participants SET closed_on = current_date - 1 WHERE association_id = ${associationId}`;
  for (const actor of [oneself, other]) {
    await sendInterest(actor, {
      key: randomUUID(),
      purpose: "Ut",
      question: "",
      tried: "",
      wishes: "",
      agencies: [],
      agenciesAgreed: false,
    });
    await owner`UPDATE participants SET closed_on = NULL WHERE id = ${actor.participantId}`;
    await sendSuggestion(actor, suggestionForm());
    await readOwnKartlaggning(actor);
    // Refused: an event about nobody.
    await readKartlaggning(actor, "Z-9999");
  }
  const named = async () =>
    await owner<{ at: string; by: string }[]>`
    SELECT 'referrals' AS at, sent_by_name AS by FROM referrals WHERE association_id = ${associationId} AND sent_by_role = 'participant'
    UNION ALL SELECT 'steps', by_name FROM referral_events WHERE association_id = ${associationId} AND by_role = 'participant'
    UNION ALL SELECT 'suggestions', by_name FROM suggestion_events WHERE association_id = ${associationId} AND by_role = 'participant'
    UNION ALL SELECT 'audit', user_name FROM audit_events WHERE association_id = ${associationId} AND role = 'participant'`;
  const before = await named();
  expect(new Set(before.filter(({ by }) => by === oneself.name).map(({ at }) => at)).size).toBe(4);

  const form = participantForm({
    reference,
    protectedIdentity: "protected",
    name: undefined,
    email: undefined,
  });
  const [now] = await owner`SELECT version FROM participants WHERE id = ${participantId}`;
  const changed = await changeParticipant(coordinator, reference, {
    ...form,
    version: now!.version,
    removeIdentity: "on",
  });
  expect(changed).toMatchObject({ ok: true });
  const after = await named();
  expect(after.map(({ by }) => by)).not.toContain(oneself.name);
  const times = (rows: typeof after, name: string) => rows.filter(({ by }) => by === name).length;
  expect(times(after, reference)).toBe(times(before, oneself.name));
  expect(times(after, "Någon")).toBe(times(before, "Någon"));
});

test("the audit trail forgets nothing else: no other name, no other word, nobody who is not protected", async () => {
  const associationId = await anAssociation();
  const coordinator = staff("coordinator", associationId);
  const { reference, participantId } = await aParticipant(coordinator);
  await readOwnKartlaggning(asParticipant(associationId, participantId));
  const change = (statement: ReturnType<typeof sql>) => withActor(coordinator, (tx) => tx.execute(statement));
  const mine = sql`participant_id = ${participantId} AND role = 'participant'`;
  for (const [what, code] of [
    // Not protected, so the name stays.
    [sql`UPDATE audit_events SET user_name = ${reference} WHERE ${mine}`, "P0001"],
    [sql`UPDATE audit_events SET user_name = 'Någon annan' WHERE ${mine}`, "P0001"],
    [sql`UPDATE audit_events SET action = 'x' WHERE ${mine}`, "42501"],
    [sql`DELETE FROM audit_events WHERE ${mine}`, "42501"],
  ] as const)
    await expect(change(what)).rejects.toMatchObject({ cause: { code } });
  // What staff did is not even there to change.
  const rows = await change(
    sql`UPDATE audit_events SET user_name = 'x' WHERE role = 'coordinator' RETURNING 1`,
  );
  expect(rows).toHaveLength(0);
});

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
