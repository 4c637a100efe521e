import { ConflictLines } from "#app/components/agreements/conflict-lines";
import { type DraftFields, DraftSection, ns, Select, Text } from "#app/components/agreements/draft-fields";
import { Choices } from "#app/components/ui/choices";
import { Unfold } from "#app/components/ui/unfold";
import { useTexts } from "#app/components/ui/use-texts";
import type { Conflict } from "#app/domain/agreements/conflicts";
import { introductionItems, payers } from "#app/domain/agreements/content";
import { adaptations, placementKinds, tasks } from "#app/domain/placements/vocabulary";

/** What it is about, and the assignment when an agency gave one. */
export function AboutFields(props: {
  fields: DraftFields;
  agency: string | null;
  conflicts: readonly Conflict[];
}) {
  const { fields, agency, conflicts } = props;
  const { t } = useTexts(ns);
  return (
    <>
      <DraftSection id="about">
        <Text field={fields.title} of="title" hint="title" />
        <Select
          field={fields.kind}
          of="kind"
          words={placementKinds.map((kind) => [kind, t(`vocabulary:kind.${kind}`)])}
        />
        <ConflictLines of="kind" conflicts={conflicts} />
        <Text field={fields.purpose} of="purpose" hint="purpose" rows={3} />
      </DraftSection>
      <DraftSection id="assignment">
        {agency === null ? (
          <p>{t("edit.noAgency")}</p>
        ) : (
          <>
            <Choices
              field={fields.commissioned}
              ns={ns}
              type="radio"
              legend={t("field.commissioned")}
              choices={[
                { value: "yes", label: t("edit.commissionedBy", { agency }) },
                { value: "no", label: t("no") },
              ]}
            />
            <Text field={fields.question} of="question" rows={2} />
            <div className="pk-fields">
              <Text field={fields.aHours} of="aHours" inputMode="decimal" />
              <Text field={fields.aWeeks} of="aWeeks" inputMode="numeric" />
              <Text field={fields.reportDueOn} of="reportDueOn" type="date" />
            </div>
            <Choices
              field={fields.agencySigns}
              ns={ns}
              type="checkbox"
              legend={t("field.agencySigns")}
              hint={t("edit.hint.agencySigns")}
              choices={[{ value: "yes", label: t("yes") }]}
            />
          </>
        )}
      </DraftSection>
    </>
  );
}

/** Tasks, adaptations and goals. */
export function WorkFields({ fields }: { fields: DraftFields }) {
  const { t } = useTexts(ns);
  return (
    <>
      <DraftSection id="work">
        <Text field={fields.taskWords} of="taskWords" rows={4} />
        <Unfold title={t("field.tasks")}>
          <Choices
            field={fields.tasks}
            ns={ns}
            type="checkbox"
            legend={t("field.tasks")}
            choices={tasks.map((value) => ({ value, label: t(`vocabulary:task.${value}`) }))}
          />
        </Unfold>
        <Choices
          field={fields.adaptations}
          ns={ns}
          type="checkbox"
          legend={t("field.adaptations")}
          choices={adaptations.map((value) => ({ value, label: t(`vocabulary:adaptation.${value}`) }))}
        />
        <Text field={fields.adaptationWords} of="adaptationWords" rows={2} />
      </DraftSection>
      <DraftSection id="goals">
        <fieldset className="pk-stack" id={fields.goals.id} tabIndex={-1}>
          <legend className="ds-sr-only">{t("field.goals")}</legend>
          {fields.goals.errors?.[0] ? (
            <p className="pk-error">{t(`error.${fields.goals.errors[0]}`)}</p>
          ) : null}
          {fields.goals.getFieldList().map((goal, index) => (
            <div className="ds-field" key={goal.key}>
              <label className="ds-label" htmlFor={goal.id}>
                {t("edit.goal", { n: index + 1 })}
              </label>
              <input
                className="ds-input"
                id={goal.id}
                name={goal.name}
                defaultValue={typeof goal.initialValue === "string" ? goal.initialValue : ""}
              />
            </div>
          ))}
        </fieldset>
      </DraftSection>
    </>
  );
}

/** Insurance, work environment, secrecy, costs and what else the times must fit with. */
export function SafetyFields({ fields, conflicts }: { fields: DraftFields; conflicts: readonly Conflict[] }) {
  const { t } = useTexts(ns);
  return (
    <>
      <DraftSection id="safety">
        <Text field={fields.insuranceInjury} of="insuranceInjury" rows={2} />
        <Text field={fields.insuranceDamage} of="insuranceDamage" rows={2} />
        <ConflictLines of="insurance" conflicts={conflicts} />
        <Text field={fields.workEnvironment} of="workEnvironment" rows={2} />
        <Choices
          field={fields.introduction}
          ns={ns}
          type="checkbox"
          legend={t("field.introduction")}
          choices={introductionItems.map((value) => ({ value, label: t(`introduction.${value}`) }))}
        />
      </DraftSection>
      <DraftSection id="rest">
        <Text field={fields.confidentiality} of="confidentiality" rows={2} />
        <Select field={fields.payer} of="payer" words={payers.map((one) => [one, t(`payer.${one}`)])} />
        <div className="pk-fields">
          <Text field={fields.costPerWeek} of="costPerWeek" hint="costPerWeek" inputMode="numeric" />
          <Text field={fields.costWords} of="costWords" />
        </div>
        <Text field={fields.parallel} of="parallel" hint="parallel" />
      </DraftSection>
    </>
  );
}
