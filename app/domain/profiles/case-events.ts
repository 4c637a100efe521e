import type { VerdictKind } from "#app/domain/followups/assignment-report";
import { type CaseStep, stepOfProposal } from "#app/domain/profiles/case-timeline";

/** What a case worker is told has happened in an own case: never which employer, never why. */
export type CaseEventKind =
  | "referred"
  | "met"
  | "mapped"
  | "shared"
  | "proposal"
  | "in_force"
  | "changed"
  | "paused"
  | "ended"
  | "recorded"
  | "report"
  | "verdict"
  | "asked"
  | "answered"
  | "closed";

/** As the database answers. `at`: the ISO moment when it was written down, null for what only has a day (`on`). */
export type CaseEventRow = {
  participantId: string;
  /** The case's code. */
  reference: string;
  kind: CaseEventKind;
  on: string;
  at: string | null;
  agreementId: string | null;
  /** Of a proposal its status, of a report its milestone, of a pause its last day ("" without one), of an answer which. */
  detail: string;
};

export type CaseEvent = Omit<CaseEventRow, "participantId" | "reference"> & {
  step: CaseStep | null;
  verdict: VerdictKind | null;
  isNew: boolean;
};

/** The case worker's own doings are never news to the case worker. */
const own: readonly CaseEventKind[] = ["referred", "asked", "verdict"];

/** Whether something has happened since the last look; `null`: nobody has looked before, and all of it is news. */
export function isNews(
  { kind, at, on }: Pick<CaseEventRow, "kind" | "at" | "on">,
  lookedAt: string | null,
  lookedOn: string | null,
): boolean {
  if (own.includes(kind)) return false;
  if (lookedAt === null || lookedOn === null) return true;
  return at === null ? on > lookedOn : at > lookedAt;
}

/** The events of one case, the latest first; each with whether it is news. */
export function caseEvents(
  rows: readonly CaseEventRow[],
  lookedAt: string | null,
  lookedOn: string | null,
): CaseEvent[] {
  return [...rows]
    .sort((a, b) => (b.at ?? b.on).localeCompare(a.at ?? a.on) || a.kind.localeCompare(b.kind))
    .map(({ participantId: _, reference: __, ...row }) => ({
      ...row,
      step: row.kind === "proposal" ? (stepOfProposal[row.detail] ?? "looking") : null,
      verdict: row.kind === "verdict" ? (row.detail as VerdictKind) : null,
      isNew: isNews(row, lookedAt, lookedOn),
    }));
}
