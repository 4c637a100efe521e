import { afterAll, beforeAll, expect, test, vi } from "vitest";
import type { AgreementContent } from "#app/domain/agreements/content";
import { mondayOf, startOfWeek } from "#app/domain/agreements/period";
import { risks } from "#app/domain/followups/followup";
import type { RhythmStep } from "#app/domain/followups/rhythm";
import { shippedSteps } from "#app/domain/followups/shipped-rhythms";
import type { Actor } from "#app/domain/identity/actor";
import { dayAfter, daysBetween } from "#app/domain/organisations/day";
import { type PlacementKind, placementKinds } from "#app/domain/placements/vocabulary";
import { isHoliday } from "#app/platform/holidays.server";
import { endAgreement } from "#app/services/agreements/end-agreement.server";
import { pauseAgreement, resumeAgreement } from "#app/services/agreements/pause-agreement.server";
import { giveBackLent } from "#app/services/followups/give-back.server";
import { handOver } from "#app/services/followups/hand-over.server";
import { chooseRisk, moveTo } from "#app/services/followups/move-followup.server";
import {
  planAllFollowups,
  planByRhythm,
  planFollowupsIn,
  planManyIn,
} from "#app/services/followups/plan-followups.server";
import { changeRhythm } from "#app/services/followups/rhythms.server";
import { withActor } from "#db/client.server";
import { countByTime, finishFollowup, listFollowups } from "#db/queries/followups.server";
import { anOwnEmployer } from "#tests/support/factories/own-employer";
import { anAssociation, staff } from "#tests/support/factories/people";
import { owner } from "#tests/support/owner";
import { exampleContent } from "#tests/unit/agreements/arbitraries";

const people = 200;
const firstDay = "2027-01-04";
const lastDay = "2028-01-03";
const seed = Number(process.env.SEED ?? 20261122);

/** Numbers that look random and are the same every time. */
const random = (() => {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
})();
const upTo = (most: number) => Math.floor(random() * (most + 1));
const oneOf = <T>(all: readonly T[]): T => all[upTo(all.length - 1)]!;
const chance = (share: number) => random() < share;

type Row = {
  id: string;
  agreement: string;
  step: string;
  due: string;
  status: string;
  moved: boolean;
  purpose: string;
  done_on: string | null;
};
type Facts = {
  id: string;
  status: string;
  kind: PlacementKind;
  risk: "normal" | "closer";
  starts: string;
  ends: string;
  closed: { startsOn: string; endsOn: string }[];
  pauses: { from: string; until: string | null }[];
  steps: RhythmStep[] | null;
  coach: string | null;
};
/** What the test itself knows of who follows up: whose it is, to whom it is lent until when, and who may know of a protected one. */
type Lent = { from: string; to: string; until: string };
const whose = new Map<string, { belongsTo: string; lent: Lent[]; group: string[] | null }>();
let handovers = 0;

let associationId: number;
let placement: { employerId: number; placementId: number };
let coordinator: Actor;
let admin: Actor;
let coaches: Actor[];

const at = (day: string) => vi.setSystemTime(new Date(`${day}T10:00:00Z`));

beforeAll(async () => {
  vi.useFakeTimers({ toFake: ["Date"] });
  at(firstDay);
  associationId = await anAssociation();
  const own = await anOwnEmployer();
  placement = { employerId: own.employerId, placementId: own.atMill };
  coordinator = staff("coordinator", associationId);
  admin = staff("admin", associationId);
  coaches = Array.from({ length: 6 }, () => staff("coach", associationId));
  await owner.begin(async (tx) => {
    await tx`SELECT set_config('app.role', 'identity', true)`;
    for (const { userId, name, role } of [coordinator, ...coaches]) {
      await tx`INSERT INTO auth_users (id, name, email) VALUES (${userId}, ${name}, ${`${userId}@example.org`})`;
      await tx`INSERT INTO memberships (user_id, role, association_id) VALUES (${userId}, ${role}, ${associationId})`;
    }
  });
});
afterAll(() => {
  vi.useRealTimers();
});

function contentOf(kind: PlacementKind, startsOn: string, endsOn: string): AgreementContent {
  const closedFrom = dayAfter(startsOn, upTo(60));
  return {
    ...exampleContent,
    kind,
    period: { startsOn, endsOn },
    closedDays: chance(0.2) ? [{ startsOn: closedFrom, endsOn: dayAfter(closedFrom, upTo(9)) }] : [],
    schedule: exampleContent.schedule.filter((_, index) => index === 0 || chance(0.6)),
  };
}

/** An agreement comes into force, as when the last signature is set: the text counts, and it is planned. */
async function begin(number: number, day: string): Promise<string> {
  const startsOn = dayAfter(day, upTo(20) - 5);
  const kind = oneOf(placementKinds);
  const endsOn = dayAfter(startsOn, kind === "skyddad" ? 200 + upTo(250) : 20 + upTo(160));
  const coach = oneOf(coaches);
  const isProtected = chance(0.05);
  const [person] = await owner`INSERT INTO participants ${owner({
    association_id: associationId,
    reference: `S-${1000 + number}`,
    protected_identity: isProtected ? "protected" : "none",
    birth_year: 1980,
    sex: "kvinna",
  })} RETURNING id`;
  const [row] = await owner`INSERT INTO agreements ${owner({
    association_id: associationId,
    participant_id: person!.id,
    number: `2027-${1000 + number}`,
    employer_id: placement.employerId,
    placement_id: placement.placementId,
    status: "in_force",
    risk: chance(0.25) ? "closer" : "normal",
    starts_on: startsOn,
    ends_on: endsOn,
    contacts: owner.json({}),
    created_by_user: coach.userId,
    created_by_name: coach.name,
  })} RETURNING id`;
  const id: string = row!.id;
  await agree(id, 1, contentOf(kind, startsOn, endsOn), day);
  touched.add(id);
  whose.set(id, { belongsTo: coach.userId!, lent: [], group: isProtected ? [coach.userId!] : null });
  return id;
}

async function agree(id: string, number: number, content: AgreementContent, day: string) {
  await owner`INSERT INTO agreement_versions ${owner({
    association_id: associationId,
    agreement_id: id,
    number,
    amendment: number - 1,
    status: "agreed",
    content: owner.json(content),
    hash: "0".repeat(64),
    saved_by_name: "Någon",
    sent_at: new Date(),
    agreed_at: new Date(`${day}T09:00:00Z`),
  })}`;
  const { startsOn, endsOn } = content.period;
  await owner`UPDATE agreements SET starts_on = ${startsOn}, ends_on = ${endsOn} WHERE id = ${id}`;
  await withActor(coordinator, (tx) => planFollowupsIn(tx, id));
}

/** Another period, and sometimes another kind. */
async function amend(facts: Facts, day: string) {
  touched.add(facts.id);
  const [last] = await owner`SELECT number, content FROM agreement_versions
    WHERE agreement_id = ${facts.id} ORDER BY number DESC LIMIT 1`;
  const end = dayAfter(facts.ends, upTo(120) - 40);
  const endsOn = end > day ? end : dayAfter(day, 5);
  const startsOn = facts.starts > day ? dayAfter(facts.starts, upTo(10)) : facts.starts;
  const content: AgreementContent = {
    ...last!.content,
    kind: chance(0.3) ? oneOf(placementKinds) : facts.kind,
    period: { startsOn, endsOn: endsOn < startsOn ? startsOn : endsOn },
  };
  await agree(facts.id, last!.number + 1, content, day);
}

async function pauseOrGoOn(facts: Facts, day: string) {
  touched.add(facts.id);
  const open = facts.pauses.find(({ until }) => until === null || until >= day);
  if (open) return resumeAgreement(coordinator, facts.id, dayAfter(day, upTo(4)));
  const from = dayAfter(day, upTo(12) - 4);
  const returnsOn = chance(0.3) ? null : dayAfter(from, 2 + upTo(40));
  return pauseAgreement(coordinator, facts.id, { from, returnsOn, kind: "other", note: "" });
}

async function lend(day: string) {
  const from = oneOf(coaches);
  const to = oneOf(coaches.filter((one) => one !== from));
  const until = dayAfter(day, 3 + upTo(25));
  const isAway = chance(0.7);
  const before = [...whose].filter(([, one]) => followedBy(one) === from.userId);
  const inForce = await owner<{ id: string }[]>`SELECT id FROM agreements WHERE status = 'in_force'`;
  const all = before.filter(([id]) => inForce.some((one) => one.id === id));
  // A protected one goes to somebody who knows of it, or to anybody when nobody else does.
  const mine = all.filter(([, { group }]) => !group || group.includes(to.userId!) || group.length === 1);
  const handed = await handOver(coordinator, {
    from: from.userId!,
    to: to.userId!,
    what: "whole",
    agreements: [],
    reason: isAway ? "away" : "other",
    until: isAway ? until : null,
    note: "",
  });
  const refused =
    all.length === 0 ? "nothing_to_hand_over" : expect.stringMatching(/^(rest_)?only_its_group$/);
  expect(handed).toEqual(
    mine.length === 0
      ? { ok: false, code: refused }
      : { ok: true, count: mine.length, kept: all.length - mine.length },
  );
  handovers += mine.length;
  for (const [, one] of mine) {
    if (isAway) one.lent.push({ from: from.userId!, to: to.userId!, until });
    else Object.assign(one, { belongsTo: to.userId, lent: [] });
    if (one.group) one.group = [...new Set([...one.group, to.userId!])];
  }
}

/** What is lent goes back when its time is over, and that of everything lent on from there. */
function goBack(one: { lent: Lent[] }, day: string) {
  const isOver = one.lent.map((_, index) => one.lent.slice(index).every(({ until }) => until < day));
  const first = isOver.indexOf(true);
  if (first >= 0) one.lent = one.lent.slice(0, first);
}
const followedBy = ({ belongsTo, lent }: { belongsTo: string; lent: Lent[] }) => lent.at(-1)?.to ?? belongsTo;

async function editRhythm(day: string) {
  const kind = oneOf(placementKinds);
  const risk = oneOf(risks);
  const [saved] = await owner`SELECT version FROM followup_rhythms
    WHERE association_id = ${associationId} AND kind = ${kind} AND risk = ${risk}`;
  const every = 1 + upTo(5);
  const steps: RhythmStep[] = [
    { time: "every", count: every, unit: "weeks", from: every, purpose: "contact", form: "telefon" },
    ...(chance(0.5)
      ? [{ time: "in_week", week: 3 + upTo(9), question: null, purpose: "review", form: "mote" } as const]
      : []),
    { time: "last_week", purpose: "closing", form: "mote" },
  ];
  const version = saved?.version ?? 0;
  const input = { kind, risk, version, steps: version > 0 && chance(0.3) ? null : steps };
  expect(await changeRhythm(admin, input)).toEqual({ ok: true });
  await planByRhythm({ associationId, kind, risk, since: day });
}

const readFacts = () => owner<Facts[]>`
  SELECT g.id, g.status, v.content ->> 'kind' AS kind, g.risk, g.starts_on::text AS starts, g.ends_on::text AS ends,
         v.content -> 'closedDays' AS closed, g.coach_user AS coach, r.steps,
         coalesce((SELECT jsonb_agg(jsonb_build_object('from', u.from_on, 'until', u.until_on))
            FROM agreement_pauses u WHERE u.agreement_id = g.id), '[]') AS pauses
    FROM agreements g
    JOIN LATERAL (SELECT content FROM agreement_versions v WHERE v.agreement_id = g.id AND v.status = 'agreed'
                   ORDER BY v.number DESC LIMIT 1) AS v ON true
    LEFT JOIN followup_rhythms r ON r.association_id = g.association_id AND r.kind = v.content ->> 'kind' AND r.risk = g.risk
   WHERE g.association_id = ${associationId}`;
const readRows = () => owner<Row[]>`
  SELECT id, agreement_id AS agreement, step, due_on::text AS due, status, moved, purpose, done_on::text
    FROM followups WHERE association_id = ${associationId} ORDER BY id`;

/** Whether a follow-up can be held that day: said here once more, in other words than the planner's. */
function canBeHeld({ starts, ends, closed, pauses }: Facts, day: string): boolean {
  const weekday = new Date(`${day}T12:00:00Z`).getUTCDay();
  if (day < starts || day > ends || weekday === 0 || weekday === 6 || isHoliday(day)) return false;
  if (closed.some(({ startsOn, endsOn }) => day >= startsOn && day <= endsOn)) return false;
  return !pauses.some(({ from, until }) => day >= from && (until === null || day <= until));
}

/** The days that a rhythm names, before anything stands in the way. */
function namedDays(facts: Facts): { step: string; day: string; recurs: boolean }[] {
  const { starts, ends } = facts;
  const later = (count: number, unit: string) => {
    if (unit === "weeks") return dayAfter(starts, 7 * count);
    const day = new Date(`${starts}T00:00:00Z`);
    const months = day.getUTCFullYear() * 12 + day.getUTCMonth() + count;
    const last = new Date(Date.UTC(Math.floor(months / 12), (months % 12) + 1, 0)).getUTCDate();
    const date = Math.min(day.getUTCDate(), last);
    return new Date(Date.UTC(Math.floor(months / 12), months % 12, date)).toISOString().slice(0, 10);
  };
  const short = (unit: string) => (unit === "weeks" ? "w" : "m");
  const days = (facts.steps ?? shippedSteps(facts.kind, facts.risk)).flatMap((step) => {
    if (step.time === "after") {
      const step1 = `${step.question ?? step.purpose}-${step.count}${short(step.unit)}`;
      return [{ step: step1, day: later(step.count, step.unit), recurs: false }];
    }
    if (step.time === "in_week") {
      const day = dayAfter(mondayOf(startOfWeek({ startsOn: starts }, step.week)), 2);
      return [{ step: `${step.question ?? step.purpose}-week-${step.week}`, day, recurs: false }];
    }
    if (step.time === "last_week") return [];
    const found: ReturnType<typeof namedDays> = [];
    for (let time = step.from; ; time += step.count) {
      const day = later(time, step.unit);
      if (day > ends) return found;
      found.push({ step: `${step.purpose}-${time}${short(step.unit)}`, day, recurs: true });
    }
  });
  return days.filter(({ day }) => day >= starts && day <= ends);
}

/** What is wrong with one agreement's plan, in words: a day that is not open, a step that is missing. */
function faultsOfPlan(facts: Facts, standing: readonly Row[], day: string): string[] {
  const faults: string[] = [];
  for (const { step, due, status, moved } of standing)
    if (status === "planned" && !moved && !canBeHeld(facts, due))
      faults.push(`${step} on ${due}, which is not open`);
  const weeks = new Set(standing.map(({ due, done_on }) => mondayOf(done_on ?? due)));
  const steps = new Set(standing.map(({ step }) => step));
  for (const named of namedDays(facts)) {
    // What is ahead, on a day and in a week that nothing stands in the way of; a weekend's is the week after.
    const monday =
      mondayOf(dayAfter(named.day, 2)) > named.day ? mondayOf(dayAfter(named.day, 2)) : mondayOf(named.day);
    const week = Array.from({ length: 5 }, (_, index) => dayAfter(monday, index));
    if (monday <= day || !week.every((one) => canBeHeld(facts, one))) continue;
    if (steps.has(named.step) || (named.recurs && (weeks.has(monday) || weeks.has(dayAfter(monday, 7)))))
      continue;
    faults.push(`${named.step} on ${named.day} is missing`);
  }
  const hasClosing = (facts.steps ?? shippedSteps(facts.kind, facts.risk)).some(
    ({ time }) => time === "last_week",
  );
  const lastWeek = dayAfter(facts.ends, -6);
  const isSure = Array.from({ length: 7 }, (_, index) => dayAfter(lastWeek, index));
  if (
    hasClosing &&
    lastWeek > day &&
    lastWeek >= facts.starts &&
    isSure.filter((one) => canBeHeld(facts, one)).length >= 3 &&
    !facts.pauses.some(({ until }) => until === null) &&
    !standing.some(
      ({ purpose, moved, status, due, done_on }) =>
        purpose === "closing" &&
        (moved || due >= lastWeek || (status === "done" && done_on! >= dayAfter(lastWeek, -21))),
    )
  )
    faults.push("no closing meeting");
  return faults;
}

/** What is wrong with the plans of today, in words: nothing is an empty list. */
function faultsOf(
  all: readonly Facts[],
  rows: readonly Row[],
  before: Map<string, Row>,
  day: string,
): string[] {
  const faults: string[] = [];
  const of = new Map<string, Row[]>(all.map(({ id }) => [id, []]));
  for (const row of rows) of.get(row.agreement)?.push(row);
  for (const facts of all) {
    const mine = of.get(facts.id) ?? [];
    const standing = mine.filter(({ status }) => status !== "dropped");
    const say = (what: string) => faults.push(`${day} ${facts.id} ${facts.kind} ${facts.risk}: ${what}`);
    if (new Set(mine.map(({ step }) => step)).size < mine.length) say("a step twice");
    const planned = standing.filter(({ status }) => status === "planned");
    if (facts.status !== "in_force") {
      if (planned.length > 0) say("planned after its end");
      continue;
    }
    // Today's changes today, and everybody's plan once a week.
    const isLookedAt = touched.has(facts.id) || facts.id.charCodeAt(0) % 7 === daysBetween(firstDay, day) % 7;
    if (isLookedAt) for (const fault of faultsOfPlan(facts, standing, day)) say(fault);
    for (const one of mine) {
      const was = before.get(one.id);
      if (was?.status === "done" && one.status !== "done") say(`${one.step} was done and is not`);
      if (was?.status === "done" && one.due !== was.due) say(`${one.step} was done and has moved`);
      if (
        was?.moved &&
        one.moved &&
        was.due !== one.due &&
        was.status === "planned" &&
        one.done_on === null &&
        !movedToday.has(one.id)
      )
        say(`${one.step} was moved by a person, and then by the rhythm`);
      // Late, and nobody has done it: it is not forgotten unless its day no longer is one.
      if (was?.status === "planned" && one.status === "dropped" && was.due < day && canBeHeld(facts, was.due))
        say(`${one.step} was due ${was.due} and is forgotten`);
    }
  }
  return faults;
}
const movedToday = new Set<string>();
/** What happened something to today. */
const touched = new Set<string>();

test("a year with 200 participants: each step planned once, late ones found, none doubled, none missing", async () => {
  let began = 0;
  let before = new Map<string, Row>();
  const seen = { done: 0, late: 0, moved: 0, dropped: 0, paused: 0, ended: 0, amended: 0, rhythms: 0 };
  for (let day = firstDay; day <= lastDay; day = dayAfter(day, 1)) {
    at(day);
    movedToday.clear();
    touched.clear();
    await giveBackLent(day);
    for (const one of whose.values()) goBack(one, day);
    const due = Math.ceil((people * (daysBetween(firstDay, day) + 1)) / 270);
    for (; began < Math.min(people, due); began++) await begin(began, day);

    const open = (await readFacts()).filter(({ status }) => status === "in_force");
    if (open.length > 0) {
      if (chance(0.5)) {
        await amend(oneOf(open), day);
        seen.amended++;
      }
      for (const facts of [oneOf(open), oneOf(open)])
        if (chance(0.5) && (await pauseOrGoOn(facts, day)).ok) seen.paused++;
      if (chance(0.15)) await chooseRisk(coordinator, oneOf(open).id, oneOf(risks));
      if (chance(0.1)) await lend(day);
      if (chance(0.04)) {
        await editRhythm(day);
        seen.rhythms++;
      }
      const tired = oneOf(open);
      if (chance(0.15) && tired.starts < day) {
        const input = { to: "ended_early", reason: "got_work", initiative: "together", note: "" } as const;
        if ((await endAgreement(coordinator, tired.id, input)).ok) seen.ended++;
      }
    }
    const waiting = [...before.values()].filter(({ status }) => status === "planned");
    const held = waiting.filter(
      ({ due }) => due <= day && due > dayAfter(day, -30) && chance(due === day ? 0.7 : 0.06),
    );
    seen.done += held.length;
    await withActor(coordinator, async (tx) => {
      for (const one of held) await finishFollowup(tx, one.id, day);
      await planManyIn(tx, [...new Set(held.map(({ agreement }) => agreement))]);
    });
    const some = chance(0.3) ? waiting.filter(({ due }) => due > day && due < dayAfter(day, 30)) : [];
    if (some.length > 0) {
      const { id } = oneOf(some);
      const to = {
        dueOn: dayAfter(day, 1 + upTo(20)),
        dueAt: null,
        form: "telefon" as const,
        reason: "Passar bättre",
      };
      if ((await moveTo(coordinator, id, to)).ok) {
        movedToday.add(id);
        seen.moved++;
      }
    }

    const all = await readFacts();
    const rows = await readRows();
    expect(faultsOf(all, rows, before, day)).toEqual([]);
    const isOpen = new Map(all.map(({ id, status }) => [id, status]));
    for (const { id, coach, status } of all) {
      const known = whose.get(id)!;
      if (status === "in_force" && coach !== followedBy(known))
        throw new Error(`${day} ${id}: followed up by ${coach}, should be ${JSON.stringify(known)}`);
    }
    const late = rows.filter((row) => row.status === "planned" && daysBetween(row.due, day) > 3);
    expect(late.filter(({ agreement }) => isOpen.get(agreement) !== "in_force")).toEqual([]);
    seen.late = Math.max(seen.late, late.length);
    if (day.endsWith("1")) await findLate(late, day);
    if (day.endsWith("15")) {
      await planAllFollowups();
      expect(await readRows()).toEqual(rows);
    }
    before = new Map(rows.map((row) => [row.id, row]));
  }
  const [history] = await owner`SELECT count(*)::integer AS count FROM followup_handovers`;
  expect(history!.count).toBe(handovers);
  seen.dropped = [...before.values()].filter(({ status }) => status === "dropped").length;
  expect(began).toBe(people);
  for (const [what, count] of Object.entries(seen)) expect([what, count > 5]).toEqual([what, true]);
}, 400_000);

/** The list that staff see has just these, but for people who are in no list. */
async function findLate(late: readonly Row[], day: string) {
  const filter = {
    associationId,
    coachUser: null,
    municipalityCode: null,
    from: null,
    until: dayAfter(day, -4),
  };
  const [listed, counts] = await withActor(coordinator, async (tx) => [
    await listFollowups(tx, filter, { limit: 1000, offset: 0 }),
    await countByTime(tx, { ...filter, until: null }, { today: day, weekEnds: dayAfter(mondayOf(day), 6) }),
  ]);
  const hidden = await owner<{ id: string }[]>`
    SELECT g.id FROM agreements g JOIN participants p ON p.id = g.participant_id WHERE p.protected_identity <> 'none'`;
  const expected = late.filter(({ agreement }) => !hidden.some(({ id }) => id === agreement));
  expect(listed.map(({ id }) => id).sort()).toEqual(expected.map(({ id }) => id).sort());
  expect(counts.late).toBe(expected.length);
}
