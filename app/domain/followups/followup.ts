import type { Period } from "#app/domain/agreements/period";
import { dayAfter } from "#app/domain/organisations/day";

export const followupForms = ["telefon", "besok", "mote", "sms"] as const;
export type FollowupForm = (typeof followupForms)[number];
export const followupPurposes = ["contact", "review", "closing", "checkup"] as const;
export type FollowupPurpose = (typeof followupPurposes)[number];
export const followupStatuses = ["planned", "done", "dropped"] as const;
export type FollowupStatus = (typeof followupStatuses)[number];

/** How closely somebody is followed: chosen by staff, beside the kind it says which rhythm counts. */
export const risks = ["normal", "closer"] as const;
export type Risk = (typeof risks)[number];

/** One contact that shall take place or took place. `dueOn` is an ISO date, `dueAt` "HH:MM" or null. */
export type Followup = {
  id: string;
  agreementId: string;
  /** Of the rhythm ("call-1", "every-4w:3", "closing"), or "own:<uuid>": somebody planned it by hand. */
  step: string;
  purpose: FollowupPurpose;
  form: FollowupForm;
  dueOn: string;
  dueAt: string | null;
  status: FollowupStatus;
};

/** The same as it is kept, with what a person has done with it. */
export type KeptFollowup = Followup & {
  associationId: number;
  moved: boolean;
  moveReason: string;
  movedByName: string;
  doneOn: string | null;
  /** What was said when it was held, but for working notes: for the agreement's page. */
  said?: string | null;
};

/** A planned follow-up as lists show it: the code and the workplace, never a name of the participant. */
export type ListedFollowup = Followup & {
  reference: string;
  employerName: string;
  /** Where the workplace is. */
  locality: string;
  placementTitle: string;
  coachUser: string | null;
  coachName: string;
  /** The agreement's last day. */
  endsOn: string | null;
};

/** What somebody plans by hand is called by its own id: it is of no rhythm. */
const byHand = /^own:/;

/**
 * What stands in the way of a day for a follow-up: the rhythm's own are held from the first day to the last, what somebody has
 * planned by hand also before, and a check-up when it is over. Null: nothing.
 */
export function outsidePeriod(
  { purpose, step }: Pick<Followup, "purpose" | "step">,
  { startsOn, endsOn }: Period,
  day: string,
): "day_before_start" | "day_outside" | null {
  if (purpose === "checkup") return null;
  if (day < startsOn && !byHand.test(step)) return "day_before_start";
  return day > endsOn ? "day_outside" : null;
}

/** How many days after its day it is late. domain.md. */
export const lateAfterDays = 3;

/** Whether it should have been done by now: more than three days have gone since its day. */
export function isLate({ status, dueOn }: Pick<Followup, "status" | "dueOn">, today: string): boolean {
  return status === "planned" && dueOn < lateBefore(today);
}

/** What is planned for a day before this one is late. */
export function lateBefore(today: string): string {
  return dayAfter(today, -lateAfterDays);
}
