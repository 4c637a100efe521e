import { type CalendarEvent, iCalendar } from "#app/domain/icalendar";

/** Appointments as a calendar file; kept by nobody on the way. */
export function calendarFile(file: string, name: string, events: readonly CalendarEvent[]): Response {
  return new Response(iCalendar(name, events), {
    headers: {
      "Content-Type": "text/calendar; charset=utf-8",
      "Content-Disposition": `attachment; filename="${file}"`,
      "Cache-Control": "private, no-store",
    },
  });
}
