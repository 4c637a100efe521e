import type { TFunction } from "i18next";
import type { TodoRow } from "#app/components/proposals/todo-rows";
import type { ContactTodo, ContactTodoName } from "#app/domain/organisations/contact-todo";

type ContactList = { name: ContactTodoName; total: number; rows: TodoRow[]; all: string; urgent: boolean };

const names: readonly ContactTodoName[] = ["asked", "taken", "next_contact", "ask_again"];
const allOf: Record<ContactTodoName, string> = {
  asked: "/samordnare/arbetsgivare?agare=annan",
  taken: "/samordnare/arbetsgivare?agare=annan",
  next_contact: "/samordnare/arbetsgivare?agare=mig",
  ask_again: "/samordnare/arbetsgivare?fraga=1",
};

/** The sections of the start page that are about relations with employers. `t`: namespace `todo`. */
export function contactTodoLists(todo: ContactTodo, t: TFunction): ContactList[] {
  const lists: ContactList[] = names.map((name) => ({
    name,
    total: todo[name].total,
    rows: todo[name].rows.map((row) => {
      const to = `/samordnare/arbetsgivare/${row.employerId}`;
      return {
        key: `${name}-${row.id}`,
        who: row.employerName,
        whoTo: to,
        where: row.locality,
        reason: t(`${name}.since.${dayKey(row.days)}`, { count: row.days }),
        explained: t(`${name}.said`, { said: row.said }),
        action: t(`action.${name}`),
        actionTo: name === "asked" ? `${to}/kontaktagare` : to,
      };
    }),
    all: allOf[name],
    urgent: false,
  }));
  return lists.filter(({ total }) => total > 0);
}

function dayKey(days: number): "today" | "one" | "days" {
  return days <= 0 ? "today" : days === 1 ? "one" : "days";
}
