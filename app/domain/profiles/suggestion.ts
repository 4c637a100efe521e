import type { Actor } from "#app/domain/identity/actor";
import { done, type Outcome } from "#app/domain/outcome";
import { decideStep, stepsOf, type Transition } from "#app/domain/transition";

/** "Jag har hittat en arbetsplats själv": how it goes. */
export const suggestionStatuses = [
  "sent",
  "taken_up",
  "contacted",
  "placement",
  "not_possible",
  "withdrawn",
] as const;
export type SuggestionStatus = (typeof suggestionStatuses)[number];

/** Those that somebody still works on. */
export const openSuggestions = [
  "sent",
  "taken_up",
  "contacted",
] as const satisfies readonly SuggestionStatus[];

/** Why it did not become a placement, told to the participant in plain words. */
export const notPossibleReasons = [
  "no_supervisor",
  "no_time",
  "tasks_do_not_fit",
  "not_safe",
  "another_way",
  "other",
] as const;

/** What a guard may know. */
export type SuggestionFacts = {
  role: Actor["role"];
  mayContact: boolean;
  hasEmployer: boolean;
  hasPlacement: boolean;
  reason: string | null;
};
export type SuggestionGuardCode =
  | "contact_not_allowed"
  | "employer_missing"
  | "placement_missing"
  | "reason_missing";

type Guard = (facts: SuggestionFacts) => SuggestionGuardCode | null;
type Step = Transition<SuggestionStatus, SuggestionFacts, SuggestionGuardCode>;

const saidYes: Guard = ({ mayContact }) => (mayContact ? null : "contact_not_allowed");
const hasEmployer: Guard = (facts) => (facts.hasEmployer ? null : "employer_missing");
const hasPlacement: Guard = (facts) => (facts.hasPlacement ? null : "placement_missing");
const hasReason: Guard = ({ reason }) =>
  reason !== null && (notPossibleReasons as readonly string[]).includes(reason) ? null : "reason_missing";

/** Every turn after the first: to, from, who, guards. Nobody contacts a workplace without the participant's yes. */
export const suggestionTransitions: readonly Step[] = [
  { to: "taken_up", from: ["sent"], who: ["coordinator"], guards: [] },
  { to: "contacted", from: ["sent", "taken_up"], who: ["coordinator"], guards: [saidYes, hasEmployer] },
  { to: "placement", from: ["contacted"], who: ["coordinator"], guards: [hasPlacement] },
  { to: "not_possible", from: openSuggestions, who: ["coordinator"], guards: [hasReason] },
  { to: "withdrawn", from: openSuggestions, who: ["participant"], guards: [] },
];

/** Whether this turn may be taken now. Errors: `not_allowed`, `wrong_status`, a guard's. */
export function decideSuggestion(
  status: SuggestionStatus,
  to: SuggestionStatus,
  facts: SuggestionFacts,
): Outcome<object, "not_allowed" | "wrong_status" | SuggestionGuardCode> {
  const decided = decideStep(suggestionTransitions, status, to, facts);
  return decided.ok ? done() : decided;
}

/** The turns that a role may take from here, before any guard. */
export function suggestionStepsFrom(status: SuggestionStatus, role: Actor["role"]): SuggestionStatus[] {
  return stepsOf(suggestionTransitions, status, role);
}

/** A suggestion with its turns. Moments are ISO strings. */
export type Suggestion = {
  id: string;
  associationId: number;
  participantId: string;
  reference: string;
  isHidden: boolean;
  workplace: string;
  place: string;
  couldDo: string;
  talkedWith: string;
  mayContact: boolean;
  status: SuggestionStatus;
  reason: string | null;
  answer: string;
  employer: { id: number; name: string } | null;
  placement: { id: number; title: string } | null;
  createdAt: string;
};
export type SuggestionTurn = { id: string; to: SuggestionStatus; byRole: string; byName: string; at: string };
