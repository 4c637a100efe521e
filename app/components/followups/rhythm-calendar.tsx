import { whatText } from "#app/components/followups/followup-words";
import { Icon, type IconName } from "#app/components/ui/icon";
import { useTexts } from "#app/components/ui/use-texts";
import { weekOf } from "#app/domain/agreements/period";
import { type CalendarMonth, monthsOf } from "#app/domain/followups/calendar-months";
import type { Followup, FollowupForm } from "#app/domain/followups/followup";
import { formatDate, formatDay, formatMonth } from "#app/i18n/format";

type Preview = {
  startsOn: string;
  endsOn: string;
  followups: readonly Pick<Followup, "step" | "purpose" | "form" | "dueOn">[];
  holidays: readonly { day: string; name: string }[];
};

const icons: Record<FollowupForm, IconName> = { telefon: "phone", besok: "pin", mote: "person", sms: "chat" };

/** What a rhythm gives: a calendar, month by month, with the holidays that it gives way to, and the same in words below each. */
export function RhythmCalendar(props: { title: string; note?: string | null; preview: Preview }) {
  const { title, note, preview } = props;
  const { t, i18n } = useTexts("followups");
  const { startsOn, endsOn, followups } = preview;
  const heading = title.replace(/\W+/g, "-").toLowerCase();
  return (
    <section className="pk-panel pk-stack" aria-labelledby={heading}>
      <h2 id={heading}>{title}</h2>
      {note ? (
        <p>
          <b>{note}</b>
        </p>
      ) : null}
      <p className="pk-soft">
        {t("rhythms.previewText", {
          count: followups.length,
          from: formatDate(i18n.language, startsOn),
          to: formatDate(i18n.language, endsOn),
        })}
      </p>
      <div className="pk-months">
        {monthsOf(preview).map((one) => (
          <Month key={one.month} id={`${heading}-${one.month}`} of={one} preview={preview} />
        ))}
      </div>
    </section>
  );
}

function Month({ id, of, preview }: { id: string; of: CalendarMonth; preview: Preview }) {
  const { t, i18n } = useTexts("followups");
  const { month, weeks } = of;
  const planned = preview.followups.filter(({ dueOn }) => dueOn.startsWith(month));
  const off = preview.holidays.filter(({ day }) => day.startsWith(month));
  return (
    <section className="pk-month" aria-labelledby={id}>
      <h3 id={id}>{formatMonth(i18n.language, `${month}-01`)}</h3>
      {/* What the days say to the eye; the list below says it to everybody. */}
      <table aria-hidden="true">
        <thead>
          <tr>
            {weekdayLetters(i18n.language).map(({ day, letter }) => (
              <th key={day}>{letter}</th>
            ))}
          </tr>
        </thead>
        <tbody>
          {weeks.map((week) => (
            <tr key={week.find(Boolean)}>
              {week.map((day, place) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: a day of the week is its place
                <Day key={place} day={day} preview={preview} />
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      {planned.length + off.length > 0 ? (
        <ul>
          {planned.map((one) => (
            <li key={one.step}>
              <time dateTime={one.dueOn}>{formatDay(i18n.language, one.dueOn)}</time>{" "}
              <strong>{whatText(t, one)}</strong>{" "}
              <span className="pk-soft">{t("rhythms.inWeek", { week: weekOf(preview, one.dueOn) })}</span>
            </li>
          ))}
          {off.map(({ day, name }) => (
            <li key={day} className="pk-soft">
              {formatDay(i18n.language, day)}: {t(`vocabulary:holiday.${name}`)}
            </li>
          ))}
        </ul>
      ) : null}
    </section>
  );
}

function Day({ day, preview }: { day: string | null; preview: Preview }) {
  if (day === null) return <td />;
  const planned = preview.followups.find(({ dueOn }) => dueOn === day);
  return (
    <td
      data-out={day < preview.startsOn || day > preview.endsOn || undefined}
      data-off={preview.holidays.some((holiday) => holiday.day === day) || undefined}
      data-planned={planned ? "" : undefined}
    >
      {Number(day.slice(8))}
      {planned ? <Icon name={icons[planned.form]} small /> : null}
    </td>
  );
}

/** "M T O T F L S": of a week that begins on a Monday. */
function weekdayLetters(language: string) {
  return Array.from({ length: 7 }, (_, ahead) => `2024-01-0${ahead + 1}`).map((day) => ({
    day,
    letter: formatDay(language, day).charAt(0).toUpperCase(),
  }));
}
