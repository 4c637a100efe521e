import type { TFunction } from "i18next";
import { hoursText } from "#app/components/matching/hours-text";
import type { Todo, TodoPlacement, TodoProposal } from "#app/domain/matching/todo";
import { formatDay } from "#app/i18n/format";

export type TodoSectionName =
  | "tasks"
  | "comments"
  | "attendance"
  | "referrals"
  | "suggestions"
  | "hold_ends"
  | "consent_withdrawn"
  | "visit_done"
  | "next_step"
  | "interested"
  | "participant_answer"
  | "employer_answer"
  | "unmatched"
  | "unconfirmed"
  | "inReview"
  // About employers: components/organisations/contact-todo-lists.ts.
  | "asked"
  | "taken"
  | "next_contact"
  | "ask_again"
  | "gap";

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
  "hold_ends",
  "consent_withdrawn",
  "visit_done",
  "next_step",
  "interested",
  "participant_answer",
  "employer_answer",
] as const;

/** The sections that have something in them, the most pressing first. `t` is of the namespace `todo`. */
export function todoLists(todo: Todo, t: TFunction, language: string): TodoList[] {
  const lists: TodoList[] = [
    ...proposalSections.map((name) => ({
      name,
      total: todo.proposals[name].total,
      rows: todo.proposals[name].rows.map((row) => proposalRow(row, name, t)),
      all: "/forslag",
      urgent: name === "hold_ends",
    })),
    {
      name: "unmatched",
      total: todo.unmatched.total,
      rows: todo.unmatched.rows.map((row) => unmatchedRow(row, t, language)),
      all: "/deltagare",
      urgent: false,
    },
    reviewList(todo.inReview, t),
    {
      name: "unconfirmed",
      total: todo.unconfirmed.total,
      rows: todo.unconfirmed.rows.map((row) => placementRow(row, "unconfirmed", t)),
      all: "/samordnare/platser?status=published",
      urgent: false,
    },
  ];
  return lists.filter(({ total }) => total > 0);
}

/** The listings that wait for a review. */
export function reviewList({ total, rows }: Todo["inReview"], t: TFunction): TodoList {
  return {
    name: "inReview",
    total,
    rows: rows.map((row) => placementRow(row, "inReview", t)),
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
    actionTo: to,
  };
}

function proposalReason(row: TodoProposal, name: (typeof proposalSections)[number], t: TFunction): string {
  if (name === "hold_ends") {
    const left = row.holdDaysLeft ?? 0;
    const key = left < 0 ? "past" : left === 0 ? "today" : left === 1 ? "tomorrow" : "days";
    return t(`holdLeft.${key}`, { count: left });
  }
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

function placementRow(row: TodoPlacement, name: "unconfirmed" | "inReview", t: TFunction): TodoRow {
  const to = name === "inReview" ? `/samordnare/granska/${row.id}` : `/samordnare/platser/${row.id}`;
  const asked = row.contactName ? t("ask", { name: row.contactName }) : t("askEmployer");
  return {
    key: `${name}-${row.id}`,
    who: row.title,
    whoTo: to,
    where: t("place", { employer: row.employerName, locality: row.locality }),
    reason:
      name === "unconfirmed"
        ? t("confirmedAgo", { count: row.confirmedDays })
        : t(`waitedFor.${dayKey(row.waitedDays)}`, { count: row.waitedDays }),
    explained: name === "unconfirmed" ? asked : t("lookThrough"),
    action: t(`action.${name}`),
    actionTo: to,
  };
}

function dayKey(days: number): "today" | "one" | "days" {
  return days <= 0 ? "today" : days === 1 ? "one" : "days";
}
