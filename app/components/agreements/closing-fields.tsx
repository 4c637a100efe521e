import type { FieldMetadata } from "@conform-to/react";
import type { ReactNode } from "react";
import { Choices } from "#app/components/ui/choices";
import type { FormField } from "#app/components/ui/form-field";
import { SelectField } from "#app/components/ui/select-field";
import { TextField } from "#app/components/ui/text-field";
import { useTexts } from "#app/components/ui/use-texts";
import { assignmentAnswers, type ClosingForm, selfSufficiencies } from "#app/domain/agreements/closing";
import { educationForms, outcomes } from "#app/domain/profiles/participant-vocabulary";

const ns = "lifecycle";

/** The fields as they stand on the page. */
export const closingOrder = [
  "outcome",
  "educationForm",
  "selfSufficiency",
  "answer",
  "answerWords",
  "nextStep",
  "responsible",
  "nextOn",
  "participantNote",
  "employerMayKnow",
] as const;

/** What is asked when an agreement ends. `question`: of the assignment, when there was one. `people`: who can be responsible. */
export function ClosingFields({
  fields,
  question,
  people,
}: {
  fields: { [Key in keyof ClosingForm]-?: FieldMetadata<ClosingForm[Key]> };
  question: string | null;
  people: readonly string[];
}) {
  const { t } = useTexts(["lifecycle", "agreements", "profiles"]);
  return (
    <>
      <Part id="result">
        <Select
          field={fields.outcome}
          of="outcome"
          words={outcomes.map((one) => [one, t(`profiles:end.outcomes.${one}`)])}
        />
        <Select
          field={fields.educationForm}
          of="educationForm"
          hint={t("field.educationFormHint")}
          words={educationForms.map((one) => [one, t(`closing.educationForms.${one}`)])}
        />
        <Choices
          field={fields.selfSufficiency}
          ns={ns}
          type="radio"
          legend={t("field.selfSufficiency")}
          choices={selfSufficiencies.map((value) => ({
            value,
            label: t(`closing.selfSufficiencies.${value}`),
          }))}
        />
      </Part>
      {question === null ? null : (
        <Part id="answerTitle">
          <p>{t("closing.question", { question })}</p>
          <Choices
            field={fields.answer}
            ns={ns}
            type="radio"
            legend={t("field.answer")}
            choices={assignmentAnswers.map((value) => ({ value, label: t(`closing.answers.${value}`) }))}
          />
          <TextField
            field={fields.answerWords}
            ns={ns}
            label={t("field.answerWords")}
            rows={3}
            longest={1000}
          />
        </Part>
      )}
      <Part id="next">
        <TextField field={fields.nextStep} ns={ns} label={t("field.nextStep")} rows={2} longest={500} />
        <div className="pk-fields">
          <TextField
            field={fields.responsible}
            ns={ns}
            label={t("field.responsible")}
            hint={t("field.responsibleHint")}
            longest={120}
            list="ansvariga"
          />
          <TextField field={fields.nextOn} ns={ns} label={t("field.nextOn")} type="date" />
        </div>
        <datalist id="ansvariga">
          {people.map((name) => (
            <option key={name} value={name} />
          ))}
        </datalist>
      </Part>
      <Part id="toParticipant">
        <TextField
          field={fields.participantNote}
          ns={ns}
          label={t("field.participantNote")}
          hint={t("field.participantNoteHint")}
          rows={3}
          longest={1000}
        />
        <Choices
          field={fields.employerMayKnow}
          ns={ns}
          type="checkbox"
          legend={t("closing.forEmployer")}
          choices={[{ value: "ja", label: t("field.employerMayKnow") }]}
        />
      </Part>
    </>
  );
}

function Part({ id, children }: { id: string; children: ReactNode }) {
  const { t } = useTexts("lifecycle");
  return (
    <section className="pk-panel pk-stack" aria-labelledby={`del-${id}`}>
      <h2 id={`del-${id}`}>{t(`closing.${id}`)}</h2>
      {children}
    </section>
  );
}

function Select(props: {
  field: FormField;
  of: string;
  hint?: string;
  words: readonly (readonly [value: string, text: string])[];
}) {
  const { t } = useTexts(["lifecycle", "agreements"]);
  const { field, of, hint, words } = props;
  return (
    <SelectField field={field} ns={ns} label={t(`field.${of}`)} {...(hint ? { hint } : {})}>
      <option value="">{t("agreements:choose")}</option>
      {words.map(([value, text]) => (
        <option key={value} value={value}>
          {text}
        </option>
      ))}
    </SelectField>
  );
}
