import type { TFunction } from "i18next";
import type { TodoRow } from "#app/components/proposals/todo-rows";
import type { Callable, Exception, ExceptionKind } from "#app/domain/followups/exceptions";
import type { Actor } from "#app/domain/identity/actor";

/** For whom: `t` knows `exceptions`, `todo`, `attendance` and `ratings`. */
export type ExceptionReader = {
  role: Actor["role"];
  userId: string | null;
  today: string;
  language: string;
  t: TFunction;
};
export type Of<Kind extends ExceptionKind> = Extract<Exception, { kind: Kind }>;
/** Why now, what more, and the one thing to do. */
export type Said = Pick<TodoRow, "reason" | "explained" | "action" | "actionTo"> &
  Partial<Pick<TodoRow, "sends" | "icon">>;

/** A button that rings. Only called with a number. */
export function call(
  { name, phone }: Callable,
  { t }: ExceptionReader,
): Pick<Said, "action" | "actionTo" | "icon"> {
  return {
    action: t("exceptions:action.call", { name }),
    actionTo: `tel:${(phone ?? "").replace(/[^+\d]/g, "")}`,
    icon: "phone",
  };
}

export function agreementAt(id: string | null, role: Actor["role"]): string {
  return `${role === "case_worker" ? "/handlaggare" : ""}/overenskommelser/${id}`;
}

export function participantAt(reference: string | null): string {
  return `/deltagare/${encodeURIComponent(reference ?? "")}`;
}
