import type { Actor } from "#app/domain/identity/actor";
import { canPropose } from "#app/domain/matching/policy";
import type { ProposalTask } from "#app/domain/matching/proposal-task";
import type { Todo } from "#app/domain/matching/todo";
import { daysBetween } from "#app/domain/organisations/day";
import { dayOf, today } from "#app/platform/clock.server";
import type { Tx } from "#db/client.server";
import { newMatchesIn } from "#db/queries/new-matches.server";
import * as todo from "#db/queries/todo.server";

/** Rows of each section; the section says how many there are. */
const perSection = 5;

/** What waits for the coordinators of an association besides the exceptions; null for who may not see it. */
export async function todoIn(tx: Tx, actor: Actor): Promise<Todo | null> {
  const { associationId } = actor;
  if (!canPropose(actor, "proposal.todo") || associationId === null) return null;
  const day = today();
  const [tasks, newMatches, unmatched, inReview, hidden] = await Promise.all([
    todo.listTasks(tx, associationId, perSection),
    newMatchesIn(tx, associationId, perSection),
    todo.listUnmatched(tx, associationId, perSection),
    todo.listInReview(tx, associationId, perSection),
    todo.countHiddenTasks(tx, associationId),
  ]);
  return {
    today: day,
    proposals: sectionsOf(tasks, day),
    newMatches,
    unmatched: {
      total: unmatched.total,
      rows: unmatched.rows.map((row) => ({ ...row, waitedDays: waited(row.since, day) })),
    },
    inReview: {
      total: inReview.total,
      rows: inReview.rows.map((row) => ({ ...row, waitedDays: daysBetween(row.createdOn, day) })),
    },
    hidden,
  };
}

function sectionsOf({ rows, totals }: todo.Tasks, day: string): Todo["proposals"] {
  const section = (task: ProposalTask) => ({
    total: totals[task] ?? 0,
    rows: rows
      .filter((row) => row.task === task)
      .map((row) => ({
        ...row,
        waitedDays: waited(row.since, day),
        visitDaysLeft: daysLeft(day, row.visitAt),
      })),
  });
  return {
    consent_withdrawn: section("consent_withdrawn"),
    visit_done: section("visit_done"),
    agreed: section("agreed"),
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
