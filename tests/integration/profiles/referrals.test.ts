import { beforeAll, describe, expect, test } from "vitest";
import type { Actor } from "#app/domain/identity/actor";
import { dayAfter } from "#app/domain/organisations/day";
import { today } from "#app/platform/clock.server";
import { acceptReferral } from "#app/services/profiles/accept-referral.server";
import { endCase } from "#app/services/profiles/end-case.server";
import { listOwnCases } from "#app/services/profiles/list-own-cases.server";
import { moveReferral } from "#app/services/profiles/move-referral.server";
import {
  findReferralByCode,
  listMyReferrals,
  listOwnReferrals,
  listReferrals,
  readOwnReferral,
  readReferral,
} from "#app/services/profiles/read-referral.server";
import { finishTask } from "#app/services/profiles/referral-tasks.server";
import { dropPlannedEnd, reopenParticipant } from "#app/services/profiles/reopen-participant.server";
import { sendAgain, sendInterest, sendReferral } from "#app/services/profiles/send-referral.server";
import { showParticipant } from "#app/services/profiles/show-participant.server";
import { aCoordinator, acceptForm, aReferral, referralForm } from "#tests/support/factories/cases";
import { aCaseWorker, anAgency, anAssociation, asParticipant, staff } from "#tests/support/factories/people";
import { aParticipant } from "#tests/support/factories/profiles";
import { runDueJobs } from "#tests/support/jobs";
import { writtenMails } from "#tests/support/mails";
import { owner } from "#tests/support/owner";

let associationId: number;
let agency: number;
let otherAgency: number;
let karin: Actor;
let colleague: Actor;
let sofia: Actor;
let foreign: Actor;
let count = 100;
const code = () => {
  count += 1;
  return `R-${count}`;
};

beforeAll(async () => {
  associationId = await anAssociation();
  agency = await anAgency();
  otherAgency = await anAgency();
  karin = await aCaseWorker(associationId, agency);
  colleague = await aCaseWorker(associationId, agency);
  sofia = await aCoordinator(associationId);
  foreign = await aCoordinator(await anAssociation());
});

async function accepted(id: string, reference = code()) {
  const done = await acceptReferral(sofia, id, acceptForm(sofia.userId!, reference));
  if (!done.ok) throw new Error(JSON.stringify(done));
  return done.reference;
}
const rowOf = async (id: string) => (await owner`SELECT * FROM referrals WHERE id = ${id}`)[0]!;

describe("a case worker refers somebody", () => {
  test("once, however often the form is sent, and nobody is enrolled by it", async () => {
    const form = referralForm();
    const [first, second] = await Promise.all([sendReferral(karin, form), sendReferral(karin, form)]);
    expect([first, second]).toEqual([
      { ok: true, id: form.key },
      { ok: true, id: form.key },
    ]);
    expect(await rowOf(form.key)).toMatchObject({ status: "sent", participant_id: null, is_current: false });
    const events = await owner`SELECT to_status FROM referral_events WHERE referral_id = ${form.key}`;
    expect(events).toHaveLength(1);
    expect((await owner`SELECT 1 FROM participants WHERE name = ${form.name!}`).length).toBe(0);
  });

  test("a protected identity leaves no name behind, whatever was typed", async () => {
    const id = await aReferral(karin, {
      protectedIdentity: "unknown",
      name: "Kanarie Fågel",
      email: "kanarie@example.org",
      phone: "070-1",
      municipality: "1885",
    });
    expect(JSON.stringify(await rowOf(id))).not.toMatch(/kanarie|070-1/i);
  });

  test("an agency, a municipality or a code that nobody offered is refused", async () => {
    const form = referralForm({
      about: "Z-99999",
      municipality: "0180",
      agencies: [999_999],
      agenciesAgreed: true,
    });
    expect(await sendReferral(karin, form)).toMatchObject({
      code: "unknown_choice",
      fields: ["about", "municipality", "agencies"],
    });
  });

  test("somebody else's participant cannot be referred by knowing the code, not even past the service", async () => {
    const { participantId, reference } = await aParticipant(sofia);
    expect(await sendReferral(karin, referralForm({ about: reference }))).toMatchObject({
      code: "unknown_choice",
    });
    const { withActor } = await import("#db/client.server");
    const { insertReferral, nobody } = await import("#db/queries/referral-steps.server");
    const { key, tried, wishes, purpose, question } = referralForm();
    const forced = withActor(karin, (tx) =>
      insertReferral(tx, {
        id: key,
        associationId,
        participantId,
        agencyId: agency,
        caseWorkerUser: karin.userId,
        sentBy: { role: "case_worker", userId: karin.userId, name: karin.name },
        day: "2026-06-01",
        words: { tried, wishes, purpose, question, otherAgencies: [], agenciesAgreed: false },
        person: nobody,
      }),
    );
    await expect(forced).rejects.toMatchObject({ cause: { code: "42501" } });
  });

  test("coordinators of the association get a mail with a link and nothing about anybody", async () => {
    const id = await aReferral(karin, { name: "Kanarie Mejlsson" });
    await runDueJobs();
    const mails = writtenMails().filter((mail) => mail.includes(id));
    expect(mails.map((mail) => /^To: (.*)\r$/m.exec(mail)?.[1])).toEqual([`${sofia.userId}@example.org`]);
    expect(mails.join("\n")).not.toMatch(/kanarie|Pröva 8/i);
    const jobs = await owner`SELECT payload::text FROM graphile_worker._private_jobs`;
    expect(jobs.map(({ payload }) => payload).join(" ")).not.toMatch(/kanarie/i);
  });
});

describe("who sees a referral", () => {
  test("its case worker and the association's coordinators: no colleague, no other association, no coach", async () => {
    const id = await aReferral(karin);
    expect(await readOwnReferral(karin, id)).toMatchObject({ ok: true });
    expect(await readReferral(sofia, id)).toMatchObject({
      ok: true,
      referral: { person: { name: "Mira Sandell" } },
    });
    const missing = { ok: false, code: "not_found" };
    expect(await readOwnReferral(colleague, id)).toEqual(missing);
    expect(await readReferral(foreign, id)).toEqual(missing);
    expect(await readReferral(staff("coach", associationId), id)).toEqual(missing);
    expect(await readReferral(sofia, "00000000-0000-4000-8000-000000000000")).toEqual(missing);
    expect(await readReferral(sofia, "inget")).toEqual(missing);
    expect(await moveReferral(colleague, id, { to: "withdrawn" })).toEqual(missing);
    expect(await moveReferral(foreign, id, { to: "taken_up" })).toEqual(missing);
    const own = await listOwnReferrals(colleague);
    expect(own).toEqual({ ok: true, referrals: [] });
    const denied =
      await owner`SELECT user_id FROM audit_events WHERE action = 'access.denied' AND subject = ${id}`;
    expect(denied.length).toBe(5);
  });

  test("the list shows codes, never a name, and leaves protected identities out", async () => {
    const hidden = await aReferral(karin, {
      protectedIdentity: "protected",
      name: undefined,
      purpose: "Gömd fråga",
    });
    const list = await listReferrals(sofia, "waiting", 1);
    if (!list.ok) throw new Error(list.code);
    const text = JSON.stringify(list.rows);
    expect(text).not.toContain("Mira Sandell");
    expect(text).not.toContain("Gömd fråga");
    expect(list.hidden).toBeGreaterThan(0);
    expect(await findReferralByCode(sofia, `r-${hidden.slice(0, 6)}`)).toEqual({ ok: true, id: hidden });
    expect(await findReferralByCode(foreign, `R-${hidden.slice(0, 6)}`)).toEqual({
      ok: false,
      code: "not_found",
    });
  });

  test("every read and step is one audit event", async () => {
    const id = await aReferral(karin);
    await readReferral(sofia, id);
    await moveReferral(sofia, id, { to: "taken_up" });
    const events =
      await owner`SELECT action FROM audit_events WHERE details->>'referral' = ${id} ORDER BY id`;
    expect(events.map(({ action }) => action)).toEqual([
      "referral.sent",
      "referral.read",
      "referral.changed",
    ]);
  });
});

describe("returned", () => {
  test("the case worker reads why, answers with what was typed, and sends again", async () => {
    const id = await aReferral(karin);
    const text = "Skriv hur länge.";
    expect(await moveReferral(sofia, id, { to: "returned", reason: "question_unclear", text })).toEqual({
      ok: true,
    });
    const read = await readOwnReferral(karin, id);
    expect(read).toMatchObject({
      referral: {
        status: "returned",
        returnReason: "question_unclear",
        returnText: text,
        purpose: "Pröva 8 timmar i veckan",
      },
    });
    const { key: _key, ...again } = referralForm({ question: "Håller 8 timmar i 10 veckor?" });
    expect(await sendAgain(colleague, id, again)).toEqual({ ok: false, code: "not_found" });
    expect(await sendAgain(karin, id, again)).toEqual({ ok: true, id });
    expect(await sendAgain(karin, id, again)).toEqual({ ok: false, code: "wrong_status" });
    expect(await rowOf(id)).toMatchObject({ status: "sent", question: "Håller 8 timmar i 10 veckor?" });
  });

  test("two coordinators: one returns it, the other who takes it up is told", async () => {
    const id = await aReferral(karin);
    const answers = await Promise.all([
      moveReferral(sofia, id, { to: "returned", reason: "other", text: "Ring mig." }),
      acceptReferral(sofia, id, acceptForm(sofia.userId!, code())),
    ]);
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
    expect(answers.find(({ ok }) => !ok)).toEqual({ ok: false, code: "wrong_status" });
  });
});

describe("accepted", () => {
  test("the person is enrolled, the case worker follows the case, and the name has moved", async () => {
    const id = await aReferral(karin, { email: "mira.ett@example.org" });
    const reference = await accepted(id);
    expect(await rowOf(id)).toMatchObject({
      status: "accepted",
      is_current: true,
      person_name: null,
      person_email: null,
    });
    expect(await showParticipant(sofia, reference)).toMatchObject({
      participant: {
        referral: { agencyId: agency, purpose: "Pröva 8 timmar i veckan", wishes: "Något ute" },
      },
    });
    const account = await owner`SELECT u.email FROM memberships m JOIN auth_users u ON u.id = m.user_id
      JOIN participants p ON p.id = m.participant_id WHERE p.reference = ${reference}`;
    expect(account.map(({ email }) => email)).toEqual(["mira.ett@example.org"]);
    const cases = await listOwnCases(karin);
    expect(cases.ok && cases.cases.map((one) => one.reference)).toContain(reference);
    const others = await listOwnCases(colleague);
    expect(others).toEqual({ ok: true, cases: [] });
  });

  test("somebody enrolled is referred again: one participant, both referrals, and who had left is back", async () => {
    const email = "mira.igen@example.org";
    const { reference, participantId } = await aParticipant(sofia, { name: "Mira Sandell", email });
    await owner`UPDATE participants SET closed_on = '2026-01-01' WHERE id = ${participantId}`;
    const id = await aReferral(karin, { email: email.toUpperCase() });
    expect(await readReferral(sofia, id)).toMatchObject({
      enrolled: { reference, closedOn: "2026-01-01", by: "email" },
    });
    // Somebody new with the same address is a question to the coordinator first.
    expect(await acceptReferral(sofia, id, acceptForm(sofia.userId!, code()))).toMatchObject({
      field: "who",
      problem: "enrolled_already",
    });
    expect(await rowOf(id)).toMatchObject({ status: "sent" });
    const same = acceptForm(sofia.userId!, reference, { who: "existing" });
    expect(await acceptReferral(sofia, id, same)).toEqual({ ok: true, reference });
    const [row] =
      await owner`SELECT closed_on, (SELECT count(*)::integer FROM referrals r WHERE r.participant_id = p.id)
      AS referrals FROM participants p WHERE id = ${participantId}`;
    expect(row).toEqual({ closed_on: null, referrals: 2 });
    expect(await rowOf(id)).toMatchObject({ participant_id: participantId, is_current: true });
    const [event] = await owner`SELECT details->>'reason' AS reason FROM audit_events
      WHERE participant_id = ${participantId} AND action = 'participant.reopened'`;
    expect(event).toEqual({ reason: "new_referral" });
  });

  test("the same name and year of birth is a question to the coordinator, not an answer", async () => {
    const { reference } = await aParticipant(sofia, { name: "Alva Ek", birthYear: 1991 });
    const id = await aReferral(karin, { name: "alva ek", birthYear: 1991 });
    expect(await readReferral(sofia, id)).toMatchObject({ enrolled: { reference, by: "name" } });
    const other = await aReferral(karin, { name: "Alva Ek", birthYear: 1991 });
    expect(await accepted(other)).not.toBe(reference);
    // The code of that very person, typed as if it were a new one.
    expect(await acceptReferral(sofia, id, acceptForm(sofia.userId!, reference))).toMatchObject({
      problem: "enrolled_already",
    });
  });

  test("another person with the same address is another participant, and the address signs in the first alone", async () => {
    const email = "delad@example.org";
    const first = await aParticipant(sofia, { name: "Ulla Ek", email });
    const id = await aReferral(karin, { name: "Olle Ek", email });
    const form = acceptForm(sofia.userId!, code(), { another: "on" });
    const done = await acceptReferral(sofia, id, form);
    expect(done).toEqual({ ok: true, reference: form.reference });
    const rows = await owner`SELECT p.reference, p.email FROM participants p
      WHERE p.association_id = ${associationId} AND p.name LIKE '% Ek' AND p.reference IN
        (${first.reference}, ${form.reference!}) ORDER BY p.email NULLS LAST`;
    expect(rows).toEqual([
      { reference: first.reference, email },
      { reference: form.reference, email: null },
    ]);
    const accounts =
      await owner`SELECT m.participant_id FROM memberships m JOIN auth_users u ON u.id = m.user_id
      WHERE u.email = ${email}`;
    expect(accounts).toEqual([{ participant_id: first.participantId }]);
  });

  test("two coordinators take in two referrals of one address at once: one person, and the other is asked", async () => {
    const other = await aCoordinator(associationId);
    for (let turn = 0; turn < 3; turn++) {
      const email = `samtidigt-${turn}@example.org`;
      const ids = [await aReferral(karin, { name: "Eva Bo", email }), await aReferral(colleague, { email })];
      const answers = await Promise.all([
        acceptReferral(sofia, ids[0]!, acceptForm(sofia.userId!, code())),
        acceptReferral(other, ids[1]!, acceptForm(other.userId!, code())),
      ]);
      expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
      expect(answers.find(({ ok }) => !ok)).toMatchObject({ field: "who", problem: "enrolled_already" });
      expect(
        await owner`SELECT 1 FROM participants WHERE association_id = ${associationId} AND email = ${email}`,
      ).toHaveLength(1);
    }
  });

  test("an end that is planned for later stays when a referral is accepted, until somebody takes it away", async () => {
    const { reference, participantId } = await aParticipant(sofia);
    const day = dayAfter(today(), 30);
    await owner`UPDATE participants SET closed_on = ${day} WHERE id = ${participantId}`;
    const form = acceptForm(sofia.userId!, reference, { who: "existing" });
    expect(await acceptReferral(sofia, await aReferral(karin), form)).toMatchObject({ ok: true });
    expect(await reopenParticipant(sofia, reference, "returns")).toEqual({ ok: true });
    expect(await showParticipant(sofia, reference)).toMatchObject({
      hasLeft: false,
      participant: { closedOn: day },
    });
    expect(await dropPlannedEnd(sofia, reference)).toEqual({ ok: true });
    expect(await showParticipant(sofia, reference)).toMatchObject({ participant: { closedOn: null } });
    await owner`UPDATE participants SET closed_on = ${day} WHERE id = ${participantId}`;
    expect(await endCase(sofia, reference, "annat")).toEqual({ ok: true });
    expect(await dropPlannedEnd(sofia, reference)).toEqual({ ok: true });
    expect(await showParticipant(sofia, reference)).toMatchObject({
      hasLeft: true,
      participant: { closedOn: today() },
    });
  });

  test("nobody with a protected identity is found by a name", async () => {
    const { participantId } = await aParticipant(sofia, { name: "Siv Lund", birthYear: 1970 });
    await owner`UPDATE participants SET name = NULL, protected_identity = 'protected' WHERE id = ${participantId}`;
    const id = await aReferral(karin, { name: "Siv Lund", birthYear: 1970 });
    expect(await readReferral(sofia, id)).toMatchObject({ enrolled: null });
  });

  test("with a first task, which its case worker marks as done and nobody else's", async () => {
    const id = await aReferral(karin);
    const task = {
      task: "Fråga om ersättningen",
      taskResponsible: karin.userId!,
      taskDue: dayAfter(today(), 8),
    };
    const done = await acceptReferral(sofia, id, acceptForm(sofia.userId!, code(), task));
    expect(done).toMatchObject({ ok: true });
    const own = await readOwnReferral(karin, id);
    if (!own.ok) throw new Error(own.code);
    const [first] = own.tasks;
    expect(first).toMatchObject({ what: task.task, responsibleName: karin.name, doneOn: null });
    expect(await finishTask(colleague, id, first!.id, true)).toEqual({ ok: false, code: "not_found" });
    expect(await finishTask(karin, id, first!.id, true)).toEqual({ ok: true });
  });

  test("a code that is taken, one that is unknown, or nobody responsible stops it before anything is written", async () => {
    const { reference } = await aParticipant(sofia);
    const id = await aReferral(karin);
    const by = sofia.userId!;
    expect(await acceptReferral(sofia, id, acceptForm(by, reference))).toMatchObject({
      problem: "reference_taken",
    });
    const existing = acceptForm(by, "Z-98989", { who: "existing" });
    expect(await acceptReferral(sofia, id, existing)).toMatchObject({ problem: "reference_unknown" });
    expect(await acceptReferral(sofia, id, acceptForm("nobody", code()))).toMatchObject({
      field: "responsible",
    });
    expect(await rowOf(id)).toMatchObject({ status: "sent", participant_id: null });
  });

  test("somebody who is enrolled already gets a second referral; the new agency's becomes the one that lists read", async () => {
    const other = await aCaseWorker(associationId, otherAgency);
    const reference = await accepted(await aReferral(karin));
    const second = await aReferral(other);
    const done = await acceptReferral(
      sofia,
      second,
      acceptForm(sofia.userId!, reference, { who: "existing" }),
    );
    expect(done).toEqual({ ok: true, reference });
    expect(await showParticipant(sofia, reference)).toMatchObject({
      participant: { referral: { agencyId: otherAgency } },
    });
    const rows =
      await owner`SELECT r.is_current FROM referrals r JOIN participants p ON p.id = r.participant_id
      WHERE p.reference = ${reference}`;
    expect(rows.filter(({ is_current }) => is_current)).toHaveLength(1);
  });

  test("closed: with a reason, and the case worker sees it", async () => {
    const id = await aReferral(karin);
    await accepted(id);
    expect(await moveReferral(sofia, id, { to: "closed", reason: null })).toEqual({
      ok: false,
      code: "reason_missing",
    });
    expect(await moveReferral(sofia, id, { to: "closed", reason: "question_answered" })).toEqual({
      ok: true,
    });
    expect(await readOwnReferral(karin, id)).toMatchObject({ referral: { status: "closed" } });
    expect(await moveReferral(karin, id, { to: "withdrawn" })).toEqual({ ok: false, code: "wrong_status" });
  });
});

describe("a participant's own interest", () => {
  const interest = {
    purpose: "Vill komma ut",
    question: "",
    tried: "",
    wishes: "",
    agencies: [],
    agenciesAgreed: false,
  };
  /** Only who has left has something to ask to be let in to. */
  const leave = (participantId: string, day: string) =>
    owner`UPDATE participants SET closed_on = ${day} WHERE id = ${participantId}`;

  test("who is in, or leaves only later, does not ask; who has left, or whose referral came back, does", async () => {
    const { participantId } = await aParticipant(sofia);
    const me = asParticipant(associationId, participantId);
    const ask = () => sendInterest(me, { key: crypto.randomUUID(), ...interest });
    const refused = { ok: false, code: "already_in" };
    expect(await ask()).toEqual(refused);
    await leave(participantId, dayAfter(today(), 1));
    expect(await ask()).toEqual(refused);
    expect(await listMyReferrals(me)).toMatchObject({ mayAsk: false });
    await leave(participantId, today());
    expect(await listMyReferrals(me)).toMatchObject({ mayAsk: true });
    const sent = await ask();
    if (!sent.ok) throw new Error(sent.code);
    await owner`UPDATE participants SET closed_on = NULL WHERE id = ${participantId}`;
    expect(await ask()).toEqual(refused);
    await owner`UPDATE referrals SET status = 'returned' WHERE id = ${sent.id}`;
    expect(await ask()).toMatchObject({ ok: true });
  });

  test("reaches the coordinators, can be taken back, and does not push the agency's referral aside", async () => {
    const { participantId, reference } = await aParticipant(sofia, { agency });
    const me = asParticipant(associationId, participantId);
    await leave(participantId, today());
    const key = crypto.randomUUID();
    expect(await sendInterest(me, { key, ...interest })).toEqual({ ok: true, id: key });
    expect(await readReferral(sofia, key)).toMatchObject({
      referral: { sentByRole: "participant", reference },
    });
    const done = await acceptReferral(sofia, key, { decision: "Ja", responsible: sofia.userId! });
    expect(done).toEqual({ ok: true, reference });
    expect(await showParticipant(sofia, reference)).toMatchObject({
      participant: { referral: { agencyId: agency } },
    });
    await leave(participantId, today());
    const again = crypto.randomUUID();
    await sendInterest(me, { key: again, ...interest });
    expect(await moveReferral(me, again, { to: "withdrawn" })).toEqual({ ok: true });
  });

  test("somebody else's is not there", async () => {
    const [one, two] = [await aParticipant(sofia), await aParticipant(sofia)];
    for (const { participantId } of [one, two]) await leave(participantId, today());
    const key = crypto.randomUUID();
    await sendInterest(asParticipant(associationId, one.participantId), { key, ...interest });
    const other = asParticipant(associationId, two.participantId);
    expect(await moveReferral(other, key, { to: "withdrawn" })).toEqual({ ok: false, code: "not_found" });
    expect(await sendInterest(other, { key, ...interest })).toEqual({ ok: false, code: "not_found" });
  });
});

describe("noted by a coordinator with a new participant", () => {
  test("what has been tried, wishes and who else takes part are kept, and an unknown agency is refused", async () => {
    const form = {
      agency,
      tried: "Kurs",
      wishes: "Ute",
      otherAgencies: [otherAgency, agency],
      agenciesAgreed: "on" as const,
    };
    const { reference } = await aParticipant(sofia, form);
    expect(await showParticipant(sofia, reference)).toMatchObject({
      participant: {
        referral: { tried: "Kurs", wishes: "Ute", otherAgencies: [otherAgency], agenciesAgreed: true },
      },
    });
    await expect(aParticipant(sofia, { otherAgencies: [999_999] })).rejects.toThrow("unknown_choice");
  });
});

test("who has waited the longest comes first, counted from the day it was sent, whatever happened since", async () => {
  const [late, early] = [await aReferral(karin), await aReferral(karin)];
  await owner`UPDATE referrals SET referred_on = current_date - 400, updated_at = now() WHERE id = ${early}`;
  const list = await listReferrals(sofia, "waiting", 1);
  const ids = list.ok ? list.rows.map(({ id }) => id) : [];
  expect(ids[0]).toBe(early);
  expect(ids.includes(late)).toBe(true);
});

test("one without a day of its own stands by the Swedish day on which it was made", async () => {
  const [dated, made] = [await aReferral(karin), await aReferral(karin)];
  await owner`UPDATE referrals SET referred_on = '2024-01-11', created_at = '2024-01-01' WHERE id = ${dated}`;
  // Past midnight in Sweden, and not yet in Greenwich: of the same day, and made after the other.
  await owner`UPDATE referrals SET referred_on = NULL, created_at = '2024-01-10T23:30Z' WHERE id = ${made}`;
  const list = await listReferrals(sofia, "waiting", 1);
  expect(list.ok && list.rows.slice(0, 2).map(({ id }) => id)).toEqual([dated, made]);
});
