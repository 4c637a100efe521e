import type { Actor } from "#app/domain/identity/actor";
import { dayAfter } from "#app/domain/organisations/day";
import { done, fail, type Outcome } from "#app/domain/outcome";
import { doneShownDays, type OwnTask } from "#app/domain/profiles/own-task";
import { canCase } from "#app/domain/profiles/referral-policy";
import { today } from "#app/platform/clock.server";
import { type Tx, withActor } from "#db/client.server";
import { recordDenied, recordEvent } from "#db/queries/audit.server";
import * as tasks from "#db/queries/own-tasks.server";

/** Rows on a start page, and on the page of all of them. */
const perSection = 5;
const onPage = 200;

export type OwnTasks = { rows: OwnTask[]; total: number; hidden: number };

/** What one has to do oneself, the first of them: for a start page. One audit event when there is any. Errors: `forbidden`. */
export function listOwnTasks(actor: Actor): Promise<Outcome<{ tasks: OwnTasks; day: string }, "forbidden">> {
  return withActor(actor, async (tx) => {
    const open = await openTasks(tx, actor, perSection);
    if (!open) return fail("forbidden");
    await recordRead(tx, actor, open.rows.length);
    return done({ tasks: open, day: today() });
  });
}

/** All that one has to do, and what one has done lately. One audit event when there is any. Errors: `forbidden`. */
export function listAllOwnTasks(
  actor: Actor,
): Promise<Outcome<{ tasks: OwnTasks; finished: OwnTask[]; day: string }, "forbidden">> {
  return withActor(actor, async (tx) => {
    const open = await openTasks(tx, actor, onPage);
    const { userId } = actor;
    if (!open || userId === null) return fail("forbidden");
    const day = today();
    const finished = await tasks.listDoneTasks(tx, userId, dayAfter(day, -doneShownDays), onPage);
    await recordRead(tx, actor, open.rows.length + finished.length);
    return done({ tasks: open, finished, day });
  });
}

/** The first of them inside a transaction, without an audit event of its own; null for who may not see it. */
export function ownTasksIn(tx: Tx, actor: Actor): Promise<OwnTasks | null> {
  return openTasks(tx, actor, perSection);
}

async function openTasks(tx: Tx, actor: Actor, limit: number): Promise<OwnTasks | null> {
  const { userId } = actor;
  if (!canCase(actor, "task.list") || userId === null) {
    await recordDenied(tx, actor, "task.list", "");
    return null;
  }
  return tasks.listOpenTasks(tx, userId, limit);
}

async function recordRead(tx: Tx, actor: Actor, count: number): Promise<void> {
  if (count === 0) return;
  await recordEvent(tx, actor, {
    action: "referral.read",
    associationId: actor.associationId,
    participantId: null,
    subject: "tasks",
    details: { count },
  });
}
