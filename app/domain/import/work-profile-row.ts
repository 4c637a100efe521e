import { z } from "zod";
import {
  cell,
  decimal,
  line,
  optionalCell,
  reference,
  splitList,
  weekdayList,
  whole,
  wordList,
  yesOrNo,
} from "#app/domain/import/cell";
import {
  adaptations,
  demands,
  type Level,
  type Levels,
  placementKinds,
  tasks,
} from "#app/domain/placements/vocabulary";

const level = cell((text, context) => whole(0, 3)(text, context) as Level);

const cells = z.object({
  referens: cell(reference),
  typer: cell(wordList(placementKinds)),
  start_timmar: cell(decimal(0.5, 60)),
  mal_timmar: cell(decimal(0.5, 60)),
  max_timmar_per_dag: cell(decimal(0.5, 12)),
  dagar: cell(weekdayList),
  ort: cell(line(100)),
  max_avstand_km: cell(decimal(0, 2000)),
  korkort_b: optionalCell(false, yesOrNo),
  stodbehov: level,
  klarar_lyft: level,
  klarar_staende: level,
  klarar_tempo: level,
  klarar_sociala_kontakter: level,
  klarar_buller: level,
  klarar_koncentration: level,
  klarar_sjalvstandighet: level,
  klarar_lasa_skriva: level,
  klarar_tala_svenska: level,
  klarar_finmotorik: level,
  behov: optionalCell([], wordList(adaptations)),
  onskade_uppgifter: optionalCell([], wordList(tasks)),
  undantag_arbetsgivare: optionalCell([], (text, context) => splitList(line(2000)(text, context))),
});

/** The columns of an `arbetsprofiler` file, in the order of domain.md "Files for import and export". */
export const workProfileColumns = Object.keys(cells.shape);
export const optionalWorkProfileColumns: string[] = [];

/**
 * One row of an `arbetsprofiler` file. Key = the participant's `reference`. Hours in hours per week (longest day in
 * hours), kilometres. `excludedEmployers` are organisation numbers or names as written.
 */
export const workProfileRow = cells.transform((row) => ({
  reference: row.referens,
  kinds: row.typer,
  startHours: row.start_timmar,
  targetHours: row.mal_timmar,
  longestDay: row.max_timmar_per_dag,
  weekdays: row.dagar,
  locality: row.ort,
  maxKm: row.max_avstand_km,
  drivingLicenceB: row.korkort_b,
  supportNeed: row.stodbehov,
  abilities: Object.fromEntries(demands.map((demand) => [demand, row[`klarar_${demand}`]])) as Levels,
  neededAdaptations: row.behov,
  wishedTasks: row.onskade_uppgifter,
  excludedEmployers: row.undantag_arbetsgivare,
}));

export type WorkProfileRow = z.output<typeof workProfileRow>;
