import { z } from "zod";

/** When: what should have been held, today's, the rest of the week, and after it; `open` is all but what is after. */
export const listTimes = ["open", "late", "today", "week", "later"] as const;
export type ListTime = (typeof listTimes)[number];

const words: Record<string, ListTime> = { sena: "late", idag: "today", vecka: "week", senare: "later" };

const schema = z.object({
  time: z.enum(listTimes).catch("open"),
  /** A user's id, `all`, or null for the reader's own choice. */
  whose: z.string().min(1).max(100).nullable().catch(null),
  municipality: z
    .string()
    .regex(/^\d{4}$/)
    .nullable()
    .catch(null),
  page: z.coerce.number().int().min(1).max(10_000).catch(1),
});
export type FollowupSearch = z.infer<typeof schema>;

/** Reads the address of the list: `nar` (sena, idag, vecka, senare), `vems` (alla, mina or a user), `kommun`, `sida`. */
export function parseFollowupSearch(params: URLSearchParams): FollowupSearch {
  return schema.parse({
    time: words[params.get("nar") ?? ""] ?? "open",
    whose: params.get("vems") || null,
    municipality: params.get("kommun") || null,
    page: params.get("sida") ?? 1,
  });
}

/** What an address says of the time; "" for everything that is open. */
export function timeWord(time: ListTime): string {
  return Object.entries(words).find(([, one]) => one === time)?.[0] ?? "";
}

/** The address of a search, without its page. */
export function followupSearchAddress({ time, whose, municipality }: FollowupSearch): string {
  const address = new URLSearchParams();
  const word = timeWord(time);
  if (word) address.set("nar", word);
  if (whose) address.set("vems", whose);
  if (municipality) address.set("kommun", municipality);
  return address.toString();
}
