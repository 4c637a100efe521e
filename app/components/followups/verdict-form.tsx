import { getFormProps, type SubmissionResult, useForm } from "@conform-to/react";
import { Form } from "@remix-run/react";
import { Choices } from "#app/components/ui/choices";
import { ErrorSummary } from "#app/components/ui/error-summary";
import { TextField } from "#app/components/ui/text-field";
import { useTexts } from "#app/components/ui/use-texts";
import { type VerdictForm as Values, verdicts } from "#app/domain/followups/assignment-report";

const ns = "assignment";

/** What a case worker says of a report: nothing is chosen beforehand. */
export function VerdictForm(props: {
  reportId: string;
  agreementId: string;
  result: SubmissionResult | null;
}) {
  const { t } = useTexts(ns);
  const { reportId, agreementId, result } = props;
  const id = `svar-${reportId}`;
  const [form, fields] = useForm<Values>({ id, lastResult: result });
  return (
    <Form method="post" {...getFormProps(form)} className="pk-form">
      {result ? <ErrorSummary formId={id} ns={ns} errors={form.allErrors} /> : null}
      <input type="hidden" name="gor" value="utlatande" />
      <input type="hidden" name="agreement" value={agreementId} />
      <input type="hidden" name="report" value={reportId} />
      <Choices
        field={fields.verdict}
        ns={ns}
        type="radio"
        legend={t("say.title")}
        choices={verdicts.map((value) => ({ value, label: t(`verdict.${value}`) }))}
      />
      <TextField field={fields.words} ns={ns} label={t("say.words")} rows={2} longest={2000} />
      <div className="pk-actions">
        <button className="ds-button" type="submit">
          {t("say.send")}
        </button>
      </div>
    </Form>
  );
}
