import type { JobName, JobPayloads } from "#app/domain/notifications/jobs";
import { mailAskAgain } from "#app/jobs/mail-ask-again.server";
import { mailAssignment, mailAssignmentEnded, mailCaseWorker } from "#app/jobs/mail-assignment.server";
import { mailClosing } from "#app/jobs/mail-closing.server";
import { mailConfirmListing } from "#app/jobs/mail-confirm-listing.server";
import { mailEmployerInvited } from "#app/jobs/mail-employer-invited.server";
import { mailEmployerStep } from "#app/jobs/mail-employer-step.server";
import { mailFollowupLate } from "#app/jobs/mail-followup-late.server";
import { mailListingArrived } from "#app/jobs/mail-listing-arrived.server";
import { mailListingClaimed } from "#app/jobs/mail-listing-claimed.server";
import { mailListingDecided } from "#app/jobs/mail-listing-decided.server";
import { mailLoanStayed } from "#app/jobs/mail-loan-stayed.server";
import { mailOfferLink } from "#app/jobs/mail-offer-link.server";
import { mailOfferReceived } from "#app/jobs/mail-offer-received.server";
import { mailParticipantInvited } from "#app/jobs/mail-participant-invited.server";
import { mailProposalPresented } from "#app/jobs/mail-proposal-presented.server";
import { mailReferralMoved } from "#app/jobs/mail-referral-moved.server";
import { mailReferralSent } from "#app/jobs/mail-referral-sent.server";
import { mailSuggestionMoved } from "#app/jobs/mail-suggestion-moved.server";
import { mailSuggestionSent } from "#app/jobs/mail-suggestion-sent.server";
import { sendClosingLink } from "#app/jobs/send-closing-link.server";
import { sendDigest } from "#app/jobs/send-digest.server";
import { sendNotification } from "#app/jobs/send-notification.server";
import { sendRatingLinkMessage } from "#app/jobs/send-rating-link.server";
import { sendSigningLink } from "#app/jobs/send-signing-link.server";
import { sendWeekLinkMessage } from "#app/jobs/send-week-link.server";
import { tellEarlyEnd } from "#app/jobs/tell-early-end.server";
import { tellOwnStep } from "#app/jobs/tell-own-step.server";
import { orderWaitingLinks } from "#app/services/agreements/send-link.server";
import { refreshAlerts } from "#app/services/followups/alerts.server";
import { announceAssignment } from "#app/services/followups/assignment-mail.server";
import { askCheckups } from "#app/services/followups/checkups.server";
import { announceEmployerStep } from "#app/services/followups/employer-steps.server";
import { giveBackLent } from "#app/services/followups/give-back.server";
import { announceOwnStep } from "#app/services/followups/own-steps.server";
import { planAllFollowups, planByRhythm } from "#app/services/followups/plan-followups.server";
import { orderRatingLink } from "#app/services/followups/rating-links.server";
import { refreshDisagreements } from "#app/services/followups/refresh-disagreements.server";
import { sweepExpired } from "#app/services/identity/sweep-expired.server";
import { expireProposals } from "#app/services/matching/expire-proposals.server";
import { refreshMatchBlocks } from "#app/services/matching/refresh-match-blocks.server";
import { refreshSlotFits } from "#app/services/matching/slot-fits.server";
import { askAboutRatings } from "#app/services/notifications/ask-about-ratings.server";
import { askAboutWeek } from "#app/services/notifications/ask-about-week.server";
import { freeDeadJobs } from "#app/services/notifications/dead-workers.server";
import { planReminders } from "#app/services/notifications/plan-reminders.server";
import { remindAskAgain } from "#app/services/organisations/remind-ask-again.server";
import { hideUnconfirmed } from "#app/services/placements/hide-unconfirmed.server";
import { disposeOffers } from "#app/services/placements/offer-disposal.server";
import { remindUnconfirmed } from "#app/services/placements/remind-unconfirmed.server";
import { announceReferral, announceSuggestion } from "#app/services/profiles/referral-mail.server";

type Tasks = { [Name in JobName]: (payload: JobPayloads[Name]) => Promise<unknown> };

/**
 * What each job does. A job that fails is tried again with growing pauses, and one whose process was killed is taken up
 * by another: a task must bear to run twice.
 */
export const tasks: Tasks = {
  expire_proposals: expireProposals,
  hide_unconfirmed: hideUnconfirmed,
  refresh_match_blocks: refreshMatchBlocks,
  mail_offer_link: mailOfferLink,
  mail_offer_received: mailOfferReceived,
  mail_listing_arrived: mailListingArrived,
  mail_listing_claimed: mailListingClaimed,
  mail_listing_decided: mailListingDecided,
  dispose_offers: disposeOffers,
  remind_unconfirmed: remindUnconfirmed,
  mail_confirm_listing: mailConfirmListing,
  mail_employer_invited: mailEmployerInvited,
  mail_participant_invited: mailParticipantInvited,
  remind_ask_again: remindAskAgain,
  mail_ask_again: mailAskAgain,
  mail_proposal_presented: mailProposalPresented,
  sweep_expired: sweepExpired,
  free_dead_jobs: freeDeadJobs,
  plan_reminders: () => planReminders(),
  plan_followups: async () => {
    await giveBackLent();
    await planAllFollowups();
  },
  plan_by_rhythm: planByRhythm,
  ask_about_week: askAboutWeek,
  send_notification: sendNotification,
  send_digest: sendDigest,
  send_signing_link: sendSigningLink,
  order_signing_links: ({ agreementId }) => orderWaitingLinks(agreementId),
  send_week_link: sendWeekLinkMessage,
  send_closing_link: sendClosingLink,
  mail_closing: mailClosing,
  ask_checkups: () => askCheckups(),
  ask_about_ratings: askAboutRatings,
  order_rating_link: ({ agreementId }) => orderRatingLink(agreementId),
  send_rating_link: sendRatingLinkMessage,
  refresh_disagreements: refreshDisagreements,
  refresh_alerts: refreshAlerts,
  refresh_slot_fits: refreshSlotFits,
  mail_followup_late: mailFollowupLate,
  mail_loan_stayed: mailLoanStayed,
  announce_referral: ({ referralId }) => announceReferral(referralId),
  mail_referral_sent: mailReferralSent,
  mail_referral_moved: mailReferralMoved,
  announce_suggestion: ({ suggestionId }) => announceSuggestion(suggestionId),
  mail_suggestion_sent: mailSuggestionSent,
  mail_suggestion_moved: mailSuggestionMoved,
  announce_own_step: ({ stepId }) => announceOwnStep(stepId),
  tell_own_step: tellOwnStep,
  announce_employer_step: announceEmployerStep,
  mail_employer_step: mailEmployerStep,
  tell_early_end: tellEarlyEnd,
  mail_assignment_ended: mailAssignmentEnded,
  mail_assignment_report: ({ reportId, agreementId }) => mailCaseWorker(agreementId, reportId, "report"),
  mail_assignment_answer: ({ key, agreementId }) => mailCaseWorker(agreementId, key, "answered"),
  announce_assignment: announceAssignment,
  mail_assignment: mailAssignment,
};

/**
 * What time does by itself, in crontab's words (UTC). One process of all orders each round. `backfillHours`: a round that came
 * while no process was there is made good when one starts within so many hours.
 */
export const schedule: { task: JobName; match: string; backfillHours?: number }[] = [
  { task: "expire_proposals", match: "* * * * *" },
  { task: "hide_unconfirmed", match: "* * * * *" },
  { task: "refresh_match_blocks", match: "* * * * *" },
  { task: "dispose_offers", match: "17 2 * * *" },
  { task: "remind_unconfirmed", match: "23 6 * * *" },
  { task: "sweep_expired", match: "17 * * * *" },
  { task: "refresh_slot_fits", match: "7,22,37,52 * * * *" },
  { task: "refresh_alerts", match: "30 1 * * *", backfillHours: 23 },
  { task: "free_dead_jobs", match: "* * * * *" },
  // At night, to be sent from 7 o'clock; and on Fridays when most working days are over.
  { task: "plan_followups", match: "10 1 * * *", backfillHours: 23 },
  { task: "plan_reminders", match: "40 1 * * *", backfillHours: 23 },
  { task: "ask_checkups", match: "20 9 * * 1-5", backfillHours: 71 },
  { task: "ask_about_week", match: "0 12 * * 5", backfillHours: 36 },
  // In the first days of a month, until one of them is a working day; who has been asked is not asked again.
  { task: "ask_about_ratings", match: "30 8 1-6 * *", backfillHours: 23 },
];
