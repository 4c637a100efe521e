import type { FindField } from "#app/components/profiles/kartlaggning/field-finder";
import { RowFields } from "#app/components/profiles/kartlaggning/row-fields";
import { Tick } from "#app/components/profiles/kartlaggning/tick";
import { Choices } from "#app/components/ui/choices";
import { listValue } from "#app/components/ui/form-field";
import { SelectField } from "#app/components/ui/select-field";
import { TextField } from "#app/components/ui/text-field";
import { useTexts } from "#app/components/ui/use-texts";
import {
  answerLists,
  mayBeNone,
  type Question,
  type QuestionPart,
  questions,
} from "#app/domain/profiles/kartlaggning-parts";

/** More words than this are a list that folds out. */
const mostRadios = 7;

/** The questions of one part. Every one of them can be answered "vet inte". */
export function PartFields({ part, field }: { part: QuestionPart; field: FindField }) {
  return (
    <>
      {questions[part].map((question) => (
        <QuestionField key={question.key} part={part} question={question} field={field} />
      ))}
    </>
  );
}

function QuestionField({
  part,
  question,
  field,
}: {
  part: QuestionPart;
  question: Question;
  field: FindField;
}) {
  const { t } = useTexts("kartlaggning");
  const { key } = question;
  const label = t(`q.${part}.${key}`);
  const hint = t(`hint.${part}.${key}`, { defaultValue: "" });
  const own = field(`answers.${key}`);
  const common = { field: own, ns: "kartlaggning", ...(hint ? { hint } : {}) };
  const isUnknown = listValue(field("unknown")).includes(key);
  const unknown = question.optional ? null : (
    <Tick name="unknown" value={key} id={`${own.id}-unknown`} checked={isUnknown} about={label}>
      {t("form.unknown")}
    </Tick>
  );
  const none = mayBeNone(question) ? (
    <Tick
      name="none"
      value={key}
      id={`${own.id}-none`}
      checked={listValue(field("none")).includes(key)}
      about={label}
    >
      {t("form.noneTick")}
    </Tick>
  ) : null;
  if (question.kind === "one") {
    const words = (question.list ? [...answerLists[question.list]] : []).map((value) => ({
      value,
      label: t(`word.${question.list}.${value}`),
    }));
    const choices = [...words, { value: "okant", label: t("form.unknown") }];
    if (choices.length <= mostRadios)
      return <Choices {...common} type="radio" legend={label} choices={choices} />;
    return (
      <SelectField {...common} label={label}>
        <option value="">{t("form.choose")}</option>
        {choices.map((choice) => (
          <option key={choice.value} value={choice.value}>
            {choice.label}
          </option>
        ))}
      </SelectField>
    );
  }
  return (
    <div className="pk-asked">
      {question.kind === "several" && question.list ? (
        <Choices
          {...common}
          type="checkbox"
          legend={label}
          choices={answerLists[question.list].map((value) => ({
            value,
            label: t(`word.${question.list}.${value}`),
          }))}
        />
      ) : question.kind === "rows" ? (
        <RowFields question={question} legend={label} hint={hint} field={field} />
      ) : question.kind === "text" ? (
        <TextField {...common} label={label} rows={4} />
      ) : (
        <TextField {...common} label={label} type={question.kind === "date" ? "date" : "text"} />
      )}
      {unknown || none ? (
        <div className="pk-ticks">
          {none}
          {unknown}
        </div>
      ) : null}
    </div>
  );
}
