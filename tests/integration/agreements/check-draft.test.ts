import { expect, test } from "vitest";
import { dayAfter } from "#app/domain/organisations/day";
import { checkDraft } from "#app/services/agreements/check-draft.server";
import { editAgreement } from "#app/services/agreements/save-agreement.server";
import { aCircle, aDraft, aMonday, inForce } from "#tests/support/factories/agreements";
import { anAssociation, staff } from "#tests/support/factories/people";
import { owner } from "#tests/support/owner";

test("conflicts are told while a text is written: same person, hours, kind's length, insurance; nothing is saved", async () => {
  const circle = await aCircle();
  const mine = await inForce({ ...circle, placementId: circle.otherPlacementId });
  const [other] = await owner`SELECT number FROM agreements WHERE id = ${mine}`;
  const id = await aDraft(circle);
  const before = await editAgreement(circle.coordinator, id);
  if (!before.ok) throw new Error(before.code);
  const checked = await checkDraft(circle.coordinator, id, (draft) => ({
    ...draft,
    kind: "skyddad",
    insurance: { injury: "", damage: "" },
    stepPlan: [{ fromWeek: 1, hoursPerWeek: 40 }],
    period: { ...draft.period, endsOn: dayAfter(draft.period.startsOn, 7 * 60) },
  }));
  expect(checked.ok && checked.check.conflicts.map(({ code, stops }) => [code, stops])).toEqual(
    expect.arrayContaining([
      ["same_time", true],
      ["no_insurance", true],
      ["hours_above_listing", false],
      ["weeks_outside_listing", false],
      ["longer_than_kind", false],
    ]),
  );
  expect(checked.ok && checked.check.conflicts.find(({ code }) => code === "same_time")?.values).toEqual({
    number: other!.number,
  });
  expect(checked.ok && checked.check.week).toEqual({ scheduleHours: 8, firstWeekHours: 40 });
  expect(await editAgreement(circle.coordinator, id)).toMatchObject({
    ok: true,
    version: { revision: before.version.revision, content: before.version.content },
  });
});

test("what the period comes to leaves out public holidays and the days the employer has closed, by name", async () => {
  const circle = await aCircle();
  const id = await aDraft(circle);
  const checked = await checkDraft(circle.coordinator, id, (draft) => ({
    ...draft,
    period: { startsOn: "2027-03-22", endsOn: "2027-04-11" },
    closedDays: [{ startsOn: "2027-04-05", endsOn: "2027-04-06" }],
    schedule: [
      { weekday: "man", from: "09:00", to: "13:00", breakMinutes: 0 },
      { weekday: "tis", from: "09:00", to: "13:00", breakMinutes: 0 },
    ],
  }));
  // Easter Monday 2027 is 29 March.
  expect(checked.ok && checked.check.period).toEqual({
    weeks: 3,
    days: 3,
    hours: 24,
    off: [
      { day: "2027-03-29", name: "annandag påsk" },
      { day: "2027-04-05", name: null },
      { day: "2027-04-06", name: null },
    ],
  });
  for (const period of [
    { startsOn: "", endsOn: "" },
    { startsOn: aMonday(), endsOn: "9999-12-31" },
  ]) {
    const open = await checkDraft(circle.coordinator, id, (draft) => ({ ...draft, period }));
    expect(open.ok && open.check.period).toBeNull();
  }
});

test("only who may write it is answered, and only while it is a draft; an attempt is in the trail", async () => {
  const circle = await aCircle();
  const id = await aDraft(circle);
  const same = (draft: Parameters<Parameters<typeof checkDraft>[2]>[0]) => draft;
  for (const actor of [circle.participant, circle.employer, staff("coordinator", await anAssociation())])
    expect(await checkDraft(actor, id, same)).toEqual({ ok: false, code: "not_found" });
  const denied =
    await owner`SELECT user_id FROM audit_events WHERE action LIKE '%denied%' AND subject = ${id}`;
  expect(denied).toHaveLength(3);
  const inUse = await inForce(await aCircle());
  expect((await checkDraft(circle.coordinator, inUse, same)).ok).toBe(false);
  const another = await aCircle();
  expect(await checkDraft(another.coordinator, await inForce(another), same)).toEqual({
    ok: false,
    code: "wrong_status",
  });
});
