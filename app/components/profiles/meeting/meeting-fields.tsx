import { Choices } from "#app/components/ui/choices";
import type { FormField } from "#app/components/ui/form-field";
import { TextField } from "#app/components/ui/text-field";
import { useTexts } from "#app/components/ui/use-texts";

type Options = {
  people: { userId: string; name: string; agency: string | null }[];
  agencies: { id: number; name: string }[];
};
const ns = "referrals";

/** When, where and who. Who is there decides which cases may be shown to everybody. */
export function MeetingFields(props: {
  fields: Record<"date" | "time" | "place" | "people" | "agencies", FormField>;
  options: Options;
}) {
  const { fields, options } = props;
  const { t } = useTexts(ns);
  return (
    <>
      <div className="pk-fields">
        <TextField field={fields.date} ns={ns} label={t("meeting.date")} type="date" />
        <TextField field={fields.time} ns={ns} label={t("meeting.time")} hint={t("meeting.timeHint")} />
      </div>
      <TextField field={fields.place} ns={ns} label={t("meeting.place")} longest={200} />
      <p className="pk-soft">{t("meeting.formLead")}</p>
      <Choices
        field={fields.people}
        ns={ns}
        type="checkbox"
        legend={t("meeting.people")}
        choices={options.people.map(({ userId, name, agency }) => ({
          value: userId,
          label: agency ? t("meeting.personOf", { name, agency }) : t("meeting.staffOf", { name }),
        }))}
      />
      <Choices
        field={fields.agencies}
        ns={ns}
        type="checkbox"
        legend={t("meeting.agencies")}
        hint={t("meeting.agenciesHint")}
        choices={options.agencies.map(({ id, name }) => ({ value: String(id), label: name }))}
      />
    </>
  );
}
