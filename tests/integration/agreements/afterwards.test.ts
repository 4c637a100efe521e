import { describe, expect, test } from "vitest";
import type { Closing } from "#app/domain/agreements/closing";
import type { Actor } from "#app/domain/identity/actor";
import { dayAfter, monthsAfter } from "#app/domain/organisations/day";
import type { Outcome } from "#app/domain/outcome";
import { today } from "#app/platform/clock.server";
import { askForReference, readAfterwards } from "#app/services/agreements/afterwards.server";
import {
  readCertificateDocument,
  recordApproval,
  recordWishes,
  writeCertificate,
} from "#app/services/agreements/certificate.server";
import { closeAgreement } from "#app/services/agreements/close-agreement.server";
import { readClosingSummary } from "#app/services/agreements/closing-summary.server";
import { endAgreement } from "#app/services/agreements/end-agreement.server";
import { giveReference, readLinkedReference } from "#app/services/agreements/linked-reference.server";
import {
  approveCertificate,
  askForChange,
  chooseWishes,
  listMyCertificates,
  readOwnCertificate,
} from "#app/services/agreements/own-certificate.server";
import { verifyDocument } from "#app/services/agreements/verify-document.server";
import { askCheckups, recordCheckup } from "#app/services/followups/checkups.server";
import {
  answerLinkedCheckup,
  readLinkedCheckup,
  stopCheckups,
} from "#app/services/followups/linked-checkup.server";
import { withActor } from "#db/client.server";
import { newMatchesIn } from "#db/queries/new-matches.server";
import { aCircle, begun, type Circle, inForce } from "#tests/support/factories/agreements";
import { anAssociation, staff } from "#tests/support/factories/people";
import { runDueJobs } from "#tests/support/jobs";
import { mailsTo, secretIn } from "#tests/support/mailbox";
import { owner } from "#tests/support/owner";

const closing: Closing = {
  outcome: "praktik",
  educationForm: null,
  selfSufficiency: "delvis",
  nextStep: "Söka praktik i butik",
  responsible: "Coachen",
  nextOn: "2099-09-01",
  answer: "partly",
  answerWords: "Åtta timmar håller.",
  participantNote: "Du kom i tid varje vecka.",
  employerMayKnow: false,
};
const words = {
  tasks: "Vattna och plantera om.",
  adaptations: "Eget tempo",
  strengths: "Noggrann och lugn.",
};
let counter = 0;
const address = (who: string) => `${who}-${process.pid}-${counter++}@example.org`;

async function taken<T extends object>(outcome: Promise<Outcome<T>>): Promise<T> {
  const answer = await outcome;
  if (!answer.ok) throw new Error(answer.code);
  return answer;
}

/** An agreement that has been closed just now, its supervisor reached by mail. */
async function over({ supervisor = address("handledare") } = {}) {
  const circle = await aCircle();
  const id = await inForce(circle);
  await begun(id);
  await owner`UPDATE agreements SET contacts = jsonb_set(contacts, '{supervisor,email}', ${owner.json(supervisor)})
    WHERE id = ${id}`;
  return { circle, id, supervisor };
}
async function closed() {
  const made = await over();
  await taken(closeAgreement(made.circle.coordinator, made.id, closing));
  return made;
}
const openOf = async (actor: Actor, id: string) =>
  (await taken(readOwnCertificate(actor, id))).certificate.open!;

describe("the summary to the agency", () => {
  test("is read by staff and the case worker who commissioned; that it was given out is written down; nobody else reads it", async () => {
    const { circle, id } = await closed();
    const { summary } = await taken(readClosingSummary(circle.coordinator, id));
    expect(summary).toMatchObject({ closing, isEarly: false });
    const released = () => owner`SELECT details FROM audit_events
      WHERE subject = ${id} AND action = 'summary.released'`;
    expect(await released()).toEqual([]);
    await taken(readClosingSummary(circle.caseWorker, id));
    expect(await released()).toMatchObject([
      { details: { what: expect.stringContaining("answer"), ground: "assignment" } },
    ]);
    for (const actor of [
      circle.participant,
      circle.employer,
      circle.stranger,
      staff("coach", await anAssociation()),
    ])
      expect(await readClosingSummary(actor, id)).toEqual({ ok: false, code: "not_found" });
  });

  test("has planned and real hours of every week, and says nothing of days or of why", async () => {
    const { circle, id } = await over();
    await owner`INSERT INTO attendance_entries (association_id, agreement_id, day, hours, absence, entered_role,
        entered_name, way)
      VALUES (${circle.associationId}, ${id}, ${dayAfter(today(), -1)}, 3, NULL, 'coach', 'Coachen', 'signed_in'),
             (${circle.associationId}, ${id}, ${dayAfter(today(), -2)}, NULL, 'sjuk', 'coach', 'Coachen', 'signed_in')`;
    await taken(closeAgreement(circle.coach, id, closing));
    const { summary } = await taken(readClosingSummary(circle.caseWorker, id));
    expect(JSON.stringify(summary)).not.toMatch(/sjuk/);
    expect(summary.weeks.every(({ planned, real }) => planned >= 0 && real >= 0)).toBe(true);
  });

  test("does not exist before it is written how it ended", async () => {
    const { circle, id } = await over();
    expect(await readClosingSummary(circle.caseWorker, id)).toEqual({ ok: false, code: "not_found" });
  });
});

describe("the certificate", () => {
  test("counts only with the participant's yes to this very text; a new text has to be said yes to again", async () => {
    const { circle, id } = await closed();
    await taken(writeCertificate(circle.coach, id, words, 0));
    await taken(writeCertificate(circle.coach, id, words, 0));
    const first = await openOf(circle.participant, id);
    expect(first).toMatchObject({ number: 1, content: { adaptations: null, strengths: words.strengths } });
    expect(await approveCertificate(circle.participant, id, { number: 1, hash: "0".repeat(64) })).toEqual({
      ok: false,
      code: "text_changed",
    });
    await taken(chooseWishes(circle.participant, id, 1, { withAdaptations: true, withReference: true }));
    const chosen = await openOf(circle.participant, id);
    expect(chosen.content).toMatchObject({ adaptations: "Eget tempo", supervisor: null });
    expect(chosen.hash).not.toBe(first.hash);
    const yes = { number: 1, hash: chosen.hash };
    expect(await approveCertificate(circle.participant, id, { ...yes, hash: first.hash })).toMatchObject({
      code: "text_changed",
    });
    expect(await Promise.all([1, 2, 3].map(() => approveCertificate(circle.participant, id, yes)))).toEqual([
      { ok: true },
      { ok: true },
      { ok: true },
    ]);
    const [agreement] = await owner`SELECT number FROM agreements WHERE id = ${id}`;
    const typed = { number: agreement!.number as string, hash: chosen.hash };
    expect(await verifyDocument(typed, "192.0.2.7")).toMatchObject({
      verified: { what: "certificate", standing: "in_force", signed: 1 },
    });

    await taken(writeCertificate(circle.coordinator, id, { ...words, strengths: "Noggrann." }, 1));
    const { certificate } = await taken(readOwnCertificate(circle.participant, id));
    expect(certificate).toMatchObject({ open: { number: 2, status: "asked" }, approved: { number: 1 } });
    const { paper } = await taken(readCertificateDocument(circle.participant, id, null));
    expect(paper.version.number).toBe(1);
    await taken(approveCertificate(circle.participant, id, { number: 2, hash: certificate.open!.hash }));
    expect(await verifyDocument(typed, "192.0.2.8")).toMatchObject({ verified: { standing: "replaced" } });
    expect(await listMyCertificates(circle.participant)).toMatchObject([
      { agreementId: id, status: "approved" },
    ]);
  });

  test("is listed with the others, the newest first, but for one that waits", async () => {
    const { circle, id } = await closed();
    const other = await inForce({ ...circle, placementId: circle.otherPlacementId });
    await begun(other);
    await taken(closeAgreement(circle.coordinator, other, closing));
    for (const one of [id, other]) await taken(writeCertificate(circle.coach, one, words, 0));
    const listed = async () => (await listMyCertificates(circle.participant)).map((one) => one.agreementId);
    for (const newest of [id, other]) {
      await owner`UPDATE certificate_versions SET drafted_at = now() - interval '1 day' * (agreement_id <> ${newest})::int
        WHERE agreement_id IN ${owner([id, other])}`;
      expect((await listed())[0]).toBe(newest);
    }
    await taken(
      approveCertificate(circle.participant, other, {
        number: 1,
        hash: (await openOf(circle.participant, other)).hash,
      }),
    );
    expect(await listed()).toEqual([id, other]);
  });

  test("is changed when the participant asks, in own words; two who write at once see both", async () => {
    const { circle, id } = await closed();
    await taken(writeCertificate(circle.coach, id, words, 0));
    await taken(askForChange(circle.participant, id, 1, "Jag sålde också blommor."));
    const { after } = await taken(readAfterwards(circle.coach, id));
    expect(after.certificates).toMatchObject([
      { status: "change_asked", answerWords: "Jag sålde också blommor." },
    ]);
    const mended = { ...words, tasks: "Vattna, plantera om och sälja." };
    await taken(writeCertificate(circle.coach, id, mended, 1));
    expect(await writeCertificate(circle.coordinator, id, { ...words, tasks: "Annat." }, 1)).toEqual({
      ok: false,
      code: "changed_meanwhile",
    });
    expect((await openOf(circle.participant, id)).content.tasks).toBe(mended.tasks);
    expect(await askForChange(circle.participant, id, 1, "Igen")).toMatchObject({ code: "text_changed" });
  });

  test("of somebody without an account: staff write down the yes and how; with an account nobody else says yes", async () => {
    const { circle, id } = await closed();
    await taken(writeCertificate(circle.coach, id, words, 0));
    await taken(recordWishes(circle.coach, id, 1, { withAdaptations: true, withReference: false }));
    const open = await openOf(circle.participant, id);
    const read = { number: 1, hash: open.hash };
    const given = { how: "mote" as const, note: "På biblioteket, läste högt." };
    await owner`INSERT INTO auth_users (id, name, email) VALUES (${`u-${id}`}, 'Person', ${address("person")})`;
    await owner`INSERT INTO memberships (user_id, role, association_id, participant_id)
      VALUES (${`u-${id}`}, 'participant', ${circle.associationId}, ${circle.participantId})`;
    expect(await recordApproval(circle.coach, id, read, given)).toEqual({
      ok: false,
      code: "participant_signs_in",
    });
    await owner`DELETE FROM memberships WHERE participant_id = ${circle.participantId}`;
    await taken(recordApproval(circle.coach, id, read, given));
    const { after } = await taken(readAfterwards(circle.coordinator, id));
    expect(after.certificates).toMatchObject([
      { status: "approved", approvedWay: "recorded", recordedHow: "mote: På biblioteket, läste högt." },
    ]);
  });

  test("the database too lets nobody but the participant say yes in the own name, and changes nothing approved", async () => {
    const { circle, id } = await closed();
    await taken(writeCertificate(circle.coach, id, words, 0));
    const forge = (actor: Actor, set: string) =>
      withActor(actor, (tx) =>
        tx.execute(`UPDATE certificate_versions SET ${set} WHERE agreement_id = '${id}'` as never),
      );
    const yes = "status = 'approved', approved_way = 'signed_in', approved_by = 'x', answered_at = now()";
    await expect(forge(circle.coach, yes)).rejects.toThrow();
    const open = await openOf(circle.participant, id);
    await taken(approveCertificate(circle.participant, id, { number: 1, hash: open.hash }));
    await expect(forge(circle.coach, "answer_words = 'x'")).rejects.toThrow();
  });

  test("is nobody else's, and not written while the placement goes on", async () => {
    const { circle, id } = await over();
    expect(await writeCertificate(circle.coach, id, words, 0)).toEqual({ ok: false, code: "not_ended" });
    await taken(closeAgreement(circle.coach, id, closing));
    await taken(writeCertificate(circle.coach, id, words, 0));
    for (const actor of [
      circle.employer,
      circle.caseWorker,
      circle.stranger,
      staff("coach", await anAssociation()),
    ]) {
      expect(await readOwnCertificate(actor, id)).toEqual({ ok: false, code: "not_found" });
      expect(await readCertificateDocument(actor, id, null)).toEqual({ ok: false, code: "not_found" });
      expect(await writeCertificate(actor, id, words, 1)).toEqual({ ok: false, code: "not_found" });
    }
  });
});

test("the supervisor says a few words by a mailed link, once; they stand in the certificate when both want", async () => {
  const { circle, id, supervisor } = await closed();
  expect(await askForReference(circle.coach, id)).toEqual({ ok: true, address: supervisor });
  expect(await askForReference(circle.coach, id)).toMatchObject({ code: "too_soon" });
  await runDueJobs();
  const mail = mailsTo(supervisor).at(-1);
  expect(mail?.text).not.toMatch(new RegExp(`${circle.reference}|växthus|Maj Lindqvist`, "i"));
  const token = secretIn(mail, "referens");
  const before = await owner`SELECT count(*) FROM supervisor_references`;
  await taken(readLinkedReference(token));
  expect(await owner`SELECT count(*) FROM supervisor_references`).toEqual(before);
  const said = { wentWell: "Kom alltid i tid.", recommends: true, contact: "070-1", mayCertify: true };
  await taken(giveReference(token, said));
  await taken(giveReference(token, said));
  expect(await giveReference(token, { ...said, wentWell: "Annat." })).toMatchObject({ code: "said_already" });
  const { certificate } = await taken(readOwnCertificate(circle.participant, id));
  expect(certificate.reference).toMatchObject(said);

  await taken(writeCertificate(circle.coach, id, words, 0));
  expect((await openOf(circle.participant, id)).content.supervisor).toBeNull();
  await taken(chooseWishes(circle.participant, id, 1, { withAdaptations: false, withReference: true }));
  expect((await openOf(circle.participant, id)).content.supervisor).toMatchObject({
    words: "Kom alltid i tid.",
  });
  await owner`UPDATE supervisor_references SET may_certify = false WHERE agreement_id = ${id}`;
  await taken(chooseWishes(circle.participant, id, 1, { withAdaptations: false, withReference: true }));
  expect((await openOf(circle.participant, id)).content.supervisor).toBeNull();

  await owner`UPDATE closing_links SET expires_at = now() - interval '1 minute' WHERE agreement_id = ${id}`;
  expect(await readLinkedReference(token)).toEqual({ ok: false, code: "link_expired" });
  expect(await readLinkedReference("hittepa")).toEqual({ ok: false, code: "link_unknown" });
  expect(await readLinkedCheckup(token)).toEqual({ ok: false, code: "link_unknown" });
});

describe("check-ups", () => {
  const rows = (id: string) =>
    owner`SELECT months, due_on::text, status FROM checkups WHERE agreement_id = ${id} ORDER BY 1`;
  const mailed = async (circle: Circle) => {
    const email = address("deltagare");
    await owner`UPDATE participants SET email = ${email}, closed_on = ${today()} WHERE id = ${circle.participantId}`;
    return email;
  };
  const answer = { doing: "arbete" as const, feeling: "bra" as const, words: "" };

  test("are planned when it is written how it ended, asked once by mail, reminded once, and answered without an account", async () => {
    const { circle, id } = await closed();
    expect(await rows(id)).toEqual(
      [3, 6, 12].map((months) => ({ months, due_on: monthsAfter(today(), months), status: "planned" })),
    );
    const email = await mailed(circle);
    const daysAgo = (column: string, days: number) =>
      owner`UPDATE checkups SET ${owner(column)} = ${dayAfter(today(), -days)} WHERE agreement_id = ${id} AND months = 3`;
    await daysAgo("due_on", -1);
    await askCheckups();
    expect(await rows(id)).toMatchObject([{ status: "planned" }, {}, {}]);
    await daysAgo("due_on", 0);
    await Promise.all([askCheckups(), askCheckups()]);
    await runDueJobs();
    expect(mailsTo(email)).toHaveLength(1);
    await daysAgo("asked_at", 6);
    await askCheckups();
    await daysAgo("asked_at", 7);
    await askCheckups();
    await askCheckups();
    await runDueJobs();
    const mails = mailsTo(email);
    expect(mails).toHaveLength(2);
    const token = secretIn(mails[0], "hur-gar-det");
    expect(await readLinkedCheckup(token)).toMatchObject({
      checkup: { months: 3, status: "asked", answer: null },
    });
    await taken(answerLinkedCheckup(token, answer));
    await taken(answerLinkedCheckup(token, answer));
    const other = await answerLinkedCheckup(token, { ...answer, doing: "annat" });
    expect(other).toEqual({ ok: false, code: "answered_already" });
    expect(await readLinkedCheckup(secretIn(mails[1], "hur-gar-det"))).toMatchObject({
      checkup: { status: "answered", answer: { doing: "arbete" } },
    });
  });

  test('"do not ask me again" ends the rest, also after another placement', async () => {
    const { circle, id } = await closed();
    const email = await mailed(circle);
    await owner`UPDATE checkups SET due_on = ${today()} WHERE agreement_id = ${id} AND months = 3`;
    await askCheckups();
    await runDueJobs();
    const token = secretIn(mailsTo(email).at(-1), "hur-gar-det");
    await taken(stopCheckups(token));
    await taken(stopCheckups(token));
    expect((await rows(id)).map(({ status }) => status)).toEqual(["dropped", "dropped", "dropped"]);
    expect(await answerLinkedCheckup(token, answer)).toEqual({ ok: false, code: "checkup_over" });
    await owner`UPDATE participants SET closed_on = NULL WHERE id = ${circle.participantId}`;
    const next = await inForce(circle);
    await begun(next);
    await taken(closeAgreement(circle.coach, next, closing));
    expect(await rows(next)).toEqual([]);
  });

  test("after a later placement only that one is asked about; staff write down what was said, and go with the case", async () => {
    const { circle, id } = await closed();
    const next = await inForce(circle);
    await begun(next);
    await taken(closeAgreement(circle.coach, next, closing));
    expect((await rows(id)).map(({ status }) => status)).toEqual(["dropped", "dropped", "dropped"]);
    expect(await rows(next)).toHaveLength(3);
    await taken(recordCheckup(circle.coach, next, 3, answer, "telefon"));
    await taken(recordCheckup(circle.coach, next, 3, answer, "telefon"));
    expect(await recordCheckup(circle.coach, next, 3, { ...answer, doing: "annat" }, "mote")).toEqual({
      ok: false,
      code: "checkup_over",
    });
    for (const actor of [circle.participant, circle.employer, circle.caseWorker])
      expect(await recordCheckup(actor, next, 6, answer, "telefon")).toEqual({
        ok: false,
        code: "not_found",
      });
    await owner`DELETE FROM participants WHERE id = ${circle.participantId}`;
    expect(await rows(next)).toEqual([]);
    expect(await owner`SELECT 1 FROM closing_links WHERE agreement_id = ${next}`).toEqual([]);
  });
});

describe("an early end", () => {
  const matches = (circle: Circle) =>
    withActor(circle.coordinator, (tx) => newMatchesIn(tx, circle.associationId, 10));

  test("frees the slot and starts a new match at once, before anybody has written how it ended", async () => {
    const { circle, id } = await over();
    const free = async () =>
      (await owner`SELECT capacity - claimed AS free FROM placements WHERE id = ${circle.placementId}`)[0]!
        .free;
    const before = await free();
    expect(await matches(circle)).toEqual({ rows: [], total: 0 });
    const input = { to: "ended_early" as const, reason: "does_not_fit", initiative: "together", note: "" };
    await taken(endAgreement(circle.coordinator, id, input));
    expect(await free()).toBe(before + 1);
    expect(await matches(circle)).toMatchObject({
      rows: [{ reference: circle.reference, agreementId: id, endedOn: today(), recordMissing: true }],
      total: 1,
    });
    await taken(closeAgreement(circle.coach, id, { ...closing, outcome: "annat" }));
    expect(await matches(circle)).toMatchObject({ rows: [{ recordMissing: false }] });
    const next = await inForce(circle);
    expect(await matches(circle)).toEqual({ rows: [], total: 0 });
    expect(next).not.toBe(id);
  });

  const endedBecauseOf = async (reason: string) => {
    const { circle, id } = await over();
    const input = { to: "ended_early" as const, reason, initiative: "participant", note: "" };
    await taken(endAgreement(circle.participant, id, input));
    return { circle, id };
  };

  test.each(["got_work", "got_education"])("because of %s asks for no new match", async (reason) => {
    const { circle } = await endedBecauseOf(reason);
    expect(await matches(circle)).toEqual({ rows: [], total: 0 });
  });

  test("because another placement fits better asks for that placement, also when the record says so", async () => {
    const { circle, id } = await endedBecauseOf("other_placement");
    expect(await matches(circle)).toMatchObject({ rows: [{ agreementId: id }], total: 1 });
    await taken(closeAgreement(circle.coach, id, { ...closing, outcome: "praktik" }));
    expect(await matches(circle)).toMatchObject({ rows: [{ agreementId: id, recordMissing: false }] });
    await inForce(circle);
    expect(await matches(circle)).toEqual({ rows: [], total: 0 });
  });
});
