import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { systemActor } from "#app/domain/identity/actor";
import { dayAfter } from "#app/domain/organisations/day";
import { sendNotification } from "#app/jobs/send-notification.server";
import { isHoliday } from "#app/platform/holidays.server";
import { beginAmendment } from "#app/services/agreements/amend-agreement.server";
import { endAgreement } from "#app/services/agreements/end-agreement.server";
import { listRatingLinksDue, sendDueRatingLink } from "#app/services/followups/rating-links.server";
import { seedAccount } from "#app/services/identity/seed-account.server";
import { askAboutRatings } from "#app/services/notifications/ask-about-ratings.server";
import { askAboutWeek } from "#app/services/notifications/ask-about-week.server";
import { finishLinkedReminder, readLinkedReminder } from "#app/services/notifications/linked-reminder.server";
import {
  finishReminder,
  listNotifications,
  readNotification,
} from "#app/services/notifications/list-notifications.server";
import {
  readNotificationSettings,
  saveNotificationSettings,
} from "#app/services/notifications/notification-settings.server";
import { planReminders } from "#app/services/notifications/plan-reminders.server";
import { withActor } from "#db/client.server";
import { asIdentity } from "#db/identity.server";
import { enqueue } from "#db/queries/jobs.server";
import { findMailOf } from "#db/queries/referral-mail.server";
import { aMonday, send, sign, writeDraft } from "#tests/support/factories/agreements";
import { anAccount, anAgreementInForce, anAgreementOut } from "#tests/support/factories/notifications";
import { runDueJobs } from "#tests/support/jobs";
import { mailsTo, secretIn } from "#tests/support/mailbox";
import { owner } from "#tests/support/owner";

const start = aMonday();
/** Nothing is wanted. */
const form = {
  unsigned: [],
  first_day: [],
  attendance: [],
  rating: [],
  ends_soon: [],
  incoming: [],
  phone: "",
};
const lastDay = dayAfter(start, 12 * 7 - 3);

beforeEach(async () => {
  await owner`DELETE FROM agreements`;
  await owner`DELETE FROM graphile_worker._private_jobs`;
});
afterEach(() => vi.useRealTimers());

/** It is this day at this hour (UTC), for the process and for the queue. */
async function at(day: string, hour = 8): Promise<void> {
  const moment = `${day}T${String(hour).padStart(2, "0")}:00:00Z`;
  vi.useFakeTimers({ toFake: ["Date"], now: new Date(moment) });
  await owner`UPDATE graphile_worker._private_jobs SET run_at = now() WHERE run_at <= ${moment}::timestamptz`;
}
/** How many are new, without the monthly question: that can fall on any day, and has tests of its own. */
async function plan(): Promise<number> {
  const { planned } = await planReminders();
  const monthly = await owner`DELETE FROM notifications WHERE kind = 'rating' RETURNING 1`;
  return planned - monthly.length;
}
/** The night before a day, and what is sent on it. */
async function night(day: string): Promise<number> {
  await at(day, 1);
  const planned = await plan();
  await runDueJobs();
  await at(day);
  // What the queue holds for later today is due: its clock is the database's.
  await owner`UPDATE notifications SET send_at = now() WHERE settled_at IS NULL AND send_at <= ${`${day}T08:00:00Z`}::timestamptz`;
  await runDueJobs();
  return planned;
}
const subjects = (address: string) => mailsTo(address).map(({ subject }) => subject);

describe("what is said, to whom, and when", () => {
  test("a missing signature: 7 and 2 days before, to those who have not signed and to the coordinator", async () => {
    const { circle, mails, id } = await anAgreementOut();
    await runDueJobs();
    const before = mailsTo(mails.employer).length;
    expect(await night(dayAfter(start, -8))).toBe(0);
    expect(await night(dayAfter(start, -7))).toBe(3);
    expect(mailsTo(mails.employer)).toHaveLength(before + 1);
    expect(subjects(mails.participant).at(-1)).toMatch(/väntar på din underskrift/);
    expect(subjects(mails.coordinator)).toEqual(["En påminnelse i dag"]);

    vi.useRealTimers();
    expect(await sign(circle.participant, id, "participant")).toBe("signed");
    expect(await night(dayAfter(start, -2))).toBe(2);
    expect(mailsTo(mails.employer)).toHaveLength(before + 2);
    expect(subjects(mails.participant).filter((subject) => /underskrift/.test(subject))).toHaveLength(1);
    // The mail carries a link of its own to sign with.
    expect(secretIn(mailsTo(mails.employer).at(-1), "skriv-under")).toHaveLength(43);
  });

  test("a change that is out: 7 and 2 days before the day from which it counts, until it is signed", async () => {
    const { circle, mails, id } = await anAgreementInForce();
    expect(await beginAmendment(circle.coordinator, id)).toMatchObject({ ok: true });
    await writeDraft(circle.coordinator, id, (draft) => ({
      ...draft,
      period: { ...draft.period, endsOn: dayAfter(lastDay, 14) },
    }));
    expect(await send(circle.coordinator, id)).toMatchObject({ ok: true });
    await runDueJobs();
    const told = (address: string) => subjects(address).filter((subject) => /ändring väntar/.test(subject));
    const counts = dayAfter(lastDay, 1);
    await night(dayAfter(counts, -8));
    expect(told(mails.participant)).toHaveLength(0);
    await night(dayAfter(counts, -7));
    expect(told(mails.employer)).toHaveLength(1);
    expect(told(mails.participant)).toHaveLength(1);
    expect(mailsTo(mails.participant).at(-1)!.text).toMatch(/ska gälla från/);
    expect(secretIn(mailsTo(mails.employer).at(-1), "skriv-under")).toHaveLength(43);

    vi.useRealTimers();
    expect(await listNotifications(circle.participant, 1)).toMatchObject({
      rows: expect.arrayContaining([
        expect.objectContaining({ kind: "unsigned", isChange: true, day: counts }),
      ]),
    });
    expect(await sign(circle.participant, id, "participant")).toBe("signed");
    await night(dayAfter(counts, -2));
    expect(told(mails.employer)).toHaveLength(2);
    expect(told(mails.participant)).toHaveLength(1);
  });

  test("nobody is told to come on a first day that lies in a pause, however late in the period it is", async () => {
    const { id } = await anAgreementInForce();
    await owner`UPDATE agreements SET starts_on = starts_on - 4 WHERE id = ${id}`;
    await owner`INSERT INTO agreement_pauses (association_id, agreement_id, from_on, until_on)
      SELECT association_id, id, ${start}::date, ${dayAfter(start, 2)}::date FROM agreements WHERE id = ${id}`;
    expect(await night(dayAfter(start, -1))).toBe(0);
  });

  test("the first day and the end; no name, no workplace, nothing of what was agreed", async () => {
    const { mails } = await anAgreementInForce();
    expect(await night(dayAfter(start, -1))).toBe(2);
    expect(mailsTo(mails.supervisor).at(-1)?.text).toMatch(/klockan 9\.00–13\.00/);
    expect(await night(dayAfter(lastDay, -14))).toBe(3);
    const all = Object.values(mails).flatMap((address) => mailsTo(address));
    expect(all.length).toBeGreaterThan(4);
    for (const { text } of all) expect(text).not.toMatch(/Deltagaren|L-\d|Chefen|Maj|växthus|hälsa|sjuk/i);
  });

  test("the first day is the first one that somebody is expected: a day nobody works is not told", async () => {
    const { circle, mails, id } = await anAgreementInForce();
    await owner`UPDATE agreements SET starts_on = starts_on - 4 WHERE id = ${id}`;
    expect(await night(dayAfter(start, -5))).toBe(0);
    expect(await night(dayAfter(start, -1))).toBe(2);
    expect(mailsTo(mails.supervisor).at(-1)?.text).toMatch(/klockan 9\.00–13\.00/);
    vi.useRealTimers();
    expect(await listNotifications(circle.participant, 1)).toMatchObject({
      rows: [{ kind: "first_day", day: start }],
    });
  });

  test("twice the same night is once, and a night that was missed loses nothing", async () => {
    const { mails } = await anAgreementInForce();
    await at(dayAfter(lastDay, -13), 1);
    await Promise.all([planReminders(), planReminders()]);
    await night(dayAfter(lastDay, -13));
    await night(dayAfter(lastDay, -12));
    expect(subjects(mails.participant).filter((subject) => /slutar/.test(subject))).toHaveLength(1);
    expect(mailsTo(mails.employer).filter(({ subject }) => /slutar/.test(subject))).toHaveLength(1);
  });

  test("nothing in the quiet hours", async () => {
    const { mails } = await anAgreementInForce();
    await at(dayAfter(lastDay, -14), 2);
    await plan();
    await owner`UPDATE graphile_worker._private_jobs SET run_at = now()`;
    await runDueJobs();
    expect(subjects(mails.participant).filter((subject) => /slutar/.test(subject))).toEqual([]);
    const waiting =
      await owner`SELECT run_at FROM graphile_worker.jobs WHERE task_identifier = 'send_notification'`;
    expect(
      waiting.map(({ run_at }) => run_at.toLocaleString("sv-SE", { timeZone: "Europe/Stockholm" })),
    ).toEqual(Array(2).fill(`${dayAfter(lastDay, -14)} 07:00:00`));
  });

  test("one mail a day to a coordinator", async () => {
    const { mails, circle } = await anAgreementInForce();
    const other = await anAgreementInForce();
    await owner`UPDATE agreements SET association_id = association_id, created_by_user = ${circle.coordinator.userId}
      WHERE id = ${other.id} AND association_id = ${circle.associationId}`;
    await night(dayAfter(lastDay, -14));
    expect(subjects(mails.coordinator)).toEqual(["En påminnelse i dag"]);
    // Something more the same day waits until tomorrow.
    await owner`UPDATE notifications SET settled_at = NULL, digest_id = NULL, mailed_at = NULL
      WHERE recipient = ${`coordinator:${circle.coordinator.userId}`}`;
    await withActor(systemActor, (tx) =>
      enqueue(tx, "send_digest", { associationId: circle.associationId, userId: circle.coordinator.userId! }),
    );
    await runDueJobs();
    expect(subjects(mails.coordinator)).toHaveLength(1);
    await night(dayAfter(lastDay, -13));
    expect(subjects(mails.coordinator)).toHaveLength(2);
  });
});

describe("a week's attendance", () => {
  const friday = dayAfter(start, 4);

  test("is asked for once, with a link, and not at night", async () => {
    const { mails } = await anAgreementInForce();
    await at(friday, 2);
    expect(await askAboutWeek()).toBe(0);
    expect(await owner`SELECT task_identifier FROM graphile_worker.jobs WHERE run_at > now()`).toEqual([
      { task_identifier: "ask_about_week" },
    ]);
    expect(
      await owner`SELECT payload->>'week' AS week FROM graphile_worker._private_jobs WHERE run_at > now()`,
    ).toEqual([{ week: start }]);
    await at(friday, 12);
    expect(await askAboutWeek()).toBe(1);
    expect(await askAboutWeek()).toBe(0);
    await runDueJobs();
    expect(mailsTo(mails.supervisor)).toHaveLength(1);
    expect(secretIn(mailsTo(mails.supervisor)[0], "narvaro")).toHaveLength(43);
  });

  test("is about the week in which it was ordered, also when that is tried again on Monday", async () => {
    const { id } = await anAgreementInForce();
    await at(dayAfter(start, 7), 12);
    const weeks = async () =>
      (await owner`SELECT week::text FROM attendance_links WHERE ${id} = ANY (agreement_ids)`).map(
        ({ week }) => week,
      );
    expect(await askAboutWeek({ _cron: { ts: `${friday}T12:00:00.000Z` } })).toBe(1);
    expect(await weeks()).toEqual([start]);
    await owner`DELETE FROM attendance_links`;
    expect(await askAboutWeek({ week: start })).toBe(1);
    expect(await weeks()).toEqual([start]);
  });

  test("is not asked of an account that wants no such mail", async () => {
    const { circle, mails } = await anAgreementInForce();
    const { employerId } = circle;
    const userId = await seedAccount({
      email: mails.supervisor,
      name: "Maj",
      memberships: [{ role: "employer", employerId }],
    });
    const supervisor = { ...circle.employer, userId };
    await at(friday, 12);
    await saveNotificationSettings(supervisor, form);
    expect(await askAboutWeek()).toBe(0);
    await saveNotificationSettings(supervisor, { ...form, attendance: ["mail"] });
    expect(await askAboutWeek()).toBe(1);
  });
});

describe("how it goes, of a supervisor", () => {
  /** A Monday on which one works, when somebody has been there for a month. */
  const monday = [35, 42, 49].map((days) => dayAfter(start, days)).find((day) => !isHoliday(day))!;
  const links = () => owner`SELECT address, month::text FROM rating_links ORDER BY address`;
  beforeEach(() => owner`DELETE FROM rating_links`);

  test("is asked once a month with one mail, not at night and not on a day off", async () => {
    const { mails } = await anAgreementInForce();
    const month = `${monday.slice(0, 7)}-01`;
    await at(monday, 2);
    expect(await askAboutRatings()).toBe(0);
    expect(
      await owner`SELECT payload->>'day' AS day, run_at > ${`${monday}T02:00:00Z`}::timestamptz AS later
        FROM graphile_worker._private_jobs j JOIN graphile_worker._private_tasks t ON t.id = j.task_id
        WHERE t.identifier = 'ask_about_ratings'`,
    ).toEqual([{ day: monday, later: true }]);
    await at(dayAfter(monday, -1), 9);
    expect(await askAboutRatings()).toBe(0);
    // What was ordered on a day off is about that day, also when it is done on another.
    await at(monday, 9);
    expect(await askAboutRatings({ _cron: { ts: `${dayAfter(monday, -2)}T08:30:00.000Z` } })).toBe(0);
    expect(await links()).toEqual([]);
    expect(await askAboutRatings()).toBe(1);
    expect(await askAboutRatings()).toBe(0);
    expect(await askAboutRatings({ day: monday })).toBe(0);
    expect(await links()).toEqual([{ address: mails.supervisor, month }]);
    await runDueJobs();
    expect(mailsTo(mails.supervisor)).toHaveLength(1);
    expect(secretIn(mailsTo(mails.supervisor)[0], "skattning")).toHaveLength(43);
  });

  test("broken off between two supervisors it goes on with the other, and nobody is asked twice", async () => {
    const first = await anAgreementInForce();
    const second = await anAgreementInForce();
    await at(monday, 9);
    const { due } = await listRatingLinksDue(monday);
    expect(due).toHaveLength(2);
    // Each is asked in a transaction of its own: this is as far as the process came.
    expect(await sendDueRatingLink(due[0]!, monday)).toBe(true);
    expect(await askAboutRatings({ day: monday })).toBe(1);
    // One that did not come to its end leaves nothing, and is asked by the next.
    await owner`DELETE FROM rating_links WHERE address = ${second.mails.supervisor}`;
    await owner`DELETE FROM graphile_worker._private_jobs WHERE payload->>'linkId' NOT IN (SELECT id::text FROM rating_links)`;
    expect(await askAboutRatings({ day: monday })).toBe(1);
    await runDueJobs();
    for (const { mails } of [first, second]) expect(mailsTo(mails.supervisor)).toHaveLength(1);
  });
});

describe("what is not so any more is not said", () => {
  test.each([
    [
      "ended early",
      (id: string) =>
        owner`UPDATE agreements SET status = 'ended_early', holds_slot = false, ended_on = starts_on WHERE id = ${id}`,
    ],
    [
      "paused",
      (id: string) => owner`INSERT INTO agreement_pauses (association_id, agreement_id, from_on)
        SELECT association_id, id, starts_on FROM agreements WHERE id = ${id}`,
    ],
    ["moved", (id: string) => owner`UPDATE agreements SET ends_on = ends_on + 7 WHERE id = ${id}`],
  ])("%s after it was planned", async (_, change) => {
    const { mails, id } = await anAgreementInForce();
    const day = dayAfter(lastDay, -14);
    await at(day, 1);
    expect(await plan()).toBe(3);
    await change(id);
    await night(day);
    expect(subjects(mails.participant).filter((subject) => /slutar/.test(subject))).toEqual([]);
    expect(await owner`SELECT DISTINCT dropped FROM notifications WHERE agreement_id = ${id}`).toEqual([
      { dropped: "changed" },
    ]);
  });

  test("a first day that is paused is not said, though the pause has not begun", async () => {
    const { id } = await anAgreementInForce();
    await owner`INSERT INTO agreement_pauses (association_id, agreement_id, from_on, until_on)
      SELECT association_id, id, starts_on, starts_on + 6 FROM agreements WHERE id = ${id}`;
    expect(await night(dayAfter(start, -1))).toBe(0);
    expect(await night(dayAfter(lastDay, -14))).toBe(3);
  });

  test("another last day is said on its own day", async () => {
    const { mails, id } = await anAgreementInForce();
    await night(dayAfter(lastDay, -14));
    await owner`UPDATE agreements SET ends_on = ends_on + 28 WHERE id = ${id}`;
    expect(await night(dayAfter(lastDay, -13))).toBe(0);
    expect(await night(dayAfter(lastDay, 14))).toBe(3);
    expect(subjects(mails.participant).filter((subject) => /slutar/.test(subject))).toHaveLength(2);
  });

  test("cancelled: nobody is asked to sign", async () => {
    const { circle, id } = await anAgreementOut();
    const cancel = { to: "cancelled" as const, reason: "other" as const, initiative: null, note: "" };
    expect(await endAgreement(circle.coordinator, id, cancel)).toMatchObject({ ok: true });
    expect(await night(dayAfter(start, -7))).toBe(0);
  });
});

describe("already done", () => {
  test("the link in the mail: looking changes nothing, one button, nothing more of the kind", async () => {
    const { mails } = await anAgreementOut();
    await night(dayAfter(start, -7));
    const token = secretIn(mailsTo(mails.employer).at(-1), "paminnelse");
    const rows = () => owner`SELECT * FROM notifications ORDER BY id`;
    const before = JSON.stringify(await rows());
    expect(await readLinkedReminder(token)).toMatchObject({ ok: true, kind: "unsigned", isDone: false });
    expect(JSON.stringify(await rows())).toBe(before);
    expect(before).not.toContain(token);
    expect(await finishLinkedReminder(token)).toEqual({ ok: true });
    expect(await finishLinkedReminder(token)).toEqual({ ok: true });
    expect(await readLinkedReminder(token)).toMatchObject({ isDone: true });
    const sent = mailsTo(mails.employer).length;
    expect(await night(dayAfter(start, -2))).toBe(2);
    expect(mailsTo(mails.employer)).toHaveLength(sent);
    expect(await finishLinkedReminder("A".repeat(43))).toEqual({ ok: false, code: "link_unknown" });
  });
});

describe("the own list", () => {
  test("one's own only, read and done marks", async () => {
    const { circle, mails } = await anAgreementInForce();
    await night(dayAfter(lastDay, -14));
    vi.useRealTimers();
    const listed = await listNotifications(circle.participant, 1);
    if (!listed.ok) throw new Error(listed.code);
    expect(listed).toMatchObject({
      unread: 1,
      rows: [{ kind: "ends_soon", as: "party", day: lastDay, isRead: false }],
    });
    const reminder = listed.rows[0]!.id;
    // The coordinator has one of the own; nobody reaches another's.
    expect(await listNotifications(circle.coordinator, 1)).toMatchObject({
      unread: 1,
      rows: [{ as: "staff" }],
    });
    expect(await readNotification(circle.coordinator, reminder)).toEqual({ ok: false, code: "not_found" });
    expect(await finishReminder(circle.coordinator, reminder)).toEqual({ ok: false, code: "not_found" });
    expect(await readNotification(circle.participant, reminder)).toEqual({
      ok: true,
      page: "/min-sida/overenskommelse",
    });
    expect(await finishReminder(circle.participant, reminder)).toEqual({ ok: true });
    expect(await listNotifications(circle.participant, 1)).toMatchObject({
      unread: 0,
      rows: [{ isRead: true, isDone: true }],
    });
    expect(mailsTo(mails.participant).length).toBeGreaterThan(0);
  });

  test("about a protected identity nothing is named: not in the mail, not in a colleague's list", async () => {
    const { circle, mails, id } = await anAgreementInForce();
    const { userId } = await anAccount({ role: "employer", employerId: circle.employer.employerId! });
    await owner`UPDATE participants SET protected_identity = 'protected', name = NULL, email = NULL WHERE id = ${circle.participantId}`;
    await night(dayAfter(lastDay, -14));
    const last = mailsTo(mails.coordinator).at(-1)!;
    expect(last.text).toContain("Det finns en påminnelse till dig");
    expect(last.text).not.toMatch(/20\d\d-\d{4}(?!-)|slutar|dagen är/);
    vi.useRealTimers();
    expect(await listNotifications(circle.coordinator, 1)).toMatchObject({
      rows: [{ number: null, day: null }],
    });
    await owner`UPDATE notifications SET shown_at = now(), membership_id = (SELECT id FROM memberships WHERE user_id = ${userId})
      WHERE agreement_id = ${id} AND recipient = 'employer_1' AND kind = 'ends_soon'`;
    expect(await listNotifications({ ...circle.employer, userId }, 1)).toMatchObject({
      rows: [{ number: null, day: null }],
    });
  });
});

describe("what each person has chosen", () => {
  test("only in the list, or not at all", async () => {
    const { circle, mails } = await anAgreementInForce();
    await saveNotificationSettings(circle.participant, { ...form, ends_soon: ["app"] });
    await saveNotificationSettings(circle.coordinator, form);
    await night(dayAfter(lastDay, -14));
    expect(subjects(mails.participant).filter((subject) => /slutar/.test(subject))).toEqual([]);
    expect(mailsTo(mails.coordinator)).toEqual([]);
    vi.useRealTimers();
    expect(await listNotifications(circle.participant, 1)).toMatchObject({ unread: 1 });
    expect(await listNotifications(circle.coordinator, 1)).toMatchObject({ unread: 0, rows: [] });
  });

  test("in one role is not chosen in another: text messages as a participant are no silence as a coordinator", async () => {
    const { circle, mails } = await anAgreementInForce();
    const { participantId } = circle;
    const asParticipant = { ...circle.coordinator, role: "participant", participantId } as const;
    await saveNotificationSettings(asParticipant, { ...form, ends_soon: ["sms"], phone: "070-123 45 67" });
    const kinds = async (actor: typeof circle.coordinator) => {
      const read = await readNotificationSettings(actor);
      return read.ok ? Object.fromEntries(read.kinds.map(({ kind, chosen }) => [kind, chosen])) : {};
    };
    expect(await kinds(asParticipant)).toMatchObject({ ends_soon: ["sms"], unsigned: [] });
    expect(await kinds(circle.coordinator)).toMatchObject({ ends_soon: ["mail", "app"] });
    await night(dayAfter(lastDay, -14));
    expect(subjects(mails.coordinator)).toEqual(["En påminnelse i dag"]);
  });

  test("no mail about what is new", async () => {
    const { circle } = await anAgreementInForce();
    const mail = () =>
      withActor(systemActor, (tx) =>
        asIdentity(tx, () => findMailOf(tx, circle.coordinator.userId!, circle.associationId)),
      );
    expect(await mail()).toContain("@paminn.example");
    await saveNotificationSettings(circle.coordinator, form);
    expect(await mail()).toBeNull();
    await saveNotificationSettings(circle.coordinator, { ...form, incoming: ["mail"] });
    expect(await mail()).toContain("@paminn.example");
  });

  test("a text message goes only to a number that was given", async () => {
    const { circle, id } = await anAgreementInForce();
    await saveNotificationSettings(circle.participant, {
      ...form,
      ends_soon: ["sms"],
      phone: "070-123 45 67",
    });
    await night(dayAfter(lastDay, -14));
    const [row] =
      await owner`SELECT texted_at, mailed_at FROM notifications WHERE agreement_id = ${id} AND recipient = 'participant'`;
    expect(row).toMatchObject({ texted_at: expect.any(Date), mailed_at: null });
    // A number that takes no text messages: it has not gone, and is not tried again.
    await owner`UPDATE notifications SET settled_at = NULL, texted_at = NULL WHERE agreement_id = ${id}`;
    await owner`UPDATE notification_settings SET phone = '+4658181000' WHERE user_id = ${circle.participant.userId}`;
    const [{ id: again }] = (await owner`
      SELECT id FROM notifications WHERE agreement_id = ${id} AND recipient = 'participant'`) as unknown as [
      { id: string },
    ];
    await sendNotification({ notificationId: again });
    expect(await owner`SELECT texted_at, dropped, settled_at FROM notifications WHERE id = ${again}`).toEqual(
      [{ texted_at: null, dropped: "phone_pattern", settled_at: expect.any(Date) }],
    );
    await owner`UPDATE notification_settings SET phone = '+46701234567' WHERE user_id = ${circle.participant.userId}`;
    // Another role that is asked for no number leaves it as it is.
    await saveNotificationSettings({ ...circle.coordinator, userId: circle.participant.userId }, form);
    expect(await readNotificationSettings(circle.participant)).toMatchObject({ phone: "+46701234567" });
    await saveNotificationSettings(circle.participant, { ...form, ends_soon: ["sms"] });
    const [kept] =
      await owner`SELECT phone FROM notification_settings WHERE user_id = ${circle.participant.userId}`;
    expect(kept).toEqual({ phone: null });
  });
});
