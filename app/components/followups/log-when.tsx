import { type FormField, textValue } from "#app/components/ui/form-field";
import { TextField } from "#app/components/ui/text-field";
import { Unfold } from "#app/components/ui/unfold";
import { useTexts } from "#app/components/ui/use-texts";
import { formatClock, formatDay } from "#app/i18n/format";

/** When it took place: now, unless somebody says otherwise. */
export function LogWhen({
  fields,
  open,
}: {
  fields: { heldOn: FormField; heldAt: FormField };
  open: boolean;
}) {
  const { t, i18n } = useTexts("visit");
  const day = textValue(fields.heldOn);
  return (
    <div>
      <p data-held>
        {day ? formatDay(i18n.language, day) : ""} {formatClock(textValue(fields.heldAt))}
      </p>
      <Unfold title={t("change")} open={open}>
        <div className="pk-fields">
          <TextField field={fields.heldOn} ns="visit" label={t("labels.heldOn")} type="date" />
          <TextField field={fields.heldAt} ns="visit" label={t("labels.heldAt")} type="time" />
        </div>
      </Unfold>
    </div>
  );
}
