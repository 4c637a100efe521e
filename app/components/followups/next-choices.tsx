import { type FormField, listValue, useFieldTexts } from "#app/components/ui/form-field";
import { TextField } from "#app/components/ui/text-field";
import { useTexts } from "#app/components/ui/use-texts";
import type { Followup } from "#app/domain/followups/followup";
import type { NextProposal } from "#app/domain/followups/next-contact";
import { formatClock, formatLongDay } from "#app/i18n/format";

/** When the next contact is: what the rhythm has planned, a free day or two, an own day, or none. */
export function NextChoices(props: {
  fields: { next: FormField; nextOn: FormField; nextAt: FormField };
  next: { planned: Followup | null; proposals: readonly NextProposal[]; closed: readonly string[] };
  participant: string;
  /** The earliest day that can be chosen. */
  from: string;
}) {
  const { t, i18n } = useTexts("visit");
  const { fields, participant } = props;
  const { planned, proposals, closed } = props.next;
  const { error, errorId } = useFieldTexts(fields.next, "visit");
  const chosen = listValue(fields.next);
  const when = (day: string, at: string | null) =>
    `${formatLongDay(i18n.language, day)}${at ? ` ${formatClock(at)}` : ""}`;
  const choices = [
    ...(planned
      ? [{ value: "planned", label: when(planned.dueOn, planned.dueAt), hint: t("next.plannedText") }]
      : []),
    ...proposals.map(({ day, at, together }) => ({
      value: `${day}T${at}`,
      label: when(day, at),
      hint: t(together ? "next.together" : "next.free", { who: participant }),
    })),
    { value: "own", label: t("next.own"), hint: "" },
    ...(planned ? [] : [{ value: "none", label: t("next.none"), hint: "" }]),
  ];
  return (
    <section className="pk-panel pk-stack">
      <fieldset
        className="pk-question"
        id={fields.next.id}
        tabIndex={-1}
        aria-describedby={error ? errorId : undefined}
      >
        <legend className="pk-visit__legend">{t("labels.next")}</legend>
        {planned || proposals.length > 0 ? <p className="pk-soft">{t("next.lead")}</p> : null}
        <div className="pk-choice">
          {choices.map(({ value, label, hint }) => (
            <label className="pk-check" key={value}>
              <input
                className="ds-input"
                type="radio"
                name={fields.next.name}
                value={value}
                defaultChecked={chosen.includes(value)}
              />
              <span>
                <b>{label}</b>
                {hint ? <span className="pk-soft pk-small">{hint}</span> : null}
              </span>
            </label>
          ))}
        </div>
        {error ? (
          <p className="pk-error" id={errorId}>
            {error}
          </p>
        ) : null}
      </fieldset>
      <div className="pk-fields pk-own-next" data-closed={closed.join(" ")}>
        <TextField field={fields.nextOn} ns="visit" label={t("labels.nextOn")} type="date" />
        <TextField field={fields.nextAt} ns="visit" label={t("labels.nextAt")} type="time" />
      </div>
    </section>
  );
}
