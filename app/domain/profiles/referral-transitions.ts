import type { Actor } from "#app/domain/identity/actor";
import { done, type Outcome } from "#app/domain/outcome";
import {
  closeReasons,
  type ReferralStatus,
  returnReasons,
  waitingStatuses,
} from "#app/domain/profiles/referral-status";
import { decideStep, stepsOf, type Transition } from "#app/domain/transition";

/** What a guard may know of a step. */
export type ReferralFacts = {
  role: Actor["role"];
  /** Whether the actor is the one who sent it. */
  isSender: boolean;
  reason: string | null;
  /** Words beside the reason, or the decision. */
  text: string;
  hasMainResponsible: boolean;
  /** Whether it is known which participant the referral is about. */
  hasParticipant: boolean;
};

export type ReferralGuardCode =
  | "not_sender"
  | "reason_missing"
  | "text_missing"
  | "decision_missing"
  | "responsible_missing"
  | "participant_missing";

type Guard = (facts: ReferralFacts) => ReferralGuardCode | null;
type Step = Transition<ReferralStatus, ReferralFacts, ReferralGuardCode>;

const bySender: Guard = ({ isSender }) => (isSender ? null : "not_sender");
const hasDecision: Guard = ({ text }) => (text.trim() === "" ? "decision_missing" : null);
const hasResponsible: Guard = ({ hasMainResponsible }) => (hasMainResponsible ? null : "responsible_missing");
const isAboutSomebody: Guard = ({ hasParticipant }) => (hasParticipant ? null : "participant_missing");
const reasonFrom =
  (codes: readonly string[]): Guard =>
  ({ reason }) =>
    reason !== null && codes.includes(reason) ? null : "reason_missing";
const hasText: Guard = ({ text }) => (text.trim() === "" ? "text_missing" : null);

/** Every step of a referral after the first: to, from, who, guards. `returned → sent` is answering and sending again. */
export const referralTransitions: readonly Step[] = [
  { to: "taken_up", from: ["sent"], who: ["coordinator"], guards: [] },
  {
    to: "accepted",
    from: ["sent", "taken_up"],
    who: ["coordinator"],
    guards: [hasDecision, hasResponsible, isAboutSomebody],
  },
  {
    to: "returned",
    from: ["sent", "taken_up"],
    who: ["coordinator"],
    guards: [reasonFrom(returnReasons), hasText],
  },
  { to: "sent", from: ["returned"], who: ["case_worker", "participant"], guards: [bySender] },
  { to: "withdrawn", from: waitingStatuses, who: ["case_worker", "participant"], guards: [bySender] },
  { to: "closed", from: ["accepted"], who: ["coordinator"], guards: [reasonFrom(closeReasons)] },
];

/** Whether this step may be taken now. Errors: `not_allowed`, `wrong_status`, a guard's. */
export function decideReferral(
  status: ReferralStatus,
  to: ReferralStatus,
  facts: ReferralFacts,
): Outcome<object, "not_allowed" | "wrong_status" | ReferralGuardCode> {
  const decided = decideStep(referralTransitions, status, to, facts);
  return decided.ok ? done() : decided;
}

/** The steps that a role may take from here, before any guard. */
export function referralStepsFrom(status: ReferralStatus, role: Actor["role"]): ReferralStatus[] {
  return stepsOf(referralTransitions, status, role);
}

/**
 * Whether an accepted referral becomes the participant's current one, which lists and statistics read. One without an
 * agency (an own interest) does not push aside the agency that is there.
 */
export function becomesCurrent(accepted: { agencyId: number | null }, current: { isOpen: boolean } | null) {
  return current === null || !current.isOpen || accepted.agencyId !== null;
}
