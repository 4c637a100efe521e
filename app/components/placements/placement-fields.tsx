import type { FieldMetadata } from "@conform-to/react";
import { useTranslation } from "react-i18next";
import { Choices } from "#app/components/ui/choices";
import type { FormField } from "#app/components/ui/form-field";
import { SelectField } from "#app/components/ui/select-field";
import { TextField } from "#app/components/ui/text-field";
import type { PlacementFormValues } from "#app/domain/placements/placement-form";
import {
  adaptations,
  demands,
  levels,
  otherRequirements,
  placementKinds,
  sectors,
  tasks,
  visibilities,
  weekdays,
} from "#app/domain/placements/vocabulary";

type Name = Exclude<keyof PlacementFormValues, "demands">;
export type PlacementFields = Record<Name, FormField> & {
  demands: FieldMetadata<PlacementFormValues["demands"]>;
};

const ns = "placements";

/** All fields of a placement, in the order that a telephone call goes. */
export function PlacementFieldset({ fields }: { fields: PlacementFields }) {
  const { t } = useTranslation(ns);
  const text = (
    name: Name,
    extra: { hint?: string; rows?: number; inputMode?: "numeric" | "decimal" } = {},
  ) => <TextField field={fields[name]} ns={ns} label={t(`form.${name}`)} {...extra} />;
  const boxes = (name: Name, words: readonly string[], vocabulary: string, label: string = name) => (
    <Choices
      field={fields[name]}
      ns={ns}
      type="checkbox"
      legend={t(`form.${label}`)}
      choices={words.map((value) => ({ value, label: t(`vocabulary:${vocabulary}.${value}`) }))}
    />
  );
  const demandFields = fields.demands.getFieldset();
  return (
    <>
      <Group title={t("form.employer")}>
        {text("organisationNumber", { hint: t("form.organisationNumberHint") })}
        {text("employerName")}
        <SelectField field={fields.sector} ns={ns} label={t("form.sector")}>
          {sectors.map((sector) => (
            <option key={sector} value={sector}>
              {t(`vocabulary:sector.${sector}`)}
            </option>
          ))}
        </SelectField>
      </Group>
      <Group title={t("form.workplace")}>
        {text("workplaceName")}
        {text("address")}
        {text("locality", { hint: t("form.localityHint") })}
      </Group>
      <Group title={t("form.offer")}>
        {text("title", { hint: t("form.titleHint") })}
        {text("description", { rows: 4 })}
        {boxes("kinds", placementKinds, "kind")}
        {boxes("tasks", tasks, "task")}
      </Group>
      <Group title={t("form.time")}>
        {text("hoursMin", { inputMode: "decimal" })}
        {text("hoursMax", { inputMode: "decimal" })}
        {text("shortestDay", { inputMode: "decimal" })}
        {boxes("weekdays", weekdays, "weekdayShort")}
        {text("weeksMin", { inputMode: "numeric" })}
        {text("weeksMax", { inputMode: "numeric" })}
        {text("capacity", { inputMode: "numeric" })}
      </Group>
      <Group title={t("form.support")}>
        <Choices
          field={fields.supportLevel}
          ns={ns}
          type="radio"
          legend={t("form.support")}
          choices={levels.map((level) => ({ value: String(level), label: t(`vocabulary:support.${level}`) }))}
        />
        {text("supervisor", { hint: t("form.supervisorHint") })}
      </Group>
      <Group title={t("form.demands")}>
        <p className="pk-soft">{t("form.demandsHint")}</p>
        {demands.map((demand) => (
          <Choices
            key={demand}
            field={demandFields[demand]}
            ns={ns}
            type="radio"
            inRow
            legend={t(`vocabulary:demand.${demand}`)}
            choices={levels.map((level) => ({
              value: String(level),
              label: `${level} – ${t(`vocabulary:demandLevel.${demand}.${level}`)}`,
            }))}
          />
        ))}
        {boxes("adaptations", adaptations, "adaptation")}
        {boxes("otherRequirements", otherRequirements, "requirement", "requirements")}
        <SelectField field={fields.visibility} ns={ns} label={t("form.visibility")}>
          {visibilities.map((visibility) => (
            <option key={visibility} value={visibility}>
              {t(`vocabulary:visibility.${visibility}`)}
            </option>
          ))}
        </SelectField>
      </Group>
    </>
  );
}

function Group({ title, children }: { title: string; children: React.ReactNode }) {
  return (
    <section className="pk-panel pk-stack">
      <h2>{title}</h2>
      {children}
    </section>
  );
}
