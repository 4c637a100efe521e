import { Choices } from "#app/components/ui/choices";
import { type FormField, listValue, useFieldTexts } from "#app/components/ui/form-field";
import { TextField } from "#app/components/ui/text-field";
import { useTexts } from "#app/components/ui/use-texts";

type Name = "givenHow" | "language" | "validFrom" | "validUntil" | "read";

/** The questions about a consent that was given on paper or spoken. Only the dates are proposed. */
export function RecordConsentFields({ fields }: { fields: Record<Name, FormField> }) {
  const { t } = useTexts("consent");
  const { error, errorId } = useFieldTexts(fields.read, "consent");
  return (
    <>
      <Choices
        field={fields.givenHow}
        ns="consent"
        type="radio"
        legend={t("staff.how")}
        choices={[
          { value: "paper", label: t("staff.howPaper") },
          { value: "spoken", label: t("staff.howSpoken") },
        ]}
      />
      <Choices
        field={fields.language}
        ns="consent"
        type="radio"
        legend={t("staff.language")}
        choices={["sv", "en"].map((value) => ({ value, label: t(`staff.languages.${value}`) }))}
      />
      <TextField field={fields.validFrom} ns="consent" label={t("staff.from")} type="date" />
      <TextField
        field={fields.validUntil}
        ns="consent"
        label={t("staff.until")}
        hint={t("staff.untilHint")}
        type="date"
      />
      <div>
        <label className="pk-check">
          <input
            className="ds-input"
            type="checkbox"
            id={fields.read.id}
            name={fields.read.name}
            value="on"
            defaultChecked={listValue(fields.read).length > 0}
            aria-invalid={error ? true : undefined}
            aria-describedby={error ? errorId : undefined}
          />
          <span>{t("staff.read")}</span>
        </label>
        {error ? (
          <p className="pk-error" id={errorId}>
            {error}
          </p>
        ) : null}
      </div>
    </>
  );
}
