import { getFormProps, type SubmissionResult, useForm } from "@conform-to/react";
import { Form } from "@remix-run/react";
import { ErrorSummary } from "#app/components/ui/error-summary";
import { TextField } from "#app/components/ui/text-field";
import { useTexts } from "#app/components/ui/use-texts";
import type { AssignmentMessage, MessageForm } from "#app/domain/followups/assignment-report";
import { formatDateTime } from "#app/i18n/format";

const ns = "assignment";

/** Questions and answers about one assignment, and a place to write the next. `formKey`: of the form, made by the loader. */
export function AssignmentThread(props: {
  messages: readonly AssignmentMessage[];
  reader: "agency" | "staff";
  formKey: string;
  result: SubmissionResult | null;
  /** Which assignment, when the page has several. */
  agreementId?: string;
}) {
  const { t, i18n } = useTexts(ns);
  const { messages, reader, formKey, result, agreementId = "" } = props;
  const isAgency = reader === "agency";
  const id = `fraga${agreementId}`;
  const [form, fields] = useForm<MessageForm>({ id, lastResult: result });
  return (
    <div className="pk-panel pk-stack">
      <h2>{t("thread.title")}</h2>
      <p className="pk-soft">{t(isAgency ? "thread.leadAgency" : "thread.leadStaff")}</p>
      {messages.length === 0 ? <p>{t("thread.none")}</p> : null}
      <ol className="pk-events">
        {messages.map(({ id: key, fromName, words, at }) => (
          <li key={key}>
            <b>{t("thread.line", { name: fromName, when: formatDateTime(i18n.language, at) })}</b>
            <span className="pk-lines">{words}</span>
          </li>
        ))}
      </ol>
      {!isAgency && messages.length === 0 ? null : (
        <Form method="post" {...getFormProps(form)} className="pk-form">
          {result ? <ErrorSummary formId={id} ns={ns} errors={form.allErrors} /> : null}
          <input type="hidden" name="gor" value="fraga" />
          <input type="hidden" name="key" value={formKey} />
          {agreementId ? <input type="hidden" name="agreement" value={agreementId} /> : null}
          <TextField
            field={fields.words}
            ns={ns}
            label={t(isAgency ? "thread.words" : "thread.wordsAnswer")}
            rows={3}
            longest={2000}
          />
          <div className="pk-actions">
            <button className="ds-button" data-variant={isAgency ? "secondary" : "primary"} type="submit">
              {t(isAgency ? "thread.sendQuestion" : "thread.sendAnswer")}
            </button>
          </div>
        </Form>
      )}
    </div>
  );
}
