/** Where a referral stands. domain.md "Vocabulary": remiss. */
export const referralStatuses = ["sent", "taken_up", "accepted", "returned", "withdrawn", "closed"] as const;
export type ReferralStatus = (typeof referralStatuses)[number];

/** Those that somebody still has to do something about. */
export const waitingStatuses = ["sent", "taken_up", "returned"] as const satisfies readonly ReferralStatus[];

/** Who can send one: with the participant present, for oneself, or noted by staff. */
export const senders = ["case_worker", "participant", "coordinator"] as const;
export type Sender = (typeof senders)[number];

/** Why it goes back. The words beside the code say what to do about it. */
export const returnReasons = [
  "question_unclear",
  "information_missing",
  "not_agreed",
  "other_support_first",
  "another_area",
  "other",
] as const;
export type ReturnReason = (typeof returnReasons)[number];

/** How a referral that was accepted ended. */
export const closeReasons = ["question_answered", "own_wish", "moved", "back_to_agency", "other"] as const;
export type CloseReason = (typeof closeReasons)[number];
