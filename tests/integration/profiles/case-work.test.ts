import { beforeAll, describe, expect, test } from "vitest";
import type { Actor } from "#app/domain/identity/actor";
import { dayAfter } from "#app/domain/organisations/day";
import { today } from "#app/platform/clock.server";
import { beginProposal } from "#app/services/matching/begin-proposal.server";
import { holdPlacement } from "#app/services/matching/hold-placement.server";
import { acceptReferral } from "#app/services/profiles/accept-referral.server";
import { commentPart } from "#app/services/profiles/confirm-part.server";
import { commentWorkProfile } from "#app/services/profiles/confirm-work-profile.server";
import { endCase } from "#app/services/profiles/end-case.server";
import { inviteParticipant } from "#app/services/profiles/invite-participant.server";
import { listAllOwnTasks, listOwnTasks } from "#app/services/profiles/list-own-tasks.server";
import { moveReferral } from "#app/services/profiles/move-referral.server";
import { readOwnPart, readPart } from "#app/services/profiles/read-part.server";
import { addTask, finishTask } from "#app/services/profiles/referral-tasks.server";
import { savePart } from "#app/services/profiles/save-part.server";
import { saveWorkProfile } from "#app/services/profiles/save-work-profile.server";
import { showParticipant } from "#app/services/profiles/show-participant.server";
import { listUnreadComments, markCommentRead } from "#app/services/profiles/unread-comments.server";
import { withActor } from "#db/client.server";
import { aCoordinator, acceptForm, aReferral } from "#tests/support/factories/cases";
import { partForm } from "#tests/support/factories/kartlaggning";
import { aCaseWorker, anAgency, anAssociation, asParticipant, staff } from "#tests/support/factories/people";
import { aPlacement } from "#tests/support/factories/placements";
import { aParticipant, workProfileForm } from "#tests/support/factories/profiles";
import { aPresentable, aProposal, untilPresented } from "#tests/support/factories/proposals";
import { runDueJobs } from "#tests/support/jobs";
import { writtenMails } from "#tests/support/mails";
import { owner } from "#tests/support/owner";

const missing = { ok: false, code: "not_found" };
const forbidden = { ok: false, code: "forbidden" };

describe("what a participant has said", () => {
  let associationId: number;
  let sofia: Actor;
  let coach: Actor;
  let foreign: Actor;

  beforeAll(async () => {
    associationId = await anAssociation();
    sofia = await aCoordinator(associationId);
    coach = staff("coach", associationId);
    foreign = await aCoordinator(await anAssociation());
  });

  async function commented() {
    const { reference, participantId } = await aParticipant(sofia);
    const oneself = asParticipant(associationId, participantId);
    await savePart(sofia, reference, "resurser", partForm("resurser"), "unknown");
    await commentPart(oneself, "resurser", { version: 1, text: "Jag är bra på djur." });
    return { reference, participantId, oneself };
  }
  const unread = async (actor: Actor) => {
    const found = await listUnreadComments(actor);
    if (!found.ok) throw new Error(found.code);
    return found.comments;
  };
  const ofOne = async (actor: Actor, reference: string) =>
    (await unread(actor)).rows.filter((row) => row.reference === reference);

  test("waits for every coordinator until one has read it; the participant sees who", async () => {
    const { reference, oneself } = await commented();
    const [row] = await ofOne(sofia, reference);
    expect(row).toMatchObject({ reference, part: "resurser", since: today() });
    expect(JSON.stringify(await unread(sofia))).not.toContain("djur");
    expect(await ofOne(foreign, reference)).toEqual([]);
    expect(await markCommentRead(foreign, reference, row!.id)).toEqual(missing);
    expect(await markCommentRead(sofia, reference, "inget")).toEqual(missing);

    expect(await markCommentRead(sofia, reference, row!.id)).toEqual({ ok: true, part: "resurser" });
    expect(await ofOne(sofia, reference)).toEqual([]);
    const other = await aCoordinator(associationId);
    expect(await markCommentRead(other, reference, row!.id)).toMatchObject({ ok: true });
    const read = await readOwnPart(oneself, "resurser");
    expect(read).toMatchObject({
      part: { comments: [{ readByName: sofia.name, readAt: expect.any(Date) }] },
    });
    const events = await owner`SELECT user_id FROM audit_events WHERE action = 'comment.read'
      AND subject = ${reference}`;
    expect(events).toEqual([{ user_id: sofia.userId }]);
  });

  test("reaches the coach who has the main responsibility, and no other coach", async () => {
    const { reference, participantId } = await commented();
    expect(await ofOne(coach, reference)).toEqual([]);
    const [row] = await ofOne(sofia, reference);
    expect(await markCommentRead(coach, reference, row!.id)).toEqual(missing);
    expect(await readPart(coach, reference, "resurser")).toMatchObject({ mayMarkRead: false });

    await owner`UPDATE referrals SET main_responsible_user = ${coach.userId}
      WHERE participant_id = ${participantId} AND is_current`;
    expect(await ofOne(coach, reference)).toHaveLength(1);
    expect(await readPart(coach, reference, "resurser")).toMatchObject({ mayMarkRead: true });
    expect(await markCommentRead(coach, reference, row!.id)).toMatchObject({ ok: true });
  });

  test("about the work profile, too; a protected identity is counted and in no list", async () => {
    const { reference, participantId } = await aParticipant(sofia);
    await saveWorkProfile(sofia, reference, workProfileForm(), "complete");
    await commentWorkProfile(asParticipant(associationId, participantId), { version: 1, text: "Fel tider." });
    const [row] = await ofOne(sofia, reference);
    expect(row).toMatchObject({ part: "arbetsprofil" });
    const { hidden, total } = await unread(sofia);
    await owner`UPDATE participants SET name = NULL, protected_identity = 'protected' WHERE id = ${participantId}`;
    expect(await unread(sofia)).toMatchObject({ hidden: hidden + 1, total: total - 1 });
    expect(await ofOne(sofia, reference)).toEqual([]);
    expect(await markCommentRead(sofia, reference, row!.id)).toMatchObject({ part: "arbetsprofil" });
    expect(await showParticipant(sofia, reference)).toMatchObject({
      comments: [{ readByName: sofia.name }],
    });
  });

  test("the start page shows the first five, and the page of all of them the others too", async () => {
    const own = { ...sofia, associationId: await anAssociation() };
    for (let count = 0; count < 6; count++) {
      const { reference, participantId } = await aParticipant(own);
      await savePart(own, reference, "resurser", partForm("resurser"), "unknown");
      const oneself = asParticipant(own.associationId, participantId);
      await commentPart(oneself, "resurser", { version: 1, text: "Jag är bra på djur." });
    }
    const shown = async (on: "start" | "page") => {
      const found = await listUnreadComments(own, on);
      return found.ok && [found.comments.rows.length, found.comments.total];
    };
    expect([await shown("start"), await shown("page")]).toEqual([
      [5, 6],
      [6, 6],
    ]);
  });

  test("nobody changes the words, and nobody but staff says that they are read", async () => {
    const { reference, participantId, oneself } = await commented();
    const [row] = await ofOne(sofia, reference);
    const { sql } = await import("drizzle-orm");
    const change = (actor: Actor, set: ReturnType<typeof sql>) =>
      withActor(actor, (tx) =>
        tx.execute(sql`UPDATE profile_part_comments SET ${set} WHERE participant_id = ${participantId}
          AND id = ${row!.id}`),
      );
    const refused = { cause: { code: "42501" } };
    await expect(change(sofia, sql`comment = 'Något annat'`)).rejects.toMatchObject(refused);
    await expect(change(oneself, sql`read_at = now()`)).rejects.toMatchObject(refused);
  });

  test("whom it is not for is refused, and the refusal is written down", async () => {
    const board = { ...sofia, role: "board" as const, userId: "board-comments" };
    expect(await listUnreadComments(board)).toEqual(forbidden);
    const denied = await owner`SELECT details->>'wanted' AS wanted FROM audit_events
      WHERE action = 'access.denied' AND user_id = 'board-comments'`;
    expect(denied).toEqual([{ wanted: "comment.list" }]);
  });
});

describe("who does what", () => {
  let associationId: number;
  let agency: number;
  let sofia: Actor;
  let karin: Actor;
  let coach: Actor;
  let count = 500;

  beforeAll(async () => {
    associationId = await anAssociation();
    agency = await anAgency();
    sofia = await aCoordinator(associationId);
    karin = await aCaseWorker(associationId, agency);
    coach = { ...(await aCoordinator(associationId)), role: "coach" };
  });

  /** An accepted referral with a task for each of these, due so many days from today. */
  async function aCase(...tasks: [Actor, number][]) {
    const id = await aReferral(karin);
    count += 1;
    const reference = `T-${count}`;
    const done = await acceptReferral(sofia, id, acceptForm(sofia.userId!, reference));
    if (!done.ok) throw new Error(done.code);
    for (const [actor, days] of tasks) {
      const added = await addTask(sofia, id, {
        key: crypto.randomUUID(),
        task: `${actor.role} ${days}`,
        taskResponsible: actor.userId!,
        taskDue: dayAfter(today(), days),
      });
      expect(added).toEqual({ ok: true });
    }
    return { id, reference };
  }
  const tasksOf = async (actor: Actor) => {
    const found = await listOwnTasks(actor);
    if (!found.ok) throw new Error(found.code);
    return found.tasks;
  };

  test("everybody's start page has the own tasks, the longest overdue first", async () => {
    const { reference } = await aCase([sofia, 3], [sofia, -2], [karin, 1], [coach, 0]);
    expect((await tasksOf(sofia)).rows.map(({ what }) => what)).toEqual(["coordinator -2", "coordinator 3"]);
    expect((await tasksOf(karin)).rows).toMatchObject([{ what: "case_worker 1", reference, doneOn: null }]);
    expect((await tasksOf(coach)).rows).toMatchObject([{ what: "coach 0", dueOn: today() }]);
    const other = await aCaseWorker(associationId, agency);
    expect(await tasksOf(other)).toEqual({ rows: [], total: 0, hidden: 0 });
  });

  test("whoever it is on says that it is done, or a coordinator; nobody else", async () => {
    const { id } = await aCase([coach, 5], [karin, 6]);
    const [ofCoach] = (await tasksOf(coach)).rows.filter(({ referralId }) => referralId === id);
    const [ofKarin] = (await tasksOf(karin)).rows.filter(({ referralId }) => referralId === id);
    expect(await finishTask(coach, id, ofKarin!.id, true)).toEqual(missing);
    expect(await finishTask(karin, id, ofCoach!.id, true)).toEqual(missing);
    expect(await finishTask(coach, id, ofCoach!.id, true)).toEqual({ ok: true });
    expect(await finishTask(coach, id, ofCoach!.id, true)).toEqual({ ok: true });
    expect(await finishTask(sofia, id, ofKarin!.id, true)).toEqual({ ok: true });
    const all = await listAllOwnTasks(coach);
    if (!all.ok) throw new Error(all.code);
    expect(all.tasks.rows.map((task) => task.id)).not.toContain(ofCoach!.id);
    expect(all.finished.map((task) => task.id)).toContain(ofCoach!.id);
    expect(await finishTask(coach, id, ofCoach!.id, false)).toEqual({ ok: true });
    expect((await tasksOf(coach)).rows.map((task) => task.id)).toContain(ofCoach!.id);
  });

  test("what was done lately is read too, and the reading is written down", async () => {
    const one: Actor = { ...(await aCoordinator(associationId)), role: "coach" };
    const { id } = await aCase([one, 1]);
    const [task] = (await tasksOf(one)).rows;
    expect(await finishTask(one, id, task!.id, true)).toEqual({ ok: true });
    expect(await tasksOf(one)).toMatchObject({ rows: [] });
    expect(await listAllOwnTasks(one)).toMatchObject({ tasks: { rows: [] }, finished: [{ id: task!.id }] });
    const reads = await owner`SELECT details FROM audit_events WHERE action = 'referral.read'
      AND subject = 'tasks' AND user_id = ${one.userId} ORDER BY id`;
    expect(reads).toEqual([{ details: { count: 1 } }, { details: { count: 1 } }]);
  });

  test("a task of a case that has ended, or is no longer the case worker's, is on nobody's list", async () => {
    const ended = await aCase([karin, 1]);
    const handed = await aCase([karin, 1]);
    const of = async () => (await tasksOf(karin)).rows.map(({ referralId }) => referralId);
    expect(await of()).toEqual(expect.arrayContaining([ended.id, handed.id]));
    expect(await moveReferral(sofia, ended.id, { to: "closed", reason: "moved" })).toEqual({ ok: true });
    const other = await aCaseWorker(associationId, agency);
    await owner`UPDATE referrals SET case_worker_user = ${other.userId} WHERE id = ${handed.id}`;
    const left = await of();
    expect(left).not.toContain(ended.id);
    expect(left).not.toContain(handed.id);
  });

  test("a protected identity is counted, not listed", async () => {
    const { reference } = await aCase([coach, 9]);
    const { total, hidden } = await tasksOf(coach);
    await owner`UPDATE participants SET name = NULL, protected_identity = 'unknown'
      WHERE reference = ${reference} AND association_id = ${associationId}`;
    expect(await tasksOf(coach)).toMatchObject({ total: total - 1, hidden: hidden + 1 });
  });

  test("a participant has no such list", async () => {
    const { participantId } = await aParticipant(sofia);
    expect(await listOwnTasks(asParticipant(associationId, participantId))).toEqual(forbidden);
  });
});

describe("somebody who has left", () => {
  test("gets no new proposal, from a coordinator or by oneself; what was open is still the same", async () => {
    const { coordinator, participant, reference, participantId } = await aPresentable();
    const [place, other] = [await aPlacement(2), await aPlacement(2)];
    await owner`UPDATE participants SET closed_on = ${dayAfter(today(), 3)} WHERE id = ${participantId}`;
    const begun = await beginProposal(coordinator, { reference }, place.id);
    expect(begun).toMatchObject({ ok: true });
    await owner`UPDATE participants SET closed_on = ${today()} WHERE id = ${participantId}`;
    expect(await beginProposal(coordinator, { reference }, place.id)).toEqual(begun);
    const left = { ok: false, code: "has_left" };
    expect(await beginProposal(coordinator, { reference }, other.id)).toEqual(left);
    expect(await holdPlacement(coordinator, { reference }, other.id)).toEqual(left);
    expect(await beginProposal(participant, "oneself", other.id)).toEqual(left);
  });

  test("does not keep a slot that was agreed on without an agreement", async () => {
    const { coordinator, reference, participantId } = await aPresentable();
    const place = await aPlacement(1);
    const steps = [...untilPresented, "employer_yes", "agreed"] as const;
    const proposalId = await aProposal(coordinator, reference, place.id, steps);
    const claimed = async () =>
      (await owner`SELECT claimed FROM placements WHERE id = ${place.id}`)[0]?.claimed;
    expect(await claimed()).toBe(1);
    expect(await endCase(coordinator, reference, "annat")).toEqual({ ok: true });
    expect(await claimed()).toBe(0);
    const [event] = await owner`SELECT details FROM audit_events WHERE participant_id = ${participantId}
      AND subject = ${proposalId} ORDER BY id DESC LIMIT 1`;
    expect(event).toEqual({ details: { slot: "freed" } });
    const next = await aPresentable();
    expect(await holdPlacement(next.coordinator, { reference: next.reference }, place.id)).toMatchObject({
      ok: true,
    });
  });
});

describe("inviting a new participant by mail", () => {
  let sofia: Actor;
  beforeAll(async () => {
    sofia = await aCoordinator(await anAssociation());
  });
  const mailsTo = (email: string) => writtenMails().filter((mail) => mail.includes(`To: ${email}`));
  const state = async (reference: string) => {
    const shown = await showParticipant(sofia, reference);
    if (!shown.ok) throw new Error(shown.code);
    return shown.invitation;
  };

  test("one mail says how to sign in and nothing else; again when it was a while ago", async () => {
    const email = "kanarie.inbjuden@example.org";
    const { reference, participantId } = await aParticipant(sofia, {
      email,
      invite: "on",
      purpose: "Kanarie",
    });
    expect(await state(reference)).toEqual({ mayBeInvited: true, sentAt: null, isOnItsWay: true });
    const jobs = await owner`SELECT payload::text FROM graphile_worker._private_jobs`;
    expect(jobs.map(({ payload }) => payload).join(" ")).not.toMatch(/kanarie/i);
    await runDueJobs();
    const [mail, ...more] = mailsTo(email);
    expect(more).toEqual([]);
    expect(mail).toContain("/logga-in");
    const words = mail!.replaceAll(email, "");
    expect(words).not.toMatch(/kanarie|Robin|rehab|hälsa|sjuk|förbund|myndighet|kassan|remiss/i);
    expect(await state(reference)).toEqual({
      mayBeInvited: true,
      sentAt: expect.any(Date),
      isOnItsWay: false,
    });

    // Pressed twice is one mail.
    expect(await inviteParticipant(sofia, reference)).toEqual({ ok: true });
    await runDueJobs();
    expect(mailsTo(email)).toHaveLength(1);
    await owner`UPDATE participant_invitations SET asked_at = now() - interval '1 day' WHERE participant_id = ${participantId}`;
    expect(await inviteParticipant(sofia, reference)).toEqual({ ok: true });
    await runDueJobs();
    expect(mailsTo(email)).toHaveLength(2);
    const events = await owner`SELECT 1 FROM audit_events WHERE action = 'participant.invited'
      AND participant_id = ${participantId}`;
    expect(events).toHaveLength(2);
  });

  test("nobody without an address, unasked, protected or gone gets one", async () => {
    const silent = await aParticipant(sofia, { email: "tyst@example.org" });
    await aParticipant(sofia, { invite: "on" });
    const meanwhile = await aParticipant(sofia, { email: "skyddas@example.org", invite: "on" });
    await owner`UPDATE participants SET protected_identity = 'protected', name = NULL, email = NULL
      WHERE id = ${meanwhile.participantId}`;
    await runDueJobs();
    expect([...mailsTo("tyst@example.org"), ...mailsTo("skyddas@example.org")]).toEqual([]);
    expect(await inviteParticipant(sofia, meanwhile.reference)).toEqual({
      ok: false,
      code: "cannot_be_invited",
    });
    await owner`UPDATE participants SET closed_on = current_date - 1 WHERE id = ${silent.participantId}`;
    expect(await inviteParticipant(sofia, silent.reference)).toEqual({
      ok: false,
      code: "cannot_be_invited",
    });
    const coach = staff("coach", sofia.associationId!);
    expect(await inviteParticipant(coach, silent.reference)).toEqual(missing);
  });

  test("a referral that is accepted invites its person when the coordinator says so", async () => {
    const karin = await aCaseWorker(sofia.associationId!, await anAgency());
    const email = "remitterad@example.org";
    const id = await aReferral(karin, { email });
    const form = acceptForm(sofia.userId!, "I-901", { invite: "on" });
    expect(await acceptReferral(sofia, id, form)).toMatchObject({ ok: true });
    await runDueJobs();
    expect(mailsTo(email)).toHaveLength(1);
  });
});
