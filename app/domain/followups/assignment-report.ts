import { z } from "zod";
import { type AssignmentAnswer, assignmentAnswers } from "#app/domain/agreements/closing";
import type { AgreementContent } from "#app/domain/agreements/content";
import { mondayOf } from "#app/domain/agreements/period";
import type { WeekSums } from "#app/domain/followups/week-sums";
import { dayAfter, daysBetween } from "#app/domain/organisations/day";
import { plainNote, plainWords } from "#app/domain/profiles/plain-words";

/** When a report of an assignment is due: half-way through the period, and on the day that was agreed. */
export const milestones = ["halfway", "due"] as const;
export type Milestone = (typeof milestones)[number];

/** What the case worker says of a report. */
export const verdicts = ["fulfilled", "not_fulfilled", "extend"] as const;
export type VerdictKind = (typeof verdicts)[number];

/** The hours behind a report: never a day, and never why somebody was away. Dates are ISO dates. */
export type ReportFacts = {
  from: string;
  /** The last whole week's Sunday. */
  until: string;
  weeks: number;
  planned: number;
  real: number;
  /** Planned and real hours of the last whole week. */
  lastWeek: { planned: number; real: number } | null;
};

/** A report of one milestone. `sentAt` is an ISO moment, null while only staff read it. */
export type AssignmentReport = {
  id: string;
  milestone: Milestone;
  answer: AssignmentAnswer;
  words: string;
  facts: ReportFacts;
  writtenByName: string;
  savedAt: string;
  sentAt: string | null;
  version: number;
  verdict: { kind: VerdictKind; words: string; byName: string; at: string; seenAt: string | null } | null;
};

/** A question or an answer about an assignment, in the order they came. */
export type AssignmentMessage = {
  id: string;
  fromRole: "case_worker" | "coordinator" | "coach";
  fromName: string;
  words: string;
  at: string;
};

/**
 * An assignment that waits for staff, and for what: an answer, that somebody reads what was said, a report. By code. `since` is
 * the ISO date of the question or of the milestone; of what was said, today.
 */
export type WaitingAssignment = {
  agreementId: string;
  reference: string;
  agencyName: string;
  what: "asked" | "verdict" | "report";
  since: string;
  verdict: VerdictKind | null;
};

/** So many days before its milestone a report is asked for. */
const askedBefore = 7;

/** The days of the milestones; none without an assignment. A short one that is due by half-way has only that. */
export function milestoneDays({
  period,
  assignment,
}: Pick<AgreementContent, "period" | "assignment">): { milestone: Milestone; day: string }[] {
  if (!assignment) return [];
  const { startsOn, endsOn } = period;
  const halfway = dayAfter(startsOn, Math.floor(daysBetween(startsOn, endsOn) / 2));
  const due = { milestone: "due" as const, day: assignment.reportDueOn };
  return halfway < due.day ? [{ milestone: "halfway", day: halfway }, due] : [due];
}

/** The report that waits to be written: the latest milestone within a week or behind us that has none sent. */
export function reportToWrite(
  content: Pick<AgreementContent, "period" | "assignment">,
  sent: readonly Milestone[],
  today: string,
): { milestone: Milestone; day: string } | null {
  const near = milestoneDays(content).filter(({ day }) => dayAfter(day, -askedBefore) <= today);
  const latest = near.at(-1);
  return latest && milestonesLeft(content, sent).includes(latest.milestone) ? latest : null;
}

/** The milestones that can still be reported, in order: none before one whose report is sent. */
export function milestonesLeft(
  content: Pick<AgreementContent, "period" | "assignment">,
  sent: readonly Milestone[],
): Milestone[] {
  const all = milestoneDays(content).map(({ milestone }) => milestone);
  return all.slice(all.findLastIndex((milestone) => sent.includes(milestone)) + 1);
}

/** The hours of the weeks that are over. */
export function reportFacts(weeks: readonly WeekSums[], startsOn: string, today: string): ReportFacts {
  const over = weeks.filter(({ monday }) => monday < mondayOf(today));
  const last = over.at(-1);
  const sum = (of: "planned" | "real") => over.reduce((all, week) => all + week[of], 0);
  return {
    from: startsOn,
    until: last ? dayAfter(last.monday, 6) : startsOn,
    weeks: over.length,
    planned: sum("planned"),
    real: sum("real"),
    lastWeek: last ? { planned: last.planned, real: last.real } : null,
  };
}

/** Whether the last word in a thread is the case worker's: then staff have something to answer. */
export function waitsForStaff(messages: readonly Pick<AssignmentMessage, "fromRole">[]): boolean {
  return messages.at(-1)?.fromRole === "case_worker";
}

const longestWords = 2000;

/** A report as staff write it. `send`: from now on the case worker reads it. Messages are codes of `assignment:error.*`. */
export const reportFormSchema = z.object({
  milestone: z.enum(milestones),
  answer: z.enum(assignmentAnswers, { error: "answer_missing" }),
  words: plainWords("words_missing", longestWords),
  version: z.coerce.number().int().min(0).default(0),
  send: z.literal("ja").optional(),
});
export type ReportForm = z.input<typeof reportFormSchema>;
export type ReportInput = z.output<typeof reportFormSchema>;

export const verdictFormSchema = z.object({
  report: z.uuid(),
  verdict: z.enum(verdicts, { error: "verdict_missing" }),
  words: plainNote(longestWords),
});
export type VerdictForm = z.input<typeof verdictFormSchema>;

/** A question or an answer. `key`: made with the form, so that the same one twice is one. */
export const messageFormSchema = z.object({
  key: z.uuid(),
  words: plainWords("message_missing", longestWords),
});
export type MessageForm = z.input<typeof messageFormSchema>;
