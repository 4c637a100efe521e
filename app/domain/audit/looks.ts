import type { AuditAction } from "#app/domain/audit/actions";

/** Somebody who read or changed a participant's data. `at` is an ISO moment, `day` its ISO date in Sweden. */
export type Look = { id: string; at: string; day: string; by: string; role: string; action: AuditAction };

/** How many lines the own page shows at once, and how many a page of all of them. */
export const latestLooks = 10;
export const looksOnPage = 30;

/** One person doing one thing on one day is one line, at the latest moment; `looks` come newest first, and so do the lines. */
export function foldLooks(looks: readonly Look[]): Look[] {
  const lines = new Map<string, Look>();
  for (const look of looks) {
    const key = JSON.stringify([look.day, look.by, look.role, look.action]);
    if (!lines.has(key)) lines.set(key, look);
  }
  return [...lines.values()];
}
