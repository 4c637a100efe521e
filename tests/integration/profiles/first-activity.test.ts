import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import type { Actor } from "#app/domain/identity/actor";
import { dayAfter } from "#app/domain/organisations/day";
import type { ActivityForm } from "#app/domain/profiles/plan-form";
import { today } from "#app/platform/clock.server";
import { completeKartlaggning } from "#app/services/profiles/complete-kartlaggning.server";
import { confirmPart } from "#app/services/profiles/confirm-part.server";
import { readKartlaggning } from "#app/services/profiles/read-kartlaggning.server";
import { readPart } from "#app/services/profiles/read-part.server";
import { readOwnPlan, readPlan } from "#app/services/profiles/read-plan.server";
import { readSharedParts } from "#app/services/profiles/read-shared-parts.server";
import { savePart } from "#app/services/profiles/save-part.server";
import { saveActivity } from "#app/services/profiles/save-plan.server";
import { withActor } from "#db/client.server";
import { readPlan as planRows } from "#db/queries/plans.server";
import { fillEveryPart, partForm } from "#tests/support/factories/kartlaggning";
import { aCaseWorker, anAgency, anAssociation, asParticipant, staff } from "#tests/support/factories/people";
import { aParticipant } from "#tests/support/factories/profiles";
import { owner } from "#tests/support/owner";

/** A day that has not come. */
const first = dayAfter(today(), 130);
const visit = { mal: "Ett jobb", forsta_aktivitet: "Studiebesök", forsta_start: first };

async function begin(changes: Parameters<typeof aParticipant>[1] = {}) {
  const associationId = await anAssociation();
  const coordinator = staff("coordinator", associationId);
  const { reference, participantId } = await aParticipant(coordinator, changes);
  const oneself = asParticipant(associationId, participantId);
  return { associationId, coordinator, reference, participantId, oneself };
}

async function activitiesOf(actor: Actor, reference: string) {
  const read = await readPlan(actor, reference);
  if (!read.ok) throw new Error(read.code);
  return read.plan.activities;
}

async function planPart(actor: Actor, reference: string) {
  const read = await readPart(actor, reference, "plan");
  if (!read.ok) throw new Error(read.code);
  return read.part;
}

const save = (actor: Actor, reference: string, answers: object, version = 0, more: object = {}) =>
  savePart(actor, reference, "plan", partForm("plan", { ...answers }, { version, ...more }), "unknown");

/** The plan's form for an activity that is there, as the page fills it in. */
async function formOf(actor: Actor, reference: string, changes: Partial<ActivityForm>) {
  const found = (await activitiesOf(actor, reference)).find(({ isFirst }) => isFirst)!;
  const { id, kind, title, startsOn, version, place, wayThere, askFor, phone, bring, status } = found;
  const responsible = found.responsible || "Nadja";
  const there = { place, wayThere, askFor, phone, bring };
  return { key: id, kind, title, responsible, startsOn, version, status, ...there, ...changes };
}

describe("the first activity of part 11 is the plan's", () => {
  test("typed in part 11 it stands once in the plan, for staff and participant", async () => {
    const { coordinator, reference, oneself, participantId } = await begin();
    await save(coordinator, reference, visit);
    await save(coordinator, reference, visit);
    expect(await activitiesOf(coordinator, reference)).toMatchObject([
      { title: "Studiebesök", startsOn: first, isFirst: true, status: "planned", version: 1 },
    ]);
    const own = await readOwnPlan(oneself);
    expect(own).toMatchObject({ ok: true, next: { title: "Studiebesök", on: first }, later: [] });
    const [row] = await owner`SELECT answers->'answers' AS kept FROM profile_parts
      WHERE participant_id = ${participantId} AND part = 'plan'`;
    expect(row!.kept).toEqual({ mal: "Ett jobb" });
  });

  test("changed in part 11 it is the same activity, with all that the plan knows of it", async () => {
    const { coordinator, reference } = await begin();
    await save(coordinator, reference, visit);
    await saveActivity(coordinator, reference, await formOf(coordinator, reference, { place: "Storå" }));
    // Only the place was new, and somebody responsible: the part has a version for what it says itself.
    const { version } = await planPart(coordinator, reference);
    expect(version).toBe(2);
    const later = { ...visit, forsta_start: dayAfter(first, 7), forsta_ansvarig: "Nadja" };
    expect(await save(coordinator, reference, later, version)).toEqual({ ok: true, version: 3 });
    expect(await activitiesOf(coordinator, reference)).toMatchObject([
      {
        title: "Studiebesök",
        startsOn: dayAfter(first, 7),
        responsible: "Nadja",
        place: "Storå",
        isFirst: true,
      },
    ]);
  });

  test("changed in the plan, part 11 gets its next version, the old one is kept and a new yes is asked for", async () => {
    const { associationId, coordinator, reference, oneself } = await begin();
    const coach = { ...staff("coach", associationId), name: "Nadja Coach" };
    await fillEveryPart(coordinator, reference);
    await completeKartlaggning(coordinator, reference);
    await confirmPart(oneself, "plan", 1);
    const form = await formOf(coach, reference, { startsOn: dayAfter(first, 32) });
    expect(await saveActivity(coach, reference, form)).toEqual({ ok: true });
    expect(await saveActivity(coach, reference, form)).toEqual({ ok: true });
    expect(await planPart(coordinator, reference)).toMatchObject({
      version: 2,
      savedByName: "Nadja Coach",
      answers: { forsta_aktivitet: "Studiebesök på växthuset", forsta_start: dayAfter(first, 32) },
      confirmed: { version: 1 },
      older: [{ version: 1, answers: { forsta_start: "2026-04-01" } }],
    });
    const read = await readKartlaggning(coordinator, reference);
    expect(read).toMatchObject({
      overview: { status: "complete", first: { startsOn: dayAfter(first, 32) } },
    });
    // The part that was open in another tab is told.
    expect(await save(coordinator, reference, visit, 1)).toMatchObject({ code: "changed_meanwhile" });
    // What part 11 does not say is no new version of it.
    const done = await formOf(coach, reference, { status: "done" });
    expect(await saveActivity(coach, reference, done)).toEqual({ ok: true });
    expect((await planPart(coordinator, reference)).version).toBe(2);
  });

  test("called off in either place it is gone in both, and can be taken up again as it was", async () => {
    const { coordinator, reference } = await begin();
    await fillEveryPart(coordinator, reference);
    await completeKartlaggning(coordinator, reference);
    const off = await formOf(coordinator, reference, { status: "cancelled", bring: "Matlåda" });
    expect(await saveActivity(coordinator, reference, off)).toEqual({ ok: true });
    expect(await readKartlaggning(coordinator, reference)).toMatchObject({
      overview: { status: "started", first: null },
    });
    const again = { ...visit, forsta_aktivitet: "Studiebesök på växthuset" };
    await save(coordinator, reference, again, 2);
    expect(await activitiesOf(coordinator, reference)).toMatchObject([
      { isFirst: true, status: "planned", startsOn: first, bring: "Matlåda" },
    ]);
    await save(coordinator, reference, { mal: "Ett jobb" }, 3);
    expect(await activitiesOf(coordinator, reference)).toMatchObject([
      { isFirst: false, status: "cancelled" },
    ]);
  });

  test("what has been done stays when the next first activity is written", async () => {
    const { coordinator, reference } = await begin();
    await save(coordinator, reference, { ...visit, forsta_ansvarig: "Nadja" });
    await saveActivity(coordinator, reference, await formOf(coordinator, reference, { status: "done" }));
    await save(coordinator, reference, { ...visit, forsta_aktivitet: "Provvecka" }, 1);
    expect(await activitiesOf(coordinator, reference)).toMatchObject(
      expect.arrayContaining([
        expect.objectContaining({ title: "Studiebesök", status: "done", isFirst: false }),
        expect.objectContaining({ title: "Provvecka", status: "planned", isFirst: true }),
      ]),
    );
  });

  test("written in the plan first, the same name and day in part 11 is the same activity", async () => {
    const { coordinator, reference } = await begin();
    const form = {
      key: crypto.randomUUID(),
      version: 0,
      kind: "studiebesok" as const,
      status: "planned" as const,
    };
    const there = { place: "Storå", wayThere: "", askFor: "", phone: "", bring: "" };
    const words = { title: "Studiebesök", responsible: "Nadja", startsOn: first };
    await saveActivity(coordinator, reference, { ...form, ...there, ...words });
    await save(coordinator, reference, { ...visit, forsta_ansvarig: "Nadja" });
    expect(await activitiesOf(coordinator, reference)).toMatchObject([
      { id: form.key, kind: "studiebesok", place: "Storå", isFirst: true },
    ]);
  });
});

test("a case worker reads it only when part 11 is open; an administrator never, not even in the database", async () => {
  const associationId = await anAssociation();
  const agency = await anAgency();
  const caseWorker = await aCaseWorker(associationId, agency);
  const coordinator = staff("coordinator", associationId);
  const person = { agency, caseWorker: caseWorker.userId! };
  const { reference, participantId } = await aParticipant(coordinator, person);
  const rowsOf = async (actor: Actor) =>
    (await withActor(actor, (tx) => planRows(tx, participantId))).activities.length;
  await save(coordinator, reference, visit);
  expect(await rowsOf(caseWorker)).toBe(0);
  await save(coordinator, reference, visit, 1, { visibility: "case_worker", agreed: "on" });
  expect(await rowsOf(caseWorker)).toBe(1);
  expect(await readSharedParts(caseWorker, reference)).toMatchObject({
    parts: [{ part: "plan", answers: { forsta_aktivitet: "Studiebesök" } }],
  });
  expect(await rowsOf(staff("admin", associationId))).toBe(0);
  // Of care a case worker reads that there is some, and nothing of it in the part either.
  await saveActivity(coordinator, reference, await formOf(coordinator, reference, { kind: "vard" }));
  const shared = JSON.stringify(await readSharedParts(caseWorker, reference));
  expect(shared).toContain("Ett jobb");
  expect(shared).not.toContain("Studiebesök");
});

test("the migration moves what part 11 held: into the activity of that name and day, else into one of its own", async () => {
  const one = await begin();
  const two = await begin();
  for (const { coordinator, reference } of [one, two]) await save(coordinator, reference, visit);
  // As it stood before: all in the part, and in the plan of one of them the same thing by hand.
  await owner`UPDATE profile_parts k SET answers = jsonb_set(answers, '{answers}', answers->'answers' ||
    ${owner.json({ forsta_aktivitet: "Studiebesök", forsta_start: first })})
    WHERE participant_id IN (${one.participantId}, ${two.participantId})`;
  await owner`DELETE FROM plan_activities WHERE participant_id = ${two.participantId}`;
  await owner`UPDATE plan_activities SET is_first = false, place = 'Storå' WHERE participant_id = ${one.participantId}`;
  const file = readFileSync(join(process.cwd(), "db/migrations/0038_one_first_activity.sql"), "utf8");
  const moves = file.slice(file.indexOf("ALTER TABLE profile_parts NO FORCE"));
  await owner.begin((tx) => tx.unsafe(moves));
  for (const [{ coordinator, reference }, place] of [
    [one, "Storå"],
    [two, ""],
  ] as const) {
    expect(await activitiesOf(coordinator, reference)).toMatchObject([
      { title: "Studiebesök", startsOn: first, isFirst: true, place },
    ]);
    expect(await planPart(coordinator, reference)).toMatchObject({
      version: 1,
      answers: { mal: "Ett jobb", forsta_aktivitet: "Studiebesök", forsta_start: first },
    });
  }
});
