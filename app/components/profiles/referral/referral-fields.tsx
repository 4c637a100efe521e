import { AgencyFields } from "#app/components/profiles/agency-fields";
import { IdentityFields } from "#app/components/profiles/identity-fields";
import { Choices } from "#app/components/ui/choices";
import type { FormField } from "#app/components/ui/form-field";
import { SelectField } from "#app/components/ui/select-field";
import { TextField } from "#app/components/ui/text-field";
import { useTexts } from "#app/components/ui/use-texts";
import { sexes } from "#app/domain/profiles/participant";

/** The fields as they stand on the page. */
export const referralFieldOrder = [
  "purpose",
  "question",
  "tried",
  "wishes",
  "agencies",
  "agenciesAgreed",
  "about",
  "protectedIdentity",
  "name",
  "email",
  "phone",
  "sex",
  "birthYear",
  "municipality",
  "agreed",
] as const;
export type ReferralFieldName = (typeof referralFieldOrder)[number];

type Options = {
  agencies: { id: number; name: string }[];
  municipalities: { code: string; name: string }[];
  ownCases: string[];
};
const ns = "referrals";

/** The questions of a referral, in the order of a talk. `isKnown`: it is about somebody enrolled, and asks nothing about who. */
export function ReferralFields(props: {
  fields: Record<ReferralFieldName, FormField>;
  options: Options;
  isKnown?: boolean;
}) {
  const { fields, options, isKnown } = props;
  const { t } = useTexts(["referrals", "profiles"]);
  return (
    <>
      <section className="pk-panel pk-stack" aria-labelledby="vad">
        <h2 id="vad">{t("form.request")}</h2>
        {(["purpose", "question", "tried", "wishes"] as const).map((name) => (
          <TextField
            key={name}
            field={fields[name]}
            ns={ns}
            label={t(`form.${name}`)}
            hint={t(`form.${name}Hint`)}
            rows={3}
            longest={1000}
          />
        ))}
        <AgencyFields
          chosen={fields.agencies}
          agreed={fields.agenciesAgreed}
          ns={ns}
          agencies={options.agencies}
          texts={{
            legend: t("form.agencies"),
            hint: t("form.agenciesHint"),
            agreedLegend: t("form.agenciesAgreedLegend"),
            agreed: t("form.agenciesAgreed"),
          }}
        />
      </section>
      {isKnown ? <input type="hidden" name="about" value="new" /> : null}
      {isKnown ? <input type="hidden" name="protectedIdentity" value="unknown" /> : null}
      {isKnown ? null : <Person fields={fields} options={options} />}
      <section className="pk-panel pk-stack">
        <Choices
          field={fields.agreed}
          ns={ns}
          type="checkbox"
          legend={t("form.agreedLegend")}
          choices={[{ value: "on", label: t("form.agreed") }]}
        />
      </section>
    </>
  );
}

function Person({ fields, options }: { fields: Record<ReferralFieldName, FormField>; options: Options }) {
  const { t } = useTexts(["referrals", "profiles"]);
  const known = options.ownCases.map((reference) => ({
    value: reference,
    label: t("form.aboutOwn", { reference }),
  }));
  return (
    <section className="pk-panel pk-stack" aria-labelledby="vem">
      <h2 id="vem">{t("form.who")}</h2>
      {known.length > 0 ? (
        <SelectField field={fields.about} ns={ns} label={t("form.about")}>
          <option value="new">{t("form.aboutNew")}</option>
          {known.map(({ value, label }) => (
            <option key={value} value={value}>
              {label}
            </option>
          ))}
        </SelectField>
      ) : (
        <input type="hidden" name="about" value="new" />
      )}
      <IdentityFields fields={fields} ns="referrals" />
      <TextField field={fields.phone} ns={ns} label={t("form.phone")} type="tel" autoComplete="off" />
      <SelectField field={fields.sex} ns={ns} label={t("form.sex")}>
        <option value="">{t("form.choose")}</option>
        {sexes.map((sex) => (
          <option key={sex} value={sex}>
            {t(`profiles:form.sexes.${sex}`)}
          </option>
        ))}
      </SelectField>
      <TextField
        field={fields.birthYear}
        ns={ns}
        label={t("form.birthYear")}
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
    </section>
  );
}
