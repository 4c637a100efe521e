import type { Period } from "#app/domain/agreements/period";
import { dayAfter } from "#app/domain/organisations/day";

/** Why it is paused: for staff and the participant. Everybody else is told `other`, whatever it is. */
export const pauseKinds = ["sick", "other"] as const;
export type PauseKind = (typeof pauseKinds)[number];

/** ISO dates, both included; `until` is null while nobody knows. */
export type Pause = { from: string; until: string | null; kind: PauseKind };
type Days = Pick<Pause, "from" | "until">;

export type PauseCode =
  | "pause_from_missing"
  | "return_missing"
  | "return_before_pause"
  | "pause_outside_period"
  | "pause_past_end"
  | "pause_overlaps"
  | "not_paused";

/** Whether nobody is expected on a day because of a pause. */
export function isPausedOn(pauses: readonly Days[], day: string): boolean {
  return pauseOn(pauses, day) !== null;
}

/** The pause that a day lies in. */
export function pauseOn<P extends Days>(pauses: readonly P[], day: string): P | null {
  return pauses.find(({ from, until }) => from <= day && (until === null || day <= until)) ?? null;
}

/** The pause that goes on, or else the next one: what can be moved or taken away. */
export function openPause<P extends Days>(pauses: readonly P[], today: string): P | null {
  const ahead = pauses.filter(({ until }) => until === null || until >= today);
  return ahead.sort((a, b) => a.from.localeCompare(b.from))[0] ?? null;
}

/**
 * What stands against a pause; null when nothing does. Whatever the reason it may go on until further notice: otherwise that
 * alone would tell an employer that somebody is ill. An employer's own pause has a day of return (`needsReturn`).
 */
export function pauseProblem(
  wish: Days,
  pauses: readonly Days[],
  period: Period,
  { needsReturn = false } = {},
): PauseCode | null {
  const { from, until } = wish;
  if (until === null && needsReturn) return "return_missing";
  if (until !== null && until < from) return "return_before_pause";
  if (from < period.startsOn || from > period.endsOn) return "pause_outside_period";
  if (until !== null && until > period.endsOn) return "pause_past_end";
  return pauses.some((one) => share(one, wish)) ? "pause_overlaps" : null;
}

/** What becomes of the open pause when somebody is back on a day: another last day, or no pause at all. */
export type Resumption<P extends Days> = { pause: P; until: string | null };

/**
 * The open pause with its new end. `until` null: it is taken away, for the day of return is not after its first. The day
 * may be ahead: then the return is planned anew.
 */
export function resume<P extends Days>(
  pauses: readonly P[],
  returnsOn: string,
  today: string,
  period: Period,
): Resumption<P> | PauseCode {
  const pause = openPause(pauses, today);
  if (!pause) return "not_paused";
  if (returnsOn <= pause.from) return { pause, until: null };
  const until = dayAfter(returnsOn, -1);
  if (until > period.endsOn) return "pause_past_end";
  const others = pauses.filter((one) => one !== pause);
  return others.some((one) => share(one, { from: pause.from, until })) ? "pause_overlaps" : { pause, until };
}

function share(a: Days, b: Days): boolean {
  return (b.until === null || a.from <= b.until) && (a.until === null || b.from <= a.until);
}
