import { z } from "zod";
import { isDay } from "#app/domain/iso-day";
import { daysBetween } from "#app/domain/organisations/day";

/** A first day that has not been, as an address says it: within three years. */
const mostDaysAhead = 3 * 366;

const schema = z.object({
  alla: z.literal("1").optional().catch(undefined),
  sida: z.coerce.number().int().min(1).max(500).catch(1),
  fran: z.string().optional(),
});

export type MatchWindow = {
  all: boolean;
  page: number;
  /** The planned start, an ISO date after today; null is now. */
  startsOn?: string | null;
};

/**
 * Reads `?alla=1&sida=2&fran=2027-03-01`: whether to list what clashes, the page, and the start. Anything else counts as
 * not said.
 */
export function readMatchWindow(search: URLSearchParams, today: string): MatchWindow {
  const { alla, sida, fran } = schema.parse({
    alla: search.get("alla") ?? undefined,
    sida: search.get("sida") ?? 1,
    fran: search.get("fran") ?? undefined,
  });
  return { all: alla === "1", page: sida, startsOn: plannedStart(fran, today) };
}

/** A typed start, an ISO date after today and within three years; null for any other text: now. */
export function plannedStart(text: string | undefined, today: string): string | null {
  if (!text || !isDay(text)) return null;
  return text > today && daysBetween(today, text) <= mostDaysAhead ? text : null;
}

/** The same as the end of an address: "?alla=1&fran=2027-03-01"; the first page is not said. */
export function matchQuery({ all, page, startsOn }: MatchWindow): string {
  const query = new URLSearchParams();
  if (all) query.set("alla", "1");
  if (startsOn) query.set("fran", startsOn);
  if (page > 1) query.set("sida", String(page));
  return query.size > 0 ? `?${query}` : "";
}
