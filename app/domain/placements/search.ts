import { z } from "zod";
import {
  defaultPerPage,
  listOf,
  lists,
  mostPerPage,
  type Need,
  needs,
  type SearchError,
  type SearchField,
  type Sorting,
  sortings,
} from "#app/domain/placements/search-choices";
import {
  type Adaptation,
  adaptations,
  type PlacementKind,
  placementKinds,
  type Task,
  tasks,
} from "#app/domain/placements/vocabulary";

/** Refuses with a code, so that the page and the API say it in the reader's language. */
const within = (code: string, min: number, max: number) =>
  z
    .string()
    .transform((text) => Number(text.replace(",", ".")))
    .refine((number) => Number.isFinite(number) && number >= min && number <= max, code);
const whole = (code: string, min: number, max: number) =>
  within(code, min, max).refine((number) => Number.isInteger(number), code);
const oneOf = <const Word extends string>(code: string, words: readonly Word[]) =>
  z.array(z.string().refine((word): word is Word => (words as readonly string[]).includes(word), code));

const fields = z
  .object({
    ort: z.string().max(80, "ort").optional(),
    lat: within("lat", 54, 70).optional(),
    lon: within("lon", 4, 33).optional(),
    km: within("km", 0.1, 2000).optional(),
    typ: oneOf("typ", placementKinds),
    uppgift: oneOf("uppgift", tasks),
    kommun: z.string().max(80, "kommun").optional(),
    timmar: within("timmar", 0.5, 60).optional(),
    svenska: whole("svenska", 0, 3).optional(),
    fran: z.iso.date("fran").optional(),
    behov: oneOf("behov", needs),
    anpassning: oneOf("anpassning", adaptations),
    sort: z.enum(sortings, "sort").optional(),
    sida: whole("sida", 1, 100_000).default(1),
    per_sida: whole("per_sida", 1, mostPerPage).default(defaultPerPage),
  })
  .refine(({ lat, lon }) => (lat === undefined) === (lon === undefined), {
    path: ["lat"],
    message: "lat_lon",
  })
  .refine(({ km, ort, lat }) => km === undefined || ort !== undefined || lat !== undefined, {
    path: ["km"],
    message: "km_place",
  });

const singles = Object.keys(fields.shape).filter((field) => !lists.includes(field as SearchField));

/** What somebody looks for. Field by field what product.md "GET /api/platser.json" names. */
export type Search = {
  locality: string | null;
  coordinates: { lat: number; lon: number } | null;
  km: number | null;
  /** Any of these; none chosen: all. */
  kinds: PlacementKind[];
  tasks: Task[];
  /** A municipality's name or code. */
  municipality: string | null;
  /** Most hours a week: a placement fits when it can be had with so few. */
  hours: number | null;
  /** The highest level of Swedish that the placement may ask. */
  swedish: number | null;
  /** All of these. */
  needs: Need[];
  adaptations: Adaptation[];
  /** The start that free slots are counted for, an ISO date; null is now. It shows them, and leaves nothing out. */
  startsOn: string | null;
  sort: Sorting;
  page: number;
  perPage: number;
};

/**
 * Reads a query string. Lists are repeated (`typ=a&typ=b`) or separated by comma; an empty value is no value, as a
 * form without script sends it. Parameters that search does not know are left alone.
 */
export function parseSearch(query: URLSearchParams): { search: Search | null; errors: SearchError[] } {
  const input = Object.fromEntries([
    ...singles.map((field) => [field, query.get(field)?.trim() || undefined]),
    ...lists.map((field) => [field, listOf(query, field)]),
  ]);
  const parsed = fields.safeParse(input);
  if (!parsed.success) {
    const errors = parsed.error.issues.map(({ path, message }) => ({
      field: path[0] as SearchField,
      code: message,
    }));
    return {
      search: null,
      errors: errors.filter(({ field }, at) => errors.findIndex((e) => e.field === field) === at),
    };
  }
  const {
    ort,
    lat,
    lon,
    km,
    typ,
    uppgift,
    kommun,
    timmar,
    svenska,
    fran,
    behov,
    anpassning,
    sort,
    sida,
    per_sida,
  } = parsed.data;
  const hasPlace = ort !== undefined || lat !== undefined;
  return {
    errors: [],
    search: {
      locality: ort ?? null,
      coordinates: lat === undefined || lon === undefined ? null : { lat, lon },
      km: km ?? null,
      kinds: inOrder(placementKinds, typ),
      tasks: inOrder(tasks, uppgift),
      municipality: kommun ?? null,
      hours: timmar ?? null,
      swedish: svenska === 3 ? null : (svenska ?? null),
      needs: inOrder(needs, behov),
      adaptations: inOrder(adaptations, anpassning),
      startsOn: fran ?? null,
      // Without a place there is no distance to sort by.
      sort: hasPlace ? (sort ?? "avstand") : "bekraftad",
      page: sida,
      perPage: per_sida,
    },
  };
}

/** Each chosen word once, in the order of the vocabulary: the same search has one shape. */
function inOrder<Word extends string>(words: readonly Word[], chosen: readonly string[]): Word[] {
  return words.filter((word) => chosen.includes(word));
}
