import { expect, test } from "vitest";
import type { Actor } from "#app/domain/identity/actor";
import { beginProposal } from "#app/services/matching/begin-proposal.server";
import { askAbout, holdPlacement } from "#app/services/matching/hold-placement.server";
import { listForEmployer, readForEmployer } from "#app/services/matching/list-for-employer.server";
import { listSlotHolders } from "#app/services/matching/list-slot-holders.server";
import { moveProposal } from "#app/services/matching/move-proposal.server";
import { readMyPage } from "#app/services/matching/read-my-page.server";
import {
  listOpenProposals,
  listParticipantProposals,
  showProposal,
} from "#app/services/matching/read-proposals.server";
import { takeStep } from "#app/services/matching/take-step.server";
import { withdrawOpen } from "#app/services/matching/withdraw-open.server";
import { aPlacement } from "#tests/support/factories/placements";
import { aPresentable, aProposal } from "#tests/support/factories/proposals";
import { owner } from "#tests/support/owner";
import { startPage } from "#tests/support/start-page";

const missing = { ok: false, code: "not_found" };
const forbidden = { ok: false, code: "forbidden" };
const notAllowed = { ok: false, code: "not_allowed" };

/** What a person was denied, in order. */
async function deniedTo(actor: Actor): Promise<string[]> {
  const rows = await owner`SELECT details->>'wanted' AS wanted FROM audit_events
    WHERE user_id = ${actor.userId} AND action = 'access.denied' ORDER BY id`;
  return rows.map(({ wanted }) => wanted);
}

/** Somebody of the same association in another role, with an id of its own. */
function as(role: Actor["role"], like: Actor): Actor {
  return { ...like, role, userId: crypto.randomUUID() };
}

async function aHeld() {
  const own = await aPresentable();
  const placement = await aPlacement(1);
  const proposalId = await aProposal(own.coordinator, own.reference, placement.id, ["held"]);
  return { ...own, placement, proposalId };
}

const tries: [
  string,
  Actor["role"],
  (actor: Actor, of: Awaited<ReturnType<typeof aHeld>>) => unknown,
  unknown,
][] = [
  ["proposal.list", "admin", (actor) => listOpenProposals(actor), []],
  ["proposal.read", "admin", (actor, { reference }) => listParticipantProposals(actor, reference), missing],
  ["proposal.read", "admin", (actor, { proposalId }) => showProposal(actor, proposalId), missing],
  ["proposal.read_presented", "coach", (actor) => listForEmployer(actor), []],
  [
    "proposal.read_presented",
    "coach",
    (actor, { proposalId }) => readForEmployer(actor, proposalId),
    missing,
  ],
  [
    "proposal.own",
    "coordinator",
    (actor) => readMyPage(actor),
    { proposals: [], looks: [], moreLooks: false, hasLeft: false },
  ],
  [
    "proposal.begin",
    "coach",
    (actor, { reference, placement }) => beginProposal(actor, { reference }, placement.id),
    notAllowed,
  ],
  [
    "proposal.begin",
    "coach",
    (actor, { reference, placement }) => holdPlacement(actor, { reference }, placement.id),
    notAllowed,
  ],
  [
    "proposal.move",
    "admin",
    (actor, { proposalId }) => moveProposal(actor, { proposalId, to: "withdrawn" }),
    missing,
  ],
  [
    "proposal.move",
    "coach",
    (actor, { proposalId }) => moveProposal(actor, { proposalId, to: "withdrawn" }),
    notAllowed,
  ],
  [
    "proposal.move",
    "admin",
    (actor, { reference, placement }) => withdrawOpen(actor, reference, placement.id),
    missing,
  ],
  ["proposal.todo", "coach", (actor) => startPage(actor), forbidden],
  ["slot_holders.read", "board", (actor, { placement }) => listSlotHolders(actor, placement.id), []],
];

test.each(tries)(
  "%s is not for a %s, and the attempt is written down",
  async (wanted, role, attempt, answer) => {
    const own = await aHeld();
    const actor = as(role, own.coordinator);
    expect(await attempt(actor, own)).toEqual(answer);
    expect(await deniedTo(actor)).toEqual([wanted]);
    const [row] = await owner`SELECT status FROM proposals WHERE id = ${own.proposalId}`;
    expect(row).toEqual({ status: "held" });
  },
);

test("a stranger's proposal is not there, and the attempt is written down without saying whose it is", async () => {
  const own = await aHeld();
  const { coordinator: stranger } = await aPresentable();
  expect(await showProposal(stranger, own.proposalId)).toEqual(missing);
  expect(await takeStep(stranger, { proposalId: own.proposalId, to: "asked_participant" })).toEqual(missing);
  expect(await deniedTo(stranger)).toEqual(["proposal.read", "proposal.move"]);
  const rows = await owner`SELECT participant_id FROM audit_events WHERE user_id = ${stranger.userId}
    AND action = 'access.denied'`;
  expect(rows.every((row) => row.participant_id === null)).toBe(true);
});

test("a participant cannot hold: nothing is begun, and the attempt is written down", async () => {
  const { participant, participantId } = await aPresentable();
  const placement = await aPlacement(1);
  expect(await holdPlacement(participant, "oneself", placement.id)).toEqual(notAllowed);
  expect(await deniedTo(participant)).toEqual(["proposal.move"]);
  expect(await owner`SELECT FROM proposals WHERE participant_id = ${participantId}`).toHaveLength(0);
});

test("a slot that is taken leaves nothing half begun behind", async () => {
  const { placement } = await aHeld();
  const late = await aPresentable();
  const refused = await holdPlacement(late.coordinator, { reference: late.reference }, placement.id);
  expect(refused).toEqual({ ok: false, code: "slot_taken" });
  expect(await owner`SELECT FROM proposals WHERE participant_id = ${late.participantId}`).toHaveLength(0);
});

test("to be asked at once is one step: shortlisted and asked, with both in the history", async () => {
  const { coordinator, reference } = await aPresentable();
  const placement = await aPlacement(1);
  const asked = await askAbout(coordinator, { reference }, placement.id);
  if (!asked.ok) throw new Error(asked.code);
  const rows =
    await owner`SELECT to_status FROM proposal_events WHERE proposal_id = ${asked.proposal.id} ORDER BY id`;
  expect(rows.map((row) => row.to_status)).toEqual(["shortlisted", "asked_participant"]);
});

test("a hold that has passed stands in nobody's way, on the proposal's own page either", async () => {
  const { placement, proposalId } = await aHeld();
  const next = await aPresentable();
  const waiting = await aProposal(next.coordinator, next.reference, placement.id, []);
  expect(await takeStep(next.coordinator, { proposalId: waiting, to: "held" })).toEqual({
    ok: false,
    code: "slot_taken",
  });
  await owner`UPDATE proposals SET hold_until = now() - interval '1 second' WHERE id = ${proposalId}`;
  expect(await takeStep(next.coordinator, { proposalId: waiting, to: "held" })).toMatchObject({ ok: true });
  const [row] = await owner`SELECT status FROM proposals WHERE id = ${proposalId}`;
  expect(row).toEqual({ status: "expired" });
});

test("the page of a proposal says from the start what asking the employer will need", async () => {
  const own = await aHeld();
  expect(await showProposal(own.coordinator, own.proposalId)).toMatchObject({
    needs: { consent: true, profile: true },
  });
  await owner`UPDATE consents SET withdrawn_at = now() WHERE participant_id = ${own.participantId}`;
  expect(await showProposal(own.coordinator, own.proposalId)).toMatchObject({ needs: { consent: false } });
});
