import type { Actor } from "#app/domain/identity/actor";

/** One's own task in a case: whose case (a code), what, and until when. Dates are ISO dates. */
export type OwnTask = {
  id: string;
  referralId: string;
  /** The participant's code; null until the referral has a participant. */
  reference: string | null;
  purpose: string;
  what: string;
  dueOn: string;
  doneOn: string | null;
};

/** For how many days a task that is done stays on the own list, so that a slip of the hand can be taken back. */
export const doneShownDays = 14;

/** Where a reader of this role reads about the case of a task. */
export function caseOfTask(role: Actor["role"], task: Pick<OwnTask, "referralId" | "reference">): string {
  if (role === "coordinator") return `/remisser/${task.referralId}`;
  if (role === "case_worker") return `/handlaggare/remiss/${task.referralId}`;
  return task.reference ? `/deltagare/${encodeURIComponent(task.reference)}/plan` : "/uppgifter";
}
