import { ExclusionFields } from "#app/components/profiles/exclusion-fields";
import { Choices } from "#app/components/ui/choices";
import type { FormField } from "#app/components/ui/form-field";
import { TextField } from "#app/components/ui/text-field";
import { useTexts } from "#app/components/ui/use-texts";
import {
  adaptations,
  demands,
  levels,
  placementKinds,
  tasks,
  weekdays,
} from "#app/domain/placements/vocabulary";

/** The fields as they stand on the page; each ability is a field of its own among them. */
export const workProfileFieldOrder = [
  "kinds",
  "startHours",
  "targetHours",
  "longestDay",
  "weekdays",
  "abilities",
  "supportNeed",
  "adaptations",
  "tasks",
  "locality",
  "maxKm",
  "drivingLicenceB",
  "excluded",
  "exclude",
] as const;
export type WorkProfileFieldName = Exclude<(typeof workProfileFieldOrder)[number], "abilities">;

/** Every question of the work profile, in clear sections. Nothing is chosen beforehand. */
export function WorkProfileFields(props: {
  fields: Record<WorkProfileFieldName, FormField>;
  abilities: Record<(typeof demands)[number], FormField>;
  exclusions: { value: string; name: string; place: string | null }[];
  near: string[];
  nearExclusions: { value: string; name: string; place: string | null }[];
}) {
  const { fields, abilities } = props;
  const { t } = useTexts("profiles");
  const ns = "profiles";
  const words = (values: readonly string[], key: string) =>
    values.map((value) => ({ value, label: capital(t(`vocabulary:${key}.${value}`)) }));
  const steps = (key: string) =>
    levels.map((level) => ({ value: String(level), label: t(`${key}.${level}`) }));
  return (
    <>
      <section className="pk-panel">
        <Choices
          field={fields.kinds}
          ns={ns}
          type="checkbox"
          legend={<h2>{t("profile.kinds")}</h2>}
          hint={t("profile.kindsHint")}
          choices={words(placementKinds, "kind")}
        />
      </section>
      <section className="pk-panel pk-stack" aria-labelledby="tid">
        <h2 id="tid">{t("profile.time")}</h2>
        <div className="pk-pairs">
          <TextField
            field={fields.startHours}
            ns={ns}
            label={t("profile.startHours")}
            inputMode="decimal"
            maxLength={5}
          />
          <TextField
            field={fields.targetHours}
            ns={ns}
            label={t("profile.targetHours")}
            inputMode="decimal"
            maxLength={5}
          />
          <TextField
            field={fields.longestDay}
            ns={ns}
            label={t("profile.longestDay")}
            inputMode="decimal"
            maxLength={5}
          />
        </div>
        <p className="pk-soft pk-small">{t("profile.startHoursHint")}</p>
        <Choices
          field={fields.weekdays}
          ns={ns}
          type="checkbox"
          legend={t("profile.weekdays")}
          choices={words(weekdays, "weekday")}
        />
      </section>
      <section className="pk-panel pk-stack" aria-labelledby="formagor">
        <h2 id="formagor">{t("profile.abilities")}</h2>
        <p className="pk-soft">{t("profile.abilitiesHint")}</p>
        {demands.map((demand) => (
          <Choices
            key={demand}
            field={abilities[demand]}
            ns={ns}
            type="radio"
            legend={t(`vocabulary:demand.${demand}`)}
            choices={steps(`vocabulary:ability.${demand}`)}
            inRow
          />
        ))}
      </section>
      <section className="pk-panel pk-stack" aria-labelledby="stod">
        <h2 id="stod">{t("profile.support")}</h2>
        <Choices
          field={fields.supportNeed}
          ns={ns}
          type="radio"
          legend={t("profile.supportLegend")}
          choices={steps("vocabulary:supportNeed")}
          inRow
        />
        <Choices
          field={fields.adaptations}
          ns={ns}
          type="checkbox"
          legend={t("profile.adaptations")}
          hint={t("profile.adaptationsHint")}
          choices={words(adaptations, "adaptation")}
        />
      </section>
      <section className="pk-panel">
        <Choices
          field={fields.tasks}
          ns={ns}
          type="checkbox"
          legend={<h2>{t("profile.tasks")}</h2>}
          hint={t("profile.tasksHint")}
          choices={words(tasks, "task")}
        />
      </section>
      <section className="pk-panel pk-stack" aria-labelledby="resan">
        <h2 id="resan">{t("profile.travel")}</h2>
        <TextField
          field={fields.locality}
          ns={ns}
          label={t("profile.locality")}
          hint={t("profile.localityHint")}
          autoComplete="off"
          longest={80}
        />
        {props.near.length > 0 ? <p>{t("profile.near", { names: props.near.join(", ") })}</p> : null}
        <TextField
          field={fields.maxKm}
          ns={ns}
          label={t("profile.maxKm")}
          hint={t("profile.maxKmHint")}
          inputMode="numeric"
          maxLength={3}
        />
        <Choices
          field={fields.drivingLicenceB}
          ns={ns}
          type="radio"
          legend={t("profile.licence")}
          choices={["yes", "no"].map((value) => ({ value, label: t(`profile.licences.${value}`) }))}
        />
      </section>
      <ExclusionFields
        excluded={fields.excluded}
        exclude={fields.exclude}
        exclusions={props.exclusions}
        near={props.nearExclusions}
      />
    </>
  );
}

/** Weekdays are words inside a sentence elsewhere; here each stands alone. */
function capital(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1);
}
