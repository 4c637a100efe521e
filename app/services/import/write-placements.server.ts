import type { Actor } from "#app/domain/identity/actor";
import type { PlacementRow } from "#app/domain/import/placement-row";
import type { Problem, RejectedRow } from "#app/domain/import/problem";
import { rowFormats } from "#app/domain/import/row-format";
import { toSweref } from "#app/platform/projection.server";
import {
  type BatchResult,
  type FileMemory,
  type FirstSaid,
  firstSaid,
  type NumberedRow,
  rememberSaid,
  repeatedKey,
  repeatProblem,
} from "#app/services/import/import-run";
import type { Tx } from "#db/client.server";
import * as store from "#db/queries/import.server";

type Located = NumberedRow<PlacementRow> & {
  employer: FirstSaid<PlacementRow["employer"]>;
  workplace: FirstSaid<Omit<store.WorkplaceToWrite, "employerId">>;
  contact: FirstSaid<PlacementRow["contact"]>;
};
type Placed = Located & { employerId: number; workplaceId: number };

/**
 * Writes a batch of placements with their employers, workplaces and contact persons. New placements are published and
 * new employers verified: staff vouch for a file. A placement that the actor could not change in its form is not
 * changed by a file either. A row counts as updated when anything of it changed.
 */
export async function writePlacements(
  tx: Tx,
  actor: Actor,
  memory: FileMemory,
  rows: NumberedRow<PlacementRow>[],
): Promise<BatchResult> {
  await store.lockImport(tx, "platser");
  const rejected: RejectedRow[] = [];
  const foreign = await store.findForeign(
    tx,
    rows.map(({ line, row }) => ({
      line,
      number: row.employer.organisationNumber,
      workplace: row.workplace.name,
      title: row.title,
    })),
    actor,
  );
  const located = rows.flatMap((numbered) => {
    const refused = refusal(foreign, numbered.line);
    const found = locate(memory, numbered);
    if (!refused && !Array.isArray(found)) {
      remember(memory, found);
      return [found];
    }
    const problems = [...(refused ? [refused] : []), ...(Array.isArray(found) ? found : [])];
    rejected.push({ line: numbered.line, problems });
    return [];
  });

  const employers = new Map(
    located.map(({ row, employer }) => [row.employer.organisationNumber, employer.thing]),
  );
  const changedEmployers = await store.upsertEmployers(tx, [...employers.values()]);
  const employerIds = await store.findEmployerIds(tx, [...employers.keys()]);
  const employerIdOf = ({ row }: Located) => employerIds.get(row.employer.organisationNumber)!;

  const workplaces = new Map(
    located.map((one) => {
      const employerId = employerIdOf(one);
      return [store.workplaceKey(employerId, one.row.workplace.name), { ...one.workplace.thing, employerId }];
    }),
  );
  const changedWorkplaces = await store.upsertWorkplaces(tx, [...workplaces.values()]);
  const workplaceIds = await store.findWorkplaceIds(tx, [...employerIds.values()]);
  const placed = located.map((one): Placed => {
    const employerId = employerIdOf(one);
    const workplaceId = workplaceIds.get(store.workplaceKey(employerId, one.row.workplace.name))!;
    return { ...one, employerId, workplaceId };
  });

  const kept = await keepRoomForTaken(tx, eachOnce(memory, placed, rejected), rejected);
  const changedContacts = await store.upsertContactPersons(tx, contactsOf(kept));
  const changed = await store.upsertPlacements(tx, kept.map(toWrite), actor.userId);

  const result: BatchResult = { imported: 0, updated: 0, unchanged: 0, rejected };
  for (const one of kept) {
    const { row, line } = one;
    const isNew = changed.get(store.placementKey(one.workplaceId, row.title));
    // A change of a shared thing counts once: at the row that first speaks of it.
    const around =
      (one.employer.line === line && changedEmployers.has(row.employer.organisationNumber)) ||
      (one.workplace.line === line &&
        changedWorkplaces.has(store.workplaceKey(one.employerId, row.workplace.name))) ||
      (one.contact.line === line && changedContacts.has(one.workplaceId));
    if (isNew) result.imported++;
    else if (isNew === false || around) result.updated++;
    else result.unchanged++;
  }
  return result;
}

/** Why a row may not be written: its placement is somebody else's to change. */
function refusal(foreign: Map<number, string | null>, line: number): Problem | null {
  const association = foreign.get(line);
  if (association === undefined) return null;
  return association === null
    ? { column: "rubrik", code: "of_somebody_else" }
    : { column: "rubrik", code: "of_another_association", params: { association } };
}

/**
 * The row with its point and what the file's first rows say about its employer and workplace, or all that is wrong with
 * it: a file is mended in one round.
 */
function locate(memory: FileMemory, numbered: NumberedRow<PlacementRow>): Located | Problem[] {
  const { line, row } = numbered;
  const { name, address, locality, municipality, coordinates } = row.workplace;
  const problems: Problem[] = [];
  const employer = firstSaid(memory, aboutEmployer(row), line, row.employer);
  if (!sameWords(employer.thing.name, row.employer.name))
    problems.push({ column: "arbetsgivare", code: "differs", params: { line: employer.line } });

  const municipalityCode = memory.places.municipalityCode(municipality);
  const point =
    municipalityCode &&
    (coordinates ? toSweref(coordinates) : memory.places.pointIn(locality, municipalityCode));
  if (!municipalityCode)
    problems.push({ column: "kommun", code: "unknown_municipality", params: { value: municipality } });
  else if (!point)
    problems.push({ column: "ort", code: "unknown_locality", params: { value: locality, municipality } });
  const repeated = repeatProblem(memory, rowFormats.platser.key(row), "rubrik");
  if (repeated) problems.push(repeated);
  if (!municipalityCode || !point) return problems;

  const exact = coordinates !== null;
  const workplace = firstSaid(memory, aboutWorkplace(row), line, {
    ...{ name, address, locality, municipalityCode, exact },
    ...point,
  });
  const { thing: said } = workplace;
  if (!sameWords(said.locality, locality) || said.municipalityCode !== municipalityCode)
    problems.push({ column: "arbetsstalle", code: "differs", params: { line: workplace.line } });
  if (problems.length > 0) return problems;
  const contact = firstSaid(memory, aboutContact(row), line, row.contact);
  return { ...numbered, employer, workplace, contact };
}

/** What the rows after this one are held against. A refused row says nothing: it may be what is wrong. */
function remember(memory: FileMemory, { line, row, employer, workplace, contact }: Located): void {
  repeatedKey(memory, rowFormats.platser.key(row), line, "rubrik");
  rememberSaid(memory, aboutEmployer(row), employer);
  rememberSaid(memory, aboutWorkplace(row), workplace);
  rememberSaid(memory, aboutContact(row), contact);
}

const aboutEmployer = ({ employer }: PlacementRow) => `employer ${employer.organisationNumber}`;
const aboutWorkplace = ({ employer, workplace }: PlacementRow) =>
  `workplace ${employer.organisationNumber} ${workplace.name}`;
const aboutContact = ({ employer, workplace, contact }: PlacementRow) =>
  `contact ${employer.organisationNumber} ${workplace.name} ${contact?.name ?? ""}`;

function sameWords(one: string, other: string): boolean {
  return one.toLocaleLowerCase("sv") === other.toLocaleLowerCase("sv");
}

/** Leaves out rows that speak of the same placement under two numbers: two records of the employer have been merged. */
function eachOnce(memory: FileMemory, placed: Placed[], rejected: RejectedRow[]): Placed[] {
  return placed.filter(({ line, row, workplaceId }) => {
    const repeated = repeatedKey(memory, store.placementKey(workplaceId, row.title), line, "rubrik");
    if (repeated) rejected.push({ line, problems: [repeated] });
    return !repeated;
  });
}

/** Leaves out rows that would offer fewer slots than proposals already hold. */
async function keepRoomForTaken(tx: Tx, placed: Placed[], rejected: RejectedRow[]): Promise<Placed[]> {
  const claimed = await store.findClaimed(
    tx,
    placed.map(({ workplaceId, row }) => ({ workplaceId, title: row.title })),
  );
  return placed.filter(({ line, row, workplaceId }) => {
    const taken = claimed.get(store.placementKey(workplaceId, row.title)) ?? 0;
    if (row.capacity >= taken) return true;
    rejected.push({ line, problems: [{ column: "platser", code: "already_taken", params: { taken } }] });
    return false;
  });
}

/** Contact persons, each once, as the file's first row has them. */
function contactsOf(placed: Placed[]): store.ContactToWrite[] {
  const byKey = new Map<string, store.ContactToWrite>();
  for (const { contact, employerId, workplaceId } of placed) {
    if (contact.thing)
      byKey.set(`${workplaceId} ${contact.thing.name}`, { employerId, workplaceId, ...contact.thing });
  }
  return [...byKey.values()];
}

function toWrite({ row, employerId, workplaceId }: Placed): store.PlacementToWrite {
  const { employer: _employer, workplace: _workplace, contact: _contact, ...terms } = row;
  return { ...terms, employerId, workplaceId };
}
