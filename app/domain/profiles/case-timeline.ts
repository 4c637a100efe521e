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

/** A proposal's status as the case worker reads it; a no is a search that goes on. */
const stepOfProposal: Record<string, CaseStep> = {
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

/** Puts one case in order: referred, mapped, how far the best proposal has come, closed. domain.md "Proposal". */
export function caseTimeline(row: {
  reference: string;
  referralId: string;
  purpose: string;
  question: string;
  referredOn: string | null;
  mappedOn: string | null;
  closedOn: string | null;
  isOpened: boolean;
  proposals: { status: string; updatedOn: string }[];
}): OwnCase {
  const steps: OwnCase["steps"] = [{ step: "referred", on: row.referredOn }];
  if (row.mappedOn) steps.push({ step: "mapped", on: row.mappedOn });
  const furthest = furthestProposal(row.proposals);
  if (furthest) steps.push(furthest);
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
