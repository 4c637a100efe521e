import { getFormProps, type SubmissionResult, useForm } from "@conform-to/react";
import { Form } from "@remix-run/react";
import type { Voice } from "#app/components/agreements/pause-panel";
import { ErrorSummary } from "#app/components/ui/error-summary";
import { SelectField } from "#app/components/ui/select-field";
import { TextField } from "#app/components/ui/text-field";
import { Unfold } from "#app/components/ui/unfold";
import { useTexts } from "#app/components/ui/use-texts";
import {
  cancelReasons,
  earlyEndReasons,
  employersEndReasons,
  initiatives,
} from "#app/domain/agreements/agreement-status";
import type { EndForm as EndFormValues } from "#app/domain/agreements/end-form";

const ns = "agreements";

/** Stopping: early, or before it began. Calm, with no more questions than it takes, in the words of whoever asks. */
export function EndForm(props: {
  to: "cancelled" | "ended_early";
  voice: Exclude<Voice, "agency">;
  refused: { intent: string; result: SubmissionResult | null } | null;
  open?: boolean;
}) {
  const { t } = useTexts("agreements");
  const { to, voice, refused, open = false } = props;
  const id = `avsluta-${to}`;
  const result = refused?.intent === id ? refused.result : null;
  const [form, fields] = useForm<EndFormValues>({
    id,
    lastResult: result,
    // A participant need not say why.
    defaultValue: voice === "own" ? { reason: "other" } : {},
  });
  const isEarly = to === "ended_early";
  const early = voice === "employer" ? employersEndReasons : earlyEndReasons;
  const words = isEarly ? `end.${voice}` : "end.cancelled";
  return (
    <Unfold title={t(`${words}.title`)} open={open || refused?.intent === id}>
      <Form method="post" {...getFormProps(form)} className="pk-form">
        {result ? <ErrorSummary formId={id} ns={ns} errors={form.allErrors} /> : null}
        <p>{t(`${words}.lead`)}</p>
        <input type="hidden" name="gor" value="avsluta" />
        <input type="hidden" name="to" value={to} />
        <SelectField field={fields.reason} ns={ns} label={t("end.reason")}>
          {voice === "own" ? null : <option value="">{t("choose")}</option>}
          {(isEarly ? early : cancelReasons).map((code) => (
            <option key={code} value={code}>
              {t(voice === "own" && code === "other" ? "end.reasonUnsaid" : `end.reasons.${code}`)}
            </option>
          ))}
        </SelectField>
        {isEarly && voice === "staff" ? (
          <SelectField field={fields.initiative} ns={ns} label={t("end.initiative")}>
            <option value="">{t("choose")}</option>
            {initiatives.map((code) => (
              <option key={code} value={code}>
                {t(`end.initiatives.${code}`)}
              </option>
            ))}
          </SelectField>
        ) : null}
        <TextField
          field={fields.note}
          ns={ns}
          label={t(voice === "staff" ? "end.note" : "end.noteOwn")}
          hint={voice === "own" ? undefined : t("end.noteHint")}
          rows={3}
          longest={600}
        />
        <div className="pk-actions">
          <button className="ds-button" data-variant="secondary" type="submit">
            {t(`${words}.button`)}
          </button>
        </div>
      </Form>
    </Unfold>
  );
}
