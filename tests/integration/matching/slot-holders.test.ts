import { expect, test } from "vitest";
import { holdPlacement } from "#app/services/matching/hold-placement.server";
import { listForEmployer, readForEmployer } from "#app/services/matching/list-for-employer.server";
import { listSlotHolders } from "#app/services/matching/list-slot-holders.server";
import { moveProposal } from "#app/services/matching/move-proposal.server";
import { showProposal } from "#app/services/matching/read-proposals.server";
import { withActor } from "#db/client.server";
import * as queries from "#db/queries/slots.server";
import { aPlacement } from "#tests/support/factories/placements";
import { aPresentable, aProposal, untilPresented } from "#tests/support/factories/proposals";
import { owner } from "#tests/support/owner";

test("who comes too late for the last slot is told which coordinator has it, where, and until when", async () => {
  const first = await aPresentable();
  const late = await aPresentable();
  const placement = await aPlacement(1);
  const held = await aProposal(first.coordinator, first.reference, placement.id, ["held"]);
  expect(await holdPlacement(late.coordinator, { reference: late.reference }, placement.id)).toEqual({
    ok: false,
    code: "slot_taken",
  });
  const [association] = await owner`SELECT name FROM associations WHERE id = ${first.associationId}`;
  const [row] = await owner`SELECT hold_until FROM proposals WHERE id = ${held}`;
  const holders = await listSlotHolders(late.coordinator, placement.id);
  expect(holders).toEqual([
    { holder: first.coordinator.name, association: association!.name, until: row!.hold_until.toISOString() },
  ]);
  expect(JSON.stringify(holders)).not.toContain(first.reference);
  // Asking has opened nothing else of the other association.
  expect(await showProposal(late.coordinator, held)).toEqual({ ok: false, code: "not_found" });
});

test("a slot that is agreed has no day on which it ends, and the name stays that of who took the slot", async () => {
  const { coordinator, reference } = await aPresentable();
  const placement = await aPlacement(2);
  await aProposal(coordinator, reference, placement.id, [...untilPresented, "employer_yes", "agreed"]);
  expect(await listSlotHolders(coordinator, placement.id)).toMatchObject([
    { holder: coordinator.name, until: null },
  ]);
});

test("employers and participants never learn who has a slot, and the database says no too", async () => {
  const { coordinator, participant, reference } = await aPresentable();
  const placement = await aPlacement(1);
  const id = await aProposal(coordinator, reference, placement.id, untilPresented);
  for (const actor of [placement.employer, participant]) {
    expect(await listSlotHolders(actor, placement.id)).toEqual([]);
    expect(await withActor(actor, (tx) => queries.listSlotHolders(tx, placement.id))).toEqual([]);
  }
  const seen = [await listForEmployer(placement.employer), await readForEmployer(placement.employer, id)];
  expect(JSON.stringify(seen)).not.toContain(coordinator.name);
});

test("the role is given back: after asking, another association's rows are as hidden as before", async () => {
  const { coordinator, reference } = await aPresentable();
  const stranger = await aPresentable();
  const placement = await aPlacement(1);
  const id = await aProposal(coordinator, reference, placement.id, ["held"]);
  const after = await withActor(stranger.coordinator, async (tx) => {
    const holders = await queries.listSlotHolders(tx, placement.id);
    const { findProposal } = await import("#db/queries/proposals.server");
    return { holders: holders.length, found: await findProposal(tx, id) };
  });
  expect(after).toEqual({ holders: 1, found: null });
});

test.each(["", "inte-ett-id", "00000000-0000-0000-0000-00000000000g", "-".repeat(36), "1 OR 1=1"])(
  "what can be no id (%j) is not found, wherever it is asked",
  async (id) => {
    const { coordinator, participant } = await aPresentable();
    const { employer } = await aPlacement();
    const notFound = { ok: false, code: "not_found" };
    expect(await showProposal(coordinator, id)).toEqual(notFound);
    expect(await readForEmployer(employer, id)).toEqual(notFound);
    expect(await moveProposal(participant, { proposalId: id, to: "withdrawn" })).toEqual(notFound);
  },
);
