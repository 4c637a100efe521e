import type { FindField } from "#app/components/profiles/kartlaggning/field-finder";
import { useFieldTexts } from "#app/components/ui/form-field";
import { SelectField } from "#app/components/ui/select-field";
import { TextField } from "#app/components/ui/text-field";
import { useTexts } from "#app/components/ui/use-texts";
import { answerLists, type Column, type Question } from "#app/domain/profiles/kartlaggning-parts";

type Props = { question: Question; legend: string; hint: string; field: FindField };

/** Rows of fields: those that are filled in, and empty ones to go on with. A button below gives more, without script too. */
export function RowFields({ question, legend, hint, field }: Props) {
  const { t } = useTexts("kartlaggning");
  const own = field(`answers.${question.key}`);
  const { error, hintId, errorId } = useFieldTexts(own, "kartlaggning", hint || undefined);
  const filled = Array.isArray(own.initialValue) ? own.initialValue.length : 0;
  return (
    <fieldset className="pk-question pk-stack" id={own.id} tabIndex={-1}>
      <legend className="ds-label">{legend}</legend>
      {hint ? (
        <p className="pk-soft pk-small" id={hintId}>
          {hint}
        </p>
      ) : null}
      {error ? (
        <p className="pk-error" id={errorId}>
          {error}
        </p>
      ) : null}
      {Array.from({ length: filled + (filled === 0 ? 2 : 1) }, (_, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a row is its place in the form
        <fieldset className="pk-row-fields" key={index}>
          <legend className="pk-small pk-soft">{t("form.row", { number: index + 1 })}</legend>
          {(question.columns ?? []).map((column) => (
            <ColumnField
              key={column.key}
              question={question}
              column={column}
              field={field(`answers.${question.key}[${index}].${column.key}`)}
            />
          ))}
        </fieldset>
      ))}
      <p>
        <button className="ds-button" data-variant="secondary" type="submit" name="gor" value="rad">
          {t("form.addRow")}
        </button>
      </p>
    </fieldset>
  );
}

function ColumnField({
  question,
  column,
  field,
}: {
  question: Question;
  column: Column;
  field: ReturnType<FindField>;
}) {
  const { t } = useTexts("kartlaggning");
  const { kind, key } = column;
  const common = { field, ns: "kartlaggning", label: t(`col.${question.key}.${key}`) };
  if (kind === "line") return <TextField {...common} />;
  if (kind === "text") return <TextField {...common} rows={3} />;
  if (kind === "date") return <TextField {...common} type="date" />;
  return (
    <SelectField {...common}>
      <option value="">{t("form.choose")}</option>
      {answerLists[kind].map((value) => (
        <option key={value} value={value}>
          {t(`word.${kind}.${value}`)}
        </option>
      ))}
    </SelectField>
  );
}
