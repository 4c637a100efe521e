/** Where a proposal stands. domain.md "Proposal". */
export const proposalStatuses = [
  "shortlisted",
  "held",
  "asked_participant",
  "participant_yes",
  "participant_no",
  "presented",
  "employer_yes",
  "employer_maybe_meet",
  "employer_no",
  "visit_booked",
  "agreed",
  "withdrawn",
  "expired",
] as const;
export type ProposalStatus = (typeof proposalStatuses)[number];

export const closedStatuses = ["participant_no", "employer_no", "agreed", "withdrawn", "expired"] as const;

/** Still on its way: can be withdrawn, and can expire when it holds a slot. */
export const openStatuses = proposalStatuses.filter(
  (status) => !(closedStatuses as readonly ProposalStatus[]).includes(status),
);

/** Why a proposal ended that the participant took back. */
export const ownWish = "own_wish";

/** An employer has the card and not yet the name: this rests on the consent to present, and ends with it at once. */
export const restsOnConsent: readonly ProposalStatus[] = ["presented", "employer_yes", "employer_maybe_meet"];
/** Why such a proposal was withdrawn. Nobody chooses it in a form. */
export const consentWithdrawn = "consent_withdrawn";

/** Reasons for a no. The employer's are those of domain.md; the participant's are ours, without blame. */
export const employerReasons = [
  "no_time",
  "no_supervisor",
  "tasks_do_not_fit",
  "too_few_hours",
  "knows_person",
  "other",
] as const;
export const participantReasons = [
  "other_tasks",
  "too_far_away",
  "other_hours",
  "not_now",
  "knows_someone",
  "other",
] as const;
export type ReasonCode = (typeof employerReasons)[number] | (typeof participantReasons)[number];

/** How an answer came that somebody else notes. */
export const answeredHows = ["telefon", "besok", "mote", "mejl", "sms"] as const;
export type AnsweredHow = (typeof answeredHows)[number];

/** Who has the next word in an open proposal. */
export const waitingParties = ["coordinator", "participant", "employer"] as const;
export type WaitingParty = (typeof waitingParties)[number];

/** Whom a proposal waits for: the asked one, otherwise the coordinator. */
export function waitsFor(status: ProposalStatus): WaitingParty {
  if (status === "asked_participant") return "participant";
  return status === "presented" ? "employer" : "coordinator";
}
