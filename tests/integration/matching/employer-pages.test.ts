import { expect, test } from "vitest";
import { listForEmployer, readForEmployer } from "#app/services/matching/list-for-employer.server";
import { confirmOwnPlacement } from "#app/services/placements/confirm-own-placement.server";
import { listOwnPlacements } from "#app/services/placements/list-own-placements.server";
import { anAssociation, staff } from "#tests/support/factories/people";
import { aPlacement } from "#tests/support/factories/placements";
import { owner } from "#tests/support/owner";

async function aPresented(status: string) {
  const associationId = await anAssociation();
  const placement = await aPlacement(2);
  const [person] = await owner`INSERT INTO participants (association_id, reference, name)
    VALUES (${associationId}, 'E-1', 'Robin Falk') RETURNING id`;
  const [proposal] = await owner`INSERT INTO proposals ${owner({
    association_id: associationId,
    participant_id: person!.id,
    placement_id: placement.id,
    employer_id: placement.employerId,
    status,
    anonymous_card: owner.json({ startHours: 8 }),
    visit_at: new Date(),
    visit_place: "Kvarnen",
  })} RETURNING id`;
  await owner`INSERT INTO disclosures (association_id, participant_id, proposal_id, employer_id, name, disclosed_by_name)
    VALUES (${associationId}, ${person!.id}, ${proposal!.id}, ${placement.employerId}, 'Robin Falk', 'Sam')`;
  return { placement, proposalId: proposal!.id as string, participantId: person!.id as string };
}

test("an employer reads a proposal, the participant can see it, and another employer finds nothing", async () => {
  const { placement, proposalId, participantId } = await aPresented("visit_booked");
  const read = await readForEmployer(placement.employer, proposalId);
  expect(read).toMatchObject({ ok: true, view: { name: "Robin Falk", visit: { place: "Kvarnen" } } });
  expect(await listForEmployer(placement.employer)).toMatchObject([{ id: proposalId, name: "Robin Falk" }]);
  const events = await owner`SELECT user_name FROM audit_events
    WHERE participant_id = ${participantId} AND action = 'proposal.read'`;
  expect(events).toMatchObject([{ user_name: placement.employer.name }]);

  const { employer: other } = await aPlacement();
  expect(await readForEmployer(other, proposalId)).toEqual({ ok: false, code: "not_found" });
  expect(await listForEmployer(other)).toEqual([]);
  expect(await readForEmployer(placement.employer, "inget-id")).toEqual({ ok: false, code: "not_found" });
});

test("a proposal that was withdrawn after the visit shows neither name nor person", async () => {
  const { placement, proposalId } = await aPresented("withdrawn");
  const read = await readForEmployer(placement.employer, proposalId);
  expect(read).toMatchObject({ ok: true, view: { name: null, card: null, visit: null } });
});

test("one click says that an own placement is still right; it comes back into search", async () => {
  const { id, employer } = await aPlacement(2);
  await owner`UPDATE placements SET last_confirmed_on = current_date - 130 WHERE id = ${id}`;
  const before = await listOwnPlacements(employer);
  expect(before.rows).toMatchObject([{ id, listed: false, freshness: { days: 130, tone: "warn" } }]);
  expect(await confirmOwnPlacement(employer, id)).toEqual({ ok: true });
  const after = await listOwnPlacements(employer);
  expect(after.rows).toMatchObject([{ id, listed: true, freshness: { days: 0, tone: "ok" } }]);
});

test("nobody confirms another's placement, an archived one, or one as a coordinator here", async () => {
  const { id, employer } = await aPlacement();
  const { employer: other } = await aPlacement();
  expect(await confirmOwnPlacement(other, id)).toEqual({ ok: false, code: "not_found" });
  const coordinator = staff("coordinator", await anAssociation());
  expect(await confirmOwnPlacement(coordinator, id)).toEqual({ ok: false, code: "not_found" });
  await owner`UPDATE placements SET status = 'archived' WHERE id = ${id}`;
  expect(await confirmOwnPlacement(employer, id)).toEqual({ ok: false, code: "wrong_status" });
});
