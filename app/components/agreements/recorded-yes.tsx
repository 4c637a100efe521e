import { getFormProps, useForm } from "@conform-to/react";
import { Form } from "@remix-run/react";
import type { AfterAnswer } from "#app/components/agreements/after-answer";
import { hasChoice, WishFields } from "#app/components/agreements/wish-fields";
import { Choices } from "#app/components/ui/choices";
import { ErrorSummary } from "#app/components/ui/error-summary";
import { TextField } from "#app/components/ui/text-field";
import { Unfold } from "#app/components/ui/unfold";
import { useTexts } from "#app/components/ui/use-texts";
import { type ApprovalForm, approvalWays, type CertificateVersion } from "#app/domain/agreements/certificate";
import type { SupervisorReference } from "#app/domain/agreements/supervisor-reference";

const ns = "closing";

/** The yes of somebody without an account, as staff write it down: what is wanted in the text, then how the yes was given. */
export function RecordedYes(props: {
  open: CertificateVersion;
  said: SupervisorReference | null;
  refusal: AfterAnswer | null;
}) {
  const { t } = useTexts("closing");
  const { open, said, refusal } = props;
  const [form, fields] = useForm<ApprovalForm>({ id: "ja", lastResult: refusal?.result ?? null });
  return (
    <Unfold title={t("certificate.record")} open={refusal !== null}>
      <p>{t("certificate.recordLead")}</p>
      {hasChoice(open, said) ? (
        <Form method="post" className="pk-form" key={open.hash}>
          <WishFields open={open} said={said} />
          <div className="pk-actions">
            <button className="ds-button" data-variant="secondary" type="submit">
              {t("own.saveWishes")}
            </button>
          </div>
        </Form>
      ) : null}
      <Form method="post" {...getFormProps(form)} className="pk-form">
        {refusal?.result?.error ? <ErrorSummary formId={form.id} ns={ns} errors={form.allErrors} /> : null}
        <input type="hidden" name="gor" value="ja" />
        <input type="hidden" name="number" value={open.number} />
        <input type="hidden" name="hash" value={open.hash} />
        <Choices
          field={fields.how}
          ns={ns}
          type="radio"
          legend={t("certificate.how")}
          choices={approvalWays.map((value) => ({ value, label: t(`certificate.ways.${value}`) }))}
        />
        <TextField
          field={fields.note}
          ns={ns}
          label={t("certificate.note")}
          hint={t("certificate.noteHint")}
          longest={300}
        />
        <div className="pk-actions">
          <button className="ds-button" type="submit">
            {t("certificate.recordButton")}
          </button>
        </div>
      </Form>
    </Unfold>
  );
}
