import { expect, test } from "vitest";
import { matchQuery, readMatchWindow } from "#app/domain/matching/match-window";
import { defaultWeights, weightsKey } from "#app/domain/matching/weights";
import { dayAfter } from "#app/domain/organisations/day";
import { today } from "#app/platform/clock.server";
import { exportMatches, findMatches, findOwnMatches } from "#app/services/matching/find-matches.server";
import { readMatchWeights } from "#app/services/matching/read-match-weights.server";
import { setMatchWeights } from "#app/services/matching/set-match-weights.server";
import { aProfile } from "#tests/support/factories/matching";
import { anAssociation, asParticipant, staff } from "#tests/support/factories/people";
import { aPlacement } from "#tests/support/factories/placements";
import { owner } from "#tests/support/owner";

let count = 0;

/** A participant of a new association with a work profile that the placements of the factory fit. */
async function aMatchable() {
  count += 1;
  const associationId = await anAssociation();
  const reference = `M-${count}`;
  const [person] = await owner`INSERT INTO participants (association_id, reference, birth_year)
    VALUES (${associationId}, ${reference}, 1990) RETURNING id`;
  await owner`INSERT INTO work_profiles (participant_id, association_id, status, profile)
    VALUES (${person!.id}, ${associationId}, 'complete', ${owner.json(aProfile({ wishedTasks: ["kafe"] }))})`;
  return { associationId, reference, participantId: person!.id as string };
}

/** Two placements that fit: one at the door with other tasks, one far away with the wished ones; and one that clashes. */
async function threePlaces() {
  await owner`UPDATE placements SET status = 'archived'`;
  const near = await aPlacement();
  const wished = await aPlacement();
  await owner`UPDATE workplaces SET point = '(530000,6605000)'
    WHERE id = (SELECT workplace_id FROM placements WHERE id = ${wished.id})`;
  await owner`UPDATE placements SET tasks = '{kafe}' WHERE id = ${wished.id}`;
  const clash = await aPlacement();
  await owner`UPDATE placements SET demand_lyft = 3, adaptations = '{}', demand_tempo = 3 WHERE id = ${clash.id}`;
  await owner`UPDATE placements SET hours_min = 30, hours_max = 40 WHERE id = ${clash.id}`;
  return { near: near.id, wished: wished.id, clash: clash.id };
}

test("staff get the suggestions in order, with what is in the way on request; each look is written down", async () => {
  const { associationId, reference, participantId } = await aMatchable();
  const places = await threePlaces();
  const coordinator = staff("coordinator", associationId);
  const found = await findMatches(coordinator, reference, { all: false, page: 1 });
  expect(found).toMatchObject({
    ok: true,
    count: 2,
    pages: 1,
    more: false,
    basis: { weights: defaultWeights },
  });
  expect(found.ok && found.matches.map(({ rank, place, verdict }) => [rank, place.id, verdict])).toEqual([
    [1, places.wished, "passar"],
    [2, places.near, "passar"],
  ]);
  const hinders = await findMatches(coordinator, reference, { all: true, page: 1 });
  expect(hinders).toMatchObject({
    ok: true,
    matches: [{ rank: null, score: null, place: { id: places.clash } }],
  });
  const exported = await exportMatches(coordinator, reference, true);
  expect(exported.ok && exported.matches.map(({ place }) => place.id)).toEqual([
    places.wished,
    places.near,
    places.clash,
  ]);
  const events = await owner`SELECT action, user_name FROM audit_events
    WHERE participant_id = ${participantId} ORDER BY id`;
  expect(events.map(({ action }) => action)).toEqual(["matches.read", "matches.read", "matches.exported"]);
  expect(new Set(events.map(({ user_name }) => user_name))).toEqual(new Set([coordinator.name]));
});

test("the participant sees the same suggestions; staff elsewhere and other participants find nobody", async () => {
  const { associationId, reference, participantId } = await aMatchable();
  const places = await threePlaces();
  const own = await findOwnMatches(asParticipant(associationId, participantId), 1);
  expect(own.ok && own.matches.map(({ place, talk }) => [place.id, talk])).toEqual([
    [places.wished, null],
    [places.near, null],
  ]);
  const elsewhere = staff("coordinator", await anAssociation());
  expect(await findMatches(elsewhere, reference, { all: false, page: 1 })).toEqual({
    ok: false,
    code: "not_found",
  });
  expect(await exportMatches(elsewhere, reference, true)).toEqual({ ok: false, code: "not_found" });
  expect(await findOwnMatches(staff("coach", associationId), 1)).toEqual({ ok: false, code: "not_found" });
});

test("an unfinished work profile gives no suggestions, and says so", async () => {
  const { associationId, reference, participantId } = await aMatchable();
  await owner`UPDATE work_profiles SET profile = profile - 'kinds' WHERE participant_id = ${participantId}`;
  const coach = staff("coach", associationId);
  expect(await findMatches(coach, reference, { all: false, page: 1 })).toMatchObject({
    ok: true,
    basis: null,
    matches: [],
  });
});

test("the association's weights decide the order, in the database and in what is shown; and can be taken back", async () => {
  const { associationId, reference } = await aMatchable();
  const places = await threePlaces();
  const admin = staff("admin", associationId);
  const coordinator = staff("coordinator", associationId);
  const order = async () => {
    const found = await findMatches(coordinator, reference, { all: false, page: 1 });
    return found.ok ? found.matches.map(({ place, score }) => [place.id, score?.total]) : found.code;
  };
  expect((await order()).at(0)).toEqual([places.wished, 88]);

  const near = { ...defaultWeights, wishes: 0, distance: 35 };
  const seen = weightsKey(defaultWeights);
  expect(await setMatchWeights(coordinator, { weights: near, seen })).toEqual({
    ok: false,
    code: "forbidden",
  });
  expect(await setMatchWeights(admin, { weights: near, seen })).toEqual({ ok: true });
  expect(await order()).toEqual([
    [places.near, 100],
    [places.wished, 72],
  ]);
  expect(await readMatchWeights(coordinator)).toEqual({
    ok: true,
    weights: near,
    isDefault: false,
    mayChange: false,
  });
  // The same twice is one change; a form that shows the old numbers does not undo somebody else's.
  expect(await setMatchWeights(admin, { weights: near, seen })).toEqual({ ok: true });
  const other = { ...defaultWeights, demands: 30, support: 10 };
  expect(await setMatchWeights(admin, { weights: other, seen })).toEqual({
    ok: false,
    code: "changed_meanwhile",
  });
  expect(await setMatchWeights(admin, { weights: null, seen: weightsKey(near) })).toEqual({ ok: true });
  expect(await readMatchWeights(admin)).toEqual({
    ok: true,
    weights: defaultWeights,
    isDefault: true,
    mayChange: true,
  });
  expect((await order()).at(0)).toEqual([places.wished, 88]);

  const events = await owner`SELECT user_name, details FROM audit_events
    WHERE association_id = ${associationId} AND action = 'weights.changed' ORDER BY id`;
  expect(events.map(({ details }) => details)).toEqual([
    { before: seen, after: weightsKey(near), default: false },
    { before: weightsKey(near), after: seen, default: true },
  ]);
  const [foreign] =
    await owner`SELECT count(*)::integer AS n FROM associations WHERE match_weights IS NOT NULL`;
  expect(foreign!.n).toBe(0);
});

test.each(["coach", "coordinator"] as const)("a %s sets no weights", async (role) => {
  const actor = staff(role, await anAssociation());
  expect(await setMatchWeights(actor, { weights: null, seen: "" })).toEqual({ ok: false, code: "forbidden" });
  expect((await readMatchWeights(actor)).ok).toBe(role === "coordinator");
});

test("with a later start, what is full today and free then is among the suggestions, with the slots of that day", async () => {
  const { associationId, reference, participantId } = await aMatchable();
  const places = await threePlaces();
  const coordinator = staff("coordinator", associationId);
  const lastDay = dayAfter(today(), 30);
  const [taken] = await owner`
    INSERT INTO agreements (association_id, participant_id, number, employer_id, placement_id, contacts,
                            created_by_name, holds_slot, slot_from, slot_until)
    SELECT ${associationId}, ${participantId}, '2026-0001', employer_id, id, '{}', 'Test', true, ${today()}, ${lastDay}
      FROM placements WHERE id = ${places.wished} RETURNING id`;
  const ids = async (startsOn: string | null, all = false) => {
    const found = await findMatches(coordinator, reference, { all, page: 1, startsOn });
    return found.ok ? found.matches.map(({ place }) => place.id) : found.code;
  };
  expect(await ids(null)).toEqual([places.near]);
  expect(await ids(null, true)).toContain(places.wished);
  expect(await ids(lastDay)).toEqual([places.near]);
  const then = dayAfter(lastDay, 1);
  expect(await ids(then)).toEqual([places.wished, places.near]);
  expect(await ids(then, true)).toEqual([places.clash]);
  const exported = await exportMatches(coordinator, reference, false, then);
  expect(exported.ok && exported.matches.map(({ place }) => [place.id, place.freeSlots])).toEqual([
    [places.wished, 1],
    [places.near, 1],
  ]);
  // What a fast search adds to is what examining every place with the slots of that day says.
  await owner`UPDATE agreements SET slot_until = ${then} WHERE id = ${taken!.id}`;
  expect(await ids(then)).toEqual([places.near]);
});

test("a start is a day after today, and anything else is now", () => {
  const read = (query: string) => readMatchWindow(new URLSearchParams(query), "2026-11-22").startsOn;
  expect(read("fran=2027-03-01")).toBe("2027-03-01");
  for (const query of [
    "",
    "fran=",
    "fran=2026-11-22",
    "fran=2020-01-01",
    "fran=2999-01-01",
    "fran=2027-02-31",
    "fran=x",
  ])
    expect(read(query), query).toBeNull();
  expect(matchQuery({ all: true, page: 2, startsOn: "2027-03-01" })).toBe("?alla=1&fran=2027-03-01&sida=2");
  expect(matchQuery({ all: false, page: 1, startsOn: null })).toBe("");
});
