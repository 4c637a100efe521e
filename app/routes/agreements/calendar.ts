import { calendarFile } from "#app/http/calendar-file.server";
import { page, unwrap } from "#app/http/handler.server";
import { readCalendar } from "#app/services/agreements/read-calendar.server";

/** GET /overenskommelser/:id.ics: the days and times, without holidays, for any calendar. */
export const loader = page(
  ["coordinator", "coach", "participant", "employer", "case_worker"],
  async ({ actor, params }) => {
    const { number, events } = unwrap(await readCalendar(actor, params.id ?? ""));
    return calendarFile(`overenskommelse-${number}.ics`, number, events);
  },
);
