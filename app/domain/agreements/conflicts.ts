import type { Session } from "#app/domain/agreements/content";
import type { AgreementDraft } from "#app/domain/agreements/draft";
import { isWhole, overlap, type Period, weeksIn } from "#app/domain/agreements/period";
import { clash, daysOf, sumHours } from "#app/domain/agreements/schedule";
import { goalHours } from "#app/domain/agreements/step-plan";
import { longestWeeks } from "#app/domain/organisations/guard";
import type { PlacementKind, Weekday } from "#app/domain/placements/vocabulary";

/** What the world says beside the text. */
export type Surroundings = {
  /** The person's other agreements that are out or in force. */
  others: readonly { number: string; period: Period; schedule: readonly Session[] }[];
  placement: {
    /** Whether a slot is free on every day of the text, beside this agreement's own. */
    hasFreeSlot: boolean;
    /** From when a slot is free for as long as anybody likes; null when nobody knows. */
    nextFreeDay: string | null;
    kinds: readonly PlacementKind[];
    hoursMin: number;
    hoursMax: number;
    shortestDay: number;
    weekdays: readonly Weekday[];
    weeksMin: number;
    weeksMax: number;
  } | null;
  today: string;
};

/**
 * `stops` has to be mended before the text goes out; the others are told, and the coordinator decides. `field` is where in
 * the form it can be mended.
 */
export type Conflict = {
  code:
    | "same_time"
    | "overlapping"
    | "no_free_slot"
    | "free_later"
    | "kind_not_offered"
    | "hours_below_listing"
    | "hours_above_listing"
    | "days_outside_listing"
    | "weeks_outside_listing"
    | "longer_than_kind"
    | "no_insurance"
    | "starts_in_the_past";
  stops: boolean;
  field: "period" | "schedule" | "kind" | "stepPlan" | "insurance";
  values: Record<string, string | number>;
};

/** Every conflict of a text on its way, those that stop first. What is not known yet conflicts with nothing. */
export function conflictsOf(draft: AgreementDraft, around: Surroundings): Conflict[] {
  const found = [...withOthers(draft, around), ...withPlacement(draft, around), ...byItself(draft, around)];
  return [...found.filter(({ stops }) => stops), ...found.filter(({ stops }) => !stops)];
}

function withOthers({ period, schedule }: AgreementDraft, { others }: Surroundings): Conflict[] {
  if (!isWhole(period)) return [];
  return others
    .filter((other) => overlap(period, other.period))
    .map(({ number, schedule: theirs }) => {
      const same = schedule.some((mine) => theirs.some((one) => clash(mine, one)));
      return {
        code: same ? ("same_time" as const) : ("overlapping" as const),
        stops: same,
        field: same ? ("schedule" as const) : ("period" as const),
        values: { number },
      };
    });
}

function withPlacement(
  { kind, period, schedule, stepPlan }: AgreementDraft,
  { placement }: Surroundings,
): Conflict[] {
  if (!placement) return [];
  const found: Conflict[] = [];
  if (!placement.hasFreeSlot) {
    const day = placement.nextFreeDay;
    found.push({
      code: day === null ? "no_free_slot" : "free_later",
      stops: true,
      field: "period",
      values: day === null ? {} : { day },
    });
  }
  if (kind !== null && !placement.kinds.includes(kind))
    found.push({ code: "kind_not_offered", stops: false, field: "kind", values: {} });
  const first = stepPlan[0]?.hoursPerWeek;
  if (first !== undefined && first < placement.hoursMin)
    found.push({
      code: "hours_below_listing",
      stops: false,
      field: "stepPlan",
      values: { hours: placement.hoursMin },
    });
  if (goalHours(stepPlan) > placement.hoursMax)
    found.push({
      code: "hours_above_listing",
      stops: false,
      field: "stepPlan",
      values: { hours: placement.hoursMax },
    });
  if (
    daysOf(schedule).some((day) => !placement.weekdays.includes(day)) ||
    isTooShort(schedule, placement.shortestDay)
  )
    found.push({
      code: "days_outside_listing",
      stops: false,
      field: "schedule",
      values: { hours: placement.shortestDay },
    });
  const weeks = isWhole(period) ? weeksIn(period) : 0;
  if (weeks > 0 && (weeks < placement.weeksMin || weeks > placement.weeksMax))
    found.push({
      code: "weeks_outside_listing",
      stops: false,
      field: "period",
      values: { min: placement.weeksMin, max: placement.weeksMax },
    });
  return found;
}

function byItself({ kind, period, insurance }: AgreementDraft, { today }: Surroundings): Conflict[] {
  const found: Conflict[] = [];
  if (insurance.injury.trim() === "" || insurance.damage.trim() === "")
    found.push({ code: "no_insurance", stops: true, field: "insurance", values: {} });
  if (!isWhole(period)) return found;
  const longest = kind === null ? undefined : longestWeeks[kind];
  if (longest !== undefined && weeksIn(period) > longest)
    found.push({ code: "longer_than_kind", stops: false, field: "period", values: { weeks: longest } });
  if (period.startsOn < today)
    found.push({ code: "starts_in_the_past", stops: false, field: "period", values: {} });
  return found;
}

function isTooShort(schedule: readonly Session[], shortestDay: number): boolean {
  return daysOf(schedule).some(
    (day) => sumHours(schedule.filter(({ weekday }) => weekday === day)) < shortestDay,
  );
}
