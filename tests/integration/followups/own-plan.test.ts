import { beforeAll, describe, expect, test } from "vitest";
import { mondayOf } from "#app/domain/agreements/period";
import type { Actor } from "#app/domain/identity/actor";
import { isQuiet } from "#app/domain/notifications/quiet-hours";
import { dayAfter } from "#app/domain/organisations/day";
import { today } from "#app/platform/clock.server";
import { endAgreement } from "#app/services/agreements/end-agreement.server";
import { pauseAgreement } from "#app/services/agreements/pause-agreement.server";
import { listWaiting } from "#app/services/followups/list-waiting.server";
import { readOwnDay } from "#app/services/followups/own-day.server";
import { reportAbsence } from "#app/services/followups/report-absence.server";
import { readOwnFeelings, sayFeeling } from "#app/services/followups/say-feeling.server";
import { takeBackAbsence } from "#app/services/followups/take-back-absence.server";
import {
  handleOwnStep,
  readOwnWay,
  readSharedPlan,
  saveWayThere,
} from "#app/services/followups/way-there.server";
import { withActor } from "#db/client.server";
import { listEntries } from "#db/queries/attendance.server";
import { aCircle, type Circle, inForce } from "#tests/support/factories/agreements";
import { runDueJobs } from "#tests/support/jobs";
import { mailsTo } from "#tests/support/mailbox";
import { owner } from "#tests/support/owner";

const ok = { ok: true };
const missing = { ok: false, code: "not_found" };

/** An account with an address of its own. */
async function withAccount({ userId, role, associationId, participantId }: Actor): Promise<string> {
  const email = `${userId}@example.org`;
  await owner.begin(async (tx) => {
    await tx`SELECT set_config('app.role', 'identity', true)`;
    await tx`INSERT INTO auth_users (id, name, email) VALUES (${userId}, 'Personal', ${email})`;
    await tx`INSERT INTO memberships (user_id, role, association_id, participant_id)
      VALUES (${userId}, ${role}, ${associationId}, ${participantId})`;
  });
  return email;
}

/** The supervisor has an account at the employer, with another address. */
async function accountOfSupervisor({ employerId }: Circle, email: string) {
  const userId = `handledare-${employerId}`;
  const own = `eget${employerId}@example.org`;
  await owner.begin(async (tx) => {
    await tx`SELECT set_config('app.role', 'identity', true)`;
    await tx`INSERT INTO auth_users (id, name, email) VALUES (${userId}, 'Handledaren', ${own})`;
    await tx`INSERT INTO memberships (user_id, role, employer_id) VALUES (${userId}, 'employer', ${employerId})`;
  });
  await owner`INSERT INTO contact_persons (employer_id, name, email, user_id)
    VALUES (${employerId}, 'Handledaren', ${email}, ${userId})`;
  return { userId, email: own };
}

/** A circle with an agreement in force that begins in a fortnight, coach and supervisor reached by mail. */
async function under(circle: Circle) {
  const id = await inForce(circle);
  const supervisor = `handledare${circle.employerId}@example.org`;
  const mails = {
    coordinator: await withAccount(circle.coordinator),
    coach: await withAccount(circle.coach),
    supervisor,
  };
  await owner`UPDATE agreements SET coach_user = ${circle.coach.userId}, coach_name = 'Anna-Karin Ek',
    contacts = jsonb_set(contacts, '{supervisor}', ${owner.json({ email: supervisor, phone: "070-174 06 55" })})
    WHERE id = ${id}`;
  return { circle, id, mails };
}

/** Everything that is ordered, also what waits for the morning. */
async function allJobs() {
  await runDueJobs();
  await owner`UPDATE graphile_worker._private_jobs SET run_at = now()`;
  await runDueJobs();
}

describe("the participant's own page", () => {
  let at: Awaited<ReturnType<typeof under>>;
  beforeAll(async () => {
    at = await under(await aCircle());
  });

  test("says what is next: the first day at work with where, what, and whom to ask for", async () => {
    const day = await readOwnDay(at.circle.participant);
    const monday = mondayOf(dayAfter(today(), 14));
    expect(day).toMatchObject({
      ok: true,
      next: {
        kind: "work",
        on: monday,
        startsAt: "09:00",
        endsAt: "13:00",
        tasks: "Vattna och plantera om.",
        askFor: "Maj Lindqvist",
        phone: "070-174 06 55",
      },
      coach: { name: "Anna-Karin Ek", email: at.mails.coach },
    });
    expect(day.ok && day.placements[0]).toMatchObject({ next: monday, hoursThisWeek: 0, pause: null });
  });

  test("a follow-up with a day is ahead too; a colleague's words about it are not", async () => {
    const on = dayAfter(today(), 3);
    await owner`INSERT INTO followups (association_id, agreement_id, step, purpose, form, due_on, due_at, move_reason)
      VALUES (${at.circle.associationId}, ${at.id}, 'own:1', 'contact', 'besok', ${on}, '10:00', 'hemligt')`;
    const day = await readOwnDay(at.circle.participant);
    expect(day).toMatchObject({ next: { kind: "contact", form: "besok", on, startsAt: "10:00" } });
    expect(JSON.stringify(day)).not.toContain("hemligt");
    await owner`UPDATE followups SET status = 'dropped' WHERE agreement_id = ${at.id}`;
  });

  test("is nobody else's", async () => {
    for (const actor of [at.circle.stranger, at.circle.employer, at.circle.caseWorker, at.circle.coach]) {
      const read = await readOwnDay(actor);
      expect(read.ok && read.placements.length > 0).toBe(false);
    }
    expect(await readOwnWay(at.circle.stranger, at.id)).toEqual(missing);
  });
});

describe("how it feels", () => {
  test("one answer a day, changed by another; staff read it, nobody else", async () => {
    const { circle, id } = await under(await aCircle());
    expect(await sayFeeling(circle.participant, 2)).toMatchObject(ok);
    expect(await sayFeeling(circle.participant, 4)).toMatchObject(ok);
    expect(await readOwnFeelings(circle.participant)).toEqual({
      ok: true,
      days: [{ day: today(), value: 4 }],
    });
    const shared = await readSharedPlan(circle.coach, id);
    expect(shared).toMatchObject({ ok: true, feelings: [{ day: today(), value: 4 }] });
    expect(await readSharedPlan(circle.employer, id)).toMatchObject({ ok: true, feelings: [], steps: [] });
    for (const actor of [circle.employer, circle.caseWorker, circle.coordinator])
      expect(await sayFeeling(actor, 5)).toEqual(missing);
    for (const actor of [circle.employer, circle.caseWorker, circle.stranger])
      expect(await withActor(actor, (tx) => tx.execute("SELECT 1 FROM feelings"))).toHaveLength(0);
    const said = await owner`SELECT details FROM audit_events
      WHERE participant_id = ${circle.participantId} AND action = 'feeling.said'`;
    expect(said).toHaveLength(2);
    expect(JSON.stringify(said)).not.toMatch(/[24]/);
  });
});

describe("not coming", () => {
  let at: Awaited<ReturnType<typeof under>>;
  const monday = mondayOf(dayAfter(today(), 14));
  beforeAll(async () => {
    at = await under(await aCircle());
  });

  test("only the participant, and only for the next day", async () => {
    const { circle, id } = at;
    expect(await reportAbsence(circle.stranger, id, monday)).toEqual(missing);
    expect(await reportAbsence(circle.coach, id, monday)).toEqual(missing);
    expect(await reportAbsence(circle.participant, id, dayAfter(monday, 1))).toMatchObject({
      code: "day_changed",
    });
  });

  test("is written as reported absence, once; supervisor and coach are told, without who or why", async () => {
    const { circle, id, mails } = at;
    expect(await reportAbsence(circle.participant, id, monday)).toMatchObject(ok);
    expect(await reportAbsence(circle.participant, id, monday)).toMatchObject(ok);
    const entries = await withActor(circle.coach, (tx) => listEntries(tx, id));
    expect(entries).toMatchObject([
      { day: monday, absence: "anmald_franvaro", byRole: "participant", byName: circle.reference },
    ]);
    await allJobs();
    for (const address of [mails.supervisor, mails.coach, mails.coordinator]) {
      expect(mailsTo(address)).toHaveLength(1);
      expect(mailsTo(address)[0]?.text).not.toMatch(
        new RegExp(`${circle.reference}|sjuk|Deltagaren,|Kvarnen`),
      );
    }
    expect(mailsTo(mails.supervisor)[0]?.subject).toMatch(/^Ingen kommer [a-zå]+dag \d+ /);
    const day = await readOwnDay(circle.participant);
    expect(day.ok && day.placements[0]).toMatchObject({
      absences: [{ day: monday, isOpen: true }],
      next: dayAfter(monday, 1),
    });
    expect(day).toMatchObject({ next: { on: dayAfter(monday, 1) } });
    // An absence is told and needs no call.
    expect(await listWaiting(circle.coordinator)).toMatchObject({ waitingFor: { ownSteps: { total: 0 } } });
  });

  test("is taken back before the day, by the participant alone: the day is free again, and those who were told are told", async () => {
    const { circle, id, mails } = at;
    for (const actor of [circle.stranger, circle.coach])
      expect(await takeBackAbsence(actor, id, monday)).toEqual(missing);
    // Said by day, when messages go at once.
    await owner`UPDATE own_steps SET at = date_trunc('day', now()) - interval '14 hours' WHERE agreement_id = ${id}`;
    expect(await takeBackAbsence(circle.participant, id, monday)).toMatchObject(ok);
    expect(await takeBackAbsence(circle.participant, id, monday)).toMatchObject(ok);
    expect(await withActor(circle.coach, (tx) => listEntries(tx, id))).toEqual([]);
    const day = await readOwnDay(circle.participant);
    expect(day.ok && day.placements[0]).toMatchObject({ absences: [], next: monday });
    await allJobs();
    for (const address of [mails.supervisor, mails.coach, mails.coordinator]) {
      expect(mailsTo(address)).toHaveLength(2);
      expect(mailsTo(address)[1]?.subject).toMatch(/^Kommer ändå/);
    }
    // Said no to again, the day goes on counting: who had read the first word is not taken for having read this one.
    expect(await reportAbsence(circle.participant, id, monday)).toMatchObject(ok);
    expect(await withActor(circle.coach, (tx) => listEntries(tx, id))).toMatchObject([{ version: 2 }]);
  });

  test("taken back before anybody was told, nobody is told anything", async () => {
    const { circle, id, mails } = await under(await aCircle());
    expect(await reportAbsence(circle.participant, id, monday)).toMatchObject(ok);
    expect(await takeBackAbsence(circle.participant, id, monday)).toMatchObject(ok);
    // Both at night, when messages wait for the morning.
    await owner`UPDATE own_steps SET at = date_trunc('day', now()) - interval '3 hours'
      + CASE what WHEN 'absent' THEN interval '0' ELSE interval '5 minutes' END WHERE agreement_id = ${id}`;
    await allJobs();
    for (const address of [mails.supervisor, mails.coach, mails.coordinator])
      expect(mailsTo(address)).toEqual([]);
  });

  test("what somebody else has written of the day is not the participant's to take back", async () => {
    const { circle, id } = await under(await aCircle());
    await owner`INSERT INTO attendance_entries (association_id, agreement_id, day, absence, entered_role, entered_name, way)
      VALUES (${circle.associationId}, ${id}, ${monday}, 'anmald_franvaro', 'coach', 'Anna-Karin Ek', 'signed_in')`;
    expect(await takeBackAbsence(circle.participant, id, monday)).toMatchObject({ code: "day_changed" });
    const day = await readOwnDay(circle.participant);
    expect(day.ok && day.placements[0]).toMatchObject({ absences: [{ day: monday, isOpen: false }] });
    await owner`UPDATE attendance_entries SET absence = 'oanmald_franvaro' WHERE agreement_id = ${id}`;
    const untold = await readOwnDay(circle.participant);
    expect(untold.ok && untold.placements[0]).toMatchObject({ absences: [] });
  });
});

describe("pausing and stopping", () => {
  test("tell coach and coordinator at once; the workplace hears no reason; it waits until somebody has called", async () => {
    const { circle, id, mails } = await under(await aCircle());
    const from = mondayOf(dayAfter(today(), 14));
    const pause = { from, returnsOn: null, kind: "sick" as const, note: "Orkar inte" };
    expect(await pauseAgreement(circle.participant, id, pause)).toMatchObject(ok);
    expect(await pauseAgreement(circle.participant, id, pause)).toMatchObject(ok);
    await allJobs();
    for (const address of [mails.coach, mails.coordinator])
      expect(mailsTo(address).map(({ subject }) => subject)).toEqual([
        expect.stringMatching(/^Hör av dig: paus från/),
      ]);
    const told = mailsTo(mails.supervisor);
    expect(told).toHaveLength(1);
    for (const { text } of [...told, ...mailsTo(mails.coach)]) {
      expect(text).not.toContain("Orkar inte");
      expect(text).not.toContain(circle.reference);
      expect(text.toLowerCase()).not.toContain("sjuk");
    }
    const waiting = await listWaiting(circle.coordinator);
    expect(waiting).toMatchObject({
      waitingFor: { ownSteps: { rows: [{ agreementId: id, what: "paused" }] } },
    });
    expect(await listWaiting(circle.coach)).toMatchObject({ waitingFor: { ownSteps: { total: 1 } } });
    expect(await handleOwnStep(circle.participant, id)).toEqual(missing);
    expect(await handleOwnStep(circle.coach, id)).toMatchObject(ok);
    expect(await listWaiting(circle.coordinator)).toMatchObject({ waitingFor: { ownSteps: { total: 0 } } });
    const day = await readOwnDay(circle.participant);
    expect(day).toMatchObject({ next: null });
    expect(day.ok && day.placements[0]).toMatchObject({ next: null, pause: { from, until: null } });
  });

  test("stopping needs no reason of one's own; a coach's pause is nobody's alarm", async () => {
    const { circle, id, mails } = await under(await aCircle());
    const from = mondayOf(dayAfter(today(), 14));
    const pause = { from, returnsOn: dayAfter(from, 3), kind: "other" as const, note: "" };
    expect(await pauseAgreement(circle.coach, id, pause)).toMatchObject(ok);
    await allJobs();
    expect(mailsTo(mails.coordinator)).toEqual([]);
    const end = { to: "ended_early" as const, reason: "other", initiative: null, note: "" };
    expect(await endAgreement(circle.participant, id, end)).toMatchObject(ok);
    await allJobs();
    expect(mailsTo(mails.coordinator)[0]?.subject).toMatch(/avslutad av deltagaren/);
    expect(mailsTo(mails.supervisor)[0]?.subject).toMatch(/^Avslutad/);
    // There is still somebody to ask.
    expect(await readOwnDay(circle.participant)).toMatchObject({
      next: null,
      placements: [],
      coach: { name: "Anna-Karin Ek" },
    });
  });

  test("by the employer alone: who follows up is told at once, and of a protected identity only that there is something to see", async () => {
    const { circle, id, mails } = await under(await aCircle());
    const from = mondayOf(dayAfter(today(), 14));
    const pause = { from, returnsOn: dayAfter(from, 3), kind: "other" as const, note: "Semester." };
    expect(await pauseAgreement(circle.employer, id, pause)).toMatchObject(ok);
    await allJobs();
    for (const mail of [mails.coordinator, mails.coach]) {
      const told = mailsTo(mail);
      expect(told.map(({ subject }) => subject)).toEqual([
        expect.stringMatching(/^Arbetsgivaren pausar från /),
      ]);
      expect(told[0]?.text).toContain(`/overenskommelser/${id}\n`);
      expect(told[0]?.text).not.toMatch(/Semester|Deltagaren /);
    }
    expect(mailsTo(mails.supervisor)).toEqual([]);
    await owner`UPDATE participants SET name = NULL, protected_identity = 'protected' WHERE id = ${circle.participantId}`;
    const end = {
      to: "ended_early" as const,
      reason: "workplace_cannot",
      initiative: null,
      note: "",
    };
    expect(await endAgreement(circle.employer, id, end)).toMatchObject(ok);
    await allJobs();
    const [agreement] = await owner`SELECT number FROM agreements WHERE id = ${id}`;
    const last = mailsTo(mails.coach).at(-1);
    expect(last?.subject).toBe("Hör av dig: något att se på Praktikkartan");
    expect(`${last?.subject}${last?.text}`).not.toContain(agreement!.number);
  });

  const endOf = (initiative: string | null) => ({
    to: "ended_early" as const,
    reason: "health",
    initiative,
    note: "Orkar inte",
  });
  const endedMails = (address: string) =>
    mailsTo(address).filter(({ subject }) => subject.startsWith("Avslutad "));

  test("by staff: supervisor and signatory are told once each, without who or why; staff are not", async () => {
    const { circle, id, mails } = await under(await aCircle());
    const signatory = `chef${circle.employerId}@example.org`;
    await owner`UPDATE agreements SET contacts = jsonb_set(contacts, '{employer1}', ${owner.json({ email: signatory, phone: "" })})
      WHERE id = ${id}`;
    expect(await endAgreement(circle.coach, id, endOf("participant"))).toMatchObject(ok);
    // Again is no second end.
    expect(await endAgreement(circle.coordinator, id, endOf("participant"))).toMatchObject({ ok: false });
    await allJobs();
    const [agreement] = await owner`SELECT number FROM agreements WHERE id = ${id}`;
    for (const address of [mails.supervisor, signatory]) {
      const told = endedMails(address);
      expect(told).toHaveLength(1);
      expect(told[0]!.subject).toContain(agreement!.number);
      expect(`${told[0]!.subject}${told[0]!.text}`).not.toMatch(/Orkar inte|häls|health|[Dd]eltagaren/);
      expect(told[0]!.text).not.toContain(circle.reference);
    }
    expect([...mailsTo(mails.coach), ...mailsTo(mails.coordinator)]).toEqual([]);
  });

  test("by staff or the employer: the participant is told that there is nowhere to go, never why", async () => {
    for (const who of ["coach", "employer"] as const) {
      const { circle, id } = await under(await aCircle());
      const email = await withAccount(circle.participant);
      expect(await endAgreement(circle[who], id, endOf("together"))).toMatchObject(ok);
      await allJobs();
      const told = mailsTo(email).filter(({ subject }) => subject.startsWith("Din plats är avslutad "));
      expect(told).toHaveLength(1);
      expect(told[0]!.text).toContain("Du behöver inte åka dit.");
      expect(told[0]!.text).toContain("/min-sida/overenskommelse");
      expect(told[0]!.text).not.toMatch(/Orkar inte|häls|health/);
    }
  });

  test("called off before the first day: participant and workplace are told", async () => {
    const { circle, id, mails } = await under(await aCircle());
    const email = await withAccount(circle.participant);
    const off = { to: "cancelled" as const, reason: "other", initiative: null, note: "" };
    expect(await endAgreement(circle.coordinator, id, off)).toMatchObject(ok);
    await allJobs();
    expect(mailsTo(email).some(({ subject }) => subject.startsWith("Din plats är avslutad "))).toBe(true);
    expect(endedMails(mails.supervisor)).toHaveLength(1);
  });

  test("by staff: who is both supervisor and signatory reads it once, in the morning when it is late", async () => {
    const { circle, id, mails } = await under(await aCircle());
    await owner`UPDATE agreements SET contacts = jsonb_set(contacts, '{employer1}', contacts -> 'supervisor') WHERE id = ${id}`;
    expect(await endAgreement(circle.coordinator, id, endOf("together"))).toMatchObject(ok);
    const orders = await owner`SELECT run_at FROM graphile_worker.jobs WHERE key LIKE ${`early-end:${id}:%`}`;
    expect(orders).toHaveLength(4);
    for (const { run_at } of orders) expect(isQuiet(run_at)).toBe(false);
    await allJobs();
    expect(endedMails(mails.supervisor)).toHaveLength(1);
  });

  test("by the participant or the employer alone: the workplace is not told twice, nor the case worker before somebody has called", async () => {
    for (const who of ["participant", "employer"] as const) {
      const { circle, id, mails } = await under(await aCircle());
      expect(await endAgreement(circle[who], id, endOf(null))).toMatchObject(ok);
      expect(
        await owner`SELECT FROM graphile_worker.jobs WHERE key LIKE ${`early-end:${id}:%`}`,
      ).toHaveLength(who === "participant" ? 0 : 1);
      await allJobs();
      expect(endedMails(mails.supervisor)).toHaveLength(who === "participant" ? 1 : 0);
    }
  });

  test("by staff: an account that wants no such mail gets none", async () => {
    const { circle, id, mails } = await under(await aCircle());
    const address = await accountOfSupervisor(circle, mails.supervisor);
    await owner`INSERT INTO notification_settings (user_id, phone, choices)
      VALUES (${address.userId}, NULL, ${owner.json({ incoming: [] })})`;
    expect(await endAgreement(circle.coach, id, endOf("together"))).toMatchObject(ok);
    await allJobs();
    expect(endedMails(address.email)).toEqual([]);
    expect(endedMails(mails.supervisor)).toEqual([]);
  });

  test("by staff: of a protected identity the workplace is told nothing", async () => {
    const { circle, id, mails } = await under(await aCircle());
    await owner`UPDATE participants SET name = NULL, protected_identity = 'protected' WHERE id = ${circle.participantId}`;
    expect(await endAgreement(circle.coordinator, id, endOf("together"))).toMatchObject(ok);
    await allJobs();
    expect(mailsTo(mails.supervisor)).toEqual([]);
  });

  test("of a protected identity the workplace is told nothing, and who follows up only that there is something to see", async () => {
    const { circle, id, mails } = await under(await aCircle());
    const pause = {
      from: mondayOf(dayAfter(today(), 14)),
      returnsOn: null,
      kind: "other" as const,
      note: "",
    };
    expect(await pauseAgreement(circle.participant, id, pause)).toMatchObject(ok);
    await owner`UPDATE participants SET name = NULL, protected_identity = 'protected' WHERE id = ${circle.participantId}`;
    await allJobs();
    expect(mailsTo(mails.supervisor)).toEqual([]);
    const [told, ...more] = mailsTo(mails.coach);
    expect(more).toEqual([]);
    expect(told?.text).toContain(`/overenskommelser/${id}/deltagarens-plan`);
    const [agreement] = await owner`SELECT number FROM agreements WHERE id = ${id}`;
    for (const said of [told?.subject, told?.text]) {
      expect(said).not.toContain(agreement!.number);
      expect(said).not.toMatch(/paus/i);
    }
    expect(await listWaiting(circle.coordinator)).toMatchObject({ waitingFor: { ownSteps: { total: 0 } } });
  });
});

describe("the way there", () => {
  test("is written by staff or employer, read by the participant; what somebody else wrote meanwhile is told", async () => {
    const { circle, id } = await under(await aCircle());
    const way = { steps: "Buss 304\nGå rakt fram", bring: "Matlåda", recognise: "Röd väst", version: 0 };
    expect(await saveWayThere(circle.participant, id, way)).toEqual(missing);
    expect(await saveWayThere(circle.caseWorker, id, way)).toEqual(missing);
    expect(await saveWayThere(circle.employer, id, way)).toMatchObject(ok);
    expect(await saveWayThere(circle.employer, id, way)).toMatchObject(ok);
    for (const actor of [circle.employer, circle.coordinator])
      expect(await withActor(actor, (tx) => tx.execute("DELETE FROM agreement_ways RETURNING 1"))).toEqual(
        [],
      );
    const other = { ...way, steps: "Buss 305" };
    expect(await saveWayThere(circle.coach, id, other)).toMatchObject({ code: "changed_since" });
    expect(await saveWayThere(circle.coach, id, { ...other, version: 1 })).toMatchObject(ok);
    expect(await readOwnWay(circle.participant, id)).toMatchObject({
      ok: true,
      way: { steps: "Buss 305", bring: "Matlåda", version: 2 },
      point: { lat: expect.any(Number), lon: expect.any(Number) },
    });
    const day = await readOwnDay(circle.participant);
    expect(day).toMatchObject({ next: { wayThere: "Buss 305", bring: "Matlåda", recognise: "Röd väst" } });
  });
});
