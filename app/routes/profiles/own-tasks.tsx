import { Form, Link, useLoaderData } from "@remix-run/react";
import type { ReactNode } from "react";
import { dueText, whoseTask } from "#app/components/profiles/task-rows";
import { HiddenRows } from "#app/components/proposals/hidden-rows";
import { PageTitle } from "#app/components/ui/page-title";
import { State } from "#app/components/ui/state";
import { useTexts } from "#app/components/ui/use-texts";
import { caseOfTask, type OwnTask } from "#app/domain/profiles/own-task";
import { inShort } from "#app/domain/profiles/referral";
import { homeOf, page, redirectWith, submit, unwrap } from "#app/http/handler.server";
import { formatDay } from "#app/i18n/format";
import { listAllOwnTasks } from "#app/services/profiles/list-own-tasks.server";
import { finishTask } from "#app/services/profiles/referral-tasks.server";

const whoHasTasks = ["coordinator", "coach", "case_worker"] as const;

export const loader = page(whoHasTasks, async ({ actor }) => ({
  ...unwrap(await listAllOwnTasks(actor)),
  role: actor.role,
}));

/** Done, or not done after all, from here or from a start page (`till`). */
export const action = submit(whoHasTasks, async ({ actor, form }) => {
  const isDone = form.get("gor") !== "ej-klar";
  const [referralId, task] = ["remiss", "task"].map((name) => String(form.get(name) ?? ""));
  unwrap(await finishTask(actor, referralId ?? "", task ?? "", isDone));
  return redirectWith(
    form.get("till") === "start" ? homeOf(actor) : "/uppgifter",
    isDone ? "task_done" : "saved",
  );
});

/** The page's title, read by root. */
export const handle = { title: "todo:tasks.title" };

/** What one has to do oneself in all cases, what is late first, and what one has done lately. */
export default function OwnTasks() {
  const { tasks, finished, day: today, role } = useLoaderData<typeof loader>();
  const { t, i18n } = useTexts(["todo", "referrals"]);
  const reader = { today, language: i18n.language, t };
  return (
    <div className="pk-stack">
      <PageTitle title={t("tasks.title")} lead={t("tasks.text")} />
      <HiddenRows count={tasks.hidden} />
      <section className="pk-panel pk-stack" aria-labelledby="kvar">
        <h2 id="kvar">{t("tasks.left", { count: tasks.total })}</h2>
        {tasks.rows.length === 0 ? <p>{t("tasks.none")}</p> : null}
        <ul className="pk-rows">
          {tasks.rows.map((task) => (
            <Task key={task.id} task={task} to={caseOfTask(role, task)} intent="klar">
              <State tone={task.dueOn < today ? "warn" : "neutral"}>{dueText(task, reader)}</State>
            </Task>
          ))}
        </ul>
      </section>
      {finished.length > 0 ? (
        <section className="pk-panel pk-stack" aria-labelledby="klara">
          <h2 id="klara">{t("tasks.finished")}</h2>
          <ul className="pk-rows">
            {finished.map((task) => (
              <Task key={task.id} task={task} to={caseOfTask(role, task)} intent="ej-klar">
                <State tone="ok">
                  {t("referrals:show.done", { day: formatDay(i18n.language, task.doneOn ?? today) })}
                </State>
              </Task>
            ))}
          </ul>
        </section>
      ) : null}
    </div>
  );
}

function Task(props: { task: OwnTask; to: string; intent: "klar" | "ej-klar"; children: ReactNode }) {
  const { task, to, intent } = props;
  const { t } = useTexts(["todo", "referrals"]);
  const words = t(intent === "klar" ? "referrals:show.markDone" : "referrals:show.undo");
  return (
    <li>
      <div>
        <p>
          <strong>{task.what}</strong>
        </p>
        <p>
          <Link to={to}>{whoseTask(task, t)}</Link> <span className="pk-soft">{inShort(task.purpose)}</span>
        </p>
      </div>
      {props.children}
      <Form method="post">
        <input type="hidden" name="remiss" value={task.referralId} />
        <input type="hidden" name="task" value={task.id} />
        <button
          className="ds-button"
          data-variant="secondary"
          type="submit"
          name="gor"
          value={intent}
          aria-label={`${words}: ${task.what}`}
        >
          {words}
        </button>
      </Form>
    </li>
  );
}
