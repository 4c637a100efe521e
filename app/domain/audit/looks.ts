import type { AuditAction } from "#app/domain/audit/actions";

/** Somebody who read or changed a participant's data. `at` is an ISO moment, `day` its ISO date in Sweden. */
export type Look = { id: string; at: string; day: string; by: string; role: string; action: AuditAction };

/** The same person doing the same thing on one day is one line, at the latest moment, with how many times. */
export type FoldedLook = Look & { times: number };

/** Folds what is repeated; `looks` come newest first, and so do the lines. */
export function foldLooks(looks: readonly Look[]): FoldedLook[] {
  const lines = new Map<string, FoldedLook>();
  for (const look of looks) {
    const key = JSON.stringify([look.day, look.by, look.role, look.action]);
    const line = lines.get(key);
    if (line) line.times += 1;
    else lines.set(key, { ...look, times: 1 });
  }
  return [...lines.values()];
}
