import type { Actor } from "#app/domain/identity/actor";
import { done, fail, type Outcome } from "#app/domain/outcome";
import type { TaskForm } from "#app/domain/profiles/referral-form";
import { mayFinish } from "#app/domain/profiles/referral-policy";
import { isUuid } from "#app/domain/uuid";
import { today } from "#app/platform/clock.server";
import { reachReferral, recordOnReferral } from "#app/services/profiles/reach-referral.server";
import { responsiblesOf } from "#app/services/profiles/referral-responsibles.server";
import { withActor } from "#db/client.server";
import { recordDenied } from "#db/queries/audit.server";
import { insertTask, listTasks, setTaskDone } from "#db/queries/case-tasks.server";

/** One more thing that somebody does until a day. Errors: `not_found`, `choose_in_list`. */
export function addTask(
  actor: Actor,
  referralId: string,
  form: TaskForm,
): Promise<Outcome<object, "not_found" | "choose_in_list">> {
  return withActor(actor, async (tx) => {
    const referral = await reachReferral(tx, actor, referralId, "referral.decide", null);
    if (!referral) return fail("not_found");
    const responsible = (await responsiblesOf(tx, referral)).find(
      ({ value }) => value === form.taskResponsible,
    );
    if (!responsible) return fail("choose_in_list");
    await insertTask(tx, {
      id: form.key,
      associationId: referral.associationId,
      referralId,
      what: form.task,
      responsible,
      dueOn: form.taskDue,
    });
    await recordOnReferral(tx, actor, referral, "referral.changed", { task: form.key });
    return done();
  });
}

/** Done, or not done after all: by whoever it is on, or by a coordinator. Errors: `not_found`. */
export function finishTask(
  actor: Actor,
  referralId: string,
  taskId: string,
  isDone: boolean,
): Promise<Outcome<object, "not_found">> {
  return withActor(actor, async (tx) => {
    const referral = await reachReferral(tx, actor, referralId, "task.finish", null);
    if (!referral || !isUuid(taskId)) return fail("not_found");
    const task = (await listTasks(tx, [referralId])).get(referralId)?.find(({ id }) => id === taskId);
    if (!task || !mayFinish(actor, task)) {
      await recordDenied(tx, actor, "task.finish", referralId);
      return fail("not_found");
    }
    const changed = await setTaskDone(tx, { id: taskId, referralId }, isDone ? today() : null);
    if (!changed) return fail("not_found");
    await recordOnReferral(tx, actor, referral, "referral.changed", { task: taskId, done: isDone });
    return done();
  });
}
