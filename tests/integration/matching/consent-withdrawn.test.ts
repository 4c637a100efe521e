import { describe, expect, test } from "vitest";
import { restsOnConsent } from "#app/domain/matching/proposal-status";
import { giveOwnConsent } from "#app/services/consent/give-consent.server";
import { recordWithdrawal, withdrawOwnConsent } from "#app/services/consent/withdraw-consent.server";
import { expireProposals } from "#app/services/matching/expire-proposals.server";
import { listForEmployer, readForEmployer } from "#app/services/matching/list-for-employer.server";
import { moveProposal } from "#app/services/matching/move-proposal.server";
import { showProposal } from "#app/services/matching/read-proposals.server";
import { aPlacement } from "#tests/support/factories/placements";
import { aPresentable, aProposal, untilPresented } from "#tests/support/factories/proposals";
import { owner } from "#tests/support/owner";
import { startPage } from "#tests/support/start-page";

// Somebody who no longer wants to be shown is shown to nobody, from that moment. domain.md "Consent": withdrawn in two clicks.
const purpose = "present_to_employers" as const;

const standing = async (id: string) => {
  const [row] = await owner`SELECT status, holds_slot, reason_code FROM proposals WHERE id = ${id}`;
  return row;
};
const claimed = async (placementId: number) => {
  const [row] = await owner`SELECT claimed FROM placements WHERE id = ${placementId}`;
  return row!.claimed as number;
};
const stopped = { status: "withdrawn", holds_slot: false, reason_code: "consent_withdrawn" };

const answers = {
  presented: [],
  employer_yes: ["employer_yes"],
  employer_maybe_meet: ["employer_maybe_meet"],
};

test.each(Object.entries(answers))(
  "%s: it stops with the consent, the slot is free, the employer sees nothing of the person",
  async (status, answered) => {
    const { coordinator, participant, reference } = await aPresentable();
    const placement = await aPlacement(1);
    const steps = [...untilPresented, ...(answered as "employer_yes"[])];
    const id = await aProposal(coordinator, reference, placement.id, steps);
    expect(await standing(id)).toMatchObject({ status, holds_slot: true });

    expect(await withdrawOwnConsent(participant, purpose)).toMatchObject({ ok: true });
    expect(await standing(id)).toMatchObject(stopped);
    expect(await claimed(placement.id)).toBe(0);
    const seen = await readForEmployer(placement.employer, id);
    expect(seen).toMatchObject({
      ok: true,
      view: { status: "withdrawn", card: null, name: null, visit: null },
    });
    expect(JSON.stringify([seen, await listForEmployer(placement.employer)])).not.toContain("consent");
    expect(await moveProposal(placement.employer, { proposalId: id, to: "employer_yes" })).toEqual({
      ok: false,
      code: "wrong_status",
    });
  },
);

test("every status in which an employer has the card and not the name is one of those", () => {
  expect([...restsOnConsent].sort()).toEqual(Object.keys(answers).sort());
});

test("the history says why and by whom, in the audit trail too", async () => {
  const { coordinator, participant, participantId, reference } = await aPresentable();
  const id = await aProposal(coordinator, reference, (await aPlacement()).id, untilPresented);
  await withdrawOwnConsent(participant, purpose);
  const shown = await showProposal(coordinator, id);
  expect(shown.ok && shown.events.map(({ to }) => to)).toEqual([
    "shortlisted",
    ...untilPresented,
    "withdrawn",
  ]);
  expect(shown.ok && shown.events.at(-1)).toMatchObject({
    byRole: "participant",
    byName: participant.name,
    reason: "consent_withdrawn",
  });
  const events = await owner`SELECT action, details->>'to' AS to FROM audit_events
    WHERE participant_id = ${participantId} AND user_id = ${participant.userId} ORDER BY id`;
  expect(events.slice(-2)).toEqual([
    { action: "consent.withdrawn", to: null },
    { action: "proposal.changed", to: "withdrawn" },
  ]);
});

test("what no employer has seen goes on, and so does a visit that is booked under the name", async () => {
  const { coordinator, participant, reference } = await aPresentable();
  const asked = await aProposal(coordinator, reference, (await aPlacement()).id, [
    "held",
    "asked_participant",
  ]);
  const booked = await aProposal(coordinator, reference, (await aPlacement()).id, [
    ...untilPresented,
    "employer_yes",
    "visit_booked",
  ]);
  await withdrawOwnConsent(participant, purpose);
  expect(await standing(asked)).toMatchObject({ status: "asked_participant", holds_slot: true });
  expect(await standing(booked)).toMatchObject({ status: "visit_booked", holds_slot: true });
  await moveProposal(coordinator, { proposalId: asked, to: "participant_yes", how: "telefon" });
  expect(await moveProposal(coordinator, { proposalId: asked, to: "presented" })).toEqual({
    ok: false,
    code: "consent_missing",
  });
});

describe("the coordinator's start page", () => {
  const tasks = async (coordinator: Parameters<typeof startPage>[0]) => {
    const answer = await startPage(coordinator);
    return answer.ok ? answer.todo.proposals.consent_withdrawn : null;
  };

  test("shows for a week what the participant stopped", async () => {
    const { coordinator, participant, reference } = await aPresentable();
    const id = await aProposal(coordinator, reference, (await aPlacement()).id, untilPresented);
    await withdrawOwnConsent(participant, purpose);
    expect(await tasks(coordinator)).toMatchObject({
      total: 1,
      rows: [{ id, reference, status: "withdrawn" }],
    });
    await owner`UPDATE proposals SET updated_at = now() - interval '8 days' WHERE id = ${id}`;
    expect(await tasks(coordinator)).toMatchObject({ total: 0 });
  });

  test("does not tell coordinators what they wrote down themselves", async () => {
    const { coordinator, reference } = await aPresentable();
    const id = await aProposal(coordinator, reference, (await aPlacement()).id, untilPresented);
    await recordWithdrawal(coordinator, reference, purpose);
    expect(await standing(id)).toMatchObject(stopped);
    expect(await tasks(coordinator)).toMatchObject({ total: 0 });
  });
});

test("presenting and withdrawing at the same moment: whichever is first, nobody stays presented without consent", async () => {
  for (let round = 0; round < 20; round++) {
    const { coordinator, participant, reference } = await aPresentable();
    const placement = await aPlacement(1);
    const id = await aProposal(coordinator, reference, placement.id, untilPresented.slice(0, 3));
    const [moved] = await Promise.all([
      moveProposal(coordinator, { proposalId: id, to: "presented" }),
      withdrawOwnConsent(participant, purpose),
    ]);
    expect(await standing(id)).toMatchObject(
      moved.ok ? stopped : { status: "participant_yes", holds_slot: true },
    );
    if (!moved.ok) expect(moved.code).toBe("consent_missing");
  }
});

test("many take their yes back while holds end at the same places: nobody waits in a circle, every slot is free", async () => {
  const places = [await aPlacement(20), await aPlacement(20), await aPlacement(20), await aPlacement(20)];
  const people = await Promise.all(Array.from({ length: 8 }, () => aPresentable()));
  const begin = (
    { coordinator, reference }: (typeof people)[number],
    steps: typeof untilPresented | ["held"],
  ) => Promise.all(places.map(({ id }) => aProposal(coordinator, reference, id, steps)));
  await Promise.all(people.map((one) => begin(one, untilPresented)));
  const late = await aPresentable();
  await begin(late, ["held"]);
  await owner`UPDATE proposals SET hold_until = now() - random() * interval '1 hour'
    WHERE participant_id = ${late.participantId}`;
  const [ended, again, ...withdrawn] = await Promise.all([
    expireProposals(),
    expireProposals(),
    ...people.map(({ participant }) => withdrawOwnConsent(participant, purpose)),
  ]);
  expect(ended + again).toBe(places.length);
  expect(withdrawn.every((one) => typeof one === "object" && one.ok)).toBe(true);
  for (const { id } of places) expect(await claimed(id)).toBe(0);
});

test("a yes after the consent was taken back is kept; both are told that nobody is asked until it is given again", async () => {
  const { coordinator, participant, reference } = await aPresentable();
  const placement = await aPlacement(1);
  const proposalId = await aProposal(coordinator, reference, placement.id, ["held", "asked_participant"]);
  await withdrawOwnConsent(participant, purpose);
  const said = await moveProposal(participant, { proposalId, to: "participant_yes" });
  expect(said).toMatchObject({ ok: true, proposal: { status: "participant_yes", consentMissing: true } });
  const rowOf = async () => {
    const todo = await startPage(coordinator);
    return todo.ok ? todo.todo.proposals.next_step.rows.find(({ id }) => id === proposalId) : null;
  };
  expect(await rowOf()).toMatchObject({ consentMissing: true });
  await giveOwnConsent(participant, { purpose, textVersion: "2026-1", language: "sv" });
  expect(await rowOf()).toMatchObject({ consentMissing: false });
  await moveProposal(participant, { proposalId, to: "withdrawn" });
  expect(await standing(proposalId)).toMatchObject({ status: "withdrawn", reason_code: "own_wish" });
});
