import type { FollowupForm } from "#app/domain/followups/followup";

/** Who was with at a contact. */
export const presentParties = ["participant", "supervisor", "other"] as const;
export type PresentParty = (typeof presentParties)[number];
/** What to take up afterwards. */
export const logMarks = ["more_hours", "adaptation", "absence"] as const;
export type LogMark = (typeof logMarks)[number];
/** Whether the step of the staircase is right: stay, go up, go back. */
export const logSteps = ["ok", "raise", "lower"] as const;
export type LogStep = (typeof logSteps)[number];

/** What was said at a contact. Times are ISO strings. domain.md "Attendance, follow-up, ratings, closing". */
export type ContactLog = {
  /** Made by the phone that wrote it: the same one twice is one log. */
  id: string;
  followupId: string | null;
  heldAt: string;
  form: FollowupForm;
  withWhom: PresentParty[];
  words: string;
  /** The coach's own: the participant does not read it. */
  isWorkingNote: boolean;
  marks: LogMark[];
  step: LogStep | null;
  byName: string;
  receivedAt: string;
};
