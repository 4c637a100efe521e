import { describe, expect, test } from "vitest";
import { dayAfter } from "#app/domain/organisations/day";
import { today } from "#app/platform/clock.server";
import { endAgreement } from "#app/services/agreements/end-agreement.server";
import { listAgreementsOf } from "#app/services/agreements/list-agreements.server";
import { pauseAgreement, resumeAgreement } from "#app/services/agreements/pause-agreement.server";
import { readAgreement } from "#app/services/agreements/read-agreement.server";
import { readCalendar } from "#app/services/agreements/read-calendar.server";
import { readText } from "#app/services/agreements/read-text.server";
import { withActor } from "#db/client.server";
import { listPauses } from "#db/queries/agreement-pauses.server";
import { aCircle, aDraft, aMonday, begun, inForce, send } from "#tests/support/factories/agreements";
import { anAssociation, staff } from "#tests/support/factories/people";
import { owner } from "#tests/support/owner";

const pause = (from: string, returnsOn: string | null, kind: "sick" | "other" = "other") => ({
  from,
  returnsOn,
  kind,
  note: "",
});
async function underWay() {
  const circle = await aCircle();
  const id = await inForce(circle);
  await begun(id);
  return { circle, id };
}

describe("a pause", () => {
  test("is taken by each party, told to all in words of days, and the slot and the agreement stay", async () => {
    const { circle, id } = await underWay();
    const day = today();
    for (const [n, actor] of [
      circle.coordinator,
      circle.coach,
      circle.participant,
      circle.employer,
    ].entries()) {
      const from = dayAfter(day, n * 3);
      expect(await pauseAgreement(actor, id, pause(from, dayAfter(from, 2)))).toEqual({ ok: true });
    }
    for (const actor of [circle.coordinator, circle.participant, circle.employer, circle.caseWorker])
      expect(await readAgreement(actor, id)).toMatchObject({
        ok: true,
        state: { name: "paused", since: day, until: dayAfter(day, 1) },
        pauses: [0, 3, 6, 9].map((n) => ({ from: dayAfter(day, n), until: dayAfter(day, n + 1) })),
      });
    expect(await listAgreementsOf(circle.coordinator, "open")).toMatchObject({
      rows: [{ id, state: { name: "paused" } }],
    });
    const [row] = await owner`SELECT status, holds_slot FROM agreements WHERE id = ${id}`;
    expect(row).toEqual({ status: "in_force", holds_slot: true });
  });

  test("for illness says so to staff and the participant, and to nobody else, not even in the database", async () => {
    const { circle, id } = await underWay();
    const note = "Ringde i morse.";
    expect(await pauseAgreement(circle.participant, id, { ...pause(today(), null, "sick"), note })).toEqual({
      ok: true,
    });
    const kindFor = async (actor: typeof circle.employer) => {
      const read = await readAgreement(actor, id);
      return read.ok && read.pauses.map(({ kind }) => kind);
    };
    for (const actor of [circle.coordinator, circle.coach, circle.participant])
      expect(await kindFor(actor)).toEqual(["sick"]);
    for (const actor of [circle.employer, circle.caseWorker]) {
      expect(await kindFor(actor)).toEqual(["other"]);
      expect(JSON.stringify(await readAgreement(actor, id))).not.toMatch(/"sick"|Ringde/);
      expect((await withActor(actor, (tx) => listPauses(tx, id)))[0]!.kind).toBe("other");
    }
    expect(JSON.stringify(await readAgreement(circle.participant, id))).not.toContain("Ringde");
    // The history, with what was noted, is on the text's own page: for staff only.
    expect(JSON.stringify(await readText(circle.coordinator, id))).toContain("Ringde");
    for (const actor of [circle.participant, circle.employer, circle.caseWorker])
      expect(await readText(actor, id)).toEqual({ ok: false, code: "not_found" });
  });

  test("an employer says when, never why", async () => {
    const { circle, id } = await underWay();
    expect(await pauseAgreement(circle.employer, id, pause(today(), null, "sick"))).toEqual({
      ok: false,
      code: "return_missing",
    });
    await pauseAgreement(circle.employer, id, pause(today(), dayAfter(today(), 7), "sick"));
    expect(await readAgreement(circle.coordinator, id)).toMatchObject({ pauses: [{ kind: "other" }] });
  });

  test("asked for eight times at once is one pause, and its days are in no calendar", async () => {
    const circle = await aCircle();
    const id = await inForce(circle);
    const days = async () => {
      const read = await readCalendar(circle.employer, id);
      return read.ok ? read.events.map(({ day }) => day) : [];
    };
    const before = await days();
    const monday = aMonday();
    const asked = await Promise.all(
      Array.from({ length: 8 }, () => pauseAgreement(circle.coach, id, pause(monday, dayAfter(monday, 7)))),
    );
    expect(asked.every(({ ok }) => ok)).toBe(true);
    expect(await owner`SELECT 1 FROM agreement_pauses WHERE agreement_id = ${id}`).toHaveLength(1);
    expect(
      await owner`SELECT 1 FROM agreement_events WHERE agreement_id = ${id} AND what = 'paused'`,
    ).toHaveLength(1);
    const after = await days();
    expect(before.length).toBeGreaterThan(after.length);
    expect(after).toEqual(before.filter((day) => day >= dayAfter(monday, 7)));
  });

  test("until further notice tells nobody that it is illness: any reason may be", async () => {
    const { circle, id } = await underWay();
    expect(await pauseAgreement(circle.participant, id, pause(today(), null, "other"))).toEqual({ ok: true });
    expect(await readAgreement(circle.employer, id)).toMatchObject({
      pauses: [{ until: null, kind: "other" }],
    });
    expect(await readAgreement(circle.coordinator, id)).toMatchObject({ pauses: [{ kind: "other" }] });
  });

  test("stands in nobody's way: what does not fit has its own answer", async () => {
    const { circle, id } = await underWay();
    const code = async (from: string, returnsOn: string | null) => {
      const paused = await pauseAgreement(circle.coordinator, id, pause(from, returnsOn, "other"));
      return paused.ok ? "ok" : paused.code;
    };
    const day = today();
    expect(await code(day, day)).toBe("return_before_pause");
    expect(await code(dayAfter(day, -100), day)).toBe("pause_outside_period");
    expect(await code(day, dayAfter(day, 300))).toBe("pause_past_end");
    expect(await code(day, null)).toBe("ok");
    expect(await code(dayAfter(day, 5), dayAfter(day, 9))).toBe("pause_overlaps");
  });
});

describe("going on", () => {
  test("ends the pause, moves the day of return, or takes away a pause that never was", async () => {
    const { circle, id } = await underWay();
    const day = today();
    const pauses = async () => {
      const read = await readAgreement(circle.employer, id);
      return read.ok && read.pauses.map(({ from, until }) => [from, until]);
    };
    await pauseAgreement(circle.participant, id, pause(dayAfter(day, -4), null, "sick"));
    expect(await resumeAgreement(circle.coach, id, dayAfter(day, 3))).toEqual({ ok: true });
    expect(await pauses()).toEqual([[dayAfter(day, -4), dayAfter(day, 2)]]);
    expect(await resumeAgreement(circle.participant, id, day)).toEqual({ ok: true });
    expect(await resumeAgreement(circle.participant, id, day)).toEqual({ ok: true });
    expect(await pauses()).toEqual([[dayAfter(day, -4), dayAfter(day, -1)]]);
    expect(await readAgreement(circle.employer, id)).toMatchObject({ state: { name: "under_way" } });

    await pauseAgreement(circle.employer, id, pause(dayAfter(day, 7), dayAfter(day, 14)));
    expect(await resumeAgreement(circle.employer, id, dayAfter(day, 5))).toEqual({ ok: true });
    expect(await pauses()).toHaveLength(1);
    expect(await resumeAgreement(circle.employer, id, dayAfter(day, 5))).toEqual({
      ok: false,
      code: "not_paused",
    });
  });
});

test("only those around it, only while it is in force, and each time in the trail", async () => {
  const { circle, id } = await underWay();
  const input = pause(today(), dayAfter(today(), 3));
  const another = await aCircle();
  for (const actor of [
    circle.caseWorker,
    circle.stranger,
    another.participant,
    another.employer,
    staff("coordinator", await anAssociation()),
    staff("admin", circle.associationId),
  ]) {
    expect(await pauseAgreement(actor, id, input)).toEqual({ ok: false, code: "not_found" });
    expect(await resumeAgreement(actor, id, today())).toEqual({ ok: false, code: "not_found" });
  }
  expect(await pauseAgreement(circle.participant, "hittepa", input)).toEqual({
    ok: false,
    code: "not_found",
  });
  await pauseAgreement(circle.participant, id, input);
  await resumeAgreement(circle.participant, id, dayAfter(today(), 1));
  const trail = await owner`SELECT action FROM audit_events WHERE participant_id = ${circle.participantId}
    AND action IN ('agreement.paused', 'agreement.resumed') ORDER BY id`;
  expect(trail.map(({ action }) => action)).toEqual(["agreement.paused", "agreement.resumed"]);
  await endAgreement(circle.participant, id, {
    to: "ended_early",
    reason: "health",
    initiative: null,
    note: "",
  });
  expect(await pauseAgreement(circle.coordinator, id, input)).toEqual({ ok: false, code: "wrong_status" });
  // Why it ended is not told to the workplace.
  expect(JSON.stringify(await readAgreement(circle.employer, id))).not.toContain("health");

  const waiting = await aCircle();
  const out = await aDraft(waiting);
  await send(waiting.coordinator, out);
  expect(await pauseAgreement(waiting.participant, out, pause(aMonday(), dayAfter(aMonday(), 3)))).toEqual({
    ok: false,
    code: "wrong_status",
  });
});
