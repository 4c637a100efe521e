import type { Actor } from "#app/domain/identity/actor";
import type { ContactTodo, ContactTodoName } from "#app/domain/organisations/contact-todo";
import { daysBetween } from "#app/domain/organisations/day";
import { colleague } from "#app/domain/organisations/policy";
import { done, fail, type Outcome } from "#app/domain/outcome";
import { dayOf, today } from "#app/platform/clock.server";
import { withActor } from "#db/client.server";
import { recordDenied, recordEvent } from "#db/queries/audit.server";
import { listContactTasks } from "#db/queries/employer-owner.server";
import { listGaps } from "#db/queries/gaps.server";

/** Rows of each section; the section says how many there are. */
const perSection = 5;

/**
 * What employers and forgotten participants ask of a coordinator today: questions to take over, relations taken over, next
 * steps that are due, employers to ask again, participants without a next step. Errors: `forbidden`.
 */
export async function listContactTodo(
  actor: Actor,
): Promise<Outcome<{ contacts: ContactTodo }, "forbidden">> {
  const me = colleague(actor, "register.read");
  const day = today();
  return withActor(actor, async (tx) => {
    if (!me) {
      await recordDenied(tx, actor, "participant.list", "gaps");
      return fail("forbidden");
    }
    const { rows, totals } = await listContactTasks(tx, { ...me, today: day }, perSection);
    const section = (name: ContactTodoName) => ({
      total: totals[name] ?? 0,
      rows: rows
        .filter(({ what }) => what === name)
        .map(({ what: _, day: on, ...row }) => ({ ...row, days: daysBetween(on, day) })),
    });
    const gaps = await listGaps(tx, me.associationId, perSection);
    if (gaps.total > 0) {
      await recordEvent(tx, actor, {
        action: "participant.listed",
        associationId: me.associationId,
        participantId: null,
        subject: "gaps",
        details: { count: gaps.rows.length },
      });
    }
    return done({
      contacts: {
        asked: section("asked"),
        taken: section("taken"),
        next_contact: section("next_contact"),
        ask_again: section("ask_again"),
        gap: {
          total: gaps.total,
          rows: gaps.rows.map(({ reference, since }) => ({
            reference,
            days: daysBetween(dayOf(new Date(since)), day),
          })),
        },
      },
    });
  });
}
