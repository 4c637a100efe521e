import { getFormProps, type SubmissionResult, useForm } from "@conform-to/react";
import { Form } from "@remix-run/react";
import { Choices } from "#app/components/ui/choices";
import { ErrorSummary } from "#app/components/ui/error-summary";
import { useTexts } from "#app/components/ui/use-texts";
import { offeredReasons } from "#app/domain/profiles/reopening";

/** Opens the case of somebody who has left and is back. */
export function ReopenParticipant({ lastResult }: { lastResult: SubmissionResult<string[]> | null }) {
  const { t } = useTexts("profiles");
  const [form, fields] = useForm<{ reason: string }>({ id: "oppna", lastResult });
  return (
    <section className="pk-panel pk-stack" aria-labelledby="oppna-igen">
      <h2 id="oppna-igen">{t("reopen.title")}</h2>
      <p>{t("reopen.lead")}</p>
      <Form method="post" className="pk-stack" {...getFormProps(form)}>
        <ErrorSummary formId="oppna" ns="profiles" errors={form.allErrors} />
        <Choices
          field={fields.reason}
          ns="profiles"
          type="radio"
          legend={t("reopen.legend")}
          choices={offeredReasons.map((value) => ({ value, label: t(`reopen.reason.${value}`) }))}
        />
        <button className="ds-button" data-variant="secondary" type="submit">
          {t("reopen.button")}
        </button>
      </Form>
    </section>
  );
}
