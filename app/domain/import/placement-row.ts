import { z } from "zod";
import {
  cell,
  decimal,
  degrees,
  email,
  isoDate,
  line,
  optionalCell,
  organisationNumber,
  prose,
  reject,
  weekdayList,
  whole,
  word,
  wordList,
} from "#app/domain/import/cell";
import {
  adaptations,
  demands,
  type Level,
  type Levels,
  otherRequirements,
  placementKinds,
  purposes,
  sectors,
  tasks,
  visibilities,
} from "#app/domain/placements/vocabulary";
import { holdsPersonalNumber } from "#app/domain/profiles/personal-number";

const level = cell((text, context) => whole(0, 3)(text, context) as Level);

/** What anybody may come to read: nobody's personnummer gets in. */
const free =
  (read: ReturnType<typeof line>): typeof read =>
  (text, context) =>
    holdsPersonalNumber(text) ? reject(context, "holds_personnummer") : read(text, context);

const cells = z.object({
  arbetsgivare: cell(free(line(200))),
  organisationsnummer: cell(organisationNumber),
  sektor: cell(word(sectors)),
  arbetsstalle: cell(free(line(200))),
  adress: optionalCell("", free(line(200))),
  ort: cell(free(line(100))),
  kommun: cell(line(100)),
  kontaktperson: optionalCell("", free(line(200))),
  epost: optionalCell(null, email),
  telefon: optionalCell(null, line(50)),
  rubrik: cell(free(line(200))),
  typer: cell(wordList(placementKinds)),
  uppgifter: cell(wordList(tasks)),
  beskrivning: optionalCell("", free(prose(5000))),
  timmar_per_vecka_min: cell(decimal(0.5, 60)),
  timmar_per_vecka_max: cell(decimal(0.5, 60)),
  timmar_per_dag_min: cell(decimal(0.5, 12)),
  dagar: cell(weekdayList),
  veckor_min: cell(whole(1, 520)),
  veckor_max: cell(whole(1, 520)),
  platser: cell(whole(1, 500)),
  handledare: optionalCell("", free(line(200))),
  handledarstod: level,
  krav_lyft: level,
  krav_staende: level,
  krav_tempo: level,
  krav_sociala_kontakter: level,
  krav_buller: level,
  krav_koncentration: level,
  krav_sjalvstandighet: level,
  krav_lasa_skriva: level,
  krav_tala_svenska: level,
  krav_finmotorik: level,
  anpassningar: optionalCell([], wordList(adaptations)),
  ovriga_krav: optionalCell([], wordList(otherRequirements)),
  bekraftad: cell(isoDate),
  // Beyond the golden file: each may be left out, and then what is stored stays.
  lat: optionalCell(null, degrees(55, 70)),
  lon: optionalCell(null, degrees(10, 25)),
  syften: optionalCell(null, wordList(purposes)),
  start_fran: optionalCell(null, isoDate),
  alder_min: optionalCell(null, whole(13, 100)),
  alder_max: optionalCell(null, whole(13, 100)),
  synlighet: optionalCell(null, word(visibilities)),
});

/** The columns of a `platser` file in the golden file's order, then those that may be left out. */
export const placementColumns = Object.keys(cells.shape);
export const optionalPlacementColumns = [
  "lat",
  "lon",
  "syften",
  "start_fran",
  "alder_min",
  "alder_max",
  "synlighet",
];

/**
 * One row of a `platser` file as a placement with its employer and workplace. Key = organisation number + workplace +
 * title. Hours in hours, dates ISO. domain.md "Placement", "Files for import and export".
 */
export const placementRow = cells
  .superRefine((row, context) => {
    const below = (column: string, than: string) => {
      context.addIssue({ code: "custom", path: [column], message: "below_minimum", params: { than } });
    };
    if (row.timmar_per_vecka_max < row.timmar_per_vecka_min)
      below("timmar_per_vecka_max", "timmar_per_vecka_min");
    if (row.veckor_max < row.veckor_min) below("veckor_max", "veckor_min");
    if (row.alder_min !== null && row.alder_max !== null && row.alder_max < row.alder_min) {
      below("alder_max", "alder_min");
    }
    if (row.timmar_per_dag_min > row.timmar_per_vecka_max) {
      context.addIssue({ code: "custom", path: ["timmar_per_dag_min"], message: "longer_than_week" });
    }
    if ((row.lat === null) !== (row.lon === null)) {
      const empty = row.lat === null ? "lat" : "lon";
      context.addIssue({ code: "custom", path: [empty], message: "only_one_coordinate" });
    }
    if ((row.epost !== null || row.telefon !== null) && row.kontaktperson === "") {
      context.addIssue({ code: "custom", path: ["kontaktperson"], message: "missing" });
    }
  })
  .transform((row) => ({
    employer: { organisationNumber: row.organisationsnummer, name: row.arbetsgivare, sector: row.sektor },
    workplace: {
      name: row.arbetsstalle,
      address: row.adress,
      locality: row.ort,
      municipality: row.kommun,
      coordinates: row.lat !== null && row.lon !== null ? { lat: row.lat, lon: row.lon } : null,
    },
    contact:
      row.kontaktperson === "" ? null : { name: row.kontaktperson, email: row.epost, phone: row.telefon },
    title: row.rubrik,
    description: row.beskrivning,
    visibility: row.synlighet,
    kinds: row.typer,
    purposes: row.syften,
    tasks: row.uppgifter,
    hoursMin: row.timmar_per_vecka_min,
    hoursMax: row.timmar_per_vecka_max,
    shortestDay: row.timmar_per_dag_min,
    weekdays: row.dagar,
    weeksMin: row.veckor_min,
    weeksMax: row.veckor_max,
    startsFrom: row.start_fran,
    capacity: row.platser,
    supervisor: row.handledare,
    supportLevel: row.handledarstod,
    demands: Object.fromEntries(demands.map((demand) => [demand, row[`krav_${demand}`]])) as Levels,
    adaptations: row.anpassningar,
    otherRequirements: row.ovriga_krav,
    ageMin: row.alder_min,
    ageMax: row.alder_max,
    lastConfirmedOn: row.bekraftad,
  }));

export type PlacementRow = z.output<typeof placementRow>;
