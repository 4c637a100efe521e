import { FieldGroup } from "#app/components/placements/form/field-group";
import { type Fields, ns } from "#app/components/placements/form/fields";
import { TextField } from "#app/components/ui/text-field";
import { useTexts } from "#app/components/ui/use-texts";

/** Whom to talk to at the workplace. Staff and the employer itself read it, nobody else. */
export function ContactFields({
  fields,
}: {
  fields: Fields<"contactName" | "contactEmail" | "contactPhone">;
}) {
  const { t } = useTexts(ns);
  return (
    <FieldGroup title={t("form.contact")} lead={t("form.contactLead")}>
      <TextField field={fields.contactName} ns={ns} label={t("form.contactName")} autoComplete="off" />
      <div className="pk-fields">
        <TextField
          field={fields.contactPhone}
          ns={ns}
          label={t("form.contactPhone")}
          type="tel"
          autoComplete="off"
        />
        <TextField
          field={fields.contactEmail}
          ns={ns}
          label={t("form.contactEmail")}
          inputMode="email"
          autoComplete="off"
        />
      </div>
    </FieldGroup>
  );
}
