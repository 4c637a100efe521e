import { Form } from "@remix-run/react";
import { hoursText } from "#app/components/agreements/agreement-words";
import { type Day, DayField, type WeekAnswer } from "#app/components/followups/day-field";
import { enteredText, presenceText } from "#app/components/followups/entry-words";
import { Note } from "#app/components/ui/note";
import { Unfold } from "#app/components/ui/unfold";
import { useTexts } from "#app/components/ui/use-texts";
import { placeOf } from "#app/domain/followups/form-place";
import { fieldOf } from "#app/domain/followups/week-form";
import { formatDay, formatNumber } from "#app/i18n/format";

export type Person = {
  agreementId: string;
  number: string;
  title: string;
  who: string;
  days: readonly Day[];
  sums: { planned: number; real: number };
};

/** A week of one or more people in one form: planned days first, others when asked for. Works without script. */
export function WeekForm(props: {
  people: readonly Person[];
  suggestPlanned: boolean;
  isOwn?: boolean;
  /** Names people with a heading each; of a single known person the page has said the name. */
  named: boolean;
  submit: string;
  answer: WeekAnswer | null;
}) {
  const { t } = useTexts("attendance");
  const { people, suggestPlanned, isOwn = false, named, submit, answer } = props;
  const isAnyOpen = people.some(({ days }) => days.some(({ isOpen }) => isOpen));
  return (
    <Form method="post" className="pk-stack">
      <Refusal people={people} answer={answer} />
      {people.map((person, index) => (
        <PersonDays
          key={person.agreementId}
          place={placeOf(index)}
          {...{ person, suggestPlanned, isOwn, named, answer }}
        />
      ))}
      {isAnyOpen ? (
        <p>
          <button className="ds-button pk-big" type="submit" name="gor" value="narvaro">
            {submit}
          </button>
        </p>
      ) : (
        <p className="pk-soft">{t("form.nothingOpen")}</p>
      )}
    </Form>
  );
}

function PersonDays(props: {
  person: Person;
  place: string;
  suggestPlanned: boolean;
  isOwn: boolean;
  named: boolean;
  answer: WeekAnswer | null;
}) {
  const { t, i18n } = useTexts("attendance");
  const { person, place, suggestPlanned, isOwn, named, answer } = props;
  const { agreementId, days, sums, who, title } = person;
  const number = (value: number) => formatNumber(i18n.language, value, 2);
  const main = days.filter(({ hours, entry }) => hours > 0 || entry);
  const others = days.filter((day) => !main.includes(day) && day.isOpen);
  const hasTypedOther = others.some(
    ({ day }) =>
      answer?.typed[fieldOf(agreementId, day, "val")] ||
      answer?.problems[fieldOf(agreementId, day, "timmar")],
  );
  const heading = `p-${agreementId}`;
  return (
    <section className="pk-panel pk-attended" aria-labelledby={named ? heading : undefined}>
      <input type="hidden" name={place} value={agreementId} />
      {named ? (
        <div className="pk-attended__who">
          <h2 id={heading}>{who}</h2>
          <p className="pk-soft">
            {title}. {t("form.sum", { real: number(sums.real), planned: number(sums.planned) })}
          </p>
        </div>
      ) : null}
      {main.map((day) =>
        day.isOpen ? (
          <DayField key={day.day} {...{ agreementId, place, day, suggestPlanned, isOwn, answer }} />
        ) : (
          <div className="pk-day pk-day--later" key={day.day}>
            <b>{formatDay(i18n.language, day.day)}</b>
            <span className="pk-soft">
              {day.entry
                ? enteredText(t, i18n.language, day.entry)
                : `${t("form.planned", { hours: hoursText(t, i18n.language, day.hours) })}. ${t("form.later")}`}
            </span>
          </div>
        ),
      )}
      {others.length > 0 ? (
        <Unfold title={t("form.other")} open={hasTypedOther}>
          <p className="pk-soft">{t("form.otherHint")}</p>
          {others.map((day) => (
            <DayField key={day.day} {...{ agreementId, place, day, suggestPlanned, isOwn, answer }} />
          ))}
        </Unfold>
      ) : null}
    </section>
  );
}

function Refusal({ people, answer }: { people: readonly Person[]; answer: WeekAnswer | null }) {
  const { t, i18n } = useTexts("attendance");
  if (!answer) return null;
  const { conflicts, whole } = answer;
  const problems = Object.entries(answer.problems);
  const whoOf = (id: string) => people.find(({ agreementId }) => agreementId === id)?.who ?? "";
  if (whole) {
    return (
      <Note tone="warn" role="alert">
        <p>{t(`error.${whole}`)}</p>
      </Note>
    );
  }
  return (
    <>
      {problems.length > 0 ? (
        <Note tone="warn" role="alert">
          <p>
            <strong>{t("shell:toMend", { count: problems.length })}</strong>
          </p>
          <ul className="pk-problems">
            {problems.map(([field, code]) => (
              <li key={field}>
                <a href={`#${field.replace(/\.val$/, ".timmar")}`}>
                  {whoOf(field.split(".")[0]!)}, {formatDay(i18n.language, field.split(".")[1]!)}:{" "}
                  {t(`error.${code}`)}
                </a>
              </li>
            ))}
          </ul>
        </Note>
      ) : null}
      {conflicts.length > 0 ? (
        <Note tone="warn" role="alert">
          <p>
            <strong>{t("conflict.title")}</strong> {t("conflict.text")}
          </p>
          <ul className="pk-problems">
            {conflicts.map(({ agreementId, entry }) => (
              <li key={`${agreementId} ${entry.day}`}>
                {t("conflict.line", {
                  who: whoOf(agreementId),
                  day: formatDay(i18n.language, entry.day),
                  by: entry.byName,
                  what: presenceText(t, i18n.language, entry),
                })}
              </li>
            ))}
          </ul>
        </Note>
      ) : null}
    </>
  );
}
