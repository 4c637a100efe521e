import { expect, test } from "vitest";
import { type Actor, publicActor, roles } from "#app/domain/identity/actor";
import { dayAfter } from "#app/domain/organisations/day";
import { inOrder, parseFollowedSearch } from "#app/domain/profiles/next-step";
import { today } from "#app/platform/clock.server";
import { listFollowed } from "#app/services/profiles/list-followed.server";
import { inDays } from "#tests/support/days";
import { anAssociation, staff } from "#tests/support/factories/people";
import { aPlacement } from "#tests/support/factories/placements";
import { owner } from "#tests/support/owner";
import { startPage } from "#tests/support/start-page";

let people = 0;
async function aPerson(associationId: number, more: Record<string, unknown> = {}) {
  people += 1;
  const reference = `F-${people}`;
  const [row] = await owner`INSERT INTO participants ${owner({
    association_id: associationId,
    reference,
    ...more,
  })} RETURNING id`;
  return { id: row!.id as string, reference };
}

async function aProposal(associationId: number, participantId: string, more: Record<string, unknown>) {
  const placement = await aPlacement(3);
  await owner`INSERT INTO proposals ${owner({
    association_id: associationId,
    participant_id: participantId,
    placement_id: placement.id,
    employer_id: placement.employerId,
    ...more,
  })}`;
}

async function anAgreement(associationId: number, participantId: string, more: Record<string, unknown>) {
  const placement = await aPlacement(3);
  const of = { association_id: associationId, participant_id: participantId };
  const at = { placement_id: placement.id, employer_id: placement.employerId };
  const [proposal] =
    await owner`INSERT INTO proposals ${owner({ ...of, ...at, status: "agreed" })} RETURNING id`;
  await owner`INSERT INTO agreements ${owner({
    ...of,
    ...at,
    proposal_id: proposal!.id,
    number: `2026-${++people}`,
    contacts: owner.json({}),
    created_by_name: "Sam",
    ...more,
  })}`;
}

const activity = (associationId: number, participantId: string, more: Record<string, unknown>) =>
  owner`INSERT INTO plan_activities ${owner({
    association_id: associationId,
    participant_id: participantId,
    kind: "samtal",
    title: "Samtal",
    responsible: "Coachen",
    ...more,
  })}`;

async function followedBy(actor: Actor) {
  const read = await listFollowed(actor);
  if (!read.ok) throw new Error(read.code);
  return read.rows;
}

test("what is next is the visit or the activity that comes first, else the proposal that waits", async () => {
  const association = await anAssociation();
  const coach = staff("coach", association);
  const [idle, waiting, visited, busy] = [
    await aPerson(association),
    await aPerson(association),
    await aPerson(association),
    await aPerson(association),
  ];
  await aProposal(association, waiting.id, { status: "asked_participant" });
  for (const person of [visited, busy])
    await aProposal(association, person.id, {
      status: "visit_booked",
      visit_at: inDays(3),
      visit_place: "Nora",
    });
  await activity(association, visited.id, { starts_on: inDays(9) });
  await activity(association, visited.id, { starts_on: inDays(-9), status: "done" });
  await activity(association, busy.id, { starts_on: inDays(1) });

  const rows = await followedBy(coach);
  const next = Object.fromEntries(rows.map((row) => [row.reference, row.next?.kind ?? null]));
  expect(next).toEqual({
    [idle.reference]: null,
    [waiting.reference]: "proposal",
    [visited.reference]: "visit",
    [busy.reference]: "activity",
  });
  expect(inOrder(rows).without.map(({ reference }) => reference)).toEqual([idle.reference]);
});

test("one's own alone, or everybody by how the code begins: a code that is typed is looked for among all", async () => {
  const association = await anAssociation();
  const coach = staff("coach", association);
  const [mine, theirs] = [await aPerson(association), await aPerson(association)];
  await owner`INSERT INTO referrals (association_id, participant_id, main_responsible_user)
    VALUES (${association}, ${mine.id}, ${coach.userId})`;
  const found = async (address: string) => {
    const read = await listFollowed(coach, parseFollowedSearch(new URLSearchParams(address)));
    if (!read.ok) throw new Error(read.code);
    return read.rows.map(({ reference }) => reference);
  };
  expect(await found("")).toEqual([mine.reference]);
  expect(await found("vilka=alla")).toEqual([mine.reference, theirs.reference]);
  expect(await found(`sok=${theirs.reference.toLowerCase()}`)).toEqual([theirs.reference]);
  expect(await found("sok=%25")).toEqual([]);
});

test("nothing ahead is not yet without a next step: that is fourteen days of nothing, as on the coordinator's page", async () => {
  const association = await anAssociation();
  const [lately, long] = [await aPerson(association), await aPerson(association)];
  await owner`UPDATE participants SET created_at = now() - interval '20 days' WHERE id = ${long.id}`;
  const leaving = await aPerson(association, { closed_on: dayAfter(today(), 30) });
  await owner`UPDATE participants SET created_at = now() - interval '15 days' WHERE id = ${leaving.id}`;
  const rows = await followedBy(staff("coach", association));
  expect(Object.fromEntries(rows.map(({ reference, gapDays }) => [reference, gapDays]))).toEqual({
    [lately.reference]: null,
    [long.reference]: 20,
    [leaving.reference]: 15,
  });
  const todo = await startPage(staff("coordinator", association));
  expect(todo).toMatchObject({
    exceptions: {
      totals: { gap: 2 },
      rows: [
        { kind: "gap", reference: long.reference, since: dayAfter(today(), -20) },
        { kind: "gap", reference: leaving.reference },
      ],
    },
  });
});

test("an agreement is what is next until it has ended; fourteen days later its yes is no next step any more", async () => {
  const association = await anAssociation();
  const [placed, signing, ended, closing] = [
    await aPerson(association),
    await aPerson(association),
    await aPerson(association),
    await aPerson(association),
  ];
  const begun = { starts_on: inDays(-60), ends_on: inDays(10) };
  await anAgreement(association, placed.id, { status: "in_force", ...begun });
  await anAgreement(association, signing.id, { status: "out_for_signature" });
  await anAgreement(association, ended.id, { status: "closed", ...begun, updated_at: inDays(-15) });
  await anAgreement(association, closing.id, { status: "closed", ...begun, updated_at: inDays(-3) });
  await owner`UPDATE participants SET created_at = now() - interval '90 days' WHERE association_id = ${association}`;
  await owner`UPDATE proposals SET updated_at = now() - interval '70 days' WHERE association_id = ${association}`;

  const rows = await followedBy(staff("coach", association));
  const of = (person: { reference: string }) => rows.find(({ reference }) => reference === person.reference)!;
  expect(of(placed)).toMatchObject({
    next: { kind: "agreement", stage: "placed", on: dayAfter(today(), 10) },
    gapDays: null,
  });
  expect(of(signing)).toMatchObject({ next: { stage: "on_its_way", on: null }, gapDays: null });
  expect(of(ended)).toMatchObject({ next: null, gapDays: 15 });
  expect(of(closing)).toMatchObject({ next: null, gapDays: null });
});

test("who has nothing ahead is not cut by a long list, then what happens first; care is told by its kind", async () => {
  const association = await anAssociation();
  const [late, waiting, soon, goesOn, idle] = [
    await aPerson(association),
    await aPerson(association),
    await aPerson(association),
    await aPerson(association),
    await aPerson(association),
  ];
  await aProposal(association, late.id, {
    status: "visit_booked",
    visit_at: inDays(20),
    visit_place: "Nora",
  });
  await aProposal(association, waiting.id, { status: "asked_participant" });
  await activity(association, soon.id, { starts_on: inDays(2), kind: "vard", title: "Mottagningen" });
  await activity(association, goesOn.id, { starts_on: inDays(-5), ends_on: inDays(30), status: "ongoing" });

  const rows = await followedBy(staff("coach", association));
  expect(rows.map(({ reference }) => reference)).toEqual(
    [idle, soon, late, goesOn, waiting].map(({ reference }) => reference),
  );
  expect(rows[1]?.next).toMatchObject({ activity: "vard", title: "" });
});

test("one's own come first; protected, closed and other associations' people are in no list", async () => {
  const [association, other] = [await anAssociation(), await anAssociation()];
  const coach = staff("coach", association);
  const first = await aPerson(association);
  const own = await aPerson(association);
  await owner`INSERT INTO referrals (association_id, participant_id, main_responsible_user)
    VALUES (${association}, ${own.id}, ${coach.userId})`;
  await aPerson(association, { protected_identity: "protected" });
  await aPerson(association, { closed_on: today() });
  await aPerson(other);

  const rows = await followedBy(coach);
  expect(inOrder(rows).mine.map(({ reference }) => reference)).toEqual([own.reference]);
  expect(rows.map(({ reference, isMine }) => [reference, isMine])).toEqual([
    [own.reference, true],
    [first.reference, false],
  ]);
  const [event] = await owner`SELECT action, details FROM audit_events WHERE user_id = ${coach.userId}`;
  expect(event).toEqual({ action: "participant.listed", details: { count: 2 } });
});

test.each(roles.filter((role) => role !== "coach" && role !== "coordinator"))(
  "a %s follows nobody",
  async (role) => {
    const actor = { ...publicActor, userId: "någon", role, associationId: await anAssociation() };
    expect(await listFollowed(actor)).toEqual({ ok: false, code: "forbidden" });
    const denied = await owner`SELECT details->>'wanted' AS wanted FROM audit_events
      WHERE association_id = ${actor.associationId} AND action = 'access.denied'`;
    expect(denied).toEqual([{ wanted: "participant.list" }]);
  },
);
