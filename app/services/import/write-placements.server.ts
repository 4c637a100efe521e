import type { Point } from "#app/domain/geo/point";
import type { Actor } from "#app/domain/identity/actor";
import type { PlacementRow } from "#app/domain/import/placement-row";
import type { Problem, RejectedRow } from "#app/domain/import/problem";
import { rowFormats } from "#app/domain/import/row-format";
import { toSweref } from "#app/platform/projection.server";
import {
  type BatchResult,
  type FileMemory,
  type NumberedRow,
  repeatedKey,
  saidOtherwise,
  speaksFirst,
} from "#app/services/import/import-run";
import type { Tx } from "#db/client.server";
import * as store from "#db/queries/import.server";

type Located = NumberedRow<PlacementRow> & { municipalityCode: string; point: Point };
type Placed = Located & { employerId: number; workplaceId: number };

/**
 * Writes a batch of placements with their employers, workplaces and contact persons. New placements are published and
 * their employers verified: staff vouch for a file. A row counts as updated when anything of it changed.
 */
export async function writePlacements(
  tx: Tx,
  actor: Actor,
  memory: FileMemory,
  rows: NumberedRow<PlacementRow>[],
): Promise<BatchResult> {
  await store.lockImport(tx, "platser");
  const rejected: RejectedRow[] = [];
  const located = rows.flatMap((numbered) => {
    const found = locate(memory, numbered);
    if ("row" in found) return [found];
    rejected.push({ line: numbered.line, problems: [found] });
    return [];
  });

  const changedEmployers = await store.upsertEmployers(tx, [
    ...new Map(located.map(({ row }) => [row.employer.organisationNumber, row.employer])).values(),
  ]);
  const employerIds = await store.findEmployerIds(
    tx,
    located.map(({ row }) => row.employer.organisationNumber),
  );
  const changedWorkplaces = await store.upsertWorkplaces(tx, workplacesOf(located, employerIds));
  const workplaceIds = await store.findWorkplaceIds(tx, [...new Set(employerIds.values())]);
  const placed = located.map((one): Placed => {
    const employerId = employerIds.get(one.row.employer.organisationNumber)!;
    const workplaceId = workplaceIds.get(store.workplaceKey(employerId, one.row.workplace.name))!;
    return { ...one, employerId, workplaceId };
  });

  const claimed = await store.findClaimed(tx, [...new Set(placed.map((one) => one.workplaceId))]);
  const kept = placed.filter(({ line, row, workplaceId }) => {
    const taken = claimed.get(store.placementKey(workplaceId, row.title)) ?? 0;
    if (row.capacity >= taken) return true;
    rejected.push({ line, problems: [{ column: "platser", code: "already_taken", params: { taken } }] });
    return false;
  });
  const changedContacts = await store.upsertContactPersons(tx, contactsOf(memory, kept));
  const changedPlacements = await store.upsertPlacements(tx, kept.map(toWrite), actor.userId);

  const result: BatchResult = { imported: 0, updated: 0, unchanged: 0, rejected };
  for (const one of kept) {
    const { row, line } = one;
    const changed = changedPlacements.get(store.placementKey(one.workplaceId, row.title));
    const around =
      (changedEmployers.has(row.employer.organisationNumber) && speaksFirst(memory, employerOf(row), line)) ||
      (changedWorkplaces.has(store.workplaceKey(one.employerId, row.workplace.name)) &&
        speaksFirst(memory, workplaceOf(row), line)) ||
      (changedContacts.has(one.workplaceId) && speaksFirst(memory, contactOf(row), line));
    if (changed === true) result.imported++;
    else if (changed === false || around) result.updated++;
    else result.unchanged++;
  }
  return result;
}

function locate(memory: FileMemory, numbered: NumberedRow<PlacementRow>): Located | Problem {
  const { line, row } = numbered;
  const { workplace } = row;
  const municipalityCode = memory.places.municipalityCode(workplace.municipality);
  if (!municipalityCode) {
    return { column: "kommun", code: "unknown_municipality", params: { value: workplace.municipality } };
  }
  const point = workplace.coordinates
    ? toSweref(workplace.coordinates)
    : memory.places.pointIn(workplace.locality, municipalityCode);
  if (!point) {
    const params = { value: workplace.locality, municipality: workplace.municipality };
    return { column: "ort", code: "unknown_locality", params };
  }
  const problem =
    repeatedKey(memory, rowFormats.platser.key(row), line, "rubrik") ??
    saidOtherwise(memory, employerOf(row), JSON.stringify(row.employer), line, "arbetsgivare") ??
    saidOtherwise(memory, workplaceOf(row), JSON.stringify(workplace), line, "arbetsstalle");
  if (problem) return problem;
  // One person with two telephone numbers is no mistake: the first row's is kept.
  saidOtherwise(memory, contactOf(row), JSON.stringify(row.contact), line, "kontaktperson");
  return { ...numbered, municipalityCode, point };
}

const employerOf = (row: PlacementRow) => `employer ${row.employer.organisationNumber}`;
const workplaceOf = (row: PlacementRow) =>
  `workplace ${row.employer.organisationNumber} ${row.workplace.name}`;
const contactOf = (row: PlacementRow) =>
  `contact ${row.employer.organisationNumber} ${row.workplace.name} ${row.contact?.name ?? ""}`;

function workplacesOf(located: Located[], employerIds: Map<string, number>): store.WorkplaceToWrite[] {
  const byKey = new Map<string, store.WorkplaceToWrite>();
  for (const { row, municipalityCode, point } of located) {
    const employerId = employerIds.get(row.employer.organisationNumber)!;
    const { name, address, locality, coordinates } = row.workplace;
    const exact = coordinates !== null;
    byKey.set(workplaceOf(row), { employerId, name, address, locality, municipalityCode, ...point, exact });
  }
  return [...byKey.values()];
}

/** Contact persons, each once: by the row of the file that first names them. */
function contactsOf(memory: FileMemory, placed: Placed[]): store.ContactToWrite[] {
  return placed.flatMap(({ line, row, employerId, workplaceId }) =>
    row.contact && speaksFirst(memory, contactOf(row), line)
      ? [{ employerId, workplaceId, ...row.contact }]
      : [],
  );
}

function toWrite({ row, employerId, workplaceId }: Placed): store.PlacementToWrite {
  const { employer: _employer, workplace: _workplace, contact: _contact, ...terms } = row;
  return { ...terms, employerId, workplaceId };
}
