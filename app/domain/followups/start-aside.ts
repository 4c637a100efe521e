import type { FollowupForm } from "#app/domain/followups/followup";

/** Something booked for today. `at` is "09:00", or null; `where` a place or a workplace. */
export type TodayItem = { id: string; at: string | null; where: string } & (
  | { what: "visit"; reference: string }
  | { what: "followup"; reference: string; form: FollowupForm; agreementId: string }
  | { what: "meeting" }
);

/** What others have done since yesterday. `id` is of what the link opens. */
export type NewsItem = {
  what: "referral" | "ownReferral" | "confirmed" | "yes" | "participantYes";
  id: string;
  who: string;
  count: number;
};

/** Beside the exceptions: today, what is new, and how much goes as planned. */
export type StartAside = {
  today: TodayItem[];
  news: NewsItem[];
  /** Agreements under way, and listings confirmed lately. */
  underWay: number;
  confirmed: number;
};
