import type { TFunction } from "i18next";
import { hoursText } from "#app/components/matching/hours-text";
import type { IconName } from "#app/components/ui/icon";
import type { ExceptionKind } from "#app/domain/followups/exceptions";
import type { NewMatch, Todo, TodoPlacement, TodoProposal } from "#app/domain/matching/todo";
import { formatDay } from "#app/i18n/format";

export type TodoSectionName =
  | ExceptionKind
  | "own_steps"
  | "new_match"
  | "assignments"
  | "tasks"
  | "comments"
  | "referrals"
  | "suggestions"
  | "consent_withdrawn"
  | "visit_done"
  | "agreed"
  | "next_step"
  | "interested"
  | "participant_answer"
  | "employer_answer"
  | "unmatched"
  | "inReview"
  // About employers: components/organisations/contact-todo-lists.ts.
  | "asked"
  | "taken"
  | "next_contact"
  | "ask_again";

/** One row of the start page: who, why now, and one button named by its result. */
export type TodoRow = {
  key: string;
  who: string;
  whoTo: string;
  where: string;
  reason: string;
  explained: string;
  action: string;
  actionTo: string;
  /** What the button sends there, when it is a form; without it the button is a link. */
  sends?: Record<string, string>;
  icon?: IconName;
  /** Where it can be put off. */
  snoozeTo?: string;
};
export type TodoList = {
  name: TodoSectionName;
  total: number;
  rows: TodoRow[];
  /** Where all of them are; null where there is no such page. */
  all: string | null;
  urgent: boolean;
};

const proposalSections = [
  "consent_withdrawn",
  "visit_done",
  "agreed",
  "next_step",
  "interested",
  "participant_answer",
  "employer_answer",
] as const;

/** The sections that have something in them, the most pressing first. `t` is of the namespace `todo`. */
export function todoLists(todo: Todo, t: TFunction, language: string): TodoList[] {
  const lists: TodoList[] = [
    {
      name: "new_match",
      total: todo.newMatches.total,
      rows: todo.newMatches.rows.map((row) => newMatchRow(row, t, language)),
      all: "/deltagare",
      urgent: false,
    },
    ...proposalSections.map((name) => ({
      name,
      total: todo.proposals[name].total,
      rows: todo.proposals[name].rows.map((row) => proposalRow(row, name, t)),
      // The list there is of what is still open.
      all: name === "agreed" ? null : "/forslag",
      urgent: false,
    })),
    {
      name: "unmatched",
      total: todo.unmatched.total,
      rows: todo.unmatched.rows.map((row) => unmatchedRow(row, t, language)),
      all: "/deltagare",
      urgent: false,
    },
    reviewList(todo.inReview, t),
  ];
  return lists.filter(({ total }) => total > 0);
}

/** Straight to the places that fit. */
function newMatchRow(row: NewMatch, t: TFunction, language: string): TodoRow {
  return {
    key: `new-match-${row.agreementId}`,
    who: t("who", { reference: row.reference }),
    whoTo: `/overenskommelser/${row.agreementId}`,
    where: row.employerName,
    reason: t("new_match.reason"),
    explained: t(row.recordMissing ? "new_match.unrecorded" : "new_match.ended", {
      day: formatDay(language, row.endedOn),
    }),
    action: t("action.new_match"),
    actionTo: `/deltagare/${encodeURIComponent(row.reference)}/matchning`,
  };
}

/** The listings that wait for a review. */
export function reviewList({ total, rows }: Todo["inReview"], t: TFunction): TodoList {
  return {
    name: "inReview",
    total,
    rows: rows.map((row) => reviewRow(row, t)),
    all: "/samordnare/platser?status=in_review",
    urgent: false,
  };
}

function proposalRow(row: TodoProposal, name: (typeof proposalSections)[number], t: TFunction): TodoRow {
  const to = `/forslag/${row.id}`;
  const afterYes = name === "next_step";
  return {
    key: row.id,
    who: t("who", { reference: row.reference }),
    whoTo: to,
    where: t("place", { employer: row.employerName, locality: row.locality }),
    reason: proposalReason(row, name, t),
    explained:
      name === "visit_done" || name === "interested" || name === "consent_withdrawn"
        ? row.title
        : `${t(`step.${row.status}`)} ${row.consentMissing ? `${t("consentMissing")} ` : ""}${row.title}`,
    action: t(`action.${afterYes ? (row.consentMissing ? "consentMissing" : row.status) : name}`),
    actionTo: name === "agreed" ? `/deltagare/${encodeURIComponent(row.reference)}/overenskommelse/ny` : to,
  };
}

function proposalReason(row: TodoProposal, name: (typeof proposalSections)[number], t: TFunction): string {
  if (name === "visit_done") {
    const ago = -(row.visitDaysLeft ?? 0);
    return t(`visitWas.${ago === 0 ? "today" : ago === 1 ? "yesterday" : "days"}`, { count: ago });
  }
  return t(`waited.${dayKey(row.waitedDays)}`, { count: row.waitedDays });
}

function unmatchedRow(row: Todo["unmatched"]["rows"][number], t: TFunction, language: string): TodoRow {
  const to = `/deltagare/${encodeURIComponent(row.reference)}`;
  return {
    key: row.reference,
    who: t("who", { reference: row.reference }),
    whoTo: to,
    where:
      row.startHours === null
        ? ""
        : t("hours", {
            hours: hoursText(t, language, row.startHours),
          }),
    reason: t(`waitedFor.${dayKey(row.waitedDays)}`, { count: row.waitedDays }),
    explained: t("profileReady", { day: formatDay(language, row.since) }),
    action: t("action.unmatched"),
    actionTo: `${to}/matchning`,
  };
}

function reviewRow(row: TodoPlacement, t: TFunction): TodoRow {
  const to = `/samordnare/granska/${row.id}`;
  return {
    key: `inReview-${row.id}`,
    who: row.title,
    whoTo: to,
    where: t("place", { employer: row.employerName, locality: row.locality }),
    reason: t(`waitedFor.${dayKey(row.waitedDays)}`, { count: row.waitedDays }),
    explained: t("lookThrough"),
    action: t("action.inReview"),
    actionTo: to,
  };
}

function dayKey(days: number): "today" | "one" | "days" {
  return days <= 0 ? "today" : days === 1 ? "one" : "days";
}
