import { defaultPins, mostPins } from "#app/domain/placements/map-view";
import { defaultPerPage, mostPerPage, needs, sortings } from "#app/domain/placements/search-choices";
import {
  adaptations,
  demands,
  otherRequirements,
  placementKinds,
  tasks,
  weekdays,
} from "#app/domain/placements/vocabulary";

type Schema = Record<string, unknown>;
const text: Schema = { type: "string" };
const number: Schema = { type: "number" };
const integer: Schema = { type: "integer" };
const level: Schema = { type: "integer", minimum: 0, maximum: 3 };
const word = (words: readonly string[]): Schema => ({ type: "string", enum: words });
const list = (items: Schema): Schema => ({ type: "array", items });
const nullable = (schema: Schema): Schema => ({ ...schema, type: [schema.type, "null"] });
const object = (properties: Record<string, Schema>, optional: string[] = []): Schema => ({
  type: "object",
  properties,
  required: Object.keys(properties).filter((name) => !optional.includes(name)),
});
const ref = (name: string): Schema => ({ $ref: `#/components/schemas/${name}` });
const parameter = (name: string, description: string, schema: Schema) => ({
  name,
  in: "query",
  description,
  required: false,
  schema,
  ...(schema.type === "array" ? { style: "form", explode: true } : {}),
});
const json = (schema: Schema, type = "application/json") => ({ [type]: { schema } });

const filters = [
  parameter("ort", "Ort att utgå från, till exempel Lindesberg eller Hestra, Gislaved.", text),
  parameter("lat", "Breddgrad (WGS 84) att utgå från, tillsammans med lon. Går före ort.", {
    type: "number",
    minimum: 54,
    maximum: 70,
  }),
  parameter("lon", "Längdgrad (WGS 84).", { type: "number", minimum: 4, maximum: 33 }),
  parameter("km", "Högst så långt bort, fågelvägen. Kräver ort eller lat och lon.", {
    type: "number",
    minimum: 0.1,
    maximum: 2000,
  }),
  parameter("typ", "Någon av typerna. Upprepas eller skiljs med komma.", list(word(placementKinds))),
  parameter("uppgift", "Någon av arbetsuppgifterna.", list(word(tasks))),
  parameter("kommun", "Kommunens namn eller fyrsiffriga kod.", text),
  parameter("timmar", "Högst så många timmar i veckan.", { type: "number", minimum: 0.5, maximum: 60 }),
  parameter(
    "fran",
    "En dag att börja: lediga räknas från den dagen i stället för nu. Sökningen visar samma platser.",
    { type: "string", format: "date" },
  ),
  parameter("svenska", "Den högsta nivå av svenska som platsen får kräva.", level),
  parameter(
    "behov",
    "Alla behoven: inga tunga lyft, lugn miljö, lugnt tempo, kunna sitta, få personer, handledare nära, flexibel starttid.",
    list(word(needs)),
  ),
  parameter("anpassning", "Alla anpassningarna.", list(word(adaptations))),
];

const schemas: Record<string, Schema> = {
  Plats: object({
    id: integer,
    rubrik: text,
    arbetsgivare: text,
    ort: text,
    kommun: { ...text, pattern: "^[0-9]{4}$" },
    lat: number,
    lon: number,
    avstand_km: {
      ...nullable(number),
      description: "Fågelvägen i SWEREF 99 TM. null utan plats att utgå från.",
    },
    typer: list(word(placementKinds)),
    uppgifter: list(word(tasks)),
    timmar_per_vecka_min: number,
    timmar_per_vecka_max: number,
    timmar_per_dag_min: number,
    dagar: list(word(weekdays)),
    veckor_min: integer,
    veckor_max: integer,
    platser: { ...integer, description: "Så många personer samtidigt." },
    lediga: integer,
    handledarstod: level,
    krav: object(Object.fromEntries(demands.map((demand) => [demand, level]))),
    anpassningar: list(word(adaptations)),
    ovriga_krav: list(word(otherRequirements)),
    bekraftad: { ...text, format: "date" },
    url: text,
  }),
  Svar: object({
    totalt: { ...integer, description: "Exakt hur många platser som passar." },
    sida: integer,
    per_sida: integer,
    platser: list(ref("Plats")),
  }),
  Karta: object({
    type: { const: "FeatureCollection" },
    totalt: {
      ...nullable(integer),
      description: "Så många platser svaret står för. null när limit tog slut.",
    },
    features: list(
      object({
        type: { const: "Feature" },
        id: { type: ["integer", "string"] },
        geometry: object({
          type: { const: "Point" },
          coordinates: { ...list(number), minItems: 2, maxItems: 2 },
        }),
        properties: { oneOf: [ref("Kluster"), ref("Kartplats")] },
      }),
    ),
  }),
  Kluster: object({
    cluster: { const: true },
    count: integer,
    kinds: {
      type: "object",
      additionalProperties: integer,
      description: "Varje plats räknas en gång, under sin första typ.",
    },
  }),
  Kartplats: object({
    id: integer,
    title: text,
    kinds: list(word(placementKinds)),
    locality: text,
    employer: text,
  }),
  Fel: object({ fel: list(object({ falt: text, kod: text, text }, ["falt"])) }),
};

const problem = (description: string) => ({ description, content: json(ref("Fel")) });
const answers = (description: string, content: object) => ({
  200: {
    description,
    headers: {
      ETag: { schema: text },
      "RateLimit-Limit": { schema: integer },
      "RateLimit-Remaining": { schema: integer },
      "RateLimit-Reset": { schema: integer },
    },
    content,
  },
  304: { description: "Inget har ändrats sedan svaret med samma ETag." },
  400: problem("Något i frågan går inte att läsa. Texterna säger vad."),
  429: problem("För många frågor från samma adress. Retry-After säger när det går igen."),
  503: problem("Databasen svarar inte just nu."),
});

/** The public API, as OpenAPI 3.1. `server` is the product's address. */
export function openApi(server: string) {
  return {
    openapi: "3.1.0",
    info: {
      title: "Praktikkartan",
      version: "1.0.0",
      summary: "Platser för praktik, arbetsprövning och arbetsträning i Sverige.",
      description:
        "Fri läsning utan inloggning, från vilken webbplats som helst. Svaren visar bara publicerade platser.",
      license: { name: "EUPL-1.2", identifier: "EUPL-1.2" },
    },
    servers: [{ url: server }],
    paths: {
      "/api/platser.json": {
        get: {
          operationId: "sokPlatser",
          summary: "Sök platser",
          parameters: [
            ...filters,
            parameter(
              "sort",
              "Närmast eller senast bekräftad först. Utan plats att utgå från: bekraftad.",
              word(sortings),
            ),
            parameter("sida", "Sidan, från 1.", { type: "integer", minimum: 1, default: 1 }),
            parameter("per_sida", "Rader på en sida.", {
              type: "integer",
              minimum: 1,
              maximum: mostPerPage,
              default: defaultPerPage,
            }),
          ],
          responses: answers("Sidans platser och det exakta antalet.", json(ref("Svar"))),
        },
      },
      "/api/platser.geojson": {
        get: {
          operationId: "kartansPlatser",
          summary: "Platser i en kartbild",
          parameters: [
            parameter("bbox", "väst,syd,öst,nord i grader (WGS 84).", text),
            parameter(
              "zoom",
              "Kartans zoom: då slås platser nära varandra ihop till kluster. Utan zoom kommer varje plats för sig.",
              { type: "number", minimum: 0, maximum: 22 },
            ),
            parameter("limit", "Högst så många enskilda platser.", {
              type: "integer",
              minimum: 1,
              maximum: mostPins,
              default: defaultPins,
            }),
            ...filters,
          ],
          responses: answers("En FeatureCollection.", json(ref("Karta"), "application/geo+json")),
        },
      },
    },
    components: { schemas },
  };
}
