import { randomUUID } from "node:crypto";
import { beforeAll, describe, expect, test } from "vitest";
import { type Actor, publicActor } from "#app/domain/identity/actor";
import { dayAfter } from "#app/domain/organisations/day";
import type { ActivityForm, GoalForm } from "#app/domain/profiles/plan-form";
import { today } from "#app/platform/clock.server";
import { readOwnDay } from "#app/services/followups/own-day.server";
import { acceptReferral } from "#app/services/profiles/accept-referral.server";
import { moveReferral } from "#app/services/profiles/move-referral.server";
import { readOwnPlan, readPlan } from "#app/services/profiles/read-plan.server";
import {
  saveActivity,
  saveCommitment,
  saveGoal,
  writePlanNote,
} from "#app/services/profiles/save-plan.server";
import { withActor } from "#db/client.server";
import { readPlan as planRows } from "#db/queries/plans.server";
import { aCoordinator, acceptForm, aReferral } from "#tests/support/factories/cases";
import { aCaseWorker, anAgency, anAssociation, asParticipant, staff } from "#tests/support/factories/people";
import { aParticipant } from "#tests/support/factories/profiles";
import { owner } from "#tests/support/owner";

let associationId: number;
let karin: Actor;
let colleague: Actor;
let sofia: Actor;
let reference: string;
let participantId: string;
let referralId: string;
const missing = { ok: false, code: "not_found" };

const goal = (changes: Partial<GoalForm> = {}): GoalForm => ({
  key: randomUUID(),
  version: 0,
  goal: "Jobba halvtid",
  status: "open",
  ...changes,
});
const activity = (changes: Partial<ActivityForm> = {}): ActivityForm => ({
  key: randomUUID(),
  version: 0,
  kind: "studiebesok",
  title: "Växthuset",
  responsible: "Nadja",
  startsOn: dayAfter(today(), 100),
  place: "Hyttvägen 4, Storå",
  wayThere: "Ta buss 304",
  askFor: "Maj",
  phone: "070-1",
  bring: "matlåda",
  status: "planned",
  ...changes,
});

beforeAll(async () => {
  associationId = await anAssociation();
  const agency = await anAgency();
  karin = await aCaseWorker(associationId, agency);
  colleague = await aCaseWorker(associationId, agency);
  sofia = await aCoordinator(associationId);
  referralId = await aReferral(karin);
  const done = await acceptReferral(sofia, referralId, acceptForm(sofia.userId!, "P-0001"));
  if (!done.ok) throw new Error(JSON.stringify(done));
  reference = done.reference;
  const [row] =
    await owner`SELECT id FROM participants WHERE reference = ${reference} AND association_id = ${associationId}`;
  participantId = row!.id;
  await saveGoal(sofia, reference, goal());
  await saveActivity(sofia, reference, activity());
  await saveActivity(
    sofia,
    reference,
    activity({
      kind: "vard",
      title: "Kanarie-psykolog",
      place: "Kanarie-mottagningen",
      startsOn: "2026-01-05",
      status: "ongoing",
    }),
  );
  await saveCommitment(sofia, reference, {
    key: randomUUID(),
    version: 0,
    agency,
    party: "",
    what: "Ersättningen är kvar",
    status: "promised",
  });
  await writePlanNote(staff("coach", associationId), reference, {
    key: randomUUID(),
    note: "Kanarie-arbetsanteckning",
  });
});

describe("the plan", () => {
  test("is read by staff with the working notes", async () => {
    const read = await readPlan(staff("coach", associationId), reference);
    expect(read).toMatchObject({
      ok: true,
      mayChange: true,
      notes: [{ note: "Kanarie-arbetsanteckning" }],
      plan: { goals: [{ goal: "Jobba halvtid" }], commitments: [{ what: "Ersättningen är kvar" }] },
      decisions: [{ decision: "Kartläggning i juni.", mainResponsibleName: sofia.name }],
    });
  });

  test("by the participant: all of it but the working notes, with the next event first", async () => {
    const own = asParticipant(associationId, participantId);
    const read = await readOwnPlan(own);
    if (!read.ok) throw new Error(read.code);
    expect(read.next).toMatchObject({ title: "Växthuset", askFor: "Maj", wayThere: "Ta buss 304" });
    expect(await readOwnDay(own)).toMatchObject({ ok: true, next: read.next });
    expect(await readOwnDay(karin)).toEqual(missing);
    expect(read.plan.activities.map(({ title }) => title)).toContain("Kanarie-psykolog");
    expect(read.way.map(({ kind }) => kind)).toEqual(["activity", "referred", "accepted", "activity"]);
    expect(JSON.stringify(read)).not.toContain("arbetsanteckning");
  });

  test("by the case worker of the case: no working notes, and of care only that there is some", async () => {
    const read = await readPlan(karin, reference);
    expect(read).toMatchObject({ ok: true, mayChange: false, notes: null });
    const text = JSON.stringify(read);
    expect(text).toContain("Växthuset");
    expect(text).not.toMatch(/kanarie/i);
  });

  test("by nobody else: no colleague, no other association, no employer, not even in the database", async () => {
    const others: Actor[] = [
      colleague,
      await aCoordinator(await anAssociation()),
      { ...publicActor, role: "employer", userId: "e", employerId: 1 },
      { ...publicActor, role: "board", userId: "b", associationId },
    ];
    for (const actor of others) {
      expect(await readPlan(actor, reference)).toEqual(missing);
      const rows = await withActor(actor, (tx) => planRows(tx, participantId));
      expect(rows).toEqual({ goals: [], activities: [], commitments: [] });
    }
    const { participantId: other } = await aParticipant(sofia);
    const rows = await withActor(asParticipant(associationId, other), (tx) => planRows(tx, participantId));
    expect(rows.activities).toEqual([]);
  });

  test("is changed by staff only", async () => {
    expect(await saveGoal(karin, reference, goal())).toEqual(missing);
    expect(await saveGoal(asParticipant(associationId, participantId), reference, goal())).toEqual(missing);
    expect(await saveActivity(colleague, reference, activity())).toEqual(missing);
  });

  test("reads and changes are one audit event each", async () => {
    const before =
      await owner`SELECT count(*)::integer AS n FROM audit_events WHERE participant_id = ${participantId}`;
    await readPlan(sofia, reference);
    await saveGoal(sofia, reference, goal({ goal: "Ha roligt" }));
    const rows =
      await owner`SELECT action FROM audit_events WHERE participant_id = ${participantId} ORDER BY id`;
    expect(rows.slice(before[0]!.n).map(({ action }) => action)).toEqual(["plan.read", "plan.changed"]);
  });
});

describe("saving", () => {
  test("the same form twice is one activity; an older version is told that somebody else has saved", async () => {
    const form = activity({ title: "Grupp" });
    expect(await saveActivity(sofia, reference, form)).toEqual({ ok: true });
    expect(await saveActivity(sofia, reference, form)).toEqual({ ok: true });
    expect(await saveActivity(sofia, reference, { ...form, version: 1, title: "Grupp på tisdagar" })).toEqual(
      { ok: true },
    );
    expect(await saveActivity(sofia, reference, { ...form, version: 1, title: "Grupp på onsdagar" })).toEqual(
      {
        ok: false,
        code: "changed_meanwhile",
      },
    );
    const rows = await owner`SELECT title, version FROM plan_activities WHERE id = ${form.key}`;
    expect([...rows]).toEqual([{ title: "Grupp på tisdagar", version: 2 }]);
  });

  test("an activity that is done is not called off afterwards", async () => {
    const form = activity({ status: "done" });
    await saveActivity(sofia, reference, form);
    expect(await saveActivity(sofia, reference, { ...form, version: 1, status: "cancelled" })).toEqual({
      ok: false,
      code: "wrong_status",
    });
  });

  test("a key of somebody else's plan changes nothing there", async () => {
    const { reference: other } = await aParticipant(sofia);
    const form = goal({ goal: "Mitt eget" });
    await saveGoal(sofia, other, form);
    expect(await saveGoal(sofia, reference, { ...form, version: 1, goal: "Annat" })).toEqual({
      ok: false,
      code: "changed_meanwhile",
    });
    const [row] = await owner`SELECT goal FROM plan_goals WHERE id = ${form.key}`;
    expect(row).toEqual({ goal: "Mitt eget" });
  });

  test("an agency that is none is refused", async () => {
    const form = {
      key: randomUUID(),
      version: 0,
      agency: 999_999,
      party: "",
      what: "Något",
      status: "promised" as const,
    };
    expect(await saveCommitment(sofia, reference, form)).toEqual({ ok: false, code: "choose_in_list" });
  });
});

test("when a newer referral has closed the old one, its case worker no longer reads the plan", async () => {
  const anna = await aCaseWorker(associationId, await anAgency());
  const second = await aReferral(anna);
  await acceptReferral(sofia, second, acceptForm(sofia.userId!, reference, { who: "existing" }));
  expect(await readPlan(karin, reference)).toMatchObject({ ok: true });
  await moveReferral(sofia, referralId, { to: "closed", reason: "question_answered" });
  const rows = await withActor(karin, (tx) => planRows(tx, participantId));
  expect(rows).toEqual({ goals: [], activities: [], commitments: [] });
  expect(await readPlan(anna, reference)).toMatchObject({ ok: true, plan: { goals: expect.any(Array) } });
});

test("a goal's day that has been is refused, but for one that stood there already", async () => {
  const past = goal({ targetOn: "2020-01-01" });
  expect(await saveGoal(sofia, reference, past)).toEqual({ ok: false, code: "target_past" });
  const kept = goal({ targetOn: today() });
  expect(await saveGoal(sofia, reference, kept)).toMatchObject({ ok: true });
  await owner`UPDATE plan_goals SET target_on = '2020-01-01' WHERE id = ${kept.key}`;
  const reached = { ...kept, targetOn: "2020-01-01", version: 1, status: "reached" as const };
  expect(await saveGoal(sofia, reference, reached)).toMatchObject({ ok: true });
});
