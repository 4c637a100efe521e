/** Why somebody was not there. domain.md "Attendance". */
export const absenceKinds = ["sjuk", "anmald_franvaro", "oanmald_franvaro", "ledig"] as const;
export type AbsenceKind = (typeof absenceKinds)[number];

/** Hours in quarters, or why not: one of them. */
export type Presence = { hours: number; absence: null } | { hours: null; absence: AbsenceKind };

/** Who may write a day down. A supervisor with a link writes as the employer. */
export const writerRoles = ["participant", "employer", "coordinator", "coach"] as const;
export type WriterRole = (typeof writerRoles)[number];

/** What is written of one day. Dates are ISO dates, times ISO strings; `version` counts from 1. */
export type Entry = Presence & {
  day: string;
  byRole: WriterRole;
  byName: string;
  way: "signed_in" | "link";
  at: string;
  version: number;
};

/** Whether two say the same of a day. */
export function sameOf(a: Presence, b: Presence): boolean {
  return a.hours === b.hours && a.absence === b.absence;
}

/** Hours that can be written of a day: 0 to 24, by the quarter. */
export function hoursProblem(hours: number): "hours_range" | "hours_quarter" | null {
  if (!(hours >= 0 && hours <= 24)) return "hours_range";
  return Number.isInteger(hours * 4) ? null : "hours_quarter";
}

/** "2,5", "2.5", "2:30" and "2 h" in hours; null when it is none of these. */
export function typedHours(text: string): number | null {
  const plain = text.trim().replace(/\s*(h|tim|timmar|timme|hours?)$/i, "");
  const clock = /^(\d{1,2}):([0-5]\d)$/.exec(plain);
  if (clock) return Number(clock[1]) + Number(clock[2]) / 60;
  return /^\d{1,3}([.,]\d{1,4})?$/.test(plain) ? Number(plain.replace(",", ".")) : null;
}
