import { getFormProps, useForm } from "@conform-to/react";
import { Form } from "@remix-run/react";
import { type AfterAnswer, answerTo } from "#app/components/agreements/after-answer";
import { CheckupFields } from "#app/components/followups/checkup-fields";
import { ErrorSummary } from "#app/components/ui/error-summary";
import { SelectField } from "#app/components/ui/select-field";
import { Unfold } from "#app/components/ui/unfold";
import { useTexts } from "#app/components/ui/use-texts";
import { askedHow, type Checkup, type RecordedCheckupForm } from "#app/domain/followups/checkup";
import { formatDate } from "#app/i18n/format";

const ns = "closing";

/** The check-ups after the end, and a form for an answer that was given to a person. */
export function CheckupPanel(props: { checkups: readonly Checkup[]; refusal: AfterAnswer | null }) {
  const { t, i18n } = useTexts("closing");
  const { checkups } = props;
  if (checkups.length === 0) return null;
  const day = (one: Checkup) => {
    const moment = { planned: one.dueOn, asked: one.askedAt, answered: one.answeredAt, dropped: null }[
      one.status
    ];
    return moment ? formatDate(i18n.language, moment) : "";
  };
  const open = checkups.filter(({ status }) => status === "planned" || status === "asked");
  return (
    <section className="pk-panel pk-stack" aria-labelledby="fragor">
      <h2 id="fragor">{t("checkup.heading")}</h2>
      <p>{t("checkup.lead")}</p>
      <ol className="pk-events">
        {checkups.map((one) => (
          <li key={one.months}>
            <b>{t("checkup.months", { count: one.months })}</b>
            <span>{t(`checkup.standing.${one.status}`, { day: day(one) })}</span>
            {one.droppedWhy ? <span className="pk-soft">{t(`checkup.why.${one.droppedWhy}`)}</span> : null}
            {one.doing && one.feeling ? (
              <span>
                {t(`profiles:end.outcomes.${one.doing}`)}. {t(`checkup.feelings.${one.feeling}`)}.
              </span>
            ) : null}
            {one.words ? <span className="pk-lines">{one.words}</span> : null}
            {one.recordedByName && one.recordedHow ? (
              <span className="pk-soft">
                {t("checkup.recorded", {
                  by: one.recordedByName,
                  how: t(`checkup.hows.${one.recordedHow}`).toLocaleLowerCase(i18n.language),
                })}
              </span>
            ) : null}
          </li>
        ))}
      </ol>
      {open.length > 0 ? <RecordForm open={open} refusal={answerTo(props.refusal, "svar")} /> : null}
    </section>
  );
}

function RecordForm({ open, refusal }: { open: readonly Checkup[]; refusal: AfterAnswer | null }) {
  const { t } = useTexts("closing");
  const [form, fields] = useForm<RecordedCheckupForm>({
    id: "svar",
    lastResult: refusal?.result ?? null,
    defaultValue: { months: String(open[0]?.months ?? "") },
  });
  return (
    <Unfold title={t("checkup.record")} open={refusal !== null}>
      <Form method="post" {...getFormProps(form)} className="pk-form" key={open.length}>
        <p>{t("checkup.recordLead")}</p>
        {refusal?.result?.error ? <ErrorSummary formId={form.id} ns={ns} errors={form.allErrors} /> : null}
        <input type="hidden" name="gor" value="svar" />
        <SelectField field={fields.months} ns={ns} label={t("checkup.which")}>
          {open.map(({ months }) => (
            <option key={months} value={months}>
              {t("checkup.months", { count: months })}
            </option>
          ))}
        </SelectField>
        <CheckupFields fields={fields} voice="staff" />
        <SelectField field={fields.how} ns={ns} label={t("checkup.how")}>
          <option value="">{t("agreements:choose")}</option>
          {askedHow.map((how) => (
            <option key={how} value={how}>
              {t(`checkup.hows.${how}`)}
            </option>
          ))}
        </SelectField>
        <div className="pk-actions">
          <button className="ds-button" data-variant="secondary" type="submit">
            {t("checkup.recordButton")}
          </button>
        </div>
      </Form>
    </Unfold>
  );
}
