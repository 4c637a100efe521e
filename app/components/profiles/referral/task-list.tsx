import { Form } from "@remix-run/react";
import { State } from "#app/components/ui/state";
import { useTexts } from "#app/components/ui/use-texts";
import type { CaseTask } from "#app/domain/profiles/referral";
import { formatDay } from "#app/i18n/format";

/** Who does what until when. `mayFinish` says which of them this reader marks as done; `own` calls the participant "du". */
export function TaskList(props: {
  tasks: CaseTask[];
  today: string;
  mayFinish?: (task: CaseTask) => boolean;
  own?: boolean;
}) {
  const { tasks, today, mayFinish, own } = props;
  const { t, i18n } = useTexts(["referrals", "plan"]);
  if (tasks.length === 0) return <p className="pk-soft">{t("show.noTasks")}</p>;
  return (
    <ul className="pk-rows">
      {tasks.map((task) => {
        const isLate = task.doneOn === null && task.dueOn < today;
        const key = task.doneOn ? "show.done" : isLate ? "show.late" : "show.due";
        return (
          <li key={task.id}>
            <div>
              <p>
                <strong>{task.what}</strong>
              </p>
              <p className="pk-soft">
                {task.responsibleName || t(own ? "plan:own.you" : "show.participant")}
              </p>
            </div>
            <State tone={task.doneOn ? "ok" : isLate ? "warn" : "neutral"}>
              {t(key, { day: formatDay(i18n.language, task.doneOn ?? task.dueOn) })}
            </State>
            {mayFinish?.(task) ? (
              <Form method="post">
                <input type="hidden" name="task" value={task.id} />
                <button
                  className="ds-button"
                  data-variant="tertiary"
                  type="submit"
                  name="gor"
                  value={task.doneOn ? "ej-klar" : "klar"}
                  aria-label={`${t(task.doneOn ? "show.undo" : "show.markDone")}: ${task.what}`}
                >
                  {t(task.doneOn ? "show.undo" : "show.markDone")}
                </button>
              </Form>
            ) : null}
          </li>
        );
      })}
    </ul>
  );
}
