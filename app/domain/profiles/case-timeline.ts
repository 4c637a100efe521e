import { inShort } from "#app/domain/profiles/referral";

/** What a case worker may know of a case: steps with dates (ISO), never which employer, never a reason. */
export type CaseStep =
  | "referred"
  | "mapped"
  | "looking"
  | "waiting_participant"
  | "waiting_employer"
  | "employer_positive"
  | "visit"
  | "agreed"
  | "begins"
  | "placed"
  | "ended"
  | "closed";

export type OwnCase = {
  reference: string;
  /** What the case worker wrote, in short: what tells cases apart where no name may stand. */
  referralId: string;
  purpose: string;
  question: string;
  isOpen: boolean;
  /** Whether there is something of the kartläggning to read. */
  isOpened: boolean;
  /** In the order they happened; the last one is where the case stands. */
  steps: { step: CaseStep; on: string | null }[];
};

/** What is known of a case, as far as its case worker may. Dates are ISO dates. */
export type CaseFacts = {
  reference: string;
  /** The referral by which it is the case worker's. */
  referralId: string;
  purpose: string;
  question: string;
  referredOn: string | null;
  mappedOn: string | null;
  closedOn: string | null;
  /** Whether a part of the kartläggning has been opened to the case worker. */
  isOpened: boolean;
  proposals: { status: string; updatedOn: string }[];
  /** What has been in force: the first day, and the last when it has ended. */
  placements: { startsOn: string; endedOn: string | null }[];
};

/** A proposal's status as the case worker reads it; a no is a search that goes on. */
export const stepOfProposal: Record<string, CaseStep> = {
  shortlisted: "looking",
  held: "looking",
  asked_participant: "waiting_participant",
  participant_yes: "looking",
  participant_no: "looking",
  presented: "waiting_employer",
  employer_yes: "employer_positive",
  employer_maybe_meet: "employer_positive",
  employer_no: "looking",
  visit_booked: "visit",
  agreed: "agreed",
  withdrawn: "looking",
  expired: "looking",
};

/**
 * Puts one case in order: referred, mapped, the placement that is or was last, how far the best proposal since then has come,
 * closed. domain.md "Proposal".
 */
export function caseTimeline(row: CaseFacts, today: string): OwnCase {
  const steps: OwnCase["steps"] = [{ step: "referred", on: row.referredOn }];
  if (row.mappedOn) steps.push({ step: "mapped", on: row.mappedOn });
  const placement = lastPlacement(row.placements, today);
  if (placement) steps.push(placement);
  // Who is at a placement looks for none; what led to the one that has ended is no step after it.
  const since = placement?.step === "ended" ? placement.on : "";
  const furthest = furthestProposal(
    row.proposals.filter(({ status, updatedOn }) =>
      status === "agreed" ? updatedOn > since : updatedOn >= since,
    ),
  );
  if (furthest && (!placement || placement.step === "ended")) steps.push(furthest);
  if (row.closedOn) steps.push({ step: "closed", on: row.closedOn });
  return {
    reference: row.reference,
    referralId: row.referralId,
    purpose: inShort(row.purpose),
    question: inShort(row.question),
    isOpen: row.closedOn === null,
    isOpened: row.isOpened,
    steps,
  };
}

function lastPlacement(placements: readonly { startsOn: string; endedOn: string | null }[], today: string) {
  const open = placements
    .filter(({ endedOn }) => endedOn === null)
    .sort((a, b) => a.startsOn.localeCompare(b.startsOn))[0];
  if (open) return { step: open.startsOn > today ? "begins" : "placed", on: open.startsOn } as const;
  const ended = placements.flatMap(({ endedOn }) => endedOn ?? []).sort();
  const last = ended.at(-1);
  return last === undefined ? null : ({ step: "ended", on: last } as const);
}

const order: CaseStep[] = [
  "looking",
  "waiting_participant",
  "waiting_employer",
  "employer_positive",
  "visit",
  "agreed",
];

function furthestProposal(proposals: { status: string; updatedOn: string }[]) {
  const steps = proposals.map(({ status, updatedOn }) => ({
    step: stepOfProposal[status] ?? "looking",
    on: updatedOn,
  }));
  return steps.sort((a, b) => order.indexOf(b.step) - order.indexOf(a.step) || b.on.localeCompare(a.on))[0];
}
