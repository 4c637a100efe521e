import { getFormProps, type SubmissionResult, useForm } from "@conform-to/react";
import { Form } from "@remix-run/react";
import { pauseText } from "#app/components/agreements/agreement-words";
import { Choices } from "#app/components/ui/choices";
import { ErrorSummary } from "#app/components/ui/error-summary";
import { TextField } from "#app/components/ui/text-field";
import { Unfold } from "#app/components/ui/unfold";
import { useTexts } from "#app/components/ui/use-texts";
import type { AgreementStep } from "#app/domain/agreements/agreement-status";
import { openPause, type Pause, pauseKinds } from "#app/domain/agreements/pause";
import type { PauseForm, ResumeForm } from "#app/domain/agreements/pause-form";
import { formatDate } from "#app/i18n/format";

/** Whose page it is: the participant's own, the employer's (never told why), staff's, or an agency's that only reads. */
export type Voice = "own" | "employer" | "staff" | "agency";
type Refused = { intent: string; result: SubmissionResult | null } | null;
const ns = "lifecycle";

/** The pause that goes on or comes, and what can be done about it: pause, or say when it ends. */
export function PausePanel(props: {
  pauses: readonly Pause[];
  steps: readonly AgreementStep[];
  today: string;
  voice: Voice;
  refused: Refused;
  /** Whether the form for a pause stands open. */
  open?: boolean;
}) {
  const { t, i18n } = useTexts(["lifecycle", "agreements"]);
  const { pauses, steps, today, voice, refused, open = false } = props;
  const pause = openPause(pauses, today);
  const earlier = pauses.filter((one) => one !== pause);
  const resultOf = (intent: string) => (refused?.intent === intent ? refused.result : null);
  const mayPause = steps.includes("paused") && voice !== "agency";
  if (!mayPause && pauses.length === 0) return null;
  return (
    <section className="pk-panel pk-stack" aria-labelledby="paus">
      <h2 id="paus">{t("pause.heading")}</h2>
      {pause ? <PauseWords pause={pause} voice={voice} today={today} /> : null}
      {pause && steps.includes("resumed") ? (
        <ResumeFields today={today} pause={pause} result={resultOf("borja-igen")} />
      ) : null}
      {mayPause && (!pause || pause.until !== null) ? (
        <Unfold title={t("pause.title")} open={open || refused?.intent === "pausa"}>
          <PauseFields voice={voice} today={today} result={resultOf("pausa")} />
        </Unfold>
      ) : null}
      {earlier.length > 0 ? (
        <Unfold title={t("pause.earlier")}>
          <ul className="pk-plain">
            {earlier.map((one) => (
              <li key={one.from}>
                {t("agreements:period", {
                  from: formatDate(i18n.language, one.from),
                  to: one.until === null ? "" : formatDate(i18n.language, one.until),
                })}
              </li>
            ))}
          </ul>
        </Unfold>
      ) : null}
    </section>
  );
}

/** "Pausad sedan 3 juni 2026 till och med 12 juni 2026.", and why for those who may know. */
export function PauseWords({ pause, voice, today }: { pause: Pause; voice: Voice; today: string }) {
  const { t, i18n } = useTexts(["lifecycle", "agreements"]);
  const { from, until, kind } = pause;
  const words =
    from <= today
      ? pauseText(t, i18n.language, { from, until })
      : t(until === null ? "pause.aheadOpen" : "pause.ahead", {
          from: formatDate(i18n.language, from),
          until: until && formatDate(i18n.language, until),
        });
  return (
    <p>
      <b>{words}.</b> {voice === "own" || voice === "staff" ? t(`pause.why.${kind}`) : null}
    </p>
  );
}

function PauseFields(props: {
  voice: Exclude<Voice, "agency">;
  today: string;
  result: SubmissionResult | null;
}) {
  const { t } = useTexts("lifecycle");
  const { voice, today, result } = props;
  const [form, fields] = useForm<PauseForm>({
    id: "pausa",
    lastResult: result,
    defaultValue: { from: today },
  });
  return (
    <Form method="post" {...getFormProps(form)} className="pk-form">
      <input type="hidden" name="gor" value="pausa" />
      {result ? <ErrorSummary formId="pausa" ns={ns} errors={form.allErrors} /> : null}
      <p>{t(`pause.lead.${voice}`)}</p>
      {voice === "employer" ? null : (
        <Choices
          field={fields.kind}
          ns={ns}
          type="radio"
          legend={t("pause.kind")}
          hint={t(`pause.kindHint.${voice}`)}
          choices={pauseKinds.map((value) => ({ value, label: t(`pause.kinds.${voice}.${value}`) }))}
        />
      )}
      <TextField field={fields.from} ns={ns} label={t("pause.from")} type="date" />
      <TextField
        field={fields.returnsOn}
        ns={ns}
        label={t("pause.returnsOn")}
        hint={t(`pause.returnsOnHint.${voice}`)}
        type="date"
      />
      <TextField
        field={fields.note}
        ns={ns}
        label={t("pause.note")}
        hint={t("pause.noteHint")}
        rows={2}
        longest={600}
      />
      <div className="pk-actions">
        <button className="ds-button" data-variant="secondary" type="submit">
          {t("pause.button")}
        </button>
      </div>
    </Form>
  );
}

function ResumeFields({
  today,
  pause,
  result,
}: {
  today: string;
  pause: Pause;
  result: SubmissionResult | null;
}) {
  const { t } = useTexts("lifecycle");
  const [form, fields] = useForm<ResumeForm>({
    id: "borja-igen",
    lastResult: result,
    defaultValue: { returnsOn: pause.from > today ? pause.from : today },
  });
  return (
    <Form method="post" {...getFormProps(form)} className="pk-form">
      <input type="hidden" name="gor" value="borja-igen" />
      {result ? <ErrorSummary formId="borja-igen" ns={ns} errors={form.allErrors} /> : null}
      <h3>{t("pause.resume")}</h3>
      <TextField
        field={fields.returnsOn}
        ns={ns}
        label={t("pause.returnsOn")}
        hint={t("pause.resumeHint")}
        type="date"
      />
      <div className="pk-actions">
        <button className="ds-button" data-variant="secondary" type="submit">
          {t("pause.resumeButton")}
        </button>
      </div>
    </Form>
  );
}
