import type { Actor } from "#app/domain/identity/actor";
import {
  type AnsweredHow,
  employerReasons,
  openStatuses,
  type ProposalStatus,
  participantReasons,
} from "#app/domain/matching/proposal-status";
import type { Appetite } from "#app/domain/organisations/employer";
import { done, type Outcome } from "#app/domain/outcome";
import { decideStep, stepsOf, type Transition } from "#app/domain/transition";

/** What a guard may know. Times are milliseconds since 1970. */
export type ProposalFacts = {
  role: Actor["role"];
  now: number;
  holdUntil: number | null;
  consentToPresent: boolean;
  /** The work profile has what the anonymous card is made of. */
  profileIsReady: boolean;
  appetite: Appetite;
  /** How the answer came, when staff note it for somebody. */
  how: AnsweredHow | null;
  reason: string | null;
  visitAt: number | null;
  visitPlace: string;
  /** The participant has agreed that the employer now learns the name. */
  nameAgreed: boolean;
};

export type GuardCode =
  | "how_missing"
  | "reason_missing"
  | "consent_missing"
  | "profile_missing"
  | "employer_not_now"
  | "visit_missing"
  | "visit_in_the_past"
  | "name_not_agreed"
  | "not_overdue";

/** What a step does with the slot: keep what there is, take one if none is held, or free it at once. */
export type SlotEffect = "keep" | "take" | "release";

type Guard = (facts: ProposalFacts) => GuardCode | null;
type Step = Transition<ProposalStatus, ProposalFacts, GuardCode> & { slot: SlotEffect };

const notedWithHow: Guard = ({ role, how }) =>
  role === "coordinator" && how === null ? "how_missing" : null;
const reasonFrom =
  (codes: readonly string[]): Guard =>
  ({ reason }) =>
    reason !== null && codes.includes(reason) ? null : "reason_missing";
const hasConsent: Guard = ({ consentToPresent }) => (consentToPresent ? null : "consent_missing");
const hasProfile: Guard = ({ profileIsReady }) => (profileIsReady ? null : "profile_missing");
const employerIsOpen: Guard = ({ appetite }) => (appetite === "not_now" ? "employer_not_now" : null);
const hasVisit: Guard = ({ visitAt, visitPlace }) =>
  visitAt === null || visitPlace.trim() === "" ? "visit_missing" : null;
const visitIsAhead: Guard = ({ visitAt, now }) =>
  visitAt !== null && visitAt < now ? "visit_in_the_past" : null;
const nameIsAgreed: Guard = ({ nameAgreed }) => (nameAgreed ? null : "name_not_agreed");
const isOverdue: Guard = ({ holdUntil, now }) =>
  holdUntil !== null && holdUntil <= now ? null : "not_overdue";

/** Every step of a proposal after the first. domain.md "Proposal": to, from, who, guard. */
export const transitions: readonly Step[] = [
  { to: "held", from: ["shortlisted"], who: ["coordinator"], slot: "take", guards: [] },
  { to: "asked_participant", from: ["shortlisted", "held"], who: ["coordinator"], slot: "keep", guards: [] },
  {
    to: "participant_yes",
    from: ["asked_participant"],
    who: ["participant", "coordinator"],
    slot: "keep",
    guards: [notedWithHow],
  },
  {
    to: "participant_no",
    from: ["asked_participant"],
    who: ["participant", "coordinator"],
    slot: "release",
    guards: [notedWithHow, reasonFrom(participantReasons)],
  },
  {
    to: "presented",
    from: ["participant_yes"],
    who: ["coordinator"],
    slot: "keep",
    guards: [hasConsent, employerIsOpen, hasProfile],
  },
  {
    to: "employer_yes",
    from: ["presented"],
    who: ["employer", "coordinator"],
    slot: "keep",
    guards: [notedWithHow],
  },
  {
    to: "employer_maybe_meet",
    from: ["presented"],
    who: ["employer", "coordinator"],
    slot: "keep",
    guards: [notedWithHow],
  },
  {
    to: "employer_no",
    from: ["presented"],
    who: ["employer", "coordinator"],
    slot: "release",
    guards: [notedWithHow, reasonFrom(employerReasons)],
  },
  {
    to: "visit_booked",
    from: ["employer_yes", "employer_maybe_meet"],
    who: ["coordinator", "coach"],
    slot: "keep",
    guards: [hasVisit, visitIsAhead, nameIsAgreed],
  },
  { to: "agreed", from: ["visit_booked", "employer_yes"], who: ["coordinator"], slot: "take", guards: [] },
  { to: "withdrawn", from: openStatuses, who: ["coordinator", "participant"], slot: "release", guards: [] },
  { to: "expired", from: openStatuses, who: ["system"], slot: "release", guards: [isOverdue] },
];

/** Who may begin a proposal: the coordinator, and the participant who is interested. */
export const beginners: readonly Actor["role"][] = ["coordinator", "participant"];

/** Whether this step may be taken now, and what it does with the slot. Errors: `wrong_status`, `not_allowed`, a guard's. */
export function decide(
  status: ProposalStatus,
  to: ProposalStatus,
  facts: ProposalFacts,
): Outcome<{ slot: SlotEffect }, "wrong_status" | "not_allowed" | GuardCode> {
  const decided = decideStep(transitions, status, to, facts);
  return decided.ok ? done({ slot: decided.step.slot }) : decided;
}

/** The steps that a role may take from here, before any guard. */
export function stepsFrom(status: ProposalStatus, role: Actor["role"]): ProposalStatus[] {
  return stepsOf(transitions, status, role);
}
