import { type FormField, listValue, useFieldTexts } from "#app/components/ui/form-field";
import { useTexts } from "#app/components/ui/use-texts";

/** The yes that a protected identity asks for when a name or an address is there to lose. */
export function RemoveIdentity({ field }: { field: FormField }) {
  const { t } = useTexts("profiles");
  const { error, errorId } = useFieldTexts(field, "profiles");
  return (
    <div className="pk-panel pk-stack">
      <p id={`${field.id}-why`}>{t("form.removeHint")}</p>
      <label className="pk-check">
        <input
          className="ds-input"
          type="checkbox"
          id={field.id}
          name={field.name}
          value="on"
          defaultChecked={listValue(field).length > 0}
          aria-describedby={error ? `${field.id}-why ${errorId}` : `${field.id}-why`}
          aria-invalid={error ? true : undefined}
        />
        <span>{t("form.removeIdentity")}</span>
      </label>
      {error ? (
        <p className="pk-error" id={errorId}>
          {error}
        </p>
      ) : null}
    </div>
  );
}
