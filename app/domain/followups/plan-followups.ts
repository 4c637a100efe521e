import { mondayOf, type Period, startOfWeek, weekdayOf } from "#app/domain/agreements/period";
import type { FollowupForm, FollowupPurpose, FollowupStatus } from "#app/domain/followups/followup";
import { type RhythmStep, stepName } from "#app/domain/followups/rhythm";
import { dayAfter, daysBetween, isWeekend, monthsAfter } from "#app/domain/organisations/day";
import type { Weekday } from "#app/domain/placements/vocabulary";

/** What the planned follow-ups of one agreement follow from. */
export type FollowupFacts = {
  period: Period;
  steps: readonly RhythmStep[];
  /** When somebody is at the workplace: a visit is put on such a day. */
  weekdays: readonly Weekday[];
  /** Whether the day is no holiday, and neither closed nor paused. Saturdays and Sundays are seen to here. */
  isOpen: (day: string) => boolean;
  /** From when on nobody knows when it goes on; null when it is not paused like that. */
  pausedFrom: string | null;
  /** Since when the text counts that gives the period. */
  agreedOn: string;
  /** What has been done already. */
  done: readonly { step: string; doneOn: string }[];
  /** What a person has moved: it is held that day, whatever is wanted. */
  moved: readonly { step: string; dueOn: string }[];
};

/** A follow-up that the rhythm wants. */
export type WantedFollowup = {
  step: string;
  purpose: FollowupPurpose;
  form: FollowupForm;
  dueOn: string;
};

/** So far ahead it is planned, counted from the first day: an agreement without a near end has no endless list. */
const mostDays = 3 * 366;
/** A closing meeting held longer before the last week than this, no later than the text was agreed, was of an earlier end. */
const closingDays = 21;

/**
 * What the rhythm wants, in order. A day that is not open gives way to the next that is; the last week's to one before it.
 * What recurs is left out when a pause takes it past its next time, and in a week that has another step.
 */
export function wantedFollowups(facts: FollowupFacts): WantedFollowup[] {
  const once = facts.steps.filter(({ time }) => time !== "every").flatMap((step) => onceOf(facts, step));
  const reviews = leftAfter(facts, recurring(facts, "review"), once);
  const others = leftAfter(facts, recurring(facts, "other"), [...once, ...reviews]);
  const named = new Map<string, WantedFollowup>();
  for (const one of [...once, ...reviews, ...others]) if (!named.has(one.step)) named.set(one.step, one);
  return [...named.values()].sort((a, b) => a.dueOn.localeCompare(b.dueOn) || (a.step < b.step ? -1 : 1));
}

/** What recurs and has its week to itself. A weightier step that is done, or moved, counts where it is. */
function leftAfter(
  { done, moved }: FollowupFacts,
  recurring: readonly WantedFollowup[],
  weightier: readonly WantedFollowup[],
) {
  const settled = new Map([
    ...moved.map(({ step, dueOn }) => [step, dueOn] as const),
    ...done.map(({ step, doneOn }) => [step, doneOn] as const),
  ]);
  const taken = new Set(weightier.map(({ step, dueOn }) => mondayOf(settled.get(step) ?? dueOn)));
  return recurring.filter(({ dueOn }) => !taken.has(mondayOf(dueOn)));
}

function onceOf(facts: FollowupFacts, step: RhythmStep): WantedFollowup[] {
  const dueOn = dayOfOnce(facts, step);
  if (dueOn === null) return [];
  return [{ step: nameOf(facts, step), purpose: step.purpose, form: step.form, dueOn }];
}

function dayOfOnce(facts: FollowupFacts, step: RhythmStep): string | null {
  const { startsOn } = facts.period;
  if (step.time === "last_week") return inLastWeek(facts, step.form);
  if (step.time === "in_week") return inWeek(facts, step.week, step.form);
  return openFrom(facts, timeAfter(startsOn, step.count, step.unit), step.form);
}

/** In the middle of the week when that is open and somebody is there; when the whole week is closed, after it. */
function inWeek(facts: FollowupFacts, week: number, form: FollowupForm): string | null {
  const monday = mondayOf(startOfWeek(facts.period, week));
  const days = [2, 3, 4, 1, 0].map((offset) => dayAfter(monday, offset));
  const open = days.filter((day) => isOpenDay(facts, day));
  return (
    open.find((day) => isThere(facts, day, form)) ?? open[0] ?? openFrom(facts, dayAfter(monday, 7), form)
  );
}

/** A closing meeting has been held, and then the end was moved: there is another one. */
function nameOf({ done, agreedOn, period }: FollowupFacts, step: RhythmStep): string {
  const name = stepName(step);
  if (name !== "closing") return name;
  const limit = dayAfter(period.endsOn, -6 - closingDays);
  const before = done.filter(
    (one) => /^closing(-\d+)?$/.test(one.step) && one.doneOn <= agreedOn && one.doneOn < limit,
  );
  return before.length === 0 ? name : `closing-${before.length + 1}`;
}

/** What recurs: one that has been put off into the week of the next, or past it, is not held. */
function recurring(facts: FollowupFacts, purpose: "review" | "other"): WantedFollowup[] {
  return facts.steps.flatMap((step) => {
    if (step.time !== "every" || (step.purpose === "review") !== (purpose === "review")) return [];
    const found: WantedFollowup[] = [];
    for (let at = step.from; ; at += step.count) {
      const nominalDay = timeAfter(facts.period.startsOn, at, step.unit);
      if (nominalDay > facts.period.endsOn || daysBetween(facts.period.startsOn, nominalDay) > mostDays)
        break;
      const dueOn = openFrom(facts, nominalDay, step.form);
      if (dueOn === null) continue;
      while (found.length > 0 && mondayOf(found.at(-1)!.dueOn) >= mondayOf(dueOn)) found.pop();
      found.push({ step: stepName(step, at), purpose: step.purpose, form: step.form, dueOn });
    }
    return found;
  });
}

/** The first open day of the period from a day on; for a visit or a meeting one within a week on which somebody is there. */
function openFrom(facts: FollowupFacts, day: string, form: FollowupForm): string | null {
  const { endsOn, startsOn } = facts.period;
  let first: string | null = null;
  for (let one = day < startsOn ? startsOn : day; one <= endsOn; one = dayAfter(one, 1)) {
    if (!isOpenDay(facts, one)) continue;
    first ??= one;
    if (daysBetween(first, one) > 6) break;
    if (isThere(facts, one, form)) return one;
  }
  return first;
}

/** The first open day of the last seven; if they have none, the last one before them. */
function inLastWeek(facts: FollowupFacts, form: FollowupForm): string | null {
  const { startsOn, endsOn } = facts.period;
  // Nobody knows when it goes on, so nobody knows when to end it.
  if (facts.pausedFrom !== null && facts.pausedFrom <= endsOn) return null;
  const from = dayAfter(endsOn, -6);
  const within = openFrom(facts, from, form);
  if (within !== null) return within;
  for (let one = dayAfter(from, -1); one >= startsOn; one = dayAfter(one, -1))
    if (isOpenDay(facts, one)) return one;
  return null;
}

function isThere({ weekdays }: FollowupFacts, day: string, form: FollowupForm): boolean {
  return (form !== "besok" && form !== "mote") || weekdays.length === 0 || weekdays.includes(weekdayOf(day));
}

/** Whether a follow-up can be held that day: within the period, Monday to Friday, and open. */
export function isOpenDay({ period, isOpen, pausedFrom }: FollowupFacts, day: string): boolean {
  if (day < period.startsOn || day > period.endsOn) return false;
  if (pausedFrom !== null && day >= pausedFrom) return false;
  return !isWeekend(day) && isOpen(day);
}

function timeAfter(day: string, count: number, unit: "weeks" | "months"): string {
  return unit === "weeks" ? dayAfter(day, count * 7) : monthsAfter(day, count);
}

/** A follow-up as it stands, as far as planning anew has to know. */
export type StandingFollowup = {
  id: string;
  step: string;
  dueOn: string;
  status: FollowupStatus;
  purpose: FollowupPurpose;
  form: FollowupForm;
  moved: boolean;
  plannedBy: "rhythm" | "person";
};

/** What to write so that the plan is what is wanted. `add` is also for a step that had been dropped. */
export type PlanDifference = {
  add: WantedFollowup[];
  move: (Pick<WantedFollowup, "dueOn" | "purpose" | "form"> & { id: string })[];
  drop: string[];
};

/**
 * From what stands to what is wanted. Never touches what is done, nor what a person has planned or moved. What should have
 * been held before `since` is not planned afterwards; what is late already stays, for somebody has to see to it. An
 * agreement that has ended (`facts` null) drops everything but the check-ups after it.
 */
export function planDifference(
  standing: readonly StandingFollowup[],
  facts: FollowupFacts | null,
  { today, since = today }: { today: string; since?: string },
): PlanDifference {
  const planned = standing.filter(({ status }) => status === "planned");
  if (facts === null)
    return {
      add: [],
      move: [],
      drop: planned.filter(({ purpose }) => purpose !== "checkup").map(({ id }) => id),
    };
  const wanted = new Map(wantedFollowups(facts).map((one) => [one.step, one]));
  const difference: PlanDifference = { add: [], move: [], drop: [] };
  for (const one of planned) {
    if (one.moved || one.plannedBy === "person") continue;
    const wish = wanted.get(one.step);
    const canStay = isOpenDay(facts, one.dueOn);
    if (!wish) {
      if (one.dueOn >= today || !canStay) difference.drop.push(one.id);
      continue;
    }
    const dueOn = wish.dueOn < today && canStay ? one.dueOn : wish.dueOn;
    if (dueOn !== one.dueOn || wish.form !== one.form || wish.purpose !== one.purpose)
      difference.move.push({ id: one.id, dueOn, form: wish.form, purpose: wish.purpose });
  }
  const stands = new Set(standing.filter(({ status }) => status !== "dropped").map(({ step }) => step));
  for (const wish of wanted.values())
    if (!stands.has(wish.step) && wish.dueOn >= since) difference.add.push(wish);
  return difference;
}
