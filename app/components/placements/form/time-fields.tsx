import { FieldGroup } from "#app/components/placements/form/field-group";
import { type Fields, ns } from "#app/components/placements/form/fields";
import { WordBoxes } from "#app/components/placements/form/word-boxes";
import { TextField } from "#app/components/ui/text-field";
import { useTexts } from "#app/components/ui/use-texts";
import { weekdays } from "#app/domain/placements/vocabulary";

type Name =
  | "hoursMin"
  | "hoursMax"
  | "shortestDay"
  | "weekdays"
  | "weeksMin"
  | "weeksMax"
  | "startsFrom"
  | "capacity";

/** How much, when, for how long, from when, and how many at the same time. */
export function TimeFields({ fields }: { fields: Fields<Name> }) {
  const { t } = useTexts(ns);
  return (
    <FieldGroup title={t("form.time")} lead={t("form.timeLead")}>
      <div className="pk-fields">
        <TextField field={fields.hoursMin} ns={ns} label={t("form.hoursMin")} inputMode="decimal" />
        <TextField field={fields.hoursMax} ns={ns} label={t("form.hoursMax")} inputMode="decimal" />
        <TextField field={fields.shortestDay} ns={ns} label={t("form.shortestDay")} inputMode="decimal" />
      </div>
      <WordBoxes
        field={fields.weekdays}
        legend={t("form.weekdays")}
        words={weekdays}
        vocabulary="weekdayShort"
      />
      <div className="pk-fields">
        <TextField field={fields.weeksMin} ns={ns} label={t("form.weeksMin")} inputMode="numeric" />
        <TextField field={fields.weeksMax} ns={ns} label={t("form.weeksMax")} inputMode="numeric" />
        <TextField field={fields.startsFrom} ns={ns} label={t("form.startsFrom")} type="date" />
      </div>
      <TextField
        field={fields.capacity}
        ns={ns}
        label={t("form.capacity")}
        hint={t("form.capacityHint")}
        inputMode="numeric"
      />
    </FieldGroup>
  );
}
