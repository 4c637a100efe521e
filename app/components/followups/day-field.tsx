import { hoursText } from "#app/components/agreements/agreement-words";
import { enteredText } from "#app/components/followups/entry-words";
import { textOfError } from "#app/components/ui/form-field";
import { useTexts } from "#app/components/ui/use-texts";
import type { Entry } from "#app/domain/followups/attendance";
import type { PlannedDay } from "#app/domain/followups/planned-week";
import {
  type DayChoice,
  type DayPart,
  type DayProblem,
  dayChoices,
  fieldOf,
} from "#app/domain/followups/week-form";
import { formatDay, formatNumber } from "#app/i18n/format";

/** What a form of days was refused for, and what had been typed. */
export type WeekAnswer = {
  typed: Record<string, string>;
  problems: Record<string, DayProblem>;
  conflicts: { agreementId: string; entry: Entry }[];
  /** Why nothing was saved when it is no single day: nothing was filled in, or somebody is no longer on the page. */
  whole?: "nothing" | "changed";
};

export type Day = PlannedDay & { entry: Entry | null; isOpen: boolean };

/** One day: was there for so long, or why not. What is written already is chosen, else what the form suggests. */
export function DayField(props: {
  agreementId: string;
  /** How the form calls the agreement. */
  place: string;
  day: Day;
  /** Whether a planned day about which nothing is written is suggested as planned. */
  suggestPlanned: boolean;
  /** A participant's own form: nobody says of oneself that an absence was not reported. */
  isOwn: boolean;
  answer: WeekAnswer | null;
}) {
  const { t, i18n } = useTexts("attendance");
  const { agreementId, place, day, suggestPlanned, isOwn, answer } = props;
  const { entry } = day;
  const name = (what: DayPart) => fieldOf(place, day.day, what);
  const typedIn = (what: DayPart) => answer?.typed[fieldOf(agreementId, day.day, what)];
  const suggested: DayChoice = suggestPlanned && day.hours > 0 ? "present" : "";
  const written: DayChoice | null = entry && (entry.absence ?? "present");
  const chosen = typedIn("val") ?? written ?? suggested;
  const hoursWritten = entry?.hours ?? (day.hours > 0 ? day.hours : null);
  const stood =
    typedIn("stod") ?? (hoursWritten === null ? "" : formatNumber(i18n.language, hoursWritten, 2));
  const hours = typedIn("timmar") ?? stood;
  const problem =
    answer?.problems[fieldOf(agreementId, day.day, "timmar")] ??
    answer?.problems[fieldOf(agreementId, day.day, "val")];
  const isConflict = answer?.conflicts.some(
    (one) => one.agreementId === agreementId && one.entry.day === day.day,
  );
  // What was read stays what was read, until what has become of it has been shown.
  const isTold = isConflict || problem === "taken_back";
  const seen = (!isTold && typedIn("last")) || String(entry?.version ?? 0);
  const errorId = problem ? `${name("val")}-fel` : undefined;
  const choices = dayChoices.filter(
    (choice) =>
      choice === written || !(choice === "" ? written !== null : isOwn && choice === "oanmald_franvaro"),
  );
  return (
    <fieldset className="pk-day" aria-describedby={errorId}>
      <legend>
        {formatDay(i18n.language, day.day)}{" "}
        <span>
          {day.off
            ? t(`off.${day.off}`)
            : t("form.planned", { hours: hoursText(t, i18n.language, day.hours) })}
        </span>
      </legend>
      <div className="pk-day__choices">
        {choices.map((choice) => (
          <label className="pk-check" key={choice}>
            <input
              className="ds-input"
              type="radio"
              name={name("val")}
              value={choice}
              defaultChecked={chosen === choice}
            />
            <span>{t(`choice.${choice || "none"}`)}</span>
          </label>
        ))}
        <label className="pk-day__hours">
          {t("form.hours")}
          <input
            className="ds-input"
            name={name("timmar")}
            id={fieldOf(agreementId, day.day, "timmar")}
            inputMode="decimal"
            autoComplete="off"
            maxLength={20}
            defaultValue={hours}
            aria-invalid={problem ? true : undefined}
            aria-describedby={errorId}
          />
        </label>
      </div>
      <input type="hidden" name={name("stod")} value={stood} />
      <input type="hidden" name={name("last")} value={seen} />
      {problem ? (
        <p className="pk-error" id={errorId}>
          {textOfError(t, problem)}
        </p>
      ) : null}
      {entry ? <p className="pk-soft pk-small">{enteredText(t, i18n.language, entry)}</p> : null}
    </fieldset>
  );
}
