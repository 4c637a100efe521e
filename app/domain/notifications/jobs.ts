import type { EmployerStep } from "#app/domain/followups/employer-step";
import type { Risk } from "#app/domain/followups/followup";
import type { PlacementKind } from "#app/domain/placements/vocabulary";
import type { ReferralStatus } from "#app/domain/profiles/referral-status";
import type { SuggestionStatus } from "#app/domain/profiles/suggestion";

/**
 * Every job that a service may order, and what it carries: ids only, never a text about a person. The work reads by id
 * what it needs when it is done, so that a job in the table tells nobody anything.
 */
export type JobPayloads = {
  expire_proposals: Record<string, never>;
  hide_unconfirmed: Record<string, never>;
  refresh_match_blocks: Record<string, never>;
  sweep_expired: Record<string, never>;
  free_dead_jobs: Record<string, never>;
  plan_reminders: Record<string, never>;
  plan_followups: Record<string, never>;
  /** A rhythm was saved on the day `since`. */
  plan_by_rhythm: { associationId: number; kind: PlacementKind; risk: Risk; since: string };
  /** `week`: its Monday, when it was put off. `_cron`: the round of the schedule that ordered it. */
  ask_about_week: { week?: string; _cron?: { ts: string } };
  send_notification: { notificationId: string };
  send_digest: { associationId: number; userId: string };
  mail_offer_link: { offerId: string; purpose: "write" | "confirm" };
  mail_offer_received: { offerId: string };
  mail_listing_arrived: { placementId: number; userId: string };
  mail_listing_claimed: { placementId: number; userId: string };
  mail_listing_decided: { reviewId: string };
  dispose_offers: Record<string, never>;
  remind_unconfirmed: Record<string, never>;
  mail_confirm_listing: { placementId: number };
  mail_employer_invited: { personId: number };
  mail_participant_invited: { invitationId: string };
  remind_ask_again: { employerId: number; day: string };
  mail_ask_again: { employerId: number; userId: string };
  mail_proposal_presented: { proposalId: string };
  send_signing_link: { linkId: string };
  order_signing_links: { agreementId: string };
  send_week_link: { linkId: string };
  /** `day`: when it was ordered, when it was put off. `_cron`: as above. */
  ask_about_ratings: { day?: string; _cron?: { ts: string } };
  order_rating_link: { agreementId: string };
  send_rating_link: { linkId: string };
  refresh_disagreements: { agreementId: string };
  send_closing_link: { linkId: string };
  mail_closing: { agreementId: string; what: "certificate" | "summary" };
  ask_checkups: Record<string, never>;
  refresh_alerts: Record<string, never>;
  refresh_slot_fits: Record<string, never>;
  mail_followup_late: { followupId: string };
  /** `day`: on which it should have gone back. */
  mail_loan_stayed: { agreementId: string; userId: string; day: string };
  announce_referral: { referralId: string };
  mail_referral_sent: { referralId: string; userId: string };
  mail_referral_moved: { referralId: string; to: ReferralStatus };
  announce_suggestion: { suggestionId: string };
  mail_suggestion_sent: { suggestionId: string; userId: string };
  mail_suggestion_moved: { suggestionId: string; to: SuggestionStatus };
  announce_own_step: { stepId: string };
  /** `recipient`: a party, or staff with the account, as in notifications. */
  tell_own_step: { stepId: string; recipient: string };
  announce_employer_step: EmployerStep;
  mail_employer_step: EmployerStep & { userId: string };
  /** Somebody else ended an agreement early on this day. */
  tell_early_end: { agreementId: string; day: string; party: "participant" | "supervisor" | "employer_1" };
  mail_assignment_ended: { agreementId: string; day: string };
  mail_assignment_report: { reportId: string; agreementId: string };
  announce_assignment: { agreementId: string; key: string; what: "asked" | "verdict" };
  mail_assignment: { agreementId: string; key: string; what: "asked" | "verdict"; userId: string };
  mail_assignment_answer: { agreementId: string; key: string };
};
export type JobName = keyof JobPayloads;
