import { FieldGroup } from "#app/components/placements/form/field-group";
import { type Fields, ns } from "#app/components/placements/form/fields";
import { WordBoxes } from "#app/components/placements/form/word-boxes";
import { TextField } from "#app/components/ui/text-field";
import { useTexts } from "#app/components/ui/use-texts";
import { placementKinds, purposes, tasks } from "#app/domain/placements/vocabulary";

/** What somebody could do there, and what it is good for. */
export function OfferFields({
  fields,
}: {
  fields: Fields<"title" | "description" | "kinds" | "purposes" | "tasks">;
}) {
  const { t } = useTexts(ns);
  return (
    <FieldGroup title={t("form.offer")}>
      <TextField field={fields.title} ns={ns} label={t("form.title")} hint={t("form.titleHint")} />
      <TextField field={fields.description} ns={ns} label={t("form.description")} rows={4} />
      <WordBoxes field={fields.tasks} legend={t("form.tasks")} words={tasks} vocabulary="task" />
      <WordBoxes field={fields.kinds} legend={t("form.kinds")} words={placementKinds} vocabulary="kind" />
      <WordBoxes
        field={fields.purposes}
        legend={t("form.purposes")}
        hint={t("form.purposesHint")}
        words={purposes}
        vocabulary="purpose"
      />
    </FieldGroup>
  );
}
