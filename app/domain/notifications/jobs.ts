/**
 * Every job that a service may order, and what it carries: ids only, never a text about a person. The work reads by id
 * what it needs when it is done, so that a job in the table tells nobody anything.
 */
export type JobPayloads = {
  expire_proposals: Record<string, never>;
  hide_unconfirmed: Record<string, never>;
  refresh_match_blocks: Record<string, never>;
  sweep_expired: Record<string, never>;
  mail_offer_link: { offerId: string; purpose: "write" | "confirm" };
  mail_offer_received: { offerId: string };
  mail_listing_arrived: { placementId: number; userId: string };
  mail_listing_claimed: { placementId: number; userId: string };
  mail_listing_decided: { reviewId: string };
  dispose_offers: Record<string, never>;
};
export type JobName = keyof JobPayloads;
