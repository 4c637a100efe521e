import { Note } from "#app/components/ui/note";
import { useTexts } from "#app/components/ui/use-texts";
import type { PlacementFormValues } from "#app/domain/placements/placement-form";

type Values = Partial<PlacementFormValues>;

/** Somebody else saved meanwhile: what stands there now, for each field in which it differs from what was typed. */
export function ConflictNote({ fields, saved }: { fields: (keyof PlacementFormValues)[]; saved: Values }) {
  const { t } = useTexts(["placements", "vocabulary"]);
  return (
    <Note tone="warn" role="alert">
      <p>
        <strong>{t("form.conflict.title")}</strong>
      </p>
      <p>{t("form.conflict.text")}</p>
      <ul className="pk-problems">
        {fields.map((field) => (
          <li key={field}>
            <a href={`#plats-${field}`}>{t(`form.${labels[field] ?? field}`)}</a>
            {": "}
            {inWords(field, saved, t) || t("form.conflict.empty")}
          </li>
        ))}
      </ul>
    </Note>
  );
}

/** Fields whose label has another name than the field. */
const labels: Partial<Record<keyof PlacementFormValues, string>> = { otherRequirements: "requirements" };

/** Which words of the vocabulary a field's values are. */
const vocabularies: Partial<Record<keyof PlacementFormValues, string>> = {
  sector: "sector",
  kinds: "kind",
  purposes: "purpose",
  tasks: "task",
  weekdays: "weekdayShort",
  supportLevel: "support",
  adaptations: "adaptation",
  otherRequirements: "requirement",
  visibility: "visibility",
};

function inWords(field: keyof PlacementFormValues, saved: Values, t: (key: string) => string): string {
  const value = saved[field];
  if (field === "financing") return t(`form.financings.${saved.financing}`);
  if (field === "demands")
    return Object.entries(saved.demands ?? {})
      .map(([demand, level]) => `${t(`vocabulary:demand.${demand}`)} ${level}`)
      .join(", ");
  const words = vocabularies[field];
  const list = (Array.isArray(value) ? value : [value]).filter((one) => one !== undefined && one !== "");
  return list.map((one) => (words ? t(`vocabulary:${words}.${one}`) : String(one))).join(", ");
}
