import { getFormProps, type SubmissionResult, useForm } from "@conform-to/react";
import { Form } from "@remix-run/react";
import { ErrorSummary } from "#app/components/ui/error-summary";
import { SelectField } from "#app/components/ui/select-field";
import { TextField } from "#app/components/ui/text-field";
import { useTexts } from "#app/components/ui/use-texts";
import { notPossibleReasons } from "#app/domain/profiles/suggestion";

type LastResult = SubmissionResult<string[]> | null;
const ns = "plan";

/** It does not work out: a reason that the participant reads. */
export function NotPossible({ lastResult }: { lastResult: LastResult }) {
  const { t } = useTexts(ns);
  const [form, fields] = useForm<{ reason: string; answer: string }>({ id: "gar-inte", lastResult });
  return (
    <Form method="post" className="pk-form" {...getFormProps(form)}>
      <p>{t("inbox.notPossibleLead")}</p>
      <ErrorSummary formId="gar-inte" ns={ns} errors={form.allErrors} />
      <SelectField field={fields.reason} ns={ns} label={t("inbox.reason")}>
        <option value="">{t("form.choose")}</option>
        {notPossibleReasons.map((reason) => (
          <option key={reason} value={reason}>
            {t(`suggestion.reason.${reason}`)}
          </option>
        ))}
      </SelectField>
      <TextField field={fields.answer} ns={ns} label={t("inbox.answer")} rows={3} longest={600} />
      <button className="ds-button" data-variant="secondary" type="submit" name="gor" value="gar-inte">
        {t("inbox.notPossibleButton")}
      </button>
    </Form>
  );
}
