import type { Actor } from "#app/domain/identity/actor";
import type { ContactTodo, ContactTodoName } from "#app/domain/organisations/contact-todo";
import { daysBetween } from "#app/domain/organisations/day";
import { colleague } from "#app/domain/organisations/policy";
import { today } from "#app/platform/clock.server";
import type { Tx } from "#db/client.server";
import { listContactTasks } from "#db/queries/employer-owner.server";

/** Rows of each section; the section says how many there are. */
const perSection = 5;

/**
 * What employers ask of a coordinator today: questions to take over, relations taken over, next steps that are due,
 * employers to ask again; null for who may not see it.
 */
export async function contactTodoIn(tx: Tx, actor: Actor): Promise<ContactTodo | null> {
  const me = colleague(actor, "register.read");
  if (!me) return null;
  const day = today();
  const { rows, totals } = await listContactTasks(tx, { ...me, today: day }, perSection);
  const section = (name: ContactTodoName) => ({
    total: totals[name] ?? 0,
    rows: rows
      .filter(({ what }) => what === name)
      .map(({ what: _, day: on, ...row }) => ({ ...row, days: daysBetween(on, day) })),
  });
  return {
    asked: section("asked"),
    taken: section("taken"),
    next_contact: section("next_contact"),
    ask_again: section("ask_again"),
  };
}
