import type { PlacementKind } from "#app/domain/placements/vocabulary";

/**
 * One person's unpaid time at an employer. Today it is known from proposals that became agreed (planned weeks, and the
 * outcome of a participant whose case is closed); signed agreements can be given in the same shape.
 */
export type HostedStay = {
  /** Whose, within the reader's own association: an id to compare, never shown. */
  person: string;
  /** The code to show; null when the identity is protected. */
  reference: string | null;
  kinds: readonly PlacementKind[];
  /** ISO date. */
  begunOn: string;
  /** Planned weeks, the fewest that the placement names. */
  weeks: number;
  /** Null while it goes on: whether it led to work or education. */
  ledOn: boolean | null;
};

/** The same of all other associations together: sums only, a person of another association is never revealed. */
export type HostedElsewhere = { stays: number; weeks: number; ended: number; ledOn: number };
export const nothingElsewhere: HostedElsewhere = { stays: 0, weeks: 0, ended: 0, ledOn: 0 };

/** Sums of fewer than this many people of other associations are not told. domain.md "Statistics": cells 1–4. */
export const smallestTold = 5;
/** So many that ended and none that led on: somebody should ask why. */
const endedWithoutResult = 5;

/** The longest time of a kind before "move on?", in weeks. domain.md "Attendance, follow-up": skyddad, 12 months. */
export const longestWeeks: Partial<Record<PlacementKind, number>> = { skyddad: 52 };

export type RepeatedPerson = { reference: string | null; times: number };
export type GuardWarning = "repeated_person" | "none_led_on" | "longer_than_kind";
export type HostedSummary = {
  /** Agreed stays, by all associations together. */
  stays: number;
  ofOthers: number;
  /** Mean planned weeks, rounded; null without stays. */
  meanWeeks: number | null;
  /** How many ended, and of them led on; of the own association only when `isOwnOnly`. */
  ended: number;
  ledOn: number;
  isOwnOnly: boolean;
  repeated: RepeatedPerson[];
  warnings: GuardWarning[];
};

/** Number, length and repetition of unpaid stays at one employer, and how many led somewhere. */
export function summariseHosting(own: readonly HostedStay[], elsewhere: HostedElsewhere): HostedSummary {
  const stays = own.length + elsewhere.stays;
  const weeks = own.reduce((sum, stay) => sum + stay.weeks, 0) + elsewhere.weeks;
  const isOwnOnly = elsewhere.ended > 0 && elsewhere.ended < smallestTold;
  const others = isOwnOnly ? { ended: 0, ledOn: 0 } : elsewhere;
  const ended = own.filter(({ ledOn }) => ledOn !== null).length + others.ended;
  const ledOn = own.filter((stay) => stay.ledOn === true).length + others.ledOn;
  const repeated = repeatedPersons(own);
  const warnings: GuardWarning[] = [];
  if (repeated.length > 0) warnings.push("repeated_person");
  if (ended >= endedWithoutResult && ledOn === 0) warnings.push("none_led_on");
  if (own.some(isLongerThanKind)) warnings.push("longer_than_kind");
  return {
    stays,
    ofOthers: elsewhere.stays,
    meanWeeks: stays === 0 ? null : Math.round(weeks / stays),
    ended,
    ledOn,
    isOwnOnly,
    repeated,
    warnings,
  };
}

/** Who has been at the employer more than once, the most often first. */
export function repeatedPersons(own: readonly HostedStay[]): RepeatedPerson[] {
  const times = new Map<string, RepeatedPerson>();
  for (const { person, reference } of own) {
    times.set(person, { reference, times: (times.get(person)?.times ?? 0) + 1 });
  }
  return [...times.values()].filter((one) => one.times > 1).sort((a, b) => b.times - a.times);
}

/** Whether a stay of so many weeks is longer than every kind it may be of allows. */
export function isLongerThanKind({ kinds, weeks }: Pick<HostedStay, "kinds" | "weeks">): boolean {
  return kinds.length > 0 && kinds.every((kind) => weeks > (longestWeeks[kind] ?? Number.POSITIVE_INFINITY));
}
