import { AgencyFields } from "#app/components/profiles/agency-fields";
import { IdentityFields } from "#app/components/profiles/identity-fields";
import { Choices } from "#app/components/ui/choices";
import type { FormField } from "#app/components/ui/form-field";
import { SelectField } from "#app/components/ui/select-field";
import { TextField } from "#app/components/ui/text-field";
import { useTexts } from "#app/components/ui/use-texts";
import { sexes } from "#app/domain/profiles/participant";

/** The fields as they stand on the page. */
export const participantFieldOrder = [
  "reference",
  "protectedIdentity",
  "name",
  "email",
  "invite",
  "sex",
  "birthYear",
  "municipality",
  "locality",
  "agency",
  "caseWorker",
  "referredOn",
  "purpose",
  "question",
  "tried",
  "wishes",
  "otherAgencies",
  "agenciesAgreed",
] as const;
export type ParticipantFieldName = Exclude<(typeof participantFieldOrder)[number], "invite">;

type Options = {
  municipalities: { code: string; name: string }[];
  agencies: { id: number; name: string }[];
  caseWorkers: { userId: string; name: string; agency: string }[];
};

/** The questions about a participant and the referral in short: the same for a new one and a change. */
export function ParticipantFields(props: {
  fields: Record<ParticipantFieldName, FormField>;
  options: Options;
  /** Inviting by mail, of somebody new. */
  invite?: FormField;
}) {
  const { fields, options, invite } = props;
  const { t } = useTexts(["profiles", "referrals"]);
  const ns = "profiles";
  return (
    <>
      <section className="pk-panel pk-stack" aria-labelledby="who">
        <h2 id="who">{t("form.who")}</h2>
        <TextField
          field={fields.reference}
          ns={ns}
          label={t("form.reference")}
          hint={t("form.referenceHint")}
          autoComplete="off"
          maxLength={20}
        />
        <IdentityFields fields={fields} ns="profiles" />
        {invite ? (
          <Choices
            field={invite}
            ns={ns}
            type="checkbox"
            legend={t("invite.legend")}
            hint={t("invite.hint")}
            choices={[{ value: "on", label: t("invite.tick") }]}
          />
        ) : null}
        <Choices
          field={fields.sex}
          ns={ns}
          type="radio"
          legend={t("form.sex")}
          hint={t("form.sexHint")}
          choices={sexes.map((value) => ({ value, label: t(`form.sexes.${value}`) }))}
        />
        <TextField
          field={fields.birthYear}
          ns={ns}
          label={t("form.birthYear")}
          hint={t("form.birthYearHint")}
          inputMode="numeric"
          maxLength={4}
        />
        <SelectField field={fields.municipality} ns={ns} label={t("form.municipality")}>
          <option value="">{t("form.unknown")}</option>
          {options.municipalities.map(({ code, name }) => (
            <option key={code} value={code}>
              {name}
            </option>
          ))}
        </SelectField>
        <TextField field={fields.locality} ns={ns} label={t("form.locality")} hint={t("form.localityHint")} />
      </section>
      <section className="pk-panel pk-stack" aria-labelledby="referral">
        <h2 id="referral">{t("form.referral")}</h2>
        <SelectField field={fields.agency} ns={ns} label={t("form.agency")}>
          <option value="">{t("form.noAgency")}</option>
          {options.agencies.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </SelectField>
        <SelectField
          field={fields.caseWorker}
          ns={ns}
          label={t("form.caseWorker")}
          hint={t("form.caseWorkerHint")}
        >
          <option value="">{t("form.noCaseWorker")}</option>
          {options.caseWorkers.map(({ userId, name, agency }) => (
            <option key={`${userId} ${agency}`} value={userId}>
              {`${name}, ${agency}`}
            </option>
          ))}
        </SelectField>
        <TextField field={fields.referredOn} ns={ns} label={t("form.referredOn")} type="date" />
        <TextField
          field={fields.purpose}
          ns={ns}
          label={t("form.purpose")}
          hint={t("form.purposeHint")}
          rows={2}
          longest={500}
        />
        <TextField
          field={fields.question}
          ns={ns}
          label={t("form.question")}
          hint={t("form.questionHint")}
          rows={2}
          longest={500}
        />
        {(["tried", "wishes"] as const).map((name) => (
          <TextField
            key={name}
            field={fields[name]}
            ns={ns}
            label={t(`referrals:short.${name}`)}
            rows={2}
            longest={1000}
          />
        ))}
        <AgencyFields
          chosen={fields.otherAgencies}
          agreed={fields.agenciesAgreed}
          ns={ns}
          agencies={options.agencies}
          texts={{
            legend: t("referrals:short.agencies"),
            agreedLegend: t("referrals:form.agenciesAgreedLegend"),
            agreed: t("referrals:short.agenciesAgreed"),
          }}
        />
      </section>
    </>
  );
}
