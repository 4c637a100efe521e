import type { ContactLog } from "#app/domain/followups/contact-log";
import type { KeptFollowup, Risk } from "#app/domain/followups/followup";
import type { Handover } from "#app/domain/followups/hand-over";

/** How an agreement is followed up: by whom, how closely, what is planned and done, what was said, and who had it before. */
export type FollowupPlan = {
  coachUser: string | null;
  coachName: string;
  risk: Risk;
  followups: KeptFollowup[];
  handovers: Handover[];
  /** The latest first, with those that nobody had planned. */
  logs: ContactLog[];
};
