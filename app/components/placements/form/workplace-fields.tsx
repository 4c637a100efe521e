import { type Fields, ns } from "#app/components/placements/form/fields";
import { TextField } from "#app/components/ui/text-field";
import { useTexts } from "#app/components/ui/use-texts";

/** Where it is: name, street and town. The town finds the municipality and, without a pin, the point. */
export function WorkplaceFields({ fields }: { fields: Fields<"workplaceName" | "address" | "locality"> }) {
  const { t } = useTexts(ns);
  return (
    <>
      <TextField field={fields.workplaceName} ns={ns} label={t("form.workplaceName")} />
      <div className="pk-fields">
        <TextField field={fields.address} ns={ns} label={t("form.address")} hint={t("form.addressHint")} />
        <TextField field={fields.locality} ns={ns} label={t("form.locality")} hint={t("form.localityHint")} />
      </div>
    </>
  );
}
