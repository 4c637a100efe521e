// No schema in this file: the page's script needs these words, not the library that checks them.

/** What people ask for in everyday words, and what it says about a placement (see `demandLimits`). */
export const needs = ["lyft", "lugn", "tempo", "sitta", "fa", "handledare", "flexibel"] as const;
export type Need = (typeof needs)[number];

/** The highest level of a demand that a need allows. `handledare` and `flexibel` are not about demands. */
export const demandLimits = {
  lyft: { demand: "lyft", most: 1 },
  lugn: { demand: "buller", most: 1 },
  tempo: { demand: "tempo", most: 1 },
  sitta: { demand: "staende", most: 1 },
  fa: { demand: "sociala_kontakter", most: 1 },
} as const;
/** `handledare`: support level at least this. */
export const supportWanted = 2;

export const sortings = ["avstand", "bekraftad"] as const;
export type Sorting = (typeof sortings)[number];
/** Hours a week and kilometres that the page offers; the API takes any. */
export const offeredHours = [5, 10, 15, 20, 25, 30, 40] as const;
export const offeredDistances = [5, 10, 25, 50, 100] as const;
export const defaultPerPage = 12;
export const mostPerPage = 100;

/** The fields of a search's query string. */
export type SearchField =
  | "ort"
  | "lat"
  | "lon"
  | "km"
  | "typ"
  | "uppgift"
  | "kommun"
  | "timmar"
  | "svenska"
  | "fran"
  | "behov"
  | "anpassning"
  | "sort"
  | "sida"
  | "per_sida";
export type SearchError = { field: SearchField; code: string };

/** Fields that may have several values: repeated, or separated by comma. */
export const lists: readonly SearchField[] = ["typ", "uppgift", "behov", "anpassning"];

/** The values of a field that may have several. */
export function listOf(query: URLSearchParams, field: string): string[] {
  return query
    .getAll(field)
    .flatMap((value) => value.split(","))
    .map((word) => word.trim())
    .filter((word) => word !== "");
}

/** One thing chosen, and the query string without it. */
export type Choice = { field: SearchField; value: string; without: string };

const choosable: readonly SearchField[] = [
  "ort",
  "km",
  "kommun",
  "timmar",
  "svenska",
  "fran",
  "behov",
  "typ",
  "uppgift",
  "anpassning",
];

/** What is chosen right now, for chips that each take one choice away. Paging starts over. */
export function listChoices(query: URLSearchParams): Choice[] {
  return choosable.flatMap((field) => {
    const values = lists.includes(field)
      ? [...new Set(listOf(query, field))]
      : [query.get(field)?.trim() ?? ""];
    return values
      .filter((value) => value !== "")
      .map((value) => ({ field, value, without: without(query, field, value) }));
  });
}

function without(query: URLSearchParams, field: SearchField, value: string): string {
  const rest = new URLSearchParams();
  for (const [name, text] of query) {
    if (name === "sida" || text.trim() === "") continue;
    // Without a locality a distance means nothing.
    if (field === "ort" && (name === "km" || name === "sort")) continue;
    if (name !== field) rest.append(name, text);
    else
      for (const word of lists.includes(field) ? listOf(new URLSearchParams([[name, text]]), name) : []) {
        if (word !== value) rest.append(name, word);
      }
  }
  return rest.toString();
}

/** The query string of the same search with another value of a field; an empty one takes the field away. */
export function withValue(query: URLSearchParams, field: SearchField, value: string): string {
  const other = new URLSearchParams(query);
  other.set(field, value);
  return pageQuery(other, 1);
}

/** The query string of another page of the same search. */
export function pageQuery(query: URLSearchParams, page: number): string {
  const next = new URLSearchParams(
    [...query].filter(([name, text]) => name !== "sida" && text.trim() !== ""),
  );
  if (page > 1) next.set("sida", String(page));
  return next.toString();
}
