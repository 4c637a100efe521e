import { sql } from "drizzle-orm";
import type { Point } from "#app/domain/geo/point";
import type { Candidate } from "#app/domain/matching/candidate";
import type { Talk } from "#app/domain/matching/match-view";
import type { Matchable } from "#app/domain/matching/matchable";
import type { Weights } from "#app/domain/matching/weights";
import { maskOf } from "#app/domain/placements/mask";
import {
  adaptations,
  demands,
  groupOf,
  type Levels,
  placementKinds,
  taskGroups,
  tasks,
  type Visibility,
  weekdays,
} from "#app/domain/placements/vocabulary";
import type { WorkProfile } from "#app/domain/profiles/work-profile";
import { db, type Executor, type Tx } from "#db/client.server";
import { tookPlace } from "#db/queries/employer-contacts.server";
import { freeFrom } from "#db/queries/slots.server";

type CandidateRow = Omit<
  {
    [Key in keyof Candidate]: Candidate[Key];
  },
  "point" | "demands"
> & { east: number; north: number; levels: number[]; last_confirmed_on: string };

/** A candidate, and the day on which the employer last said that it is still right. */
export type FoundCandidate = Candidate & { lastConfirmedOn: string };

const candidateColumns = sql`
  p.id, p.title, p.employer_id AS "employerId", p.employer_name AS "employerName", p.workplace_id AS "workplaceId",
  p.locality, p.point[0] AS east, p.point[1] AS north, p.kinds, p.tasks, p.hours_min::float8 AS "hoursMin",
  p.hours_max::float8 AS "hoursMax", p.shortest_day::float8 AS "shortestDay", p.weekdays, p.capacity,
  greatest(p.capacity - p.claimed, 0) AS "freeSlots", p.support_level AS "supportLevel",
  ARRAY[${sql.join(
    demands.map((demand) => sql`p.${sql.identifier(`demand_${demand}`)}`),
    sql`, `,
  )}] AS levels, p.adaptations, p.other_requirements AS "otherRequirements", p.age_min AS "ageMin",
  p.age_max AS "ageMax", p.employer_appetite AS appetite, p.last_confirmed_on::text AS last_confirmed_on`;

/**
 * Placements among which the `wanted` best for a person surely are; a few more, in no order, without hinder. The rules
 * decide afterwards (domain/matching): the same answer as examining every published placement.
 */
export async function findBestCandidates(
  tx: Executor,
  person: Matchable,
  weights: Weights,
  visible: readonly Visibility[],
  wanted: number,
): Promise<FoundCandidate[]> {
  const { profile } = person;
  const days = fewestDays(profile);
  if (days === null) return [];
  const tenths = profile.startHours * 10;
  const rows = await tx.execute<CandidateRow>(sql`
    SELECT ${candidateColumns} FROM best_placements(${toPoint(profile.from)}::text::point,
      ${profile.maxKm * 1000 + 0.001}::float8, ${list(visible)}::text::text[],
      ${maskOf(placementKinds, profile.kinds)}::integer,
      ${Math.floor(tenths + 1e-6)}::integer, ${Math.ceil(tenths - 1e-6)}::integer,
      ${Math.floor(tenths / days + 1e-6)}::integer, ${days}::integer, ${maskOf(weekdays, profile.weekdays)}::integer,
      ${packAbilities(profile.abilities)}::integer, ${profile.supportNeed}::integer,
      ${profile.drivingLicenceB}::boolean, ${person.age}::integer,
      ${list(profile.excludedEmployerIds)}::text::integer[], ${list(profile.excludedWorkplaceIds)}::text::integer[],
      ${maskOf(adaptations, profile.neededAdaptations)}::integer, ${maskOf(tasks, profile.wishedTasks)}::integer,
      ${groupsMask(profile)}::integer, ${profile.startHours}::float8, ${profile.targetHours}::float8,
      ${weights.demands}::float8, ${weights.adaptations}::float8, ${weights.wishes}::float8,
      ${weights.distance}::float8, ${weights.growth}::float8, ${weights.support}::float8, ${wanted}::integer) AS best
      JOIN placements p ON p.id = best.id`);
  return rows.map(toCandidate);
}

/** Placements within a person's reach that are full today and have a free slot from a day on, with those slots. */
export async function findFreeLater(
  tx: Executor,
  { profile }: Matchable,
  visible: readonly Visibility[],
  day: string,
): Promise<FoundCandidate[]> {
  const rows = await tx.execute<CandidateRow>(sql`
    SELECT ${candidateColumns} FROM free_later(${toPoint(profile.from)}::text::point,
      ${profile.maxKm * 1000 + 0.001}::float8, ${list(visible)}::text::text[], ${day}::date) AS later
      JOIN placements p ON p.id = later`);
  return freeFrom(tx, rows.map(toCandidate), day);
}

/**
 * Writes what has changed into the blocks that matching reads (0016), at most so many blocks. Answers how many changes
 * were taken in; nothing while another process does it.
 */
export function refreshMatchBlocks(mostBlocks: number): Promise<number> {
  return db.transaction(async (tx) => {
    // A first import can be large; nobody waits for it.
    await tx.execute(sql`SET LOCAL statement_timeout = '10min'`);
    const rows = await tx.execute<{ taken: number }>(
      sql`SELECT refresh_match_blocks(${mostBlocks}) AS taken`,
    );
    return rows[0]?.taken ?? 0;
  });
}

/** Published placements around a point that somebody may see, nearest first: those that do not fit are shown too. */
export async function findCandidatesAround(
  tx: Executor,
  from: Point,
  visible: readonly Visibility[],
  window: { limit: number; offset: number },
): Promise<FoundCandidate[]> {
  const rows = await tx.execute<CandidateRow>(sql`
    SELECT ${candidateColumns} FROM placements p
     WHERE p.status = 'published' AND p.visibility = ANY (${list(visible)}::text::text[])
     ORDER BY p.point <-> ${toPoint(from)}::text::point, p.id
     LIMIT ${window.limit} OFFSET ${window.offset}`);
  return rows.map(toCandidate);
}

/** Every published placement by id, a batch at a time: for batch proposals, and to measure against. */
export async function listCandidates(
  tx: Executor,
  afterId: number,
  limit: number,
): Promise<FoundCandidate[]> {
  const rows = await tx.execute<CandidateRow>(sql`
    SELECT ${candidateColumns} FROM placements p
     WHERE p.status = 'published' AND p.id > ${afterId} ORDER BY p.id LIMIT ${limit}`);
  return rows.map(toCandidate);
}

/** Published placements by id: to find people for a place, instead of places for a person. */
export async function findCandidatesById(tx: Executor, ids: readonly number[]): Promise<FoundCandidate[]> {
  if (ids.length === 0) return [];
  const rows = await tx.execute<CandidateRow>(sql`
    SELECT ${candidateColumns} FROM placements p
     WHERE p.id = ANY (${list(ids)}::text::integer[]) AND p.status = 'published' ORDER BY p.id`);
  return rows.map(toCandidate);
}

/** The weights that an association has set, as stored, or null. */
export async function readWeights(tx: Executor, associationId: number): Promise<unknown> {
  const rows = await tx.execute<{ match_weights: unknown }>(sql`
    SELECT match_weights FROM associations WHERE id = ${associationId}`);
  return rows[0]?.match_weights ?? null;
}

/** As `readWeights`, and nobody else changes them before the transaction ends. */
export async function lockWeights(tx: Tx, associationId: number): Promise<unknown> {
  const rows = await tx.execute<{ match_weights: unknown }>(sql`
    SELECT match_weights FROM associations WHERE id = ${associationId} FOR UPDATE`);
  return rows[0]?.match_weights ?? null;
}

/** Stores an association's own weights; null is the default ones. */
export async function writeWeights(tx: Tx, associationId: number, weights: Weights | null): Promise<void> {
  const text = weights && JSON.stringify(weights);
  await tx.execute(sql`UPDATE associations SET match_weights = ${text}::jsonb WHERE id = ${associationId}`);
}

/** Who holds the relation to an employer, and who talked with it last. */
export type EmployerTalk = Talk & { employerId: number };

/** Who already talks with these employers, in any association: so that nobody calls again. */
export async function listTalks(
  tx: Executor,
  employerIds: number[],
  userId: string | null,
): Promise<EmployerTalk[]> {
  if (employerIds.length === 0) return [];
  const rows = await tx.execute<{
    id: number;
    contact_owner_name: string | null;
    user_id: string | null;
    user_name: string | null;
    association: string | null;
    happened_on: string | null;
  }>(sql`
    SELECT e.id, e.contact_owner_name, latest.user_id, latest.user_name, a.name AS association,
           latest.happened_on::text AS happened_on
      FROM employers e
      LEFT JOIN LATERAL (SELECT * FROM employer_contacts c
                          WHERE c.employer_id = e.id AND c.${tookPlace}
                          ORDER BY c.happened_on DESC, c.id DESC LIMIT 1) AS latest ON true
      LEFT JOIN associations a ON a.id = latest.association_id
     WHERE e.id = ANY (${list(employerIds)}::text::integer[])`);
  return rows.map((row) => ({
    employerId: row.id,
    ownerName: row.contact_owner_name,
    lastName: row.user_name,
    associationName: row.association,
    happenedOn: row.happened_on,
    isReader: row.user_id !== null && row.user_id === userId,
  }));
}

/** The fewest days a week that the start hours need with the longest day, or null when seven are too few. */
function fewestDays({ startHours, longestDay }: WorkProfile): number | null {
  for (let days = 1; days <= 7; days++) if (startHours <= days * longestDay) return days;
  return null;
}

/** Three bits a demand, with the third always set: a subtraction then tells which abilities reach (0011). */
function packAbilities(abilities: Levels): number {
  return demands.reduce((packed, demand, i) => packed + (abilities[demand] + 4) * 8 ** i, 0);
}

function groupsMask(profile: WorkProfile): number {
  return maskOf(
    tasks,
    profile.wishedTasks.flatMap((task) => taskGroups[groupOf(task)]),
  );
}

function toPoint({ east, north }: Point): string {
  return `(${east},${north})`;
}

/** An array as one text parameter. Ids and words of the vocabulary only: nothing to escape. */
function list(values: readonly (string | number)[]): string {
  return `{${values.join(",")}}`;
}

function toCandidate({ east, north, levels, last_confirmed_on, ...row }: CandidateRow): FoundCandidate {
  return {
    ...row,
    point: { east, north },
    demands: Object.fromEntries(demands.map((demand, i) => [demand, levels[i]])) as Levels,
    lastConfirmedOn: last_confirmed_on,
  };
}
