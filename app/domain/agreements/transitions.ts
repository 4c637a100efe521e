import {
  type AgreementStatus,
  type AgreementStep,
  cancelReasons,
  earlyEndReasons,
  initiatives,
  statusAfter,
} from "#app/domain/agreements/agreement-status";
import type { PauseCode } from "#app/domain/agreements/pause";
import { type SignatureSlot, signatureSlots } from "#app/domain/agreements/signatures";
import type { Actor } from "#app/domain/identity/actor";
import { done, type Outcome } from "#app/domain/outcome";
import { decideStep, stepsOf, type Transition } from "#app/domain/transition";

/** What a guard may know. Dates are ISO dates. */
export type AgreementFacts = {
  role: Actor["role"];
  today: string;
  /** Whether every required field is there and right. */
  isComplete: boolean;
  /** Hours of the week's times, and of the step plan's first week. */
  scheduleHours: number;
  firstWeekHours: number;
  startsOn: string | null;
  /** Places still empty on this version. */
  missing: readonly SignatureSlot[];
  /** Whether a changed text is on its way already. */
  hasOpenAmendment: boolean;
  reason: string | null;
  initiative: string | null;
  closingIsComplete: boolean;
  /** Whether the record of how it ended is written already. */
  isRecorded: boolean;
  /** What stands against the pause, or against its new end; null when nothing does. */
  pauseProblem: PauseCode | null;
  /** Where it stands. A step before the first day is not the same as one after it. */
  isInForce: boolean;
};

export type GuardCode =
  | "incomplete"
  | "schedule_differs"
  | "signatures_missing"
  | "amendment_open"
  | "reason_missing"
  | "initiative_missing"
  | "closing_incomplete"
  | "already_recorded"
  | PauseCode
  | "has_begun";

/** What a step does with the slot of the placement. */
export type SlotEffect = "keep" | "take" | "release";
type Guard = (facts: AgreementFacts) => GuardCode | null;
type Row = Transition<AgreementStep & AgreementStatus, AgreementFacts, GuardCode>;
export type AgreementTransition = Omit<Row, "to" | "from"> & {
  to: AgreementStep;
  from: readonly AgreementStatus[];
  slot: SlotEffect;
  /** Whether signatures so far become void; they stay in the history. */
  voids: boolean;
};

const isReadyToSign: Guard = ({ isComplete }) => (isComplete ? null : "incomplete");
const addsUp: Guard = ({ scheduleHours, firstWeekHours }) =>
  scheduleHours === firstWeekHours ? null : "schedule_differs";
const everyoneHasSigned: Guard = ({ missing }) => (missing.length === 0 ? null : "signatures_missing");
const nothingOnItsWay: Guard = ({ hasOpenAmendment }) => (hasOpenAmendment ? "amendment_open" : null);
const closingIsComplete: Guard = (facts) => (facts.closingIsComplete ? null : "closing_incomplete");
const isNotRecorded: Guard = ({ isRecorded }) => (isRecorded ? "already_recorded" : null);
const pauseFits: Guard = (facts) => facts.pauseProblem;
const hasNotBegun: Guard = ({ isInForce, startsOn, today }) =>
  isInForce && startsOn !== null && startsOn <= today ? "has_begun" : null;
const hasInitiative: Guard = ({ initiative }) =>
  initiatives.some((one) => one === initiative) ? null : "initiative_missing";
const reasonFrom =
  (codes: readonly string[]): Guard =>
  ({ reason }) =>
    reason !== null && codes.includes(reason) ? null : "reason_missing";

/** Every step of an agreement after it was drawn up. domain.md "Agreement": to, from, who, guard. */
export const transitions: readonly AgreementTransition[] = [
  {
    to: "out_for_signature",
    from: ["draft"],
    who: ["coordinator"],
    slot: "take",
    voids: false,
    guards: [isReadyToSign, addsUp],
  },
  {
    to: "in_force",
    from: ["out_for_signature"],
    who: ["system"],
    slot: "keep",
    voids: false,
    guards: [everyoneHasSigned],
  },
  { to: "draft", from: ["out_for_signature"], who: ["coordinator"], slot: "keep", voids: true, guards: [] },
  {
    to: "amended",
    from: ["in_force"],
    who: ["coordinator", "coach"],
    slot: "keep",
    voids: false,
    guards: [nothingOnItsWay],
  },
  {
    to: "closed",
    from: ["in_force"],
    who: ["coordinator", "coach"],
    slot: "release",
    voids: false,
    guards: [closingIsComplete],
  },
  {
    to: "ended_early",
    from: ["in_force"],
    who: ["coordinator", "coach", "participant", "employer"],
    slot: "release",
    voids: false,
    guards: [reasonFrom(earlyEndReasons), hasInitiative],
  },
  {
    to: "recorded",
    from: ["ended_early"],
    who: ["coordinator", "coach"],
    slot: "keep",
    voids: false,
    guards: [isNotRecorded, closingIsComplete],
  },
  // Without blame: whoever is there may say that it has to rest, and that it goes on.
  ...(["paused", "resumed"] as const).map(
    (to): AgreementTransition => ({
      to,
      from: ["in_force"],
      who: ["coordinator", "coach", "participant", "employer"],
      slot: "keep",
      voids: false,
      guards: [pauseFits],
    }),
  ),
  {
    to: "cancelled",
    from: ["draft", "out_for_signature", "in_force"],
    who: ["coordinator"],
    slot: "release",
    voids: false,
    guards: [hasNotBegun, reasonFrom(cancelReasons)],
  },
];

/** Who may draw one up. */
export const beginners: readonly Actor["role"][] = ["coordinator"];

/** What is not told is not there: every guard that asks for it says no. */
const untold: Omit<AgreementFacts, "role" | "today" | "isInForce"> = {
  isComplete: false,
  scheduleHours: 0,
  firstWeekHours: 0,
  startsOn: null,
  missing: signatureSlots,
  hasOpenAmendment: true,
  reason: null,
  initiative: null,
  closingIsComplete: false,
  isRecorded: true,
  pauseProblem: "pause_from_missing",
};

/** Whether this step may be taken now, where it leads, and what it does with slot and signatures. */
export function decideAgreement(
  status: AgreementStatus,
  to: AgreementStep,
  facts: Pick<AgreementFacts, "role" | "today"> & Partial<Omit<AgreementFacts, "isInForce">>,
): Outcome<
  { status: AgreementStatus; slot: SlotEffect; voids: boolean },
  "not_allowed" | "wrong_status" | GuardCode
> {
  const decided = decideStep<AgreementStep, AgreementFacts, GuardCode, AgreementTransition>(
    transitions,
    status,
    to,
    {
      ...untold,
      ...facts,
      isInForce: status === "in_force",
    },
  );
  return decided.ok
    ? done({ status: statusAfter(to), slot: decided.step.slot, voids: decided.step.voids })
    : decided;
}

/** The steps that a role may take from here, before any guard. */
export function agreementStepsFrom(status: AgreementStatus, role: Actor["role"]): AgreementStep[] {
  return stepsOf<AgreementStep>(transitions, status, role);
}
