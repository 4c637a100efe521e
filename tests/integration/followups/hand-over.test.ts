import { describe, expect, test } from "vitest";
import { mondayOf } from "#app/domain/agreements/period";
import { dayAfter } from "#app/domain/organisations/day";
import { today } from "#app/platform/clock.server";
import { isHoliday } from "#app/platform/holidays.server";
import { endAgreement } from "#app/services/agreements/end-agreement.server";
import { pauseAgreement, resumeAgreement } from "#app/services/agreements/pause-agreement.server";
import { readAgreement } from "#app/services/agreements/read-agreement.server";
import { giveBackLent } from "#app/services/followups/give-back.server";
import { handOver, readHandover } from "#app/services/followups/hand-over.server";
import { listFollowupsOf } from "#app/services/followups/list-followups.server";
import { chooseRisk, moveTo } from "#app/services/followups/move-followup.server";
import { changeRhythm, readRhythms } from "#app/services/followups/rhythms.server";
import { withActor } from "#db/client.server";
import { listOfAgreement } from "#db/queries/followups.server";
import { aCircle, type Circle, inForce } from "#tests/support/factories/agreements";
import { anAssociation, staff } from "#tests/support/factories/people";
import { aParticipant } from "#tests/support/factories/profiles";
import { runDueJobs } from "#tests/support/jobs";
import { writtenMails } from "#tests/support/mails";
import { owner } from "#tests/support/owner";

async function agreed() {
  const circle = await aCircle();
  for (const actor of [circle.coordinator, circle.coach]) await account(actor, circle.associationId);
  return { circle, id: await inForce(circle) };
}

async function account({ userId, name, role }: Circle["coach"], associationId: number) {
  await owner.begin(async (tx) => {
    await tx`SELECT set_config('app.role', 'identity', true)`;
    await tx`INSERT INTO auth_users (id, name, email) VALUES (${userId}, ${name}, ${`${userId}@example.org`})`;
    await tx`INSERT INTO memberships (user_id, role, association_id) VALUES (${userId}, ${role}, ${associationId})`;
  });
}

async function leaves({ userId }: Circle["coach"]) {
  await owner.begin(async (tx) => {
    await tx`SELECT set_config('app.role', 'identity', true)`;
    await tx`DELETE FROM memberships WHERE user_id = ${userId}`;
  });
}

/** One more in force, of the same people. */
async function another({ associationId }: Circle, id: string): Promise<string> {
  const [row] = await owner`
    INSERT INTO agreements SELECT (jsonb_populate_record(g, jsonb_build_object('id', gen_random_uuid(),
        'number', '2019-' || substr(md5(random()::text), 1, 6), 'form_key', NULL, 'proposal_id', NULL, 'holds_slot', false))).*
      FROM agreements g WHERE g.id = ${id} AND g.association_id = ${associationId} RETURNING id`;
  return row!.id;
}

async function aboutSomebodyElse({ coordinator }: Circle, id: string): Promise<void> {
  const { participantId } = await aParticipant(coordinator);
  await owner`UPDATE agreements SET participant_id = ${participantId} WHERE id = ${id}`;
}

const planOf = ({ coordinator }: Circle, id: string) =>
  withActor(coordinator, (tx) => listOfAgreement(tx, id)).then((all) => all.map(({ step }) => step));
const praktik = ["contact-1w", "contact-2w", "contact-6w", "contact-10w", "closing"];

describe("an agreement that takes force", () => {
  test("is planned with the last signature, and followed up by whoever drew it up", async () => {
    const { circle, id } = await agreed();
    expect(await planOf(circle, id)).toEqual(praktik);
    const read = await readAgreement(circle.coordinator, id);
    expect(read).toMatchObject({ plan: { coachUser: circle.coordinator.userId, risk: "normal" } });
    for (const actor of [circle.participant, circle.employer, circle.caseWorker])
      expect(await readAgreement(actor, id)).toMatchObject({ ok: true, plan: null });
  });

  test("followed more closely has more, and ended it has none", async () => {
    const { circle, id } = await agreed();
    expect(await chooseRisk(circle.coach, id, "closer")).toEqual({ ok: true });
    expect((await planOf(circle, id)).length).toBeGreaterThan(praktik.length);
    const input = { to: "cancelled", reason: "other", initiative: null, note: "" } as const;
    expect(await endAgreement(circle.coordinator, id, input)).toEqual({ ok: true });
    expect(await planOf(circle, id)).toEqual([]);
  });

  test("paused by the participant has nothing until it goes on", async () => {
    const { circle, id } = await agreed();
    const [row] = await owner`SELECT starts_on::text AS day FROM agreements WHERE id = ${id}`;
    const pause = { from: row!.day, returnsOn: null, kind: "other", note: "" } as const;
    expect(await pauseAgreement(circle.participant, id, pause)).toEqual({ ok: true });
    expect(await planOf(circle, id)).toEqual([]);
    expect(await resumeAgreement(circle.employer, id, row!.day)).toEqual({ ok: true });
    expect(await planOf(circle, id)).toEqual(praktik);
  });
});

describe("another day", () => {
  test("stays, with its reason; a weekend and what is past are refused", async () => {
    const { circle, id } = await agreed();
    const [first] = await withActor(circle.coach, (tx) => listOfAgreement(tx, id));
    const weekday = [1, 2, 3, 4].map((days) => dayAfter(first!.dueOn, days)).find((day) => !isHoliday(day))!;
    const to = {
      dueOn: weekday,
      dueAt: "10:15",
      form: "besok" as const,
      reason: "Semester",
    };
    expect(await moveTo(circle.coach, first!.id, to)).toEqual({ ok: true, agreementId: id });
    expect(await chooseRisk(circle.coach, id, "closer")).toEqual({ ok: true });
    const after = await withActor(circle.coach, (tx) => listOfAgreement(tx, id));
    expect(after.find((one) => one.id === first!.id)).toMatchObject({
      dueOn: to.dueOn,
      dueAt: "10:15",
      moved: true,
      moveReason: "Semester",
    });
    const past = await moveTo(circle.coach, first!.id, { ...to, dueOn: dayAfter(today(), -1) });
    expect(past).toEqual({ ok: false, code: "day_past" });
    const [agreement] = await owner`SELECT starts_on::text AS day FROM agreements WHERE id = ${id}`;
    const before = await moveTo(circle.coach, first!.id, { ...to, dueOn: dayAfter(agreement!.day, -3) });
    expect(before).toEqual({ ok: false, code: "day_before_start" });
    const weekend = await moveTo(circle.coach, first!.id, {
      ...to,
      dueOn: dayAfter(mondayOf(first!.dueOn), 5),
    });
    expect(weekend).toEqual({ ok: false, code: "day_off" });
    const stranger = await moveTo(staff("coach", await anAssociation()), first!.id, to);
    expect(stranger).toEqual({ ok: false, code: "not_found" });
  });
});

describe("a hand-over", () => {
  const away = (circle: Circle) => ({
    from: circle.coordinator.userId!,
    to: circle.coach.userId!,
    what: "whole" as const,
    agreements: [],
    reason: "away" as const,
    until: dayAfter(today(), 7),
    note: "",
  });

  test("moves the caseload, and gives it back the day after by itself; the history is kept", async () => {
    const { circle, id } = await agreed();
    expect(await handOver(circle.coordinator, away(circle))).toEqual({ ok: true, count: 1, kept: 0 });
    const own = await listFollowupsOf(circle.coach, {
      time: "later",
      whose: null,
      municipality: null,
      page: 1,
    });
    expect(own).toMatchObject({ ok: true, total: praktik.length });
    expect(await handOver(circle.coordinator, away(circle))).toEqual({
      ok: false,
      code: "nothing_to_hand_over",
    });
    expect(await giveBackLent(dayAfter(today(), 7))).toBe(0);
    expect(await giveBackLent(dayAfter(today(), 8))).toBe(1);
    expect(await giveBackLent(dayAfter(today(), 8))).toBe(0);
    const read = await readAgreement(circle.coach, id);
    expect(read).toMatchObject({
      plan: {
        coachUser: circle.coordinator.userId,
        handovers: [{ toName: circle.coach.name, reason: "away", returnedAt: expect.any(String) }],
      },
    });
  });

  test("lent by somebody who has left since stays with the borrower, and both sides are told once", async () => {
    const { circle, id } = await agreed();
    const other = staff("coordinator", circle.associationId);
    await account(other, circle.associationId);
    expect(await handOver(circle.coordinator, away(circle))).toMatchObject({ ok: true, count: 1, kept: 0 });
    await leaves(circle.coordinator);
    expect(await giveBackLent(dayAfter(today(), 8))).toBe(0);
    expect(await giveBackLent(dayAfter(today(), 8))).toBe(0);
    expect(await readAgreement(circle.coach, id)).toMatchObject({
      plan: {
        coachUser: circle.coach.userId,
        handovers: [
          { fromName: circle.coordinator.name, toName: circle.coach.name, reason: "leaves", until: null },
          { reason: "away", returnedAt: expect.any(String) },
        ],
      },
    });
    await runDueJobs();
    const told = writtenMails().filter((mail) => mail.includes(`/overenskommelser/${id}`));
    const to = told.map((mail) => /^To: (.*)\r$/m.exec(mail)?.[1]);
    expect(to.sort()).toEqual([circle.coach, other].map(({ userId }) => `${userId}@example.org`).sort());
    expect(told.join()).not.toContain(circle.reference);
  });

  test("about a protected identity it goes only to its group, and stays when the rest goes", async () => {
    const { circle, id } = await agreed();
    const other = await another(circle, id);
    const colleague = staff("coach", circle.associationId);
    await account(colleague, circle.associationId);
    await owner`UPDATE participants SET protected_identity = 'protected', name = NULL, email = NULL
      WHERE id = ${circle.participantId}`;
    await owner`UPDATE referrals SET main_responsible_user = ${circle.coach.userId}
      WHERE participant_id = ${circle.participantId}`;
    const whole = { ...away(circle), reason: "other" as const, until: null };
    const toColleague = { ...whole, to: colleague.userId! };
    expect(await handOver(circle.coordinator, toColleague)).toEqual({ ok: false, code: "only_its_group" });
    const chosen = { ...toColleague, what: "chosen" as const, agreements: [id] };
    expect(await handOver(circle.coordinator, chosen)).toEqual({ ok: false, code: "only_its_group" });
    // The other one is about somebody else now, who is in the lists.
    await aboutSomebodyElse(circle, other);
    expect(await handOver(circle.coordinator, toColleague)).toEqual({ ok: true, count: 1, kept: 1 });
    // The same press once more is told that it held for the rest.
    const again = await handOver(circle.coordinator, toColleague);
    expect(again).toEqual({ ok: false, code: "rest_only_its_group" });
    expect(await handOver(circle.coordinator, whole)).toEqual({ ok: true, count: 1, kept: 0 });
    // When nobody of the group is left, a coordinator names somebody.
    await leaves(circle.coach);
    const named = { ...toColleague, from: circle.coach.userId! };
    expect(await handOver(circle.coordinator, named)).toEqual({ ok: false, code: "only_its_group" });
    await leaves(circle.coordinator);
    const newOne = staff("coordinator", circle.associationId);
    expect(await handOver(newOne, named)).toEqual({ ok: true, count: 1, kept: 0 });
  });

  test("locks by id: who waits for the first holds none of the others", async () => {
    const { circle, id } = await agreed();
    const [first, second] = [id, await another(circle, id)].sort();
    // Read as they lie, the first by id would come last.
    await owner`UPDATE agreements SET updated_at = now() WHERE id = ${first!}`;
    let handed: ReturnType<typeof handOver> | undefined;
    await owner.begin(async (tx) => {
      await tx`SELECT 1 FROM agreements WHERE id = ${first!} FOR UPDATE`;
      handed = handOver(circle.coordinator, away(circle));
      await expect
        .poll(
          () =>
            owner`SELECT 1 FROM pg_stat_activity WHERE wait_event_type = 'Lock' AND query LIKE '%agreements%'`,
        )
        .not.toEqual([]);
      const free = await owner`SELECT id FROM agreements WHERE id = ${second!} FOR UPDATE SKIP LOCKED`;
      expect(free).toEqual([{ id: second }]);
    });
    expect(await handed).toEqual({ ok: true, count: 2, kept: 0 });
  });

  test("a coach hands over the own and nobody else's", async () => {
    const { circle } = await agreed();
    expect(await handOver(circle.coach, away(circle))).toEqual({ ok: false, code: "not_found" });
    expect(await readHandover(circle.coach, circle.coordinator.userId)).toEqual({
      ok: false,
      code: "not_found",
    });
    expect(await readHandover(circle.coach, null)).toMatchObject({ ok: true, followed: [] });
    expect(await handOver(circle.participant, away(circle))).toEqual({ ok: false, code: "not_found" });
  });
});

describe("a rhythm", () => {
  test("saved plans open agreements anew; of two who save, the later sees the other's", async () => {
    const { circle, id } = await agreed();
    const admin = staff("admin", circle.associationId);
    const step = {
      time: "every",
      count: 3,
      unit: "weeks",
      from: 3,
      purpose: "contact",
      form: "telefon",
    } as const;
    const input = { kind: "praktik", risk: "normal", steps: [step], version: 0 } as const;
    expect(await changeRhythm(admin, { ...input, steps: [step] })).toEqual({ ok: true });
    expect(await changeRhythm(admin, { ...input, steps: [step] })).toEqual({ ok: true });
    await runDueJobs();
    expect(await planOf(circle, id)).toEqual(["contact-3w", "contact-6w", "contact-9w"]);
    const other = await changeRhythm(admin, { ...input, steps: [{ ...step, count: 2 }] });
    expect(other).toMatchObject({
      ok: false,
      code: "changed_meanwhile",
      current: { version: 1, steps: [step] },
    });
    expect(await changeRhythm(admin, { ...input, steps: null, version: 1 })).toEqual({ ok: true });
    await runDueJobs();
    expect(await planOf(circle, id)).toEqual(praktik);
    expect(await readRhythms(circle.coordinator)).toEqual({ ok: false, code: "forbidden" });
  });
});
