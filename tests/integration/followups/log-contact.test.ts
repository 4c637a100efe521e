import { randomUUID } from "node:crypto";
import { beforeAll, describe, expect, test } from "vitest";
import { mondayOf } from "#app/domain/agreements/period";
import type { LogInput } from "#app/domain/followups/log-form";
import { dayAfter } from "#app/domain/organisations/day";
import { today } from "#app/platform/clock.server";
import { readCoachDay } from "#app/services/followups/coach-day.server";
import { listOwnLogs } from "#app/services/followups/contact-logs.server";
import { logContact } from "#app/services/followups/log-contact.server";
import { readLogPage } from "#app/services/followups/log-page.server";
import { aCircle, type Circle, inForce } from "#tests/support/factories/agreements";
import { staff } from "#tests/support/factories/people";
import { owner } from "#tests/support/owner";

const yesterday = dayAfter(today(), -1);
const aLog = (changes: Partial<LogInput> = {}): LogInput => ({
  id: randomUUID(),
  heldOn: yesterday,
  heldAt: "10:15",
  form: "besok",
  withWhom: ["participant", "supervisor"],
  marks: ["adaptation"],
  step: "ok",
  words: "Vill ha en pall.",
  workingNote: undefined,
  next: "none",
  ...changes,
});
const logsOf = (agreementId: string) =>
  owner`SELECT id, followup_id, form, words, next_followup_id, logged_by_name FROM followup_logs
         WHERE agreement_id = ${agreementId} ORDER BY received_at, id`;

/** An agreement that the coach follows up, with one contact planned for today and nothing else. */
async function followed(circle: Circle) {
  const id = await inForce(circle);
  await owner`UPDATE agreements SET coach_user = ${circle.coach.userId}, coach_name = ${circle.coach.name} WHERE id = ${id}`;
  await owner`DELETE FROM followups WHERE agreement_id = ${id}`;
  const [planned] =
    await owner`INSERT INTO followups (association_id, agreement_id, step, purpose, form, due_on)
    VALUES (${circle.associationId}, ${id}, 'call-1', 'contact', 'besok', ${today()}) RETURNING id`;
  return { id, followupId: planned!.id as string };
}

describe("a contact is logged", () => {
  let circle: Circle;
  let id: string;
  let followupId: string;
  beforeAll(async () => {
    circle = await aCircle();
    ({ id, followupId } = await followed(circle));
  });

  test("the page knows whom, where, what was last and which day could be next; the look is in the trail", async () => {
    const read = await readLogPage(circle.coach, { followupId });
    if (!read.ok) throw new Error(read.code);
    expect(read.names.supervisor).toBe("Maj Lindqvist");
    expect(read.since.last).toBeNull();
    expect(read.already).toEqual([]);
    expect(read.hasLogged).toBe(false);
    expect(read.next.proposals.length).toBeGreaterThan(0);
    const [event] =
      await owner`SELECT action FROM audit_events WHERE subject = ${id} ORDER BY id DESC LIMIT 1`;
    expect(event).toEqual({ action: "followup.read" });
  });

  test("what is late is not proposed as the next contact: only what is planned from today on", async () => {
    const other = await aCircle();
    const there = await followed(other);
    const addPlanned = async (step: string, dueOn: string) => {
      const [row] =
        await owner`INSERT INTO followups (association_id, agreement_id, step, purpose, form, due_on)
        VALUES (${other.associationId}, ${there.id}, ${step}, 'contact', 'mote', ${dueOn}) RETURNING id`;
      return row!.id as string;
    };
    await addPlanned("meeting-1", dayAfter(today(), -13));
    const nextOf = async () => {
      const read = await readLogPage(other.coach, { followupId: there.followupId });
      if (!read.ok) throw new Error(read.code);
      return read.next;
    };
    const alone = await nextOf();
    expect(alone.planned).toBeNull();
    expect(alone.proposals.every(({ day }) => day > today())).toBe(true);
    const ahead = await addPlanned("call-2", dayAfter(today(), 9));
    expect((await nextOf()).planned?.id).toBe(ahead);
    const log = aLog({ next: "planned" });
    await logContact(other.coach, { followupId: there.followupId }, log, null);
    expect((await logsOf(there.id))[0]?.next_followup_id).toBe(ahead);
  });

  test("a day on which nobody works is refused as the next, and nothing is written", async () => {
    const christmas = `${Number(today().slice(0, 4)) + 1}-12-25`;
    expect(
      await logContact(circle.coach, { followupId }, aLog({ next: "own", nextOn: christmas }), null),
    ).toEqual({ ok: false, code: "next_closed" });
    // Answers to statements that are there no more: nothing is written, and whoever answered is told.
    const gone = { code: "grund", version: 99, parties: { coach: { trivs: 4 } } } as const;
    expect(await logContact(circle.coach, { followupId }, aLog(), gone)).toEqual({
      ok: false,
      code: "rating_unknown",
    });
    expect(
      await logContact(circle.coach, { followupId }, aLog({ heldOn: dayAfter(today(), 2) }), null),
    ).toEqual({ ok: false, code: "held_ahead" });
    expect(await logsOf(id)).toEqual([]);
  });

  test("once it is sent it is done, and the next is planned; the same id again, also at the same moment, is one log", async () => {
    const nextOn = dayAfter(mondayOf(today()), 15);
    const log = aLog({ next: "own", nextOn, nextAt: "10:00" });
    const all = await Promise.all([1, 2, 3].map(() => logContact(circle.coach, { followupId }, log, null)));
    expect(all.map(({ ok }) => ok)).toEqual([true, true, true]);
    expect(await logContact(circle.coach, { followupId }, log, null)).toEqual({
      ok: true,
      others: [],
      isAgain: false,
    });
    const logs = await logsOf(id);
    expect(logs).toHaveLength(1);
    const planned = await owner`SELECT id, status, due_on::text, done_on::text FROM followups
      WHERE agreement_id = ${id} AND (id = ${followupId} OR planned_by = 'person') ORDER BY due_on`;
    expect(planned).toEqual([
      { id: followupId, status: "done", due_on: today(), done_on: yesterday },
      { id: logs[0]!.next_followup_id, status: "planned", due_on: nextOn, done_on: null },
    ]);
    const events =
      await owner`SELECT details FROM audit_events WHERE subject = ${id} AND action = 'followup.logged'`;
    expect(events).toHaveLength(1);
  });

  test("somebody else who logged the same contact is told, and both stay", async () => {
    const before = await logsOf(id);
    const second = await logContact(
      circle.coordinator,
      { followupId },
      aLog({ words: "Jag var också med." }),
      null,
    );
    expect(second).toEqual({ ok: true, others: [circle.coach.name], isAgain: false });
    expect(await logsOf(id)).toHaveLength(before.length + 1);
    const read = await readLogPage(circle.coach, { followupId });
    expect(read.ok && read.already.map(({ words }) => words)).toEqual([
      "Vill ha en pall.",
      "Jag var också med.",
    ]);
  });

  test("who logs the same contact once more is told that it was oneself, not somebody else; both stay", async () => {
    const other = await aCircle();
    const there = await followed(other);
    const log = (words: string, by = other.coach) =>
      logContact(by, { followupId: there.followupId }, aLog({ words }), null);
    expect(await log("Först.")).toEqual({ ok: true, others: [], isAgain: false });
    expect(await log("En gång till.")).toEqual({ ok: true, others: [], isAgain: true });
    expect(await log("Jag med.", other.coordinator)).toMatchObject({
      others: [other.coach.name],
      isAgain: false,
    });
    expect(await log("En tredje.")).toMatchObject({ others: [other.coordinator.name], isAgain: true });
    expect(await logsOf(there.id)).toHaveLength(4);
    const read = await readLogPage(other.coach, { followupId: there.followupId });
    expect(read.ok && read.hasLogged).toBe(true);
  });

  test("the participant reads what is no working note; nobody else does", async () => {
    const note = aLog({ words: "Bara för mig.", workingNote: "on" });
    expect(await logContact(circle.coach, { agreementId: id }, note, null)).toMatchObject({ ok: true });
    const words = (await listOwnLogs(circle.participant, id)).map((log) => log.words);
    expect(words).toContain("Vill ha en pall.");
    expect(words).not.toContain("Bara för mig.");
    for (const actor of [circle.employer, circle.caseWorker, circle.stranger])
      expect(await listOwnLogs(actor, id)).toEqual([]);
  });

  test("another association, an employer and a made-up address find nothing, and an id that is taken writes nothing", async () => {
    const other = await aCircle();
    const there = await followed(other);
    for (const actor of [other.coach, circle.employer, circle.participant, circle.caseWorker]) {
      expect(await readLogPage(actor, { followupId })).toEqual({ ok: false, code: "not_found" });
      expect(await logContact(actor, { followupId }, aLog(), null)).toEqual({ ok: false, code: "not_found" });
    }
    expect(await readLogPage(circle.coach, { followupId: "hittepa" })).toEqual({
      ok: false,
      code: "not_found",
    });
    const [taken] = await logsOf(id);
    expect(
      await logContact(other.coach, { followupId: there.followupId }, aLog({ id: taken!.id }), null),
    ).toEqual({
      ok: false,
      code: "id_taken",
    });
    expect(await logsOf(there.id)).toEqual([]);
    const [planned] = await owner`SELECT status FROM followups WHERE id = ${there.followupId}`;
    expect(planned).toEqual({ status: "planned" });
  });
});

describe("the coach's day", () => {
  test("own contacts only, late and today apart, what is new, and protected identities in no list but counted", async () => {
    const circle = await aCircle();
    const { id, followupId } = await followed(circle);
    const [late] =
      await owner`INSERT INTO followups (association_id, agreement_id, step, purpose, form, due_on)
      VALUES (${circle.associationId}, ${id}, 'call-0', 'contact', 'telefon', ${dayAfter(today(), -4)}) RETURNING id`;
    const dayOf = async (actor = circle.coach) => {
      const read = await readCoachDay(actor);
      if (!read.ok) throw new Error(read.code);
      return read.coachDay;
    };
    const day = await dayOf();
    expect(day.late.map((row) => row.id)).toEqual([late!.id]);
    expect(day.now.map((row) => row.id)).toEqual([followupId]);
    expect(day.fresh.map((row) => row.agreementId)).toEqual([id]);
    expect(day.way.stops.map((stop) => stop.id)).toEqual([followupId]);
    expect(day.way.stops[0]!.where?.lat).toBeGreaterThan(55);
    const colleague = staff("coach", circle.associationId);
    expect(await dayOf(colleague)).toMatchObject({ late: [], now: [], fresh: [], total: 0 });
    await owner`UPDATE participants SET protected_identity = 'protected', name = NULL, email = NULL
      WHERE id = ${circle.participantId}`;
    expect(await dayOf()).toMatchObject({ late: [], now: [], fresh: [], total: 0, hidden: 2 });
  });
});
