import { type FormField, listValue, useFieldTexts } from "#app/components/ui/form-field";
import { useTexts } from "#app/components/ui/use-texts";
import { type Task, taskGroupNames, taskGroups } from "#app/domain/placements/vocabulary";

/** The tasks to tick, by group. Tells which are ticked, in the order of the list. */
export function OfferTasks({ field, onChange }: { field: FormField; onChange: (tasks: Task[]) => void }) {
  const { t } = useTexts("offer");
  const { error, errorId, describedBy } = useFieldTexts(field, "offer");
  const chosen = listValue(field);
  return (
    <fieldset
      className="pk-stack pk-question"
      id={field.id}
      aria-describedby={describedBy}
      tabIndex={-1}
      onChange={(event) => onChange(tickedIn(event.currentTarget))}
    >
      <legend className="ds-sr-only">{t("field.tasks")}</legend>
      {error ? (
        <p className="pk-error" id={errorId}>
          {error}
        </p>
      ) : null}
      {taskGroupNames.map((group) => (
        <fieldset key={group}>
          <legend className="ds-label">{t(`vocabulary:taskGroup.${group}`)}</legend>
          <div className="pk-checks">
            {taskGroups[group].map((task) => (
              <label className="pk-check" key={task}>
                <input
                  className="ds-input"
                  type="checkbox"
                  name={field.name}
                  value={task}
                  defaultChecked={chosen.includes(task)}
                  aria-invalid={error ? true : undefined}
                />
                <span>{t(`vocabulary:task.${task}`)}</span>
              </label>
            ))}
          </div>
        </fieldset>
      ))}
    </fieldset>
  );
}

function tickedIn(element: HTMLFieldSetElement): Task[] {
  return [...element.querySelectorAll<HTMLInputElement>("input:checked")].map(({ value }) => value as Task);
}
