import type { ParticipantOutcome } from "#app/domain/profiles/participant-vocabulary";
import { guarded } from "#app/domain/reports/small-numbers";

/** What an employer may be told of what its places led to: one person's outcome with that person's yes, or numbers. */
export type WhatCame =
  | { is: "told"; outcome: ParticipantOutcome }
  | { is: "numbers"; ended: number; wentOn: number }
  | { is: "nothing" };

/** Numbers only when nobody can be picked out of them, by the rule of published tables. */
export function whatCame(of: { ended: number; wentOn: number; told: ParticipantOutcome | null }): WhatCame {
  if (of.told !== null) return { is: "told", outcome: of.told };
  const { cells } = guarded([of.wentOn, of.ended - of.wentOn]);
  const [wentOn] = cells;
  if (wentOn === null || wentOn === undefined || wentOn === 0 || cells.includes(null))
    return { is: "nothing" };
  return { is: "numbers", ended: of.ended, wentOn };
}
