import type { AgreementStatus } from "#app/domain/agreements/agreement-status";
import { type Pause, pauseOn } from "#app/domain/agreements/pause";
import { type Period, weekOf, weeksIn } from "#app/domain/agreements/period";
import { type Party, partyOf, type SignatureSlot } from "#app/domain/agreements/signatures";
import { daysBetween } from "#app/domain/organisations/day";

/** How long before the end somebody is told. */
export const endsSoonDays = 14;

/**
 * What is said of an agreement today: derived from its status, its dates and its signatures, never stored. domain.md
 * "Agreement".
 */
export type AgreementState =
  | { name: "draft" }
  | { name: "waiting"; for: Party[]; startsInDays: number | null }
  | { name: "ready_to_start"; inDays: number }
  | { name: "under_way"; week: number; weeks: number }
  | { name: "paused"; since: string; until: string | null }
  | { name: "ends_soon"; inDays: number; week: number; weeks: number }
  | { name: "overdue_to_close"; days: number }
  | { name: "closed" }
  | { name: "ended_early" }
  | { name: "cancelled" };

/** `missing`: the places still empty on the first version. `pauses`: of one in force. */
export function stateOf(
  agreement: {
    status: AgreementStatus;
    period: Period | null;
    missing: readonly SignatureSlot[];
    pauses: readonly Pick<Pause, "from" | "until">[];
  },
  today: string,
): AgreementState {
  const { status, period, missing } = agreement;
  if (status === "out_for_signature") {
    const parties = [...new Set(missing.map(partyOf))];
    // The agency signs last: it is waited for when nobody else is.
    const now = parties.filter((party) => party !== "agency");
    return {
      name: "waiting",
      for: now.length > 0 ? now : parties,
      startsInDays: period && daysBetween(today, period.startsOn),
    };
  }
  if (status !== "in_force") return { name: status };
  if (!period) return { name: "ready_to_start", inDays: 0 };
  if (today < period.startsOn) return { name: "ready_to_start", inDays: daysBetween(today, period.startsOn) };
  if (today > period.endsOn) return { name: "overdue_to_close", days: daysBetween(period.endsOn, today) };
  const pause = pauseOn(agreement.pauses, today);
  if (pause) return { name: "paused", since: pause.from, until: pause.until };
  const weeks = weeksIn(period);
  const week = weekOf(period, today);
  const inDays = daysBetween(today, period.endsOn);
  return inDays <= endsSoonDays
    ? { name: "ends_soon", inDays, week, weeks }
    : { name: "under_way", week, weeks };
}
