/** Hours of a week and the shortest day that somebody may come for, in hours. */
export type Hours = { hoursMin: number; hoursMax: number; shortestDay: number };
/** Weeks that somebody may stay. */
export type Weeks = { weeksMin: number; weeksMax: number };

/**
 * The ready-made answers to "how much?". The small ones come first: employers said no because two hours a day "was not
 * worth the trouble" (product.md "Why it exists"), so they are no more trouble here than full time.
 */
export const hourPresets = {
  two_a_day: { hoursMin: 2, hoursMax: 10, shortestDay: 2 },
  half_days: { hoursMin: 8, hoursMax: 20, shortestDay: 3 },
  full_time: { hoursMin: 20, hoursMax: 40, shortestDay: 6 },
  anything: { hoursMin: 2, hoursMax: 40, shortestDay: 2 },
} as const satisfies Record<string, Hours>;
export type HourPreset = keyof typeof hourPresets;
export const hourPresetNames = Object.keys(hourPresets) as HourPreset[];
/** The ready-made ones, and to write hours oneself. */
export const hourChoices = [...hourPresetNames, "own"] as const;

/** The ready-made answers to "for how long?". */
export const weekPresets = {
  try: { weeksMin: 1, weeksMax: 4 },
  months: { weeksMin: 4, weeksMax: 12 },
  long: { weeksMin: 12, weeksMax: 26 },
  any: { weeksMin: 1, weeksMax: 26 },
} as const satisfies Record<string, Weeks>;
export type WeekPreset = keyof typeof weekPresets;
export const weekPresetNames = Object.keys(weekPresets) as WeekPreset[];

/** Whether so many weeks say that it does not matter, as the answer `any` does. */
export function isAnyLength({ weeksMin, weeksMax }: Weeks): boolean {
  return weeksMin === weekPresets.any.weeksMin && weeksMax === weekPresets.any.weeksMax;
}
