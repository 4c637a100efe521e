import { getFormProps, type SubmissionResult, useForm } from "@conform-to/react";
import { Form } from "@remix-run/react";
import { Choices } from "#app/components/ui/choices";
import { ErrorSummary } from "#app/components/ui/error-summary";
import { SelectField } from "#app/components/ui/select-field";
import { TextField } from "#app/components/ui/text-field";
import { useTexts } from "#app/components/ui/use-texts";
import { sectors } from "#app/domain/placements/vocabulary";
import { type ContactForm, contactChannels } from "#app/domain/profiles/suggestion-form";

type LastResult = SubmissionResult<string[]> | null;
type Employer = {
  id: number;
  name: string;
  place: string | null;
  contactOwner: string | null;
  appetite: string;
};
const ns = "plan";

/** The contact with a workplace: which employer of the register, or a new one, how, when, and what was said. */
export function ContactWorkplace(props: {
  employers: Employer[];
  workplace: string;
  today: string;
  lastResult: LastResult;
}) {
  const { employers, workplace, today, lastResult } = props;
  const { t } = useTexts(["plan", "vocabulary"]);
  const [form, fields] = useForm<ContactForm>({
    id: "kontakt",
    lastResult,
    defaultValue: { employerName: workplace, on: today },
  });
  return (
    <Form method="post" className="pk-form" {...getFormProps(form)}>
      <ErrorSummary formId="kontakt" ns={ns} errors={form.allErrors} />
      <Choices
        field={fields.employer}
        ns={ns}
        type="radio"
        legend={t("inbox.employer")}
        choices={[
          ...employers.map(({ id, name, place, contactOwner, appetite }) => ({
            value: String(id),
            label: [
              name,
              place,
              contactOwner ? t("inbox.owner", { name: contactOwner }) : null,
              appetite === "not_now" ? t("inbox.notNow") : null,
            ]
              .filter(Boolean)
              .join(", "),
          })),
          { value: "new", label: t("inbox.newEmployer") },
        ]}
      />
      <fieldset className="pk-question">
        <legend className="ds-label">{t("inbox.newTitle")}</legend>
        <div className="pk-stack">
          <TextField field={fields.employerName} ns={ns} label={t("inbox.employerName")} longest={120} />
          <TextField
            field={fields.organisationNumber}
            ns={ns}
            label={t("inbox.organisationNumber")}
            hint={t("inbox.organisationNumberHint")}
            maxLength={20}
          />
          <SelectField field={fields.sector} ns={ns} label={t("inbox.sector")}>
            <option value="">{t("form.choose")}</option>
            {sectors.map((sector) => (
              <option key={sector} value={sector}>
                {t(`vocabulary:sector.${sector}`)}
              </option>
            ))}
          </SelectField>
        </div>
      </fieldset>
      <div className="pk-fields">
        <SelectField field={fields.channel} ns={ns} label={t("inbox.channel")}>
          <option value="">{t("form.choose")}</option>
          {contactChannels.map((channel) => (
            <option key={channel} value={channel}>
              {t(`inbox.channels.${channel}`)}
            </option>
          ))}
        </SelectField>
        <TextField field={fields.on} ns={ns} label={t("inbox.on")} type="date" />
      </div>
      <TextField
        field={fields.note}
        ns={ns}
        label={t("inbox.note")}
        hint={t("inbox.noteHint")}
        rows={3}
        longest={1000}
      />
      <button className="ds-button" type="submit" name="gor" value="kontakt">
        {t("inbox.contactButton")}
      </button>
    </Form>
  );
}
