import { type ComponentProps, useRef } from "react";
import { ConflictLines } from "#app/components/agreements/conflict-lines";
import { type DraftFields, DraftSection, ns, Text } from "#app/components/agreements/draft-fields";
import { PeriodSums } from "#app/components/agreements/period-sums";
import { Note } from "#app/components/ui/note";
import { useTexts } from "#app/components/ui/use-texts";
import type { Conflict } from "#app/domain/agreements/conflicts";
import { weekdays } from "#app/domain/placements/vocabulary";
import { formatNumber } from "#app/i18n/format";

export type StepRow = { week: string; hours: string };

/** The period, the step plan with its suggestion, and the times of the first week. */
export function TimeFields(props: {
  fields: DraftFields;
  week: { scheduleHours: number; firstWeekHours: number };
  period: ComponentProps<typeof PeriodSums>["sums"];
  conflicts: readonly Conflict[];
  /** Steps that were suggested just now: they stand in the rows instead of what was there. */
  suggested: StepRow[] | null;
}) {
  const { t, i18n } = useTexts(ns);
  const { fields, week, conflicts } = props;
  const number = (value: number) => formatNumber(i18n.language, value);
  const fits = week.scheduleHours === week.firstWeekHours;
  // The latest suggestion stays in its rows, with what was changed in them since, when the page is saved or refused.
  const last = useRef<StepRow[] | null>(null);
  if (props.suggested) last.current = props.suggested;
  const times = fields.times.getFieldset();
  return (
    <>
      <DraftSection id="period">
        <div className="pk-fields">
          <Text field={fields.startsOn} of="startsOn" type="date" />
          <Text field={fields.endsOn} of="endsOn" hint="endsOn" type="date" />
        </div>
        <p className="pk-soft pk-small">{t("edit.hint.closed")}</p>
        <GroupError field={fields.closed} />
        {fields.closed.getFieldList().map((row, index) => {
          const { from, to } = row.getFieldset();
          return (
            <fieldset className="pk-row-fields" key={row.key}>
              <legend>{t("edit.closed", { n: index + 1 })}</legend>
              <Text field={from} of="from" type="date" />
              <Text field={to} of="to" type="date" />
            </fieldset>
          );
        })}
        <PeriodSums sums={props.period} />
        <ConflictLines of="period" conflicts={conflicts} />
      </DraftSection>
      <DraftSection id="steps">
        <p>{t("edit.hint.suggest")}</p>
        <div className="pk-fields">
          <Text field={fields.suggestFrom} of="suggestFrom" inputMode="decimal" />
          <Text field={fields.suggestTo} of="suggestTo" inputMode="decimal" />
          <Text field={fields.suggestWeeks} of="suggestWeeks" inputMode="numeric" />
          <Text field={fields.suggestLevels} of="suggestLevels" inputMode="numeric" />
        </div>
        <div className="pk-actions">
          <button className="ds-button" data-variant="secondary" type="submit" name="gor" value="steg">
            {t("edit.suggest")}
          </button>
        </div>
        {props.suggested ? (
          <Note tone="ok" role="status">
            <p>{t("edit.suggested")}</p>
          </Note>
        ) : null}
        <p className="pk-soft pk-small" id={fields.steps.id} tabIndex={-1}>
          {t("edit.hint.steps")}
        </p>
        <GroupError field={fields.steps} />
        <StepRows key={JSON.stringify(last.current)} fields={fields} suggested={last.current} />
        <ConflictLines of="stepPlan" conflicts={conflicts} />
      </DraftSection>
      <DraftSection id="schedule">
        <p>{t("edit.hint.schedule")}</p>
        {week.scheduleHours > 0 && week.firstWeekHours > 0 ? (
          <Note tone={fits ? "ok" : "warn"}>
            <p>
              {t(fits ? "edit.weekSumFits" : "edit.weekSum", {
                schedule: number(week.scheduleHours),
                plan: number(week.firstWeekHours),
              })}
            </p>
          </Note>
        ) : null}
        <p className="pk-soft pk-small" id={fields.times.id} tabIndex={-1}>
          {t("edit.hint.break")}
        </p>
        <GroupError field={fields.times} />
        {weekdays.map((weekday) => {
          const { from, to, pause } = times[weekday].getFieldset();
          return (
            <fieldset className="pk-row-fields" key={weekday}>
              <legend>{t(`weekday.${weekday}`)}</legend>
              <Text field={from} of="from" inputMode="numeric" />
              <Text field={to} of="to" inputMode="numeric" />
              <Text field={pause} of="pause" inputMode="numeric" />
            </fieldset>
          );
        })}
        <ConflictLines of="schedule" conflicts={conflicts} />
      </DraftSection>
    </>
  );
}

/** A new suggestion is new rows: what stands in a field that is there already is the writer's own. */
function StepRows({ fields, suggested }: { fields: DraftFields; suggested: StepRow[] | null }) {
  const { t } = useTexts(ns);
  const rows =
    suggested?.map((row, index) => {
      const part = (name: "week" | "hours") => ({
        id: `${fields.steps.id}[${index}].${name}`,
        name: `${fields.steps.name}[${index}].${name}`,
        initialValue: row[name],
      });
      return { week: part("week"), hours: part("hours") };
    }) ?? fields.steps.getFieldList().map((row) => row.getFieldset());
  return (
    <div>
      {rows.map(({ week, hours }, index) => (
        <fieldset className="pk-row-fields" key={week.name}>
          <legend>{t("edit.step", { n: index + 1 })}</legend>
          <Text field={week} of="week" inputMode="numeric" />
          <Text field={hours} of="hours" inputMode="decimal" />
        </fieldset>
      ))}
    </div>
  );
}

/** What is wrong with several fields together. */
export function GroupError({ field }: { field: { errors?: string[] | undefined } }) {
  const { t } = useTexts(ns);
  return field.errors?.[0] ? <p className="pk-error">{t(`error.${field.errors[0]}`)}</p> : null;
}
