import type { WorkProfileStatus } from "#app/domain/profiles/work-profile";

/** What can happen to a work profile. */
export type ProfileEvent = "saved_as_draft" | "marked_complete" | "confirmed_by_participant";

type Transition = {
  on: ProfileEvent;
  from: readonly WorkProfileStatus[];
  to: WorkProfileStatus;
  who: "coordinator" | "participant";
};

/** domain.md "Profile": started → complete → confirmed. Any change by staff asks for a new yes. */
export const transitions = [
  {
    on: "saved_as_draft",
    from: ["started", "complete", "confirmed", "outdated"],
    to: "started",
    who: "coordinator",
  },
  {
    on: "marked_complete",
    from: ["started", "complete", "confirmed", "outdated"],
    to: "complete",
    who: "coordinator",
  },
  {
    on: "confirmed_by_participant",
    from: ["complete", "confirmed", "outdated"],
    to: "confirmed",
    who: "participant",
  },
] as const satisfies readonly Transition[];

/** The next status, or null when this cannot happen now or not by this role. */
export function nextStatus(
  status: WorkProfileStatus,
  event: ProfileEvent,
  role: string,
): WorkProfileStatus | null {
  const found = (transitions as readonly Transition[]).find(
    (transition) => transition.on === event && transition.who === role && transition.from.includes(status),
  );
  return found?.to ?? null;
}

/** A work profile is fresh for half a year. domain.md "Profile": `outdated` after 6 months. */
export const freshMonths = 6;

/** Complete and confirmed profiles last touched before this moment are outdated. */
export function outdatedBefore(now: Date): Date {
  const limit = new Date(now);
  limit.setUTCDate(1);
  limit.setUTCMonth(limit.getUTCMonth() - freshMonths);
  // The 31st of a month without one is its last day, not the 1st of the next.
  const daysInMonth = new Date(Date.UTC(limit.getUTCFullYear(), limit.getUTCMonth() + 1, 0)).getUTCDate();
  limit.setUTCDate(Math.min(now.getUTCDate(), daysInMonth));
  return limit;
}

/** The status as people read it: `outdated` is derived here, never stored. A started profile does not grow old. */
export function statusOn(
  profile: { status: WorkProfileStatus; updatedAt: Date; confirmedAt: Date | null },
  now: Date,
): WorkProfileStatus {
  if (profile.status !== "complete" && profile.status !== "confirmed") return profile.status;
  const touched = Math.max(profile.updatedAt.getTime(), profile.confirmedAt?.getTime() ?? 0);
  return touched < outdatedBefore(now).getTime() ? "outdated" : profile.status;
}
