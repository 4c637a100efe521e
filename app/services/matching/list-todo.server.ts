import type { Actor } from "#app/domain/identity/actor";
import { canPropose } from "#app/domain/matching/policy";
import type { ProposalTask } from "#app/domain/matching/proposal-task";
import type { TaskPlacement, Todo, TodoPlacement } from "#app/domain/matching/todo";
import { dayAfter, daysBetween } from "#app/domain/organisations/day";
import { done, fail, type Outcome } from "#app/domain/outcome";
import { confirmReminderDays } from "#app/domain/placements/vocabulary";
import { dayOf, today } from "#app/platform/clock.server";
import { withActor } from "#db/client.server";
import { recordDenied, recordEvent } from "#db/queries/audit.server";
import * as todo from "#db/queries/todo.server";

/** Rows of each section; the section says how many there are. */
const perSection = 5;

/** What waits for the coordinators of an association, and how much goes as planned. Errors: `forbidden`. */
export async function listTodo(actor: Actor): Promise<Outcome<{ todo: Todo }, "forbidden">> {
  const { associationId } = actor;
  const day = today();
  const confirmedSince = dayAfter(day, -confirmReminderDays);
  const placement = (row: TaskPlacement): TodoPlacement => ({
    ...row,
    confirmedDays: daysBetween(row.lastConfirmedOn, day),
    waitedDays: daysBetween(row.createdOn, day),
  });
  return withActor(actor, async (tx) => {
    if (!canPropose(actor, "proposal.todo") || associationId === null) {
      await recordDenied(tx, actor, "proposal.todo", "todo");
      return fail("forbidden");
    }
    const tasks = await todo.listTasks(tx, associationId, perSection);
    const unmatched = await todo.listUnmatched(tx, associationId, perSection);
    const published = await todo.countPublished(tx, associationId, confirmedSince);
    const inReview = await todo.listInReview(tx, associationId, perSection);
    const unconfirmed = await todo.listUnconfirmed(tx, associationId, confirmedSince, perSection);
    const hidden = await todo.countHiddenTasks(tx, associationId);
    await recordEvent(tx, actor, {
      action: "proposal.read",
      associationId,
      participantId: null,
      subject: "todo",
      details: { count: tasks.rows.length + unmatched.rows.length },
    });
    return done({
      todo: {
        today: day,
        proposals: sectionsOf(tasks, day),
        unmatched: {
          total: unmatched.total,
          rows: unmatched.rows.map((row) => ({ ...row, waitedDays: waited(row.since, day) })),
        },
        unconfirmed: { rows: unconfirmed.map(placement), total: published.unconfirmed },
        inReview: { rows: inReview.rows.map(placement), total: inReview.total },
        confirmed: published.confirmed,
        hidden,
      },
    });
  });
}

function sectionsOf({ rows, totals }: todo.Tasks, day: string): Todo["proposals"] {
  const section = (task: ProposalTask) => ({
    total: totals[task] ?? 0,
    rows: rows
      .filter((row) => row.task === task)
      .map((row) => ({
        ...row,
        waitedDays: waited(row.since, day),
        holdDaysLeft: daysLeft(day, row.holdUntil),
        visitDaysLeft: daysLeft(day, row.visitAt),
      })),
  });
  return {
    hold_ends: section("hold_ends"),
    consent_withdrawn: section("consent_withdrawn"),
    visit_done: section("visit_done"),
    next_step: section("next_step"),
    interested: section("interested"),
    participant_answer: section("participant_answer"),
    employer_answer: section("employer_answer"),
    visit_ahead: section("visit_ahead"),
    on_its_way: section("on_its_way"),
  };
}

function waited(since: string, day: string): number {
  return daysBetween(dayOf(new Date(since)), day);
}

function daysLeft(day: string, moment: string | null): number | null {
  return moment === null ? null : daysBetween(day, dayOf(new Date(moment)));
}
