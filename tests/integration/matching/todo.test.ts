import { expect, test } from "vitest";
import type { ProposalTask } from "#app/domain/matching/proposal-task";
import { dayAfter } from "#app/domain/organisations/day";
import { today } from "#app/platform/clock.server";
import { inDays } from "#tests/support/days";
import { anAssociation, asParticipant, staff } from "#tests/support/factories/people";
import { aPlacement } from "#tests/support/factories/placements";
import { owner } from "#tests/support/owner";
import { startPage } from "#tests/support/start-page";

type Stage = { associationId: number; placementId: number; employerId: number };
let people = 0;

async function aStage(): Promise<Stage> {
  const associationId = await anAssociation(["1885"]);
  const placement = await aPlacement(3);
  const [row] = await owner`SELECT employer_id FROM placements WHERE id = ${placement.id}`;
  return { associationId, placementId: placement.id, employerId: row!.employer_id };
}

async function aPerson({ associationId }: Stage, more: Record<string, unknown> = {}): Promise<string> {
  people += 1;
  const [row] = await owner`INSERT INTO participants ${owner({
    association_id: associationId,
    reference: `T-${people}`,
    ...more,
  })} RETURNING id`;
  return row!.id;
}

/** A proposal as it stands, with who began it. */
async function aProposal(
  stage: Stage,
  standing: Record<string, unknown>,
  by = "coordinator",
  person?: string,
) {
  const [row] = await owner`INSERT INTO proposals ${owner({
    association_id: stage.associationId,
    participant_id: person ?? (await aPerson(stage)),
    placement_id: stage.placementId,
    employer_id: stage.employerId,
    ...standing,
  })} RETURNING id`;
  await owner`INSERT INTO proposal_events (association_id, proposal_id, to_status, by_role, by_name)
    VALUES (${stage.associationId}, ${row!.id}, 'shortlisted', ${by}, 'Någon')`;
}

async function todoOf(associationId: number) {
  const answer = await startPage(staff("coordinator", associationId));
  if (!answer.ok) throw new Error(answer.code);
  return { ...answer.todo, exceptions: answer.exceptions, aside: answer.aside };
}

test.each(["held", "presented"])(
  "a hold about to end (%s) is an exception, and in no other list",
  async (status) => {
    const stage = await aStage();
    await aProposal(stage, { status, ...held(2) });
    const { proposals, exceptions } = await todoOf(stage.associationId);
    expect(Object.values(proposals).filter(({ total }) => total > 0)).toEqual([]);
    expect(exceptions).toMatchObject({ totals: { hold_ends: 1 }, rows: [{ kind: "hold_ends", status }] });
  },
);

const held = (days: number) => ({ holds_slot: true, hold_until: inDays(days) });
const visit = (days: number) => ({ visit_at: inDays(days), visit_place: "Nora" });
const sections: [ProposalTask, string, string, Record<string, unknown>][] = [
  ["on_its_way", "shortlisted", "coordinator", {}],
  ["interested", "shortlisted", "participant", {}],
  ["on_its_way", "held", "coordinator", held(8)],
  ["participant_answer", "asked_participant", "coordinator", {}],
  ["next_step", "participant_yes", "coordinator", {}],
  ["employer_answer", "presented", "coordinator", held(9)],
  ["next_step", "employer_yes", "coordinator", held(9)],
  ["next_step", "employer_maybe_meet", "participant", {}],
  ["visit_ahead", "visit_booked", "coordinator", { ...held(1), ...visit(1) }],
  ["visit_done", "visit_booked", "coordinator", visit(-1)],
  ["agreed", "agreed", "coordinator", held(9)],
];

test.each(sections)("%s: %s, begun by a %s, is there and nowhere else", async (task, status, by, more) => {
  const stage = await aStage();
  await aProposal(stage, { status, ...more }, by);
  const { proposals } = await todoOf(stage.associationId);
  const found = Object.entries(proposals).filter(([, { total }]) => total > 0);
  expect(found.map(([name]) => name)).toEqual([task]);
  expect(found[0]![1]).toMatchObject({ total: 1, rows: [{ status }] });
});

test("what has ended asks for nothing", async () => {
  const stage = await aStage();
  for (const status of ["participant_no", "employer_no", "agreed", "withdrawn", "expired"]) {
    await aProposal(stage, { status });
  }
  const { proposals } = await todoOf(stage.associationId);
  expect(Object.values(proposals).filter(({ total }) => total > 0)).toEqual([]);
});

test("a section shows the first five, longest waiting first, and says how many there are", async () => {
  const stage = await aStage();
  for (let day = 1; day <= 7; day += 1) {
    await aProposal(stage, { status: "asked_participant", updated_at: inDays(-day) });
  }
  const { rows, total } = (await todoOf(stage.associationId)).proposals.participant_answer;
  expect(total).toBe(7);
  expect(rows.map(({ waitedDays }) => waitedDays)).toEqual([7, 6, 5, 4, 3]);
});

test("a complete work profile without a proposal waits; a started, a closed, a matched and a protected do not", async () => {
  const stage = await aStage();
  const withProfile = async (status: string, more: Record<string, unknown> = {}) => {
    const id = await aPerson(stage, more);
    await owner`INSERT INTO work_profiles (participant_id, association_id, status, profile, updated_at)
      VALUES (${id}, ${stage.associationId}, ${status}, '{"startHours": 10}', ${inDays(-9)})`;
    return id;
  };
  await withProfile("complete", { reference: "VANTAR" });
  await withProfile("started");
  await withProfile("confirmed", { closed_on: new Date() });
  await withProfile("complete", { protected_identity: "protected" });
  await aProposal(stage, { status: "held" }, "coordinator", await withProfile("confirmed"));
  await aProposal(stage, { status: "agreed" }, "coordinator", await withProfile("confirmed"));
  const { unmatched } = await todoOf(stage.associationId);
  expect(unmatched).toMatchObject({
    total: 1,
    rows: [{ reference: "VANTAR", startHours: 10, waitedDays: 9 }],
  });
});

test("a protected identity is in no list, only in a number", async () => {
  const stage = await aStage();
  const person = await aPerson(stage, { protected_identity: "unknown", reference: "SKYDDAD" });
  await aProposal(stage, { status: "asked_participant" }, "coordinator", person);
  const todo = await todoOf(stage.associationId);
  expect(JSON.stringify(todo)).not.toContain("SKYDDAD");
  expect(todo.hidden).toBe(1);
});

test("placements unconfirmed for more than 60 days, and those in review, of the own municipalities only", async () => {
  const stage = await aStage();
  const elsewhere = await anAssociation(["0331"]);
  const before = await todoOf(stage.associationId);
  const [old, review, fresh] = [await aPlacement(1), await aPlacement(1), await aPlacement(1)];
  await owner`UPDATE placements SET last_confirmed_on = current_date - 61 WHERE id = ${old.id}`;
  await owner`UPDATE placements SET status = 'in_review' WHERE id = ${review.id}`;
  await owner`UPDATE placements SET last_confirmed_on = current_date - 59 WHERE id = ${fresh.id}`;
  const todo = await todoOf(stage.associationId);
  const unconfirmed = (of: typeof todo) => of.exceptions.totals.unconfirmed ?? 0;
  expect(unconfirmed(todo) - unconfirmed(before)).toBe(1);
  expect(todo.exceptions.rows.filter(({ kind }) => kind === "unconfirmed")).toContainEqual(
    expect.objectContaining({ placementId: old.id, confirmedOn: dayAfter(today(), -61) }),
  );
  expect(todo.inReview.rows.map(({ id }) => id)).toContain(review.id);
  expect(todo.aside.confirmed - before.aside.confirmed).toBe(1);
  expect(await todoOf(elsewhere)).toMatchObject({
    exceptions: { totals: {} },
    inReview: { total: 0 },
    aside: { confirmed: 0 },
  });
});

test("another association's exceptions are not seen, and only a coordinator has this page", async () => {
  const stage = await aStage();
  await aProposal(stage, { status: "asked_participant" });
  const other = await todoOf(await anAssociation(["0331"]));
  expect(other.proposals.participant_answer).toEqual({ rows: [], total: 0 });
  for (const role of ["coach", "admin"] as const) {
    expect(await startPage(staff(role, stage.associationId))).toEqual({ ok: false, code: "forbidden" });
  }
  const participant = asParticipant(stage.associationId, await aPerson(stage));
  expect(await startPage(participant)).toEqual({ ok: false, code: "forbidden" });
});
