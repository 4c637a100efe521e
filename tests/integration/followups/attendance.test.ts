import { beforeAll, describe, expect, test } from "vitest";
import { mondayOf } from "#app/domain/agreements/period";
import type { Presence } from "#app/domain/followups/attendance";
import { type Actor, systemActor } from "#app/domain/identity/actor";
import { dayAfter } from "#app/domain/organisations/day";
import { today } from "#app/platform/clock.server";
import { endAgreement } from "#app/services/agreements/end-agreement.server";
import { pauseAgreement, resumeAgreement } from "#app/services/agreements/pause-agreement.server";
import { handleAlert } from "#app/services/followups/alerts.server";
import { readLinkedWeek, saveLinkedWeek } from "#app/services/followups/linked-week.server";
import { listExceptions } from "#app/services/followups/list-exceptions.server";
import { readOwnDay } from "#app/services/followups/own-day.server";
import { readOwnWeeks } from "#app/services/followups/own-weeks.server";
import { readAttendance, readWeeklyHours } from "#app/services/followups/read-attendance.server";
import { reportAbsence } from "#app/services/followups/report-absence.server";
import { saveWeek } from "#app/services/followups/save-week.server";
import { listWeekLinksDue, sendDueWeekLink, sendWeekLink } from "#app/services/followups/week-links.server";
import {
  readCertificateLimits,
  setCertificateLimits,
} from "#app/services/organisations/certificate-limits.server";
import { withActor } from "#db/client.server";
import { listEntries } from "#db/queries/attendance.server";
import { aCircle, type Circle, inForce } from "#tests/support/factories/agreements";
import { anAssociation, staff } from "#tests/support/factories/people";
import { runDueJobs } from "#tests/support/jobs";
import { mailsTo, secretIn } from "#tests/support/mailbox";
import { owner } from "#tests/support/owner";

const monday = mondayOf(today());
/** The Monday of last week: Monday and Tuesday, four hours each, and all of it is over. */
const last = dayAfter(monday, -7);
const address = (circle: Circle) => `handledare${circle.employerId}@example.org`;

/** An agreement under way since five weeks, whose supervisor is reached by mail. */
async function underWay(of?: Circle) {
  const circle = of ?? (await aCircle());
  const id = await inForce(circle);
  const startsOn = dayAfter(monday, -35);
  await owner`UPDATE agreement_versions SET agreed_at = ${startsOn}::date WHERE agreement_id = ${id}`;
  await owner`ALTER TABLE agreement_versions DISABLE TRIGGER a_sent_text_stays`;
  await owner`UPDATE agreement_versions SET content = jsonb_set(content, '{period}',
    ${owner.json({ startsOn, endsOn: dayAfter(startsOn, 81) })}) WHERE agreement_id = ${id}`;
  await owner`ALTER TABLE agreement_versions ENABLE TRIGGER a_sent_text_stays`;
  await owner`UPDATE agreements SET starts_on = ${startsOn}, ends_on = ${dayAfter(startsOn, 81)},
    contacts = jsonb_set(contacts, '{supervisor}', ${owner.json({ email: address(circle), phone: "" })}) WHERE id = ${id}`;
  return { circle, id };
}
const hours = (count: number): Presence => ({ hours: count, absence: null });
const away = (absence: NonNullable<Presence["absence"]>): Presence => ({ hours: null, absence });
const at = (agreementId: string, day: string, presence: Presence, seen = 0) => ({
  agreementId,
  day,
  seen,
  presence,
});

async function linkOf(circle: Circle, id: string, week = last) {
  expect(await sendWeekLink(circle.coordinator, id, week)).toMatchObject({ ok: true });
  await runDueJobs();
  return secretIn(mailsTo(address(circle)).at(-1), "narvaro");
}
async function entriesOf(actor: Actor, id: string) {
  const found = await withActor(actor, (tx) => listEntries(tx, id));
  return found.map(({ day, hours: count, absence, byRole, version }) => [
    day,
    count ?? absence,
    byRole,
    version,
  ]);
}
const historyOf = (id: string) =>
  owner`SELECT day::text, version, hours::float8, absence FROM attendance_history WHERE agreement_id = ${id} ORDER BY id`;

describe("by the supervisor's link", () => {
  let circle: Circle;
  let id: string;
  let token: string;
  beforeAll(async () => {
    ({ circle, id } = await underWay());
    token = await linkOf(circle, id);
  });
  const read = async () => {
    const linked = await readLinkedWeek(token);
    if (!linked.ok) throw new Error(linked.code);
    return linked;
  };

  test("the message says nobody's name; the page shows the people of that week, by the name that was told", async () => {
    expect(mailsTo(address(circle)).at(-1)?.text).not.toMatch(/Deltagaren|L-\d|vattna/i);
    const { week, people } = await read();
    expect(week).toBe(last);
    expect(people.map(({ agreementId }) => agreementId)).toEqual([id]);
    expect(people[0]!.days.filter(({ hours: count }) => count > 0).map(({ day }) => day)).toEqual([
      last,
      dayAfter(last, 1),
    ]);
    const [told] = await owner`SELECT name FROM disclosures WHERE agreement_id = ${id}`;
    expect(people[0]!.who).toBe(told!.name);
  });

  test("a name that may not be told any more is the code", async () => {
    await owner`UPDATE participants SET protected_identity = 'unknown', name = NULL, email = NULL WHERE id = ${circle.participantId}`;
    expect((await read()).people[0]!.who).toBe(circle.reference);
  });

  test("looking changes nothing; sending twice is one effect; a change is kept with what was before", async () => {
    const before = await owner`SELECT * FROM attendance_links ORDER BY id`;
    await read();
    expect(await owner`SELECT * FROM attendance_links ORDER BY id`).toEqual(before);
    expect(await entriesOf(circle.coordinator, id)).toEqual([]);

    const week = [at(id, last, hours(4)), at(id, dayAfter(last, 1), away("sjuk"))];
    expect(await saveLinkedWeek(token, week)).toEqual({ ok: true, written: 2 });
    expect(await saveLinkedWeek(token, week)).toEqual({ ok: true, written: 0 });
    expect(await saveLinkedWeek(token, [at(id, last, hours(2.25), 1)])).toEqual({ ok: true, written: 1 });
    expect(await entriesOf(circle.coordinator, id)).toEqual([
      [last, 2.25, "employer", 2],
      [dayAfter(last, 1), "sjuk", "employer", 1],
    ]);
    expect(await historyOf(id)).toEqual([
      { day: last, version: 1, hours: 4, absence: null },
      { day: dayAfter(last, 1), version: 1, hours: null, absence: "sjuk" },
      { day: last, version: 2, hours: 2.25, absence: null },
    ]);
    const [event] = await owner`SELECT role, user_name, action FROM audit_events
      WHERE subject = ${id} AND action = 'attendance.written' ORDER BY id DESC LIMIT 1`;
    expect(event).toMatchObject({ role: "employer", user_name: "Maj Lindqvist" });
  });

  test("only that week and those people", async () => {
    const other = await underWay();
    for (const input of [
      at(other.id, last, hours(1)),
      at(id, monday, hours(1)),
      at(id, dayAfter(last, -7), hours(1)),
    ])
      expect(await saveLinkedWeek(token, [input])).toEqual({ ok: false, code: "link_unknown" });
    expect(await entriesOf(systemActor, other.id)).toEqual([]);
  });

  test("only the hash of the secret is kept; forged, expired, and another supervisor's", async () => {
    expect(JSON.stringify(await owner`SELECT * FROM attendance_links`)).not.toContain(token);
    expect(await readLinkedWeek("A".repeat(43))).toEqual({ ok: false, code: "link_unknown" });
    await owner`UPDATE agreements SET contacts = jsonb_set(contacts, '{supervisor,email}', '"ny@example.org"') WHERE id = ${id}`;
    expect(await readLinkedWeek(token)).toEqual({ ok: false, code: "link_over" });
    expect(await saveLinkedWeek(token, [at(id, last, hours(1), 2)])).toEqual({
      ok: false,
      code: "link_over",
    });
    await owner`UPDATE agreements SET contacts = jsonb_set(contacts, '{supervisor,email}', ${`"${address(circle)}"`}::text::jsonb) WHERE id = ${id}`;
    await owner`UPDATE attendance_links SET expires_at = now() WHERE agreement_ids @> ARRAY[${id}]::uuid[]`;
    expect(await saveLinkedWeek(token, [at(id, last, hours(1), 2)])).toEqual({
      ok: false,
      code: "link_expired",
    });
  });
});

describe("sending the link", () => {
  test("not twice in a while, not for a week to come or outside, and only by staff of the association", async () => {
    const { circle, id } = await underWay();
    expect(await sendWeekLink(circle.coach, id, dayAfter(last, 3))).toMatchObject({
      ok: true,
      address: address(circle),
    });
    expect(await sendWeekLink(circle.coordinator, id, last)).toMatchObject({ code: "too_soon" });
    expect(await sendWeekLink(circle.coordinator, id, dayAfter(monday, 7))).toMatchObject({
      code: "week_ahead",
    });
    expect(await sendWeekLink(circle.coordinator, id, dayAfter(monday, -70))).toMatchObject({
      code: "week_outside",
    });
    for (const actor of [
      circle.participant,
      circle.employer,
      circle.caseWorker,
      (await aCircle()).coordinator,
    ])
      expect(await sendWeekLink(actor, id, last)).toEqual({ ok: false, code: "not_found" });
    await owner`UPDATE agreements SET contacts = jsonb_set(contacts, '{supervisor,email}', '""') WHERE id = ${id}`;
    expect(await sendWeekLink(circle.coordinator, id, last)).toMatchObject({ code: "no_address" });
    // A telephone on a wall gets no text messages: nobody is told that a link is on its way.
    await owner`UPDATE agreements SET contacts = jsonb_set(contacts, '{supervisor,phone}', '"0581-810 00"') WHERE id = ${id}`;
    expect(await sendWeekLink(circle.coordinator, id, last)).toMatchObject({ code: "no_address" });
    const { due } = await listWeekLinksDue(dayAfter(last, -14));
    expect(due.flatMap(({ agreementIds }) => agreementIds)).not.toContain(id);
  });

  test("who has not been asked and has unwritten days is due, once", async () => {
    const { circle, id } = await underWay();
    const week = dayAfter(last, -7);
    const dueOf = async () =>
      (await listWeekLinksDue(week)).due.find(({ agreementIds }) => agreementIds.includes(id));
    const due = await dueOf();
    expect(due).toMatchObject({ address: address(circle), channel: "mail", week });
    expect(await sendDueWeekLink(due!)).toBe(true);
    expect(await sendDueWeekLink(due!)).toBe(false);
    expect(await dueOf()).toBeUndefined();

    // A link that somebody sent before the last day does not ask about it; one sent afterwards does.
    const early = await underWay();
    await linkOf(early.circle, early.id, week);
    const dueEarly = async () =>
      (await listWeekLinksDue(week)).due.find(({ agreementIds }) => agreementIds.includes(early.id));
    expect(await dueEarly()).toBeUndefined();
    await owner`UPDATE attendance_links SET asked_at = ${`${week}T08:00:00Z`}::timestamptz
      WHERE ${early.id} = ANY (agreement_ids)`;
    expect(await dueEarly()).toMatchObject({ lastDay: dayAfter(week, 1) });
    expect(await sendDueWeekLink((await dueEarly())!)).toBe(true);
    expect(await dueEarly()).toBeUndefined();

    const written = await underWay();
    await saveWeek(
      written.circle.coach,
      [0, 1].map((day) => at(written.id, dayAfter(week, day), hours(4))),
    );
    const rest = (await listWeekLinksDue(week)).due.flatMap(({ agreementIds }) => agreementIds);
    expect(rest).not.toContain(written.id);
  });
});

describe("signed in", () => {
  test("each writes in the own name; what somebody else wrote meanwhile is told, and nothing is written over", async () => {
    const { circle, id } = await underWay();
    expect(await saveWeek(circle.participant, [at(id, last, hours(3))])).toMatchObject({ written: 1 });
    const refused = await saveWeek(circle.coach, [
      at(id, last, away("sjuk")),
      at(id, dayAfter(last, 1), hours(4)),
    ]);
    expect(refused).toMatchObject({
      ok: false,
      code: "refused",
      conflicts: [
        { agreementId: id, entry: { day: last, hours: 3, byName: circle.reference, byRole: "participant" } },
      ],
    });
    expect(await entriesOf(circle.coach, id)).toEqual([[last, 3, "participant", 1]]);
    expect(await saveWeek(circle.coach, [at(id, last, away("sjuk"), 1)])).toMatchObject({ written: 1 });
    expect(await entriesOf(circle.employer, id)).toEqual([[last, "sjuk", "coach", 2]]);
    const shown = await readAttendance(circle.coordinator, id, last);
    expect(shown).toMatchObject({ ok: true, earlier: [{ hours: 3, byName: circle.reference, version: 1 }] });
  });

  test("two who write the same day at once: one is told", async () => {
    const { circle, id } = await underWay();
    const both = await Promise.all([
      saveWeek(circle.coach, [at(id, last, hours(1))]),
      saveWeek(circle.employer, [at(id, last, hours(2))]),
    ]);
    expect(both.filter(({ ok }) => ok)).toHaveLength(1);
    expect(await historyOf(id)).toHaveLength(1);
  });

  test("no day to come, none outside, none of an agreement that is not in force", async () => {
    const { circle, id } = await underWay();
    expect(await saveWeek(circle.coach, [at(id, dayAfter(today(), 1), hours(4))])).toMatchObject({
      code: "refused",
    });
    expect(await saveWeek(circle.coach, [at(id, dayAfter(monday, -36), hours(4))])).toMatchObject({
      code: "refused",
    });
    const ended = await endAgreement(circle.coordinator, id, {
      to: "ended_early",
      reason: "got_work",
      initiative: "together",
    } as never);
    expect(ended).toMatchObject({ ok: true });
    expect(await saveWeek(circle.coach, [at(id, last, hours(4))])).toMatchObject({ written: 1 });
    await owner`UPDATE agreements SET status = 'closed' WHERE id = ${id}`;
    expect(await saveWeek(circle.coach, [at(id, last, hours(3), 1)])).toMatchObject({ code: "refused" });
  });

  test("nobody else reaches a day, and nobody takes a day of the history away", async () => {
    const { circle, id } = await underWay();
    await saveWeek(circle.coach, [at(id, last, hours(4))]);
    const other = await aCircle();
    for (const actor of [
      circle.stranger,
      circle.caseWorker,
      other.coordinator,
      other.employer,
      other.participant,
    ]) {
      expect(await saveWeek(actor, [at(id, last, hours(1), 1)])).toEqual({ ok: false, code: "not_found" });
      expect(await entriesOf(actor, id)).toEqual([]);
    }
    const own = await readOwnWeeks(circle.employer, last);
    expect(own).toMatchObject({ ok: true, week: last, people: [{ agreementId: id }] });
    expect(await readOwnWeeks(other.participant, last)).toMatchObject({ ok: true, people: [] });
    await withActor(circle.coordinator, async (tx) => {
      const { sql } = await import("drizzle-orm");
      expect(
        await tx.execute(sql`DELETE FROM attendance_history WHERE agreement_id = ${id} RETURNING 1`),
      ).toHaveLength(0);
      expect(
        await tx.execute(sql`UPDATE attendance_history SET hours = 0 WHERE agreement_id = ${id} RETURNING 1`),
      ).toHaveLength(0);
    });
  });

  test("a case worker who commissioned it reads hours by the week, nobody else's and never why", async () => {
    const { circle, id } = await underWay();
    await saveWeek(circle.coach, [at(id, last, hours(3.5)), at(id, dayAfter(last, 1), away("sjuk"))]);
    const read = await readWeeklyHours(circle.caseWorker, id);
    if (!read.ok) throw new Error(read.code);
    expect(read.weeks.find(({ monday: of }) => of === last)).toMatchObject({
      planned: 8,
      real: 3.5,
      sick: 0,
    });
    expect(JSON.stringify(read)).not.toContain("sjuk");
    expect(await readWeeklyHours((await aCircle()).caseWorker, id)).toEqual({ ok: false, code: "not_found" });
    await owner`UPDATE agreements SET agency_id = NULL WHERE id = ${id}`;
    expect(await readWeeklyHours(circle.caseWorker, id)).toEqual({ ok: false, code: "not_found" });
  });
});

describe("alerts on the start page", () => {
  const todoOf = async (actor: Actor) => {
    const listed = await listExceptions(actor);
    if (!listed.ok) throw new Error(listed.code);
    const rows = listed.exceptions.rows.filter(({ kind }) => kind === "attendance");
    return { rows, total: listed.exceptions.totals.attendance ?? 0 };
  };

  test("two unreported absences are a row, until somebody has taken care of it", async () => {
    const { circle, id } = await underWay();
    expect(await todoOf(circle.coach)).toEqual({ rows: [], total: 0 });
    await saveWeek(
      circle.coach,
      [0, 1].map((day) => at(id, dayAfter(last, day), away("oanmald_franvaro"))),
    );
    expect(await todoOf(circle.coordinator)).toMatchObject({
      total: 1,
      rows: [
        { agreementId: id, reference: circle.reference, alert: { kind: "unreported", count: 2 }, more: 1 },
      ],
    });
    // What the days do not give is no alert, and leaves no trace.
    for (const of of [
      { kind: "sick_long" as const, since: last },
      { kind: "unreported" as const, since: dayAfter(last, -7) },
    ])
      expect(await handleAlert(circle.coach, id, { ...of, note: "Ringde" })).toEqual({
        ok: false,
        code: "no_alert",
      });
    for (const kind of ["unreported", "under_half"] as const) {
      const handled = await handleAlert(circle.coach, id, { kind, since: last, note: "Ringde" });
      expect(handled).toEqual({ ok: true });
    }
    // The trail, which more people read, does not say which alert: one of the kinds is about illness.
    const trail =
      await owner`SELECT details FROM audit_events WHERE subject = ${id} AND action = 'attendance.alert_handled'`;
    expect(trail).toEqual(Array(2).fill({ details: { since: last } }));
    expect(await todoOf(circle.coach)).toEqual({ rows: [], total: 0 });
    expect(await readAttendance(circle.coach, id, null)).toMatchObject({
      alerts: [],
      handled: [{ note: "Ringde" }, {}],
    });
  });

  test("are written anew when a participant says not to come", async () => {
    const { circle, id } = await underWay();
    for (const day of [last, dayAfter(last, 1)])
      await owner`INSERT INTO attendance_entries ${owner({
        association_id: circle.associationId,
        agreement_id: id,
        day,
        absence: "oanmald_franvaro",
        entered_role: "coach",
        entered_name: "Någon",
        way: "signed_in",
      })}`;
    const own = await readOwnDay(circle.participant);
    const next = own.ok ? own.placements[0]?.next : null;
    expect(await reportAbsence(circle.participant, id, next ?? "")).toEqual({ ok: true });
    expect(await todoOf(circle.coach)).toMatchObject({ total: 1, rows: [{ agreementId: id }] });
  });

  test("are written anew when the plan is changed: by a pause, and by its end", async () => {
    const { circle, id } = await underWay();
    await saveWeek(circle.coach, [at(id, last, hours(1)), at(id, dayAfter(last, 1), hours(1))]);
    expect(await todoOf(circle.coach)).toMatchObject({ rows: [{ alert: { kind: "under_half" } }] });
    const pause = { from: last, returnsOn: null, kind: "other" as const, note: "" };
    expect(await pauseAgreement(circle.participant, id, pause)).toEqual({ ok: true });
    expect(await todoOf(circle.coach)).toMatchObject({ total: 0 });
    expect(await resumeAgreement(circle.participant, id, last)).toEqual({ ok: true });
    expect(await todoOf(circle.coach)).toMatchObject({ total: 1 });
  });

  test("how long somebody may be sick lies with the agency; a protected identity is in no list", async () => {
    const { circle, id } = await underWay();
    const sick = [dayAfter(last, -7), dayAfter(last, -6), last, dayAfter(last, 1)];
    await saveWeek(
      circle.coach,
      sick.map((day) => at(id, day, away("sjuk"))),
    );
    const alertsOf = async () => {
      const read = await readAttendance(circle.coach, id, null);
      return read.ok ? read.alerts.filter(({ kind }) => kind === "sick_long") : [];
    };
    expect(await alertsOf()).toMatchObject([{ days: 9, limit: 7 }]);
    await owner`UPDATE commissioning_agencies SET certificate_days = 14 WHERE id = ${circle.agencyId}`;
    expect(await alertsOf()).toEqual([]);
    // What the association has agreed with the agency counts before that, and for nobody else's participants.
    const { associationId, agencyId } = circle;
    const limit = (days: number) => [{ agencyId: agencyId!, days }];
    const admin = staff("admin", associationId!);
    const seenBy = async (actor: Actor) => {
      const read = await readCertificateLimits(actor);
      return read.ok ? read.seen : "";
    };
    const seen = await seenBy(admin);
    expect(await setCertificateLimits(circle.coach, limit(8), seen)).toMatchObject({ code: "forbidden" });
    const other = staff("admin", await anAssociation(["0331"]));
    expect(await setCertificateLimits(other, limit(2), await seenBy(other))).toEqual({ ok: true });
    expect(await alertsOf()).toEqual([]);
    expect(await setCertificateLimits(admin, limit(8), seen)).toEqual({ ok: true });
    // Sent twice it is one effect; another tab, from before, sees what was saved.
    expect(await setCertificateLimits(admin, limit(8), seen)).toEqual({ ok: true });
    expect(await setCertificateLimits(admin, limit(9), seen)).toMatchObject({ code: "changed_meanwhile" });
    expect(
      await owner`SELECT user_id, subject, details FROM audit_events
        WHERE association_id = ${associationId} AND action = 'certificate_limits.changed'`,
    ).toEqual([{ user_id: admin.userId, subject: `${agencyId}`, details: { agencies: 1 } }]);
    expect(await alertsOf()).toMatchObject([{ days: 9, limit: 8 }]);
    const read = await readCertificateLimits(admin);
    expect(read.ok && read.limits.find((one) => one.agencyId === agencyId)).toMatchObject({ days: 8 });
    expect(await setCertificateLimits(admin, limit(14), await seenBy(admin))).toEqual({ ok: true });
    expect(await alertsOf()).toEqual([]);
    expect((await todoOf(circle.coach)).total).toBe(1);
    await owner`UPDATE participants SET protected_identity = 'protected', name = NULL, email = NULL WHERE id = ${circle.participantId}`;
    expect(await todoOf(circle.coach)).toEqual({ rows: [], total: 0 });
  });

  test("only staff see them and take care of them", async () => {
    const { circle, id } = await underWay();
    for (const actor of [circle.participant, circle.employer])
      expect(await listExceptions(actor)).toEqual({ ok: false, code: "forbidden" });
    expect(await todoOf(circle.caseWorker)).toEqual({ rows: [], total: 0 });
    for (const actor of [circle.participant, circle.employer, circle.caseWorker]) {
      expect(await handleAlert(actor, id, { kind: "unreported", since: last, note: "" })).toMatchObject({
        code: "not_found",
      });
    }
  });
});
