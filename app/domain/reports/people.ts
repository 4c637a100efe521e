import type { Role } from "#app/domain/identity/actor";

/** Somebody who works with an association, once for each role; `agency` for a case worker. */
export type AtWork = { userId: string; name: string; role: Role; agency: string | null };

/** In which order an administrator sees them. */
export const workingRoles = ["coordinator", "coach", "case_worker", "board", "admin"] as const;
