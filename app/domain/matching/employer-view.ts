import type { AnonymousCard } from "#app/domain/matching/anonymous-card";
import type { Proposal } from "#app/domain/matching/proposal";
import type { ProposalStatus } from "#app/domain/matching/proposal-status";

/** A proposal as its employer sees it: no participant's id or code, and a name only once a visit is booked. */
export type EmployerView = {
  id: string;
  title: string;
  locality: string;
  status: ProposalStatus;
  updatedAt: string;
  card: AnonymousCard | null;
  visit: { at: string; place: string } | null;
  /** Null before the visit is booked, for a protected identity, and when the proposal has ended. */
  name: string | null;
};

const named: readonly ProposalStatus[] = ["visit_booked", "agreed"];
const ended: readonly ProposalStatus[] = ["employer_no", "participant_no", "withdrawn", "expired"];

/** What an employer may see of a proposal. What has ended keeps its title and nothing of the person. */
export function employerView(proposal: Proposal, toldName: string | null): EmployerView {
  const { id, title, locality, status, updatedAt, visitAt, visitPlace } = proposal;
  const isNamed = named.includes(status);
  return {
    id,
    title,
    locality,
    status,
    updatedAt,
    card: ended.includes(status) ? null : proposal.card,
    visit: isNamed && visitAt !== null ? { at: visitAt, place: visitPlace ?? "" } : null,
    name: isNamed ? toldName : null,
  };
}
