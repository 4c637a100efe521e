import type { Actor } from "#app/domain/identity/actor";
import type { ImportKind } from "#app/domain/import/import-kind";
import { mayImport } from "#app/domain/import/policy";
import { rowFormats } from "#app/domain/import/row-format";
import { writeWeekdays } from "#app/domain/import/weekday-list";
import { done, fail } from "#app/domain/outcome";
import { demands, type Weekday } from "#app/domain/placements/vocabulary";
import { parseStoredProfile } from "#app/domain/profiles/stored-profile";
import { completeProfile } from "#app/domain/profiles/work-profile-draft";
import { type Tx, withActor } from "#db/client.server";
import * as store from "#db/queries/export.server";

/** What of the association a file holds, in the columns of import: header row first. Errors: `forbidden`. */
export async function exportRows(actor: Actor, kind: ImportKind) {
  if (!mayImport(actor)) return fail("forbidden");
  const rows = await withActor(actor, (tx) => readers[kind](tx, actor));
  const columns = rowFormats[kind].columns.filter((column) => !["lat", "lon"].includes(column));
  const lines = rows.map((row) => columns.map((column) => toCell(column, row[column] ?? null)));
  return done({ rows: [columns, ...lines] });
}

const readers: Record<ImportKind, (tx: Tx, actor: Actor) => Promise<store.ExportRow[]>> = {
  platser: (tx, actor) => store.listPlacementsToExport(tx, actor.associationId!),
  async deltagare(tx, actor) {
    const rows = await store.listParticipantsToExport(tx, actor.associationId!);
    await store.recordExported(tx, actor, idsOf(rows), "deltagare");
    return rows;
  },
  async arbetsprofiler(tx, actor) {
    const rows = (await store.listWorkProfilesToExport(tx, actor.associationId!)).flatMap((row) => {
      const cells = profileCells(row);
      return cells ? [{ id: row.id, cells }] : [];
    });
    await store.recordExported(tx, actor, idsOf(rows), "arbetsprofiler");
    return rows.map(({ cells }) => cells);
  },
};

const idsOf = (rows: { id: string }[]) => rows.map(({ id }) => id);

/** A complete work profile as cells; null while a part is unknown, for a file with holes could not be read again. */
function profileCells(row: {
  reference: string;
  profile: unknown;
  excluded: string[];
}): store.ExportRow | null {
  const profile = completeProfile(parseStoredProfile(row.profile));
  if (!profile) return null;
  return {
    referens: row.reference,
    typer: profile.kinds,
    start_timmar: profile.startHours,
    mal_timmar: profile.targetHours,
    max_timmar_per_dag: profile.longestDay,
    dagar: profile.weekdays,
    ort: profile.locality,
    max_avstand_km: profile.maxKm,
    korkort_b: profile.drivingLicenceB,
    stodbehov: profile.supportNeed,
    ...Object.fromEntries(demands.map((demand) => [`klarar_${demand}`, profile.abilities[demand]])),
    behov: profile.neededAdaptations,
    onskade_uppgifter: profile.wishedTasks,
    undantag_arbetsgivare: row.excluded,
  };
}

function toCell(column: string, value: store.ExportRow[string]): string {
  if (value === null) return "";
  if (typeof value === "boolean") return value ? (column.startsWith("hinder_") ? "x" : "ja") : "";
  if (Array.isArray(value)) return column === "dagar" ? writeWeekdays(value as Weekday[]) : value.join(",");
  return String(value).replace(".", typeof value === "number" ? "," : ".");
}
