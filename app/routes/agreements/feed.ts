import { calendarFile } from "#app/http/calendar-file.server";
import { notFound, page } from "#app/http/handler.server";
import { openFeed } from "#app/services/agreements/calendar-feed.server";

/** GET /kalender/:token.ics: the private calendar of whoever made the address, until it is revoked. */
export const loader = page("public", async ({ params }) => {
  const opened = await openFeed(params.token ?? "");
  if (!opened.ok) throw notFound();
  return calendarFile("praktikkartan.ics", "Praktikkartan", opened.events);
});
