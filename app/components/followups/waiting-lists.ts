import type { TFunction } from "i18next";
import type { TodoList, TodoRow } from "#app/components/proposals/todo-rows";
import type { WaitingAssignment } from "#app/domain/followups/assignment-report";
import type { WaitingStep } from "#app/domain/followups/own-step";
import { formatDate, formatDay } from "#app/i18n/format";

// Sections of a start page, none when there is nothing. `t` is of `todo`.
type Found<Row> = { rows: readonly Row[]; total: number };

/** Participants who have paused or stopped and whom nobody has called. */
export function ownStepList({ rows, total }: Found<WaitingStep>, t: TFunction, language: string): TodoList[] {
  const row = ({ agreementId, reference, employerName, what, day }: WaitingStep): TodoRow => ({
    key: `own-step-${agreementId}`,
    who: t("todo:who", { reference }),
    whoTo: `/overenskommelser/${agreementId}`,
    where: employerName,
    reason: t("todo:own_steps.did", {
      what: t(`today:staff.did.${what}`, { day: formatDay(language, day) }),
    }),
    explained: t("todo:own_steps.why"),
    action: t("todo:action.own_steps"),
    actionTo: `/overenskommelser/${agreementId}/deltagarens-plan`,
  });
  return total === 0 ? [] : [{ name: "own_steps", total, all: null, urgent: true, rows: rows.map(row) }];
}

/** Case workers who wait for an answer or a report. */
export function assignmentList(
  { rows, total }: Found<WaitingAssignment>,
  t: TFunction,
  language: string,
): TodoList[] {
  const row = (one: WaitingAssignment): TodoRow => ({
    key: `assignment-${one.agreementId}`,
    who: t("todo:who", { reference: one.reference }),
    whoTo: `/overenskommelser/${one.agreementId}`,
    where: one.agencyName,
    reason: whyOf(one, t, language),
    explained: t(`assignment:todo.${one.what}Text`),
    action: t(`assignment:todo.${actions[one.what]}`),
    actionTo: `/overenskommelser/${one.agreementId}/rapport`,
  });
  return total === 0 ? [] : [{ name: "assignments", total, all: null, urgent: false, rows: rows.map(row) }];
}

const actions = { asked: "actionAsked", verdict: "actionVerdict", report: "actionReport" } as const;

function whyOf({ what, since, verdict }: WaitingAssignment, t: TFunction, language: string): string {
  if (what === "verdict" && verdict) {
    return t("assignment:todo.verdict", { verdict: t(`assignment:verdict.${verdict}`) });
  }
  const day = what === "report" ? formatDate(language, since) : formatDay(language, since);
  return t(`assignment:todo.${what}`, { day });
}
