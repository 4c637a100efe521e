import { type SQL, sql } from "drizzle-orm";
import type { Point } from "#app/domain/geo/point";
import { countedSince } from "#app/domain/organisations/fatigue";
import type { RegisterEmployer } from "#app/domain/organisations/register";
import type { EmployerSearch } from "#app/domain/organisations/register-query";
import type { PlacementKind } from "#app/domain/placements/vocabulary";
import type { Tx } from "#db/client.server";
import { tookPlace } from "#db/queries/employer-contacts.server";
import { hasPersonalNumber } from "#db/queries/employer-record.server";

/** Who looks, and on which ISO date. */
type Looking = { userId: string; today: string };

/** What the search says of an employer `e`, as one condition. */
function suits(search: EmployerSearch, { userId, today }: Looking) {
  const text = `%${search.text.replace(/[\\%_]/g, "\\$&")}%`;
  const wanted = plain(sql`${text}::text`);
  const digits = search.text.replace(/\D/g, "");
  return sql`
    (${search.text} = '' OR ${plain(sql`e.name`)} LIKE ${wanted}
      -- Of a personal number the last four digits are found only together: nobody tries them out one by one.
      OR (${digits.length >= 4} AND replace(e.organisation_number, '-', '') LIKE ${`${digits}%`}
        AND (${digits.length <= 6 || digits.length === 10} OR NOT ${hasPersonalNumber}))
      OR EXISTS (SELECT FROM workplaces w WHERE w.employer_id = e.id AND (
        ${plain(sql`w.locality`)} LIKE ${wanted} OR ${plain(sql`w.name`)} LIKE ${wanted})))
    AND (${search.municipality}::text IS NULL OR EXISTS (
      SELECT FROM workplaces w WHERE w.employer_id = e.id AND w.municipality_code = ${search.municipality}))
    AND (${search.sector}::text IS NULL OR e.sector = ${search.sector})
    AND (${search.appetite}::text IS NULL OR e.appetite = ${search.appetite})
    AND CASE ${search.owner ?? ""}::text
          WHEN 'mine' THEN e.contact_owner_user = ${userId}
          WHEN 'none' THEN e.contact_owner_user IS NULL
          WHEN 'other' THEN e.contact_owner_user <> ${userId}
          ELSE true END
    AND (NOT ${search.askAgain}::boolean OR e.ask_again_on <= ${today}::date)
    AND (${search.quiet}::integer IS NULL OR NOT EXISTS (
      SELECT FROM employer_contacts c
       WHERE c.employer_id = e.id AND c.${tookPlace} AND c.happened_on > ${today}::date - ${search.quiet}::integer))
    AND (${search.ring}::integer IS NULL OR EXISTS (
      SELECT FROM employer_ring_members r WHERE r.employer_id = e.id AND r.ring_id = ${search.ring}))`;
}

/** Without case and without the marks over letters: "rasvalen" finds "Råsvalen". */
function plain(text: SQL): SQL {
  return sql`translate(lower(${text}), 'åäáàöóøéèëüÅÄÖÉ', 'aaaaoooeeeuaaoe')`;
}

const latestDay = sql`(SELECT max(c.happened_on) FROM employer_contacts c WHERE c.employer_id = e.id AND c.${tookPlace})`;

type Row = Omit<RegisterEmployer, "last"> & {
  last_on: string | null;
  last_user: string;
  last_association: string;
};

/** One page of the employers that suit, by name or the longest without contact first, and how many suit in all. */
export async function listEmployers(
  tx: Tx,
  search: EmployerSearch,
  looking: Looking,
  window: { limit: number; offset: number },
): Promise<{ rows: RegisterEmployer[]; total: number }> {
  const order =
    search.order === "quiet" ? sql`${latestDay} NULLS FIRST, lower(e.name), e.id` : sql`lower(e.name), e.id`;
  // The page is cut first: what is counted around an employer is counted for those alone.
  const rows = await tx.execute<Row>(sql`
    WITH page AS (
      SELECT e.*, row_number() OVER (ORDER BY ${order}) AS place FROM employers e WHERE ${suits(search, looking)}
       ORDER BY ${order} LIMIT ${window.limit} OFFSET ${window.offset})
    SELECT e.id, e.name, e.organisation_number AS "organisationNumber", e.sector, e.verified, e.appetite,
           e.ask_again_on::text AS "askAgainOn", e.contact_owner_name AS "ownerName",
           coalesce(e.contact_owner_user = ${looking.userId}, false) AS "isMine",
           ARRAY(SELECT DISTINCT w.locality FROM workplaces w WHERE w.employer_id = e.id ORDER BY 1) AS localities,
           offered.published, offered.free AS "freeSlots",
           (SELECT count(*)::integer FROM employer_contacts c WHERE c.employer_id = e.id AND c.${tookPlace}
               AND c.happened_on BETWEEN ${countedSince(looking.today)}::date AND ${looking.today}::date) AS contacts,
           latest.happened_on::text AS last_on, latest.user_name AS last_user, latest.association AS last_association,
           ARRAY(SELECT r.name FROM employer_ring_members m JOIN employer_rings r ON r.id = m.ring_id
                  WHERE m.employer_id = e.id ORDER BY 1) AS rings
      FROM page e
     CROSS JOIN LATERAL (
       SELECT count(*)::integer AS published, coalesce(sum(greatest(p.capacity - p.claimed, 0)), 0)::integer AS free
         FROM placements p WHERE p.employer_id = e.id AND p.status = 'published') AS offered
      LEFT JOIN LATERAL (
       SELECT c.happened_on, c.user_name, a.name AS association
         FROM employer_contacts c JOIN associations a ON a.id = c.association_id
        WHERE c.employer_id = e.id AND c.${tookPlace} ORDER BY c.happened_on DESC, c.id DESC LIMIT 1) AS latest ON true
     ORDER BY e.place`);
  const [count] = await tx.execute<{ total: number }>(sql`
    SELECT count(*)::integer AS total FROM employers e WHERE ${suits(search, looking)}`);
  return {
    rows: rows.map(({ last_on, last_user, last_association, ...row }) => ({
      ...row,
      last: last_on === null ? null : { on: last_on, userName: last_user, association: last_association },
    })),
    total: count?.total ?? 0,
  };
}

/** A box of metres (SWEREF 99 TM). */
export type Box = { west: number; south: number; east: number; north: number };
/** Workplaces of suiting employers near each other; a single one is named. */
export type MappedWorkplaces = {
  count: number;
  point: Point;
  kinds: PlacementKind[];
  employerId: number;
  workplaceId: number;
  name: string;
  locality: string;
};

/** Workplaces in a box, those in one square of `side` metres together; `side` null leaves every one alone. */
export async function mapWorkplaces(
  tx: Tx,
  search: EmployerSearch,
  looking: Looking,
  { box, side, limit }: { box: Box; side: number | null; limit: number },
): Promise<MappedWorkplaces[]> {
  const square =
    side === null
      ? sql`w.id`
      : sql`floor(w.point[0] / ${side}::float8)::integer, floor(w.point[1] / ${side}::float8)::integer`;
  const rows = await tx.execute<{
    count: number;
    east: number;
    north: number;
    kinds: PlacementKind[];
    employer_id: number;
    workplace_id: number;
    name: string;
    locality: string;
  }>(sql`
    SELECT count(*)::integer AS count, avg(w.point[0]) AS east, avg(w.point[1]) AS north, min(w.id) AS workplace_id,
           min(e.id) AS employer_id, min(e.name) AS name, min(w.locality) AS locality,
           array_remove(array_agg(offered.kind), NULL) AS kinds
      FROM workplaces w JOIN employers e ON e.id = w.employer_id
      LEFT JOIN LATERAL (SELECT p.kinds[1] AS kind FROM placements p
         WHERE p.workplace_id = w.id AND p.status = 'published' ORDER BY p.id LIMIT 1) AS offered ON true
     WHERE w.point[0] BETWEEN ${box.west}::float8 AND ${box.east}::float8
       AND w.point[1] BETWEEN ${box.south}::float8 AND ${box.north}::float8
       AND ${suits(search, looking)}
     GROUP BY ${square} ORDER BY 1 DESC, 4 LIMIT ${limit}`);
  return rows.map(({ east, north, employer_id, workplace_id, ...row }) => ({
    ...row,
    point: { east, north },
    employerId: employer_id,
    workplaceId: workplace_id,
  }));
}

/** The box around all workplaces of the employers that suit; null when they have none. */
export async function boxAround(tx: Tx, search: EmployerSearch, looking: Looking): Promise<Box | null> {
  const [row] = await tx.execute<{ [Side in keyof Box]: number | null }>(sql`
    SELECT min(w.point[0]) AS west, min(w.point[1]) AS south, max(w.point[0]) AS east, max(w.point[1]) AS north
      FROM workplaces w JOIN employers e ON e.id = w.employer_id WHERE ${suits(search, looking)}`);
  return row && row.west !== null ? (row as Box) : null;
}

/** Municipalities with an employer in them: those of the association first. */
export async function listEmployerMunicipalities(tx: Tx, associationId: number) {
  const rows = await tx.execute<{ code: string; name: string; isOwn: boolean }>(sql`
    SELECT m.code, m.name, o.association_id IS NOT NULL AS "isOwn"
      FROM municipalities m
      LEFT JOIN association_municipalities o ON o.municipality_code = m.code AND o.association_id = ${associationId}
     WHERE EXISTS (SELECT FROM workplaces w WHERE w.municipality_code = m.code)
     ORDER BY o.association_id IS NULL, m.name`);
  return [...rows];
}
