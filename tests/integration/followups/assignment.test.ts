import { randomUUID } from "node:crypto";
import { beforeAll, describe, expect, test } from "vitest";
import { mondayOf } from "#app/domain/agreements/period";
import type { ReportInput } from "#app/domain/followups/assignment-report";
import type { Actor } from "#app/domain/identity/actor";
import { dayAfter } from "#app/domain/organisations/day";
import { formatDayInSentence } from "#app/i18n/format";
import { today } from "#app/platform/clock.server";
import { endAgreement } from "#app/services/agreements/end-agreement.server";
import { pauseAgreement } from "#app/services/agreements/pause-agreement.server";
import {
  answerReport,
  readAssignment,
  sayOnAssignment,
  seeAnswers,
  writeReport,
} from "#app/services/followups/assignment-reports.server";
import { listWaiting } from "#app/services/followups/list-waiting.server";
import { readOwnReports } from "#app/services/followups/own-reports.server";
import { saveWeek } from "#app/services/followups/save-week.server";
import { sayFeeling } from "#app/services/followups/say-feeling.server";
import { countCaseNews, reachInCase, readCase } from "#app/services/profiles/read-case.server";
import { withActor } from "#db/client.server";
import { aCircle, type Circle, inForce } from "#tests/support/factories/agreements";
import { aCaseWorker } from "#tests/support/factories/people";
import { runDueJobs } from "#tests/support/jobs";
import { mailsTo } from "#tests/support/mailbox";
import { owner } from "#tests/support/owner";

const ok = { ok: true };
const missing = { ok: false, code: "not_found" };
const monday = mondayOf(today());
const report = (changes: Partial<ReportInput> = {}): ReportInput => ({
  milestone: "halfway",
  answer: "partly",
  words: "Sex timmar fungerar.",
  version: 0,
  ...changes,
});

/** A commissioned agreement that is half-way, with hours of two weeks. */
async function commissioned() {
  const circle = await aCircle();
  const { coach, coordinator } = circle;
  for (const { userId, role, associationId } of [coach, coordinator])
    await owner.begin(async (tx) => {
      await tx`SELECT set_config('app.role', 'identity', true)`;
      await tx`INSERT INTO auth_users (id, name, email) VALUES (${userId}, 'Personal', ${`${userId}@example.org`})`;
      await tx`INSERT INTO memberships (user_id, role, association_id) VALUES (${userId}, ${role}, ${associationId})`;
    });
  const id = await inForce(circle);
  const startsOn = dayAfter(monday, -42);
  await owner`UPDATE agreement_versions SET agreed_at = ${startsOn}::date WHERE agreement_id = ${id}`;
  await owner`ALTER TABLE agreement_versions DISABLE TRIGGER a_sent_text_stays`;
  await owner`UPDATE agreement_versions SET content = jsonb_set(content, '{period}',
    ${owner.json({ startsOn, endsOn: dayAfter(startsOn, 81) })}) WHERE agreement_id = ${id}`;
  await owner`ALTER TABLE agreement_versions ENABLE TRIGGER a_sent_text_stays`;
  await owner`UPDATE agreements SET starts_on = ${startsOn}, ends_on = ${dayAfter(startsOn, 81)},
    coach_user = ${coach.userId}, coach_name = 'Anna-Karin Ek' WHERE id = ${id}`;
  for (const week of [-14, -7])
    await saveWeek(coach, [
      {
        agreementId: id,
        day: dayAfter(monday, week),
        seen: 0,
        presence: week === -7 ? { hours: null, absence: "sjuk" } : { hours: 4, absence: null },
      },
    ]);
  return { circle, id };
}
const staffMail = ({ userId }: Actor) => `${userId}@example.org`;
async function mailOfCaseWorker({ caseWorker }: Circle): Promise<string> {
  return owner.begin(async (tx) => {
    await tx`SELECT set_config('app.role', 'identity', true)`;
    const [row] = await tx`SELECT email FROM auth_users WHERE id = ${caseWorker.userId}`;
    return row!.email as string;
  });
}

describe("that staff ended it early", () => {
  const end = { to: "ended_early" as const, reason: "health", initiative: "together", note: "Orkar inte" };
  const ended = async (circle: Circle) => {
    await owner`UPDATE graphile_worker._private_jobs SET run_at = now()`;
    await runDueJobs();
    return mailsTo(await mailOfCaseWorker(circle));
  };

  test("is mailed to the case worker once: from which day and a link to the case, nothing about whom or why", async () => {
    const { circle, id } = await commissioned();
    expect(await endAgreement(circle.coach, id, end)).toMatchObject(ok);
    const told = await ended(circle);
    expect(told.map(({ subject }) => subject)).toEqual(["En plats har avslutats i förtid"]);
    expect(told[0]!.text).toContain(formatDayInSentence("sv", today()));
    expect(told[0]!.text).toContain(`/handlaggare/arenden/${encodeURIComponent(circle.reference)}\n`);
    expect(told[0]!.text).not.toMatch(/Orkar inte|[Dd]eltagaren/);
  });

  test("of a protected identity only says that there is something to read", async () => {
    const { circle, id } = await commissioned();
    await owner`UPDATE participants SET name = NULL, protected_identity = 'protected' WHERE id = ${circle.participantId}`;
    expect(await endAgreement(circle.coordinator, id, end)).toMatchObject(ok);
    const told = await ended(circle);
    expect(told.map(({ subject }) => subject)).toEqual(["Något nytt i ett uppdrag"]);
    expect(told[0]!.text).not.toContain(circle.reference);
    expect(told[0]!.text).not.toContain(formatDayInSentence("sv", today()));
  });

  test("is not mailed to a case worker who wants none", async () => {
    const { circle, id } = await commissioned();
    await owner`INSERT INTO notification_settings (user_id, phone, choices)
      VALUES (${circle.caseWorker.userId}, NULL, ${owner.json({ incoming: [] })})`;
    expect(await endAgreement(circle.coach, id, end)).toMatchObject(ok);
    expect(await ended(circle)).toEqual([]);
  });
});

describe("a report at a milestone", () => {
  let circle: Circle;
  let id: string;
  beforeAll(async () => {
    ({ circle, id } = await commissioned());
  });

  test("waits on the start page of coordinator and coach, with the hours of the weeks that are over", async () => {
    for (const actor of [circle.coordinator, circle.coach])
      expect(await listWaiting(actor)).toMatchObject({
        waitingFor: { assignments: { rows: [{ agreementId: id, what: "report" }], total: 1 } },
      });
    expect(await readAssignment(circle.coach, id)).toMatchObject({
      ok: true,
      read: { toWrite: "halfway", facts: { weeks: 6, real: 4, lastWeek: { real: 0 } } },
    });
  });

  test("is the staff's while it is a draft; then the case worker's and the participant's, and is not changed", async () => {
    expect(await writeReport(circle.coach, id, report())).toMatchObject(ok);
    expect(await readOwnReports(circle.participant)).toEqual({ ok: true, reports: [] });
    const before = await readCase(circle.caseWorker, circle.reference);
    expect(before.ok && before.agreements[0]?.reports).toEqual([]);
    // Another tab has the version from before the draft.
    expect(await writeReport(circle.coordinator, id, report())).toMatchObject({ code: "changed_since" });
    const sent = report({ version: 1, send: "ja" });
    expect(await writeReport(circle.coordinator, id, sent)).toMatchObject(ok);
    expect(await writeReport(circle.coordinator, id, sent)).toMatchObject(ok);
    expect(await writeReport(circle.coach, id, report({ words: "Annat", version: 2 }))).toMatchObject({
      code: "sent_already",
    });
    await runDueJobs();
    const mails = mailsTo(await mailOfCaseWorker(circle));
    expect(mails.map(({ subject }) => subject)).toEqual(["En rapport att läsa"]);
    expect(mails[0]?.text).not.toContain("Sex timmar");
    expect(await readOwnReports(circle.participant)).toMatchObject({
      reports: [{ report: { words: "Sex timmar fungerar." } }],
    });
    const after = await readCase(circle.caseWorker, circle.reference);
    expect(after).toMatchObject({ ok: true, agreements: [{ reports: [{ answer: "partly" }] }] });
    expect(JSON.stringify(after)).not.toContain("sjuk");
  });

  test("is answered once by the case worker of the case; staff are told until somebody has read it", async () => {
    const read = await readCase(circle.caseWorker, circle.reference);
    const reportId = (read.ok && read.agreements[0]?.reports[0]?.id) || "";
    const say = { report: reportId, verdict: "extend" as const, words: "Fyra veckor till." };
    const colleague = await aCaseWorker(circle.associationId, circle.agencyId);
    expect(await answerReport(colleague, id, say)).toEqual(missing);
    expect(await answerReport(circle.coach, id, say)).toEqual(missing);
    expect(await answerReport(circle.caseWorker, id, say)).toMatchObject(ok);
    expect(await answerReport(circle.caseWorker, id, say)).toMatchObject(ok);
    for (const other of [{ verdict: "fulfilled" as const }, { words: "Åtta veckor till." }])
      expect(await answerReport(circle.caseWorker, id, { ...say, ...other })).toMatchObject({
        code: "answered_already",
      });
    await runDueJobs();
    expect(mailsTo(staffMail(circle.coach))).toHaveLength(1);
    expect(await listWaiting(circle.coordinator)).toMatchObject({
      waitingFor: { assignments: { rows: [{ what: "verdict", verdict: "extend" }] } },
    });
    expect(await seeAnswers(circle.coordinator, id)).toMatchObject(ok);
    expect(await listWaiting(circle.coordinator)).toMatchObject({
      waitingFor: { assignments: { total: 0 } },
    });
  });
});

test("when the last report is sent, nobody writes one of an earlier milestone", async () => {
  const { circle, id } = await commissioned();
  expect(await readAssignment(circle.coach, id)).toMatchObject({ read: { left: ["halfway", "due"] } });
  expect(await writeReport(circle.coach, id, report())).toMatchObject(ok);
  expect(await writeReport(circle.coach, id, report({ milestone: "due", send: "ja" }))).toMatchObject(ok);
  expect(await readAssignment(circle.coach, id)).toMatchObject({ read: { left: [], toWrite: null } });
  const late = report({ version: 1, send: "ja" });
  expect(await writeReport(circle.coach, id, late)).toMatchObject({ code: "later_sent" });
});

describe("questions and answers", () => {
  test("a question waits for staff and is answered; the same form twice is one", async () => {
    const { circle, id } = await commissioned();
    await writeReport(circle.coach, id, report({ send: "ja" }));
    const question = { key: randomUUID(), words: "Hur många timmar orkar hen?" };
    expect(await sayOnAssignment(circle.caseWorker, id, question)).toMatchObject(ok);
    expect(await sayOnAssignment(circle.caseWorker, id, question)).toMatchObject(ok);
    await runDueJobs();
    const asked = mailsTo(staffMail(circle.coach));
    expect(asked.map(({ subject }) => subject)).toEqual(["En handläggare har frågat något"]);
    expect(asked[0]?.text).not.toContain("timmar orkar");
    expect(await listWaiting(circle.coach)).toMatchObject({
      waitingFor: { assignments: { rows: [{ what: "asked" }], total: 1 } },
    });
    const answer = { key: randomUUID(), words: "Åtta, om måndagen är lugn." };
    expect(await sayOnAssignment(circle.coach, id, answer)).toMatchObject(ok);
    await runDueJobs();
    const mails = mailsTo(await mailOfCaseWorker(circle));
    expect(mails.at(-1)?.subject).toBe("Svar på din fråga");
    const read = await readCase(circle.caseWorker, circle.reference);
    expect(read.ok && read.agreements[0]?.messages.map(({ words }) => words)).toEqual([
      question.words,
      answer.words,
    ]);
    for (const actor of [circle.participant, circle.employer, circle.stranger]) {
      expect(await sayOnAssignment(actor, id, { ...question, key: randomUUID() })).toEqual(missing);
      for (const table of ["assignment_messages", "assignment_verdicts"])
        expect(await withActor(actor, (tx) => tx.execute(`SELECT 1 FROM ${table}`))).toHaveLength(0);
    }
    expect(
      await withActor(circle.employer, (tx) => tx.execute("SELECT 1 FROM assignment_reports")),
    ).toHaveLength(0);
  });
});

describe("the case worker's case", () => {
  test("shows its own agreements, also to who has many cases with newer ones", async () => {
    const { circle, id } = await commissioned();
    const { caseWorker, associationId, agencyId } = circle;
    await owner.begin(async (tx) => {
      const others = await tx`
        INSERT INTO participants (association_id, reference)
        SELECT ${associationId}, 'many-' || n || ${id} FROM generate_series(1, 61) AS n RETURNING id`;
      const ids = others.map((other) => other.id as string);
      await tx`INSERT INTO referrals (association_id, participant_id, agency_id, case_worker_user, is_current, status)
        SELECT ${associationId}, u, ${agencyId}, ${caseWorker.userId}, true, 'accepted' FROM unnest(${ids}::uuid[]) AS u`;
      await tx`INSERT INTO agreements SELECT (jsonb_populate_record(g, jsonb_build_object('id', gen_random_uuid(),
          'participant_id', u, 'number', 'many-' || u, 'created_at', now() + interval '1 hour', 'proposal_id', NULL, 'status', 'closed', 'holds_slot', false, 'ended_on', current_date))).*
        FROM agreements g CROSS JOIN unnest(${ids}::uuid[]) AS u WHERE g.id = ${id}`;
    });
    const read = await readCase(caseWorker, circle.reference);
    expect(read.ok && read.agreements.map((one) => one.id)).toEqual([id]);
  });

  test("says what is new since the last look, in steps without employer and without why", async () => {
    const { circle, id } = await commissioned();
    const { caseWorker, reference, participant } = circle;
    expect((await countCaseNews(caseWorker))[reference]).toBeGreaterThan(0);
    expect(await readCase(caseWorker, reference)).toMatchObject(ok);
    expect(await countCaseNews(caseWorker)).toEqual({});
    await sayFeeling(participant, 1);
    const pause = { from: today(), returnsOn: null, kind: "sick" as const, note: "Ont i ryggen" };
    expect(await pauseAgreement(participant, id, pause)).toMatchObject(ok);
    expect(await countCaseNews(caseWorker)).toEqual({ [reference]: 1 });
    const read = await readCase(caseWorker, reference);
    expect(read.ok && read.events.filter(({ isNew }) => isNew)).toMatchObject([
      { kind: "paused", on: today(), detail: "" },
    ]);
    expect(JSON.stringify(read)).not.toMatch(/sick|Ont i ryggen|feeling/);
    // What ends on the very day of a look is news after it, and stands first.
    const end = { to: "ended_early" as const, reason: "other", initiative: null, note: "" };
    expect(await endAgreement(participant, id, end)).toMatchObject(ok);
    expect(await countCaseNews(caseWorker)).toEqual({ [reference]: 1 });
    const over = await readCase(caseWorker, reference);
    expect(over.ok && over.events[0]).toMatchObject({ kind: "ended", on: today(), isNew: true });
    expect(await countCaseNews(caseWorker)).toEqual({});
  });

  test("is not looked at by who writes in it; of very much the latest is shown", async () => {
    const { circle, id } = await commissioned();
    const { caseWorker, reference, associationId } = circle;
    const looks = () =>
      owner`SELECT 1 FROM audit_events WHERE user_id = ${caseWorker.userId} AND action = 'participant.read'`;
    const before = await countCaseNews(caseWorker);
    expect(await reachInCase(caseWorker, reference, id)).toEqual(ok);
    for (const other of [randomUUID(), "hittepå"])
      expect(await reachInCase(caseWorker, reference, other)).toEqual(missing);
    expect(await looks()).toHaveLength(0);
    expect(await countCaseNews(caseWorker)).toEqual(before);
    await owner`INSERT INTO agreement_pauses (association_id, agreement_id, from_on, until_on)
      SELECT ${associationId}, ${id}, current_date + 7 * n, current_date + 7 * n + 1
        FROM generate_series(1, 61) AS n`;
    const read = await readCase(caseWorker, reference);
    expect(read.ok && [read.events.length, read.hasOlder]).toEqual([60, true]);
    expect(await looks()).toHaveLength(1);
    expect(await countCaseNews(caseWorker)).toEqual({});
    for (const actor of [circle.coach, circle.participant, circle.employer])
      expect(await reachInCase(actor, reference, id)).toEqual(missing);
  });

  test("is nobody else's: a colleague at the same agency, staff, the participant", async () => {
    const { circle } = await commissioned();
    const colleague = await aCaseWorker(circle.associationId, circle.agencyId);
    for (const actor of [colleague, circle.coach, circle.participant, circle.employer])
      expect(await readCase(actor, circle.reference)).toEqual(missing);
    expect(await countCaseNews(colleague)).toEqual({});
  });
});
