import type { TFunction } from "i18next";
import type { TodoList } from "#app/components/proposals/todo-rows";
import type { Actor } from "#app/domain/identity/actor";
import { daysBetween } from "#app/domain/organisations/day";
import { caseOfTask, type OwnTask } from "#app/domain/profiles/own-task";
import { inShort, referralCode } from "#app/domain/profiles/referral";
import { formatDay } from "#app/i18n/format";

type Reader = { role: Actor["role"]; today: string; language: string; t: TFunction };

/** One's own tasks as a section of a start page; none is no section. `t` is of the namespace `todo`. */
export function taskList(tasks: { rows: readonly OwnTask[]; total: number }, reader: Reader): TodoList[] {
  const { role, t } = reader;
  if (tasks.total === 0) return [];
  return [
    {
      name: "tasks",
      total: tasks.total,
      all: "/uppgifter",
      urgent: false,
      rows: tasks.rows.map((task) => ({
        key: `uppgift-${task.id}`,
        who: whoseTask(task, t),
        whoTo: caseOfTask(role, task),
        where: inShort(task.purpose),
        reason: dueText(task, reader),
        explained: task.what,
        action: t("todo:action.tasks"),
        actionTo: "/uppgifter",
        sends: { gor: "klar", task: task.id, remiss: task.referralId, till: "start" },
      })),
    },
  ];
}

/** Whose case a task belongs to, by its code. */
export function whoseTask({ reference, referralId }: OwnTask, t: TFunction): string {
  return reference ? t("todo:who", { reference }) : referralCode(referralId);
}

/** Until when, and how late it is. */
export function dueText({ dueOn }: OwnTask, { today, language, t }: Omit<Reader, "role">): string {
  const left = daysBetween(today, dueOn);
  if (left < 0) return t("todo:taskDue.late", { count: -left });
  if (left < 2) return t(`todo:taskDue.${left === 0 ? "today" : "tomorrow"}`);
  return t("todo:taskDue.day", { day: formatDay(language, dueOn) });
}
