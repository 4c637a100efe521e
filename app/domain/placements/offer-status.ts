import { fail, type Outcome, type Success } from "#app/domain/outcome";

/** Where an offer is on its way from a form to a listing. `more_needed`: back with the employer, with reasons. */
export const offerStatuses = ["draft", "sent", "in_review", "more_needed", "approved", "refused"] as const;
export type OfferStatus = (typeof offerStatuses)[number];

/** What happens to an offer, and who does it. */
export type OfferEvent = "write" | "send" | "take_in" | "publish" | "approve" | "ask_more" | "refuse";
type Transition = { event: OfferEvent; from: readonly OfferStatus[]; to: OfferStatus };

/**
 * write: the employer types; send: asks for the confirmation link; take_in: the address is confirmed and a coordinator
 * looks; publish: the employer is known already, so nobody has to look.
 */
export const offerTransitions = [
  { event: "write", from: ["draft", "sent"], to: "draft" },
  { event: "write", from: ["more_needed"], to: "more_needed" },
  { event: "send", from: ["draft", "sent"], to: "sent" },
  { event: "send", from: ["more_needed"], to: "more_needed" },
  { event: "take_in", from: ["draft", "sent", "more_needed"], to: "in_review" },
  { event: "publish", from: ["draft", "sent", "more_needed"], to: "approved" },
  { event: "approve", from: ["in_review", "more_needed"], to: "approved" },
  { event: "ask_more", from: ["in_review"], to: "more_needed" },
  { event: "refuse", from: ["in_review", "more_needed"], to: "refused" },
] as const satisfies readonly Transition[];

/** The status after an event. Error: `wrong_status` when it cannot happen now. */
export function after(
  status: OfferStatus,
  event: OfferEvent,
): Success<{ to: OfferStatus }> | Outcome<never, "wrong_status"> {
  const rules: readonly Transition[] = offerTransitions;
  const rule = rules.find((one) => one.event === event && one.from.includes(status));
  return rule ? { ok: true, to: rule.to } : fail("wrong_status");
}

/** Whether the form can still be changed by whoever holds its key. */
export function isOpen(status: OfferStatus): boolean {
  return after(status, "write").ok;
}

/** Days after which an untouched draft and a decided offer are removed, and a mailed link to the form ends. */
export const offerDays = 30;
/** Days that a confirmation link works. */
export const confirmDays = 7;
/** The language that somebody wrote in: mails come in the same. */
export type OfferLanguage = "sv" | "en";
