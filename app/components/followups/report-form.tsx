import { getFormProps, type SubmissionResult, useForm } from "@conform-to/react";
import { Form } from "@remix-run/react";
import { FactsText } from "#app/components/followups/report-view";
import { Choices } from "#app/components/ui/choices";
import { ErrorSummary } from "#app/components/ui/error-summary";
import { TextField } from "#app/components/ui/text-field";
import { useTexts } from "#app/components/ui/use-texts";
import { assignmentAnswers } from "#app/domain/agreements/closing";
import type {
  AssignmentReport,
  Milestone,
  ReportFacts,
  ReportForm as Values,
} from "#app/domain/followups/assignment-report";
import { formatNumber } from "#app/i18n/format";

const ns = "assignment";

/** A report being written: the hours are there, the answer and the words are the writer's. Saved as a draft, or sent. */
export function ReportForm(props: {
  milestone: Milestone;
  draft: AssignmentReport | null;
  facts: ReportFacts;
  question: string;
  result: SubmissionResult | null;
}) {
  const { t, i18n } = useTexts(ns);
  const { milestone, draft, facts, question, result } = props;
  const number = (value: number) => formatNumber(i18n.language, value, 2);
  const [form, fields] = useForm<Values>({
    id: "rapport",
    lastResult: result,
    defaultValue: {
      answer: draft?.answer,
      words:
        draft?.words ??
        (facts.weeks > 0
          ? t("report.prefill", { real: number(facts.real), planned: number(facts.planned) })
          : ""),
    },
  });
  return (
    <section className="pk-panel pk-stack" aria-labelledby="skriv">
      <h2 id="skriv">{t("report.write", { milestone: t(`milestone.${milestone}`) })}</h2>
      <p>
        <b>{t("report.question")}:</b> {question}
      </p>
      <FactsText facts={facts} />
      <Form method="post" {...getFormProps(form)} className="pk-form">
        {result ? <ErrorSummary formId="rapport" ns={ns} errors={form.allErrors} /> : null}
        <input type="hidden" name="gor" value="rapport" />
        <input type="hidden" name="milestone" value={milestone} />
        <input type="hidden" name="version" value={draft?.version ?? 0} />
        <Choices
          field={fields.answer}
          ns={ns}
          type="radio"
          legend={t("report.fulfilled")}
          choices={assignmentAnswers.map((value) => ({ value, label: t(`answers.${value}`) }))}
        />
        <TextField
          field={fields.words}
          ns={ns}
          label={t("report.words")}
          hint={t("report.wordsHint")}
          rows={5}
          longest={2000}
        />
        <p className="pk-soft pk-small">{t("report.sendHint")}</p>
        <div className="pk-actions">
          <button className="ds-button" type="submit" name="send" value="ja">
            {t("report.send")}
          </button>
          <button className="ds-button" data-variant="secondary" type="submit">
            {t("report.save")}
          </button>
        </div>
      </Form>
    </section>
  );
}
