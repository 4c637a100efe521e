import type { JobName, JobPayloads } from "#app/domain/notifications/jobs";
import { mailAskAgain } from "#app/jobs/mail-ask-again.server";
import { mailConfirmListing } from "#app/jobs/mail-confirm-listing.server";
import { mailEmployerInvited } from "#app/jobs/mail-employer-invited.server";
import { mailListingArrived } from "#app/jobs/mail-listing-arrived.server";
import { mailListingClaimed } from "#app/jobs/mail-listing-claimed.server";
import { mailListingDecided } from "#app/jobs/mail-listing-decided.server";
import { mailOfferLink } from "#app/jobs/mail-offer-link.server";
import { mailOfferReceived } from "#app/jobs/mail-offer-received.server";
import { mailParticipantInvited } from "#app/jobs/mail-participant-invited.server";
import { mailProposalPresented } from "#app/jobs/mail-proposal-presented.server";
import { mailReferralMoved } from "#app/jobs/mail-referral-moved.server";
import { mailReferralSent } from "#app/jobs/mail-referral-sent.server";
import { mailSuggestionMoved } from "#app/jobs/mail-suggestion-moved.server";
import { mailSuggestionSent } from "#app/jobs/mail-suggestion-sent.server";
import { sendDigest } from "#app/jobs/send-digest.server";
import { sendNotification } from "#app/jobs/send-notification.server";
import { sendSigningLink } from "#app/jobs/send-signing-link.server";
import { sendWeekLinkMessage } from "#app/jobs/send-week-link.server";
import { orderWaitingLinks } from "#app/services/agreements/send-link.server";
import { sweepExpired } from "#app/services/identity/sweep-expired.server";
import { expireProposals } from "#app/services/matching/expire-proposals.server";
import { refreshMatchBlocks } from "#app/services/matching/refresh-match-blocks.server";
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
  ask_about_week: askAboutWeek,
  send_notification: sendNotification,
  send_digest: sendDigest,
  send_signing_link: sendSigningLink,
  order_signing_links: ({ agreementId }) => orderWaitingLinks(agreementId),
  send_week_link: sendWeekLinkMessage,
  announce_referral: ({ referralId }) => announceReferral(referralId),
  mail_referral_sent: mailReferralSent,
  mail_referral_moved: mailReferralMoved,
  announce_suggestion: ({ suggestionId }) => announceSuggestion(suggestionId),
  mail_suggestion_sent: mailSuggestionSent,
  mail_suggestion_moved: mailSuggestionMoved,
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
  { task: "free_dead_jobs", match: "* * * * *" },
  // At night, to be sent from 7 o'clock; and on Fridays when most working days are over.
  { task: "plan_reminders", match: "40 1 * * *", backfillHours: 23 },
  { task: "ask_about_week", match: "0 12 * * 5", backfillHours: 36 },
];
