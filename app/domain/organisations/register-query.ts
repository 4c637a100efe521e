import { z } from "zod";
import { appetites } from "#app/domain/organisations/employer";
import { sectors } from "#app/domain/placements/vocabulary";

export const ownerFilters = ["mine", "none", "other"] as const;
/** Not contacted for so many days. */
export const quietDays = [30, 60, 90, 180] as const;
export const registerOrders = ["name", "quiet"] as const;

const words: Record<string, (typeof ownerFilters)[number]> = { mig: "mine", ingen: "none", annan: "other" };

const schema = z.object({
  text: z.string().trim().max(80).catch(""),
  municipality: z
    .string()
    .regex(/^\d{4}$/)
    .nullable()
    .catch(null),
  sector: z.enum(sectors).nullable().catch(null),
  appetite: z.enum(appetites).nullable().catch(null),
  owner: z.enum(ownerFilters).nullable().catch(null),
  askAgain: z.boolean(),
  quiet: z.coerce
    .number()
    .refine((days) => (quietDays as readonly number[]).includes(days))
    .nullable()
    .catch(null),
  ring: z.coerce.number().int().min(1).max(2_147_483_647).nullable().catch(null),
  order: z.enum(registerOrders).catch("name"),
  page: z.coerce.number().int().min(1).max(100_000).catch(1),
});

/** What a coordinator looks for among all employers; null is everything. */
export type EmployerSearch = z.infer<typeof schema>;

/**
 * Reads the address of the register: `sok`, `kommun`, `sektor`, `vilja`, `agare` (mig, ingen, annan), `fraga=1`, `tyst`
 * (days), `ring`, `ordning=tyst`, `sida`. What makes no sense is left out.
 */
export function parseEmployerSearch(params: URLSearchParams): EmployerSearch {
  return schema.parse({
    text: params.get("sok") ?? "",
    municipality: params.get("kommun"),
    sector: params.get("sektor"),
    appetite: params.get("vilja"),
    owner: words[params.get("agare") ?? ""] ?? null,
    askAgain: params.get("fraga") === "1",
    quiet: params.get("tyst") || null,
    ring: params.get("ring") || null,
    order: params.get("ordning") === "tyst" ? "quiet" : "name",
    page: params.get("sida") ?? 1,
  });
}

/** Whether anything narrows the list. */
export function isNarrowed(search: EmployerSearch): boolean {
  const { text, municipality, sector, appetite, owner, askAgain, quiet, ring } = search;
  return (
    text !== "" ||
    askAgain ||
    [municipality, sector, appetite, owner, quiet, ring].some((one) => one !== null)
  );
}

/** The same search as an address without its page, for the pager and the map. */
export function employerSearchAddress(search: EmployerSearch): string {
  const query = new URLSearchParams();
  const set = (name: string, value: string | number | null) => {
    if (value !== null && value !== "") query.set(name, String(value));
  };
  set("sok", search.text);
  set("kommun", search.municipality);
  set("sektor", search.sector);
  set("vilja", search.appetite);
  set("agare", Object.keys(words).find((word) => words[word] === search.owner) ?? null);
  set("fraga", search.askAgain ? 1 : null);
  set("tyst", search.quiet);
  set("ring", search.ring);
  set("ordning", search.order === "quiet" ? "tyst" : null);
  return query.toString();
}
