import { describe, expect, test } from "vitest";
import type { Exception, ExceptionKind } from "#app/domain/followups/exceptions";
import { type Actor, publicActor } from "#app/domain/identity/actor";
import { dayAfter } from "#app/domain/organisations/day";
import { mailFollowupLate } from "#app/jobs/mail-followup-late.server";
import { today } from "#app/platform/clock.server";
import { closeAgreement } from "#app/services/agreements/close-agreement.server";
import { endAgreement } from "#app/services/agreements/end-agreement.server";
import { listExceptions, listSnoozed } from "#app/services/followups/list-exceptions.server";
import { remindCoach } from "#app/services/followups/remind-coach.server";
import { snooze, wake } from "#app/services/followups/snooze.server";
import { sweepExpired } from "#app/services/identity/sweep-expired.server";
import { listFitting, refreshSlotFits } from "#app/services/matching/slot-fits.server";
import { inDays } from "#tests/support/days";
import { aCircle, aDraft, type Circle, inForce, send, sign } from "#tests/support/factories/agreements";
import { aProfile } from "#tests/support/factories/matching";
import { anAssociation, staff } from "#tests/support/factories/people";
import { runDueJobs } from "#tests/support/jobs";
import { mailsTo } from "#tests/support/mailbox";
import { writtenMails } from "#tests/support/mails";
import { owner } from "#tests/support/owner";

const day = (days: number) => dayAfter(today(), days);
const aClosing = {
  outcome: "praktik",
  educationForm: null,
  selfSufficiency: "inte",
  nextStep: "En ny plats",
  responsible: "Coachen",
  nextOn: day(7),
  answer: "yes",
  answerWords: "Åtta timmar håller.",
  participantNote: "",
  employerMayKnow: false,
} as const;

async function read(actor: Actor, municipality: string | null = null) {
  const listed = await listExceptions(actor, { municipality });
  if (!listed.ok) throw new Error(listed.code);
  return listed.exceptions;
}
async function rowsOf<Kind extends ExceptionKind>(actor: Actor, kind: Kind) {
  const { rows } = await read(actor);
  return rows.filter((row): row is Extract<Exception, { kind: Kind }> => row.kind === kind);
}
/** A coordinator of an association that serves the same municipalities, and of one that serves others. */
const strangers = async () => [
  staff("coordinator", await anAssociation()),
  staff("coordinator", await anAssociation(["0331"])),
];

/** An agreement out to be signed, which begins on a day. */
async function out(circle: Circle, startsOn = day(1)): Promise<string> {
  const id = await aDraft(circle);
  expect(await send(circle.coordinator, id)).toMatchObject({ ok: true });
  await owner`UPDATE agreements SET starts_on = ${startsOn} WHERE id = ${id}`;
  return id;
}
/** An agreement in force that ends on a day, followed up by the coach. */
async function ending(circle: Circle, endsOn: string): Promise<string> {
  const id = await inForce(circle);
  await owner`UPDATE agreements SET starts_on = ${day(-60)}, ends_on = ${endsOn}, coach_user = ${circle.coach.userId},
    coach_name = ${circle.coach.name} WHERE id = ${id}`;
  await owner`DELETE FROM followups WHERE agreement_id = ${id}`;
  return id;
}
async function planned(circle: Circle, agreementId: string, dueOn: string): Promise<string> {
  const [row] = await owner`INSERT INTO followups ${owner({
    association_id: circle.associationId,
    agreement_id: agreementId,
    step: `own:${dueOn}`,
    purpose: "contact",
    form: "besok",
    due_on: dueOn,
  })} RETURNING id`;
  return row!.id;
}

type Case = {
  /** Makes it, and gives its subject. */
  make: (circle: Circle) => Promise<string>;
  /** What takes care of it. */
  handle: (circle: Circle, subject: string) => Promise<unknown>;
  /** What makes it another matter. */
  change?: (circle: Circle, subject: string) => Promise<unknown>;
  expected: (circle: Circle) => object;
};
const cases: Record<Exclude<ExceptionKind, "unconfirmed">, Case> = {
  unsigned: {
    make: (circle) => out(circle),
    handle: async (circle, id) => {
      await sign(circle.coordinator, id, "coordinator");
      await sign(circle.employer, id, "employer_1");
      expect(await sign(circle.participant, id, "participant")).toBe("completed");
    },
    change: (_, id) => owner`UPDATE agreements SET starts_on = ${day(3)} WHERE id = ${id}`,
    expected: ({ reference }) => ({
      reference,
      startsOn: day(1),
      missing: ["participant", "employer", "coordinator"],
      signatory: { name: "Chefen", phone: null },
      sentOn: today(),
      remindedOn: null,
    }),
  },
  hold_ends: {
    make: async (circle) => {
      const [row] = await owner`INSERT INTO proposals ${owner({
        association_id: circle.associationId,
        participant_id: circle.participantId,
        placement_id: circle.placementId,
        employer_id: circle.employerId,
        status: "held",
        holds_slot: true,
        hold_until: inDays(1),
      })} RETURNING id`;
      return row!.id;
    },
    handle: (_, id) =>
      owner`UPDATE proposals SET status = 'withdrawn', holds_slot = false, hold_until = NULL WHERE id = ${id}`,
    change: (_, id) => owner`UPDATE proposals SET hold_until = ${inDays(2)} WHERE id = ${id}`,
    expected: ({ reference }) => ({ reference, status: "held", consentMissing: true }),
  },
  late: {
    make: async (circle) => planned(circle, await ending(circle, day(40)), day(-5)),
    handle: (_, id) => owner`UPDATE followups SET status = 'done', done_on = ${today()} WHERE id = ${id}`,
    change: (_, id) => owner`UPDATE followups SET due_on = ${day(-4)} WHERE id = ${id}`,
    expected: ({ reference, coach }) => ({
      reference,
      dueOn: day(-5),
      form: "besok",
      coach: { userId: coach.userId, name: coach.name },
      remindedOn: null,
    }),
  },
  ends_soon: {
    make: (circle) => ending(circle, day(14)),
    handle: (circle) => aDraft({ ...circle, placementId: circle.otherPlacementId }),
    change: (_, id) => owner`UPDATE agreements SET ends_on = ${day(13)} WHERE id = ${id}`,
    expected: ({ reference }) => ({ reference, endsOn: day(14), lastStep: null }),
  },
  unclosed: {
    make: async (circle) => {
      const id = await ending(circle, day(-2));
      // Where the person is now does not write how it went.
      await aDraft({ ...circle, placementId: circle.otherPlacementId });
      return id;
    },
    handle: async (circle, id) =>
      expect(await closeAgreement(circle.coach, id, aClosing)).toMatchObject({ ok: true }),
    change: (_, id) => owner`UPDATE agreements SET ends_on = ${day(-1)} WHERE id = ${id}`,
    expected: ({ reference }) => ({ reference, lastDay: day(-2), isEarly: false }),
  },
  attendance: {
    make: async (circle) => {
      const id = await ending(circle, day(40));
      await owner`INSERT INTO attendance_alerts ${owner({
        association_id: circle.associationId,
        agreement_id: id,
        kind: "unreported",
        since: day(-7),
        last_day: day(-1),
        alert: owner.json({ kind: "unreported", since: day(-7), count: 2 }),
      })}`;
      return id;
    },
    handle: (circle, id) =>
      owner`INSERT INTO attendance_alerts_handled ${owner({
        association_id: circle.associationId,
        agreement_id: id,
        kind: "unreported",
        since: day(-7),
        handled_by_name: "Någon",
      })}`,
    change: (_, id) => owner`UPDATE attendance_alerts SET since = ${day(-6)} WHERE agreement_id = ${id}`,
    expected: ({ reference }) => ({
      reference,
      alert: { kind: "unreported", since: day(-7), count: 2 },
      more: 0,
    }),
  },
  disagreement: {
    make: async (circle) => {
      const id = await ending(circle, day(40));
      for (const [item, isHealth] of [
        ["ork", true],
        ["trivs", false],
      ] as const)
        await owner`INSERT INTO rating_disagreements ${owner({
          association_id: circle.associationId,
          agreement_id: id,
          instrument: "grund",
          item,
          since: day(-2),
          answers: owner.json({}),
          is_health: isHealth,
        })}`;
      return id;
    },
    handle: (_, id) => owner`UPDATE rating_disagreements SET handled_at = now() WHERE agreement_id = ${id}`,
    change: (_, id) => owner`UPDATE rating_disagreements SET since = ${day(-1)} WHERE agreement_id = ${id}`,
    expected: ({ reference }) => ({ reference, since: day(-2), code: "grund", item: "trivs", more: 1 }),
  },
  silent: {
    make: async (circle) => {
      await owner`INSERT INTO proposals ${owner({
        association_id: circle.associationId,
        participant_id: circle.participantId,
        placement_id: circle.placementId,
        employer_id: circle.employerId,
        status: "presented",
        updated_at: inDays(-20),
      })}`;
      await owner`INSERT INTO contact_persons ${owner({
        employer_id: circle.employerId,
        name: "Ulla Franzén",
        phone: "070-174 06 99",
      })}`;
      return String(circle.employerId);
    },
    // Whoever was talked with is not silent.
    handle: (circle) =>
      owner`INSERT INTO employer_contacts ${owner({
        employer_id: circle.employerId,
        association_id: circle.associationId,
        user_id: "någon",
        user_name: "Någon",
        channel: "telefon",
        happened_on: today(),
      })}`,
    change: (circle) =>
      owner`UPDATE proposals SET updated_at = ${inDays(-17)} WHERE participant_id = ${circle.participantId}`,
    expected: ({ employerId }) => ({
      reference: null,
      employerId,
      since: day(-20),
      asked: [{ what: "proposal", count: 1 }],
      contact: { name: "Ulla Franzén", phone: "070-174 06 99" },
      lastChannel: null,
    }),
  },
  gap: {
    make: async (circle) => {
      await owner`UPDATE participants SET created_at = ${inDays(-30)} WHERE id = ${circle.participantId}`;
      await owner`UPDATE work_profiles SET updated_at = ${inDays(-20)} WHERE participant_id = ${circle.participantId}`;
      return circle.participantId;
    },
    handle: (circle) => aDraft(circle),
    change: (circle) =>
      owner`UPDATE work_profiles SET updated_at = ${inDays(-18)} WHERE participant_id = ${circle.participantId}`,
    expected: ({ reference }) => ({ reference, since: day(-20) }),
  },
  free_slots: {
    make: async (circle) => {
      await owner`UPDATE placements SET created_at = ${inDays(-23)} WHERE id = ${circle.placementId}`;
      await owner`UPDATE work_profiles SET profile = ${owner.json(aProfile({ kinds: ["praktik"], startHours: 4, targetHours: 8, longestDay: 4, weekdays: ["man", "tis"], maxKm: 100 }) as never)}
        WHERE participant_id = ${circle.participantId}`;
      await refreshSlotFits();
      return String(circle.placementId);
    },
    handle: (circle) =>
      owner`INSERT INTO proposals ${owner({
        association_id: circle.associationId,
        participant_id: circle.participantId,
        placement_id: circle.placementId,
        employer_id: circle.employerId,
        status: "shortlisted",
      })}`,
    change: (circle) =>
      owner`UPDATE slot_fits SET free_since = ${day(-9)} WHERE placement_id = ${circle.placementId}`,
    expected: ({ placementId }) => ({
      reference: null,
      placementId,
      freeSince: day(-23),
      fits: 1,
      hinder: null,
    }),
  },
};

describe.each(Object.entries(cases) as [ExceptionKind, Case][])(
  "%s",
  (kind, { make, handle, change, expected }) => {
    const mine = async (actor: Actor, subject: string) =>
      (await rowsOf(actor, kind)).filter((row) => row.subject === subject);

    test("is there with what it is about, never in another association, and is gone the moment it is taken care of", async () => {
      const circle = await aCircle();
      const subject = await make(circle);
      expect(await mine(circle.coordinator, subject)).toMatchObject([expected(circle)]);
      // A free slot is everybody's, who fits it is not: the other one serves no such municipality.
      const [near, far] = await strangers();
      for (const stranger of kind === "free_slots" ? [far!] : [near!, far!]) {
        expect(await mine(stranger, subject)).toEqual([]);
        const tried = await snooze(stranger, { kind, subject }, { until: day(3), reason: "Nej" });
        expect(tried).toEqual({ ok: false, code: "not_found" });
      }
      await handle(circle, subject);
      expect(await mine(circle.coordinator, subject)).toEqual([]);
      expect(
        await snooze(circle.coordinator, { kind, subject }, { until: day(3), reason: "Senare" }),
      ).toEqual({
        ok: false,
        code: "not_found",
      });
    });

    test("can be put off for all coordinators, with why, until it is about something else", async () => {
      const circle = await aCircle();
      const subject = await make(circle);
      const colleague = staff("coordinator", circle.associationId);
      const put = { until: day(5), reason: "Pratade i dag" };
      expect(await snooze(circle.coordinator, { kind, subject }, put)).toEqual({ ok: true });
      expect(await mine(colleague, subject)).toEqual([]);
      const resting = await listSnoozed(colleague);
      if (!resting.ok) throw new Error(resting.code);
      expect(resting.snoozed.rows).toMatchObject([
        { kind, subject, ...put, byName: circle.coordinator.name },
      ]);
      expect(await wake(colleague, { kind, subject })).toEqual({ ok: true });
      expect(await mine(circle.coordinator, subject)).toHaveLength(1);
      await snooze(circle.coordinator, { kind, subject }, put);
      expect((await read(circle.coordinator)).snoozed).toBe(1);
      await change?.(circle, subject);
      expect(await mine(circle.coordinator, subject)).toHaveLength(1);
    });

    test("of a protected identity is in no list", async () => {
      const circle = await aCircle();
      const subject = await make(circle);
      await owner`UPDATE participants SET protected_identity = 'unknown', name = NULL, email = NULL WHERE id = ${circle.participantId}`;
      const { rows } = await read(circle.coordinator);
      expect(JSON.stringify(rows)).not.toContain(circle.reference);
      // What is about an employer or a listing names nobody.
      if (kind !== "silent" && kind !== "free_slots")
        expect(await mine(circle.coordinator, subject)).toEqual([]);
    });
  },
);

describe("unconfirmed listings", () => {
  test("are those of the association's municipalities, until somebody confirms them", async () => {
    const circle = await aCircle();
    const { placementId, coordinator } = circle;
    const isThere = async (actor: Actor) =>
      (await rowsOf(actor, "unconfirmed")).some((row) => row.placementId === placementId);
    await owner`UPDATE placements SET last_confirmed_on = ${day(-400)} WHERE id = ${placementId}`;
    expect(await isThere(coordinator)).toBe(true);
    expect(await isThere((await strangers())[1]!)).toBe(false);
    await snooze(
      coordinator,
      { kind: "unconfirmed", subject: String(placementId) },
      { until: day(2), reason: "Semester" },
    );
    expect(await isThere(coordinator)).toBe(false);
    await owner`UPDATE placements SET last_confirmed_on = ${day(-399)} WHERE id = ${placementId}`;
    expect(await isThere(coordinator)).toBe(true);
    await owner`UPDATE placements SET last_confirmed_on = ${today()} WHERE id = ${placementId}`;
    expect(await isThere(coordinator)).toBe(false);
  });
});

describe("what is put off", () => {
  test("is a coach's own, and the coordinators' in common", async () => {
    const circle = await aCircle();
    const subject = await cases.late.make(circle);
    const put = { until: day(5), reason: "På semester" };
    await snooze(circle.coach, { kind: "late", subject }, put);
    expect(await rowsOf(circle.coach, "late")).toEqual([]);
    expect(await rowsOf(circle.coordinator, "late")).toHaveLength(1);
    expect(await rowsOf(staff("coach", circle.associationId), "late")).toHaveLength(1);
    const [event] =
      await owner`SELECT user_id, participant_id, details FROM audit_events WHERE action = 'exceptions.snoozed'
      AND subject = ${subject}`;
    expect(event).toEqual({
      user_id: circle.coach.userId,
      participant_id: circle.participantId,
      details: { kind: "late" },
    });
  });

  test("is back when the day has come, and forgotten then", async () => {
    const circle = await aCircle();
    const subject = await cases.late.make(circle);
    await snooze(circle.coordinator, { kind: "late", subject }, { until: day(1), reason: "I morgon" });
    expect(await rowsOf(circle.coordinator, "late")).toEqual([]);
    await owner`UPDATE snoozes SET until = ${today()} WHERE association_id = ${circle.associationId}`;
    expect(await rowsOf(circle.coordinator, "late")).toHaveLength(1);
    await sweepExpired();
    expect(await owner`SELECT FROM snoozes WHERE association_id = ${circle.associationId}`).toHaveLength(0);
  });

  test("is for coordinators and coaches", async () => {
    const circle = await aCircle();
    const subject = await cases.unsigned.make(circle);
    for (const actor of [circle.caseWorker, circle.participant, circle.employer, publicActor])
      expect(await snooze(actor, { kind: "unsigned", subject }, { until: day(1), reason: "x" })).toEqual({
        ok: false,
        code: "not_found",
      });
  });
});

test("a coach sees the own ones first, and nothing of employers and listings", async () => {
  const circle = await aCircle();
  const colleague = staff("coach", circle.associationId);
  const id = await ending(circle, day(60));
  await planned(circle, id, day(-9));
  const mine = await planned(circle, id, day(-8));
  await owner`UPDATE agreements SET coach_user = ${colleague.userId} WHERE id = ${id}`;
  const rows = await rowsOf(colleague, "late");
  expect(rows.map(({ isOwn }) => isOwn)).toEqual([true, true]);
  expect(rows.at(-1)!.subject).toBe(mine);
  expect((await rowsOf(circle.coach, "late")).map(({ isOwn }) => isOwn)).toEqual([false, false]);
  await cases.silent.make(circle);
  expect((await read(colleague)).rows.map(({ kind }) => kind)).not.toContain("silent");
});

test("a case worker sees what the own cases wait for, and nobody else's", async () => {
  const circle = await aCircle();
  const id = await out(circle);
  expect(await rowsOf(circle.caseWorker, "unsigned")).toMatchObject([{ agreementId: id }]);
  expect((await read((await aCircle()).caseWorker)).rows).toEqual([]);
  await planned(circle, id, day(-9));
  expect((await read(circle.caseWorker)).rows.map(({ kind }) => kind)).toEqual(["unsigned"]);
});

test("counts are by municipality, and the list can be of one", async () => {
  const circle = await aCircle();
  await out(circle);
  const elsewhere = await read(circle.coordinator, "0331");
  expect(elsewhere.rows).toEqual([]);
  expect(elsewhere.totals).toEqual({});
  const there = await read(circle.coordinator, "1885");
  expect(there.totals.unsigned).toBe(1);
  expect(there.municipalities.find(({ code }) => code === "1885")).toMatchObject({ name: "Lindesberg" });
});

test("one that ends asks for a next step until its last day, and for its closing record from the day after", async () => {
  const circle = await aCircle();
  const id = await ending(circle, today());
  const isAskedFor = async () => ({
    ends_soon: (await rowsOf(circle.coordinator, "ends_soon")).length,
    unclosed: (await rowsOf(circle.coordinator, "unclosed")).length,
  });
  expect(await isAskedFor()).toEqual({ ends_soon: 1, unclosed: 0 });
  await owner`UPDATE agreements SET ends_on = ${day(-1)} WHERE id = ${id}`;
  expect(await isAskedFor()).toEqual({ ends_soon: 0, unclosed: 1 });
  expect(await rowsOf(circle.coach, "unclosed")).toMatchObject([{ isOwn: true, lastDay: day(-1) }]);
  expect(await rowsOf(circle.caseWorker, "unclosed")).toMatchObject([{ agreementId: id }]);
  expect((await read(circle.coordinator)).totals.unclosed).toBe(1);
});

test("a longer time on its way is a next step, as long as it has not passed either", async () => {
  const circle = await aCircle();
  const longer = (id: string, endsOn: string) =>
    owner`INSERT INTO agreement_versions (association_id, agreement_id, number, amendment, status, content, saved_by_name)
      SELECT association_id, id, 2, 1, 'draft', ${owner.json({ period: { endsOn } })}, 'Någon' FROM agreements WHERE id = ${id}`;
  const soon = await ending(circle, day(2));
  await longer(soon, day(80));
  expect(await rowsOf(circle.coordinator, "ends_soon")).toEqual([]);
  await owner`UPDATE agreements SET ends_on = ${day(-2)} WHERE id = ${soon}`;
  expect(await rowsOf(circle.coordinator, "unclosed")).toEqual([]);
  await owner`UPDATE agreement_versions SET content = ${owner.json({ period: { endsOn: day(-1) } })}
    WHERE agreement_id = ${soon} AND status = 'draft'`;
  expect(await rowsOf(circle.coordinator, "unclosed")).toMatchObject([{ agreementId: soon }]);
});

test("one that was ended early asks for its closing record from the day after, until it is written", async () => {
  const circle = await aCircle();
  const id = await ending(circle, day(40));
  const end = { to: "ended_early" as const, reason: "other", initiative: "participant", note: "" };
  expect(await endAgreement(circle.coach, id, end)).toMatchObject({ ok: true });
  expect(await rowsOf(circle.coordinator, "unclosed")).toEqual([]);
  await owner`UPDATE agreements SET ended_on = ${day(-1)} WHERE id = ${id}`;
  expect(await rowsOf(circle.coordinator, "unclosed")).toMatchObject([{ lastDay: day(-1), isEarly: true }]);
  expect(await closeAgreement(circle.coach, id, aClosing)).toMatchObject({ ok: true });
  expect(await rowsOf(circle.coordinator, "unclosed")).toEqual([]);
});

test("of several alerts the one that is told is one that goes on, not one of long ago", async () => {
  const circle = await aCircle();
  const id = await ending(circle, day(40));
  const sick = { kind: "sick_long", since: day(-58), days: 40, limit: 7 };
  const over = { kind: "unreported", since: day(-57), count: 2 };
  for (const [alert, lastDay] of [
    [sick, day(-19)],
    [over, day(-51)],
  ] as const)
    await owner`INSERT INTO attendance_alerts ${owner({
      association_id: circle.associationId,
      agreement_id: id,
      kind: alert.kind,
      since: alert.since,
      last_day: lastDay,
      alert: owner.json(alert),
    })}`;
  expect(await rowsOf(circle.coordinator, "attendance")).toMatchObject([{ alert: sick, more: 0 }]);
});

test("a coach is reminded once by mail, without a word about whom, and the row says so", async () => {
  const circle = await aCircle();
  const subject = await cases.late.make(circle);
  const address = `coach-${circle.associationId}@example.org`;
  await owner.begin(async (tx) => {
    await tx`SELECT set_config('app.role', 'identity', true)`;
    await tx`INSERT INTO auth_users (id, name, email) VALUES (${circle.coach.userId}, 'Coachen', ${address})`;
    await tx`INSERT INTO memberships (user_id, role, association_id)
      VALUES (${circle.coach.userId}, 'coach', ${circle.associationId})`;
  });
  for (const stranger of [...(await strangers()), circle.coach])
    expect(await remindCoach(stranger, subject)).toEqual({ ok: false, code: "not_found" });
  for (let twice = 0; twice < 2; twice++)
    expect(await remindCoach(circle.coordinator, subject)).toEqual({ ok: true });
  await runDueJobs();
  const mails = mailsTo(address);
  expect(mails).toHaveLength(1);
  expect(JSON.stringify(mails)).not.toContain(circle.reference);
  // A run that was broken off and begins anew sends the same mail, not another.
  await mailFollowupLate({ followupId: subject });
  const sent = writtenMails().filter((mail) => mail.includes(`To: ${address}`));
  expect(new Set(sent.map((mail) => /^Message-ID: (.*)$/m.exec(mail)?.[1])).size).toBe(1);
  expect(await rowsOf(circle.coordinator, "late")).toMatchObject([{ remindedOn: today() }]);
});

test("who would fit a free slot is shown by code; what stands in everybody's way is said when nobody does", async () => {
  const circle = await aCircle();
  await cases.free_slots.make(circle);
  const listed = await listFitting(circle.coordinator, circle.placementId);
  expect(listed).toMatchObject({ ok: true, fitting: [{ reference: circle.reference, startHours: 4 }] });
  expect(await listFitting(circle.coach, circle.placementId)).toEqual({ ok: false, code: "not_found" });
  await owner`UPDATE placements SET other_requirements = '{korkort_b}' WHERE id = ${circle.placementId}`;
  await owner`UPDATE work_profiles SET profile = profile || '{"drivingLicenceB": false}' WHERE participant_id = ${circle.participantId}`;
  await refreshSlotFits();
  const rows = await rowsOf(circle.coordinator, "free_slots");
  expect(rows.find(({ placementId }) => placementId === circle.placementId)).toMatchObject({
    fits: 0,
    hinder: "licence_missing",
  });
});
