import type { SentVersion } from "#app/domain/agreements/agreement";
import type { Pause } from "#app/domain/agreements/pause";
import { weekdayOf } from "#app/domain/agreements/period";
import { inOrder } from "#app/domain/agreements/schedule";
import { type Calendar, workingDays } from "#app/domain/agreements/working-days";
import type { CalendarEvent } from "#app/domain/icalendar";

/** An agreement, as far as a calendar needs it. `endedOn`: when it stopped before its last day. */
export type InCalendar = {
  id: string;
  version: SentVersion;
  endedOn: string | null;
  pauses: readonly Pick<Pause, "from" | "until">[];
};

/**
 * The days and times of an agreement as appointments, without public holidays, closed days and pauses. A calendar service can read
 * them: they say which workplace and where, never the kind, the purpose or anything about the person. The n-th session of a
 * day is the same appointment in every version of the text. `host` makes the ids the product's own.
 */
export function calendarEvents(
  { id, version, endedOn, pauses }: InCalendar,
  calendar: Pick<Calendar, "isHoliday">,
  host: string,
): CalendarEvent[] {
  const { period, schedule, closedDays, parties } = version.content;
  const { employer } = parties;
  const endsOn = endedOn !== null && endedOn < period.endsOn ? endedOn : period.endsOn;
  const sessions = inOrder(schedule);
  return workingDays({ startsOn: period.startsOn, endsOn }, sessions, {
    ...calendar,
    closed: [
      ...closedDays,
      ...pauses.map(({ from, until }) => ({ startsOn: from, endsOn: until ?? endsOn })),
    ],
  }).flatMap((day) =>
    sessions
      .filter(({ weekday }) => weekday === weekdayOf(day))
      .map(({ from, to }, index) => ({
        uid: `${id}-${day}-${index + 1}@${host}`,
        sequence: version.number - 1,
        changedAt: version.agreedAt ?? version.sentAt ?? version.savedAt,
        day,
        from,
        to,
        summary: employer.workplace || employer.name,
        location: [employer.workplace && employer.name, employer.address].filter(Boolean).join(", "),
      })),
  );
}
