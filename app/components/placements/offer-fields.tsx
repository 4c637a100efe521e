import type { ReactNode } from "react";
import { useState } from "react";
import { LocalityInput } from "#app/components/geo/locality-input";
import { NearChoices } from "#app/components/geo/near-choices";
import { OfferTasks } from "#app/components/placements/offer-tasks";
import { Choices } from "#app/components/ui/choices";
import { type FormField, listValue, textValue, useFieldTexts } from "#app/components/ui/form-field";
import { TextField } from "#app/components/ui/text-field";
import { useTexts } from "#app/components/ui/use-texts";
import { unknown } from "#app/domain/placements/offer-form";
import { hourChoices, weekPresetNames } from "#app/domain/placements/offer-hours";
import { suggestTitle } from "#app/domain/placements/offer-listing";
import type { OfferStep } from "#app/domain/placements/offer-steps";
import {
  adaptations,
  demands,
  levels,
  otherRequirements,
  type Task,
  weekdays,
} from "#app/domain/placements/vocabulary";

export type OfferFields = Record<string, FormField>;
type Props = {
  fields: OfferFields;
  numberKept: boolean;
  /** Names that the locality may mean when nobody knows it. */
  near: string[];
};

const ns = "offer";

/** The questions of one step; the map of the step "place" stands beside them. */
export function OfferStepFields({ step, ...props }: Props & { step: OfferStep }) {
  const Fields = stepFields[step];
  return <Fields {...props} />;
}

const stepFields: Record<OfferStep, (props: Props) => ReactNode> = {
  tasks: TaskFields,
  employer: EmployerFields,
  place: PlaceFields,
  hours: HourFields,
  demands: DemandFields,
  adaptations: AdaptationFields,
  people: PeopleFields,
};

function TaskFields({ fields }: Props) {
  const { t } = useTexts(ns);
  const [chosen, setChosen] = useState(listValue(fields.tasks!) as Task[]);
  const title = suggestTitle(chosen, (task) => t(`phrase.${task}`), t("and"));
  return (
    <>
      <section className="pk-panel">
        <OfferTasks field={fields.tasks!} onChange={setChosen} />
      </section>
      <section className="pk-panel pk-stack">
        <TextField
          field={fields.description!}
          ns={ns}
          label={t("field.description")}
          hint={t("field.descriptionHint")}
          rows={4}
          longest={2000}
        />
        <TextField
          field={fields.title!}
          ns={ns}
          label={t("field.title")}
          hint={title ? t("field.titleSuggested", { title }) : t("field.titleHint")}
          longest={120}
        />
      </section>
    </>
  );
}

function EmployerFields({ fields, numberKept }: Props) {
  const { t } = useTexts(ns);
  return (
    <section className="pk-panel pk-stack">
      <TextField
        field={fields.employerName!}
        ns={ns}
        label={t("field.employerName")}
        autoComplete="organization"
        longest={120}
      />
      {numberKept ? (
        <>
          <input type="hidden" name="organisationNumber" value={textValue(fields.organisationNumber!)} />
          <p>
            <span className="pk-label">{t("field.organisationNumber")}</span>
            {textValue(fields.organisationNumber!)}
          </p>
          <p className="pk-soft pk-small">{t("field.organisationNumberKept")}</p>
        </>
      ) : (
        <TextField
          field={fields.organisationNumber!}
          ns={ns}
          label={t("field.organisationNumber")}
          hint={t("field.organisationNumberHint")}
          inputMode="numeric"
          autoComplete="off"
          maxLength={20}
        />
      )}
      <TextField
        field={fields.workplaceName!}
        ns={ns}
        label={t("field.workplaceName")}
        hint={t("field.workplaceNameHint")}
        longest={120}
      />
    </section>
  );
}

function PlaceFields({ fields, near }: Props) {
  const { t } = useTexts(ns);
  const locality = fields.locality!;
  const { error, hintId, errorId, describedBy } = useFieldTexts(locality, ns, t("field.localityHint"));
  return (
    <section className="pk-panel pk-stack">
      <TextField
        field={fields.address!}
        ns={ns}
        label={t("field.address")}
        autoComplete="street-address"
        longest={120}
      />
      <div className="ds-field">
        <label className="ds-label" htmlFor={locality.id}>
          {t("field.locality")}
        </label>
        <p className="pk-soft pk-small" data-field="description" id={hintId}>
          {t("field.localityHint")}
        </p>
        <LocalityInput
          id={locality.id}
          name={locality.name}
          defaultValue={textValue(locality)}
          aria-invalid={error ? true : undefined}
          aria-describedby={describedBy}
        />
        {error ? (
          <p className="pk-error" id={errorId}>
            {error}
          </p>
        ) : null}
        <NearChoices names={near} />
      </div>
    </section>
  );
}

function HourFields({ fields }: Props) {
  const { t } = useTexts(ns);
  const number = (name: string) => (
    <TextField field={fields[name]!} ns={ns} label={t(`field.${name}`)} inputMode="decimal" maxLength={5} />
  );
  return (
    <>
      <section className="pk-panel pk-stack">
        <Choices
          field={fields.hours!}
          ns={ns}
          type="radio"
          legend={<h2>{t("field.hours")}</h2>}
          choices={hourChoices.map((value) => ({ value, label: t(`hoursChoice.${value}`) }))}
        />
        <div className="pk-pairs pk-offer__own">
          {number("hoursMin")}
          {number("hoursMax")}
          {number("shortestDay")}
        </div>
      </section>
      <section className="pk-panel">
        <Choices
          field={fields.weekdays!}
          ns={ns}
          type="checkbox"
          legend={<h2>{t("field.weekdays")}</h2>}
          choices={weekdays.map((value) => ({ value, label: t(`vocabulary:weekday.${value}`) }))}
        />
      </section>
      <section className="pk-panel">
        <Choices
          field={fields.weeks!}
          ns={ns}
          type="radio"
          legend={<h2>{t("field.weeks")}</h2>}
          choices={weekPresetNames.map((value) => ({ value, label: t(`weeksChoice.${value}`) }))}
        />
      </section>
    </>
  );
}

function DemandFields({ fields }: Props) {
  const { t } = useTexts(ns);
  return (
    <>
      <section className="pk-panel pk-stack pk-offer__demands">
        {demands.map((demand) => (
          <Choices
            key={demand}
            field={fields[`demand_${demand}`]!}
            ns={ns}
            type="radio"
            inRow
            legend={t(`vocabulary:demand.${demand}`)}
            choices={[
              ...levels.map((level) => ({
                value: String(level),
                label: t(`vocabulary:demandLevel.${demand}.${level}`),
              })),
              { value: unknown, label: t("unknown") },
            ]}
          />
        ))}
      </section>
      <section className="pk-panel">
        <Choices
          field={fields.otherRequirements!}
          ns={ns}
          type="checkbox"
          legend={<h2>{t("field.otherRequirements")}</h2>}
          choices={otherRequirements.map((value) => ({ value, label: t(`vocabulary:requirement.${value}`) }))}
        />
      </section>
    </>
  );
}

function AdaptationFields({ fields }: Props) {
  const { t } = useTexts(ns);
  return (
    <section className="pk-panel">
      <Choices
        field={fields.adaptations!}
        ns={ns}
        type="checkbox"
        legend={<h2>{t("field.adaptations")}</h2>}
        hint={t("field.adaptationsHint")}
        choices={adaptations.map((value) => ({ value, label: t(`vocabulary:adaptation.${value}`) }))}
      />
    </section>
  );
}

function PeopleFields({ fields }: Props) {
  const { t } = useTexts(ns);
  return (
    <>
      <section className="pk-panel pk-stack">
        <TextField
          field={fields.contactName!}
          ns={ns}
          label={t("field.contactName")}
          autoComplete="name"
          longest={120}
        />
        <TextField
          field={fields.email!}
          ns={ns}
          label={t("field.email")}
          hint={t("field.emailHint")}
          type="email"
          autoComplete="email"
          longest={200}
        />
        <TextField
          field={fields.phone!}
          ns={ns}
          label={t("field.phone")}
          hint={t("field.phoneHint")}
          type="tel"
          autoComplete="tel"
          longest={30}
        />
      </section>
      <section className="pk-panel pk-stack">
        <Choices
          field={fields.supervising!}
          ns={ns}
          type="radio"
          legend={<h2>{t("field.supervising")}</h2>}
          choices={["self", "other", unknown].map((value) => ({
            value,
            label: t(`supervisingChoice.${value}`),
          }))}
        />
        <div className="pk-offer__other">
          <TextField field={fields.supervisor!} ns={ns} label={t("field.supervisor")} longest={120} />
        </div>
        <TextField
          field={fields.capacity!}
          ns={ns}
          label={t("field.capacity")}
          inputMode="numeric"
          maxLength={2}
        />
        <Choices
          field={fields.supportLevel!}
          ns={ns}
          type="radio"
          legend={t("field.supportLevel")}
          choices={[
            ...levels.map((level) => ({ value: String(level), label: t(`vocabulary:support.${level}`) })),
            { value: unknown, label: t("unknown") },
          ]}
        />
      </section>
    </>
  );
}
