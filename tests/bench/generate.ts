import type postgres from "postgres";
import proj4 from "proj4";
import { adaptations, demands, placementKinds, tasks, weekdays } from "#app/domain/placements/vocabulary";
import { asOwner } from "#tests/bench/owner";

const sweref99tm = "+proj=utm +zone=33 +ellps=GRS80 +units=m +no_defs";

/** Sweden's outline, coarse, in degrees (lon, lat): where the evenly spread placements lie. */
const outline = [
  [12.6, 56.3],
  [13.0, 55.4],
  [14.3, 55.5],
  [14.7, 56.1],
  [16.0, 56.2],
  [16.6, 57.4],
  [16.8, 58.5],
  [18.9, 59.7],
  [17.3, 60.8],
  [17.4, 61.8],
  [18.6, 63.1],
  [20.7, 63.9],
  [21.6, 64.9],
  [22.3, 65.7],
  [24.1, 65.9],
  [23.7, 67.6],
  [20.6, 69.0],
  [18.2, 68.4],
  [16.2, 67.3],
  [14.6, 65.4],
  [12.3, 63.4],
  [12.2, 61.6],
  [12.3, 60.3],
  [11.3, 59.0],
] as const;

const towns = 60;
const employers = 3000;
const employerWords = [
  "Hyttan",
  "Ekbacken",
  "Kvarnen",
  "Norrsken",
  "Masugnen",
  "Sjöviken",
  "Björkdalen",
  "Åsens",
];
const employerEnds = [
  "Bygg AB",
  "Livs AB",
  "Trädgård",
  "Verkstad AB",
  "Kök & Kafé",
  "Second Hand",
  "Service AB",
  "Skola",
];
const titles = [
  "Packa beställningar på lager",
  "Sortera kläder i en butik",
  "Sköta växter i växthus",
  "Duka och diska på ett kafé",
  "Hjälpa till på ett kontor",
  "Laga cyklar",
  "Städa trapphus",
  "Klippa gräs i parker",
  "Baka bröd",
  "Montera detaljer",
];

/**
 * Fills an empty, migrated database with `count` published placements over Sweden: 70 % Gaussian (8 km) around 60 towns
 * weighted 1/rank, 30 % even. The same seed gives the same rows. Indexes and counters are made afterwards, in one go.
 * @param ownerUrl the cluster's owner: the load goes past triggers, so that a million rows take minutes, not hours
 */
export async function generatePlacements(ownerUrl: string, count: number, seed = 0.42): Promise<void> {
  const sql = asOwner(ownerUrl);
  try {
    await sql`SELECT setseed(${seed})`;
    await sql.unsafe(`SET max_parallel_workers_per_gather = 0; SET work_mem = '256MB'; SET maintenance_work_mem = '512MB';
      SET session_replication_role = replica; SET synchronous_commit = off`);
    await makeTowns(sql);
    await makeEmployers(sql);
    const later = await dropIndexes(sql);
    await makeWorkplaces(sql, count);
    await makePlacements(sql);
    for (const { definition } of later) await sql.unsafe(definition);
    await sql`SELECT recount_placement_cells()`;
    await sql`SELECT rewrite_match_blocks()`;
    await sql.unsafe("VACUUM ANALYZE");
  } finally {
    await sql.end({ timeout: 5 });
  }
}

const degrees = proj4(sweref99tm);

/**
 * Query centres (SWEREF 99 TM, and `place`: longitude and latitude), drawn as the placements are drawn: a town weighted
 * 1/rank, 8 km around it.
 */
export async function drawCentres(ownerUrl: string, count: number, seed = 0.17) {
  const sql = asOwner(ownerUrl);
  try {
    await sql`SELECT setseed(${seed})`;
    await makeTowns(sql);
    const rows = await sql<{ town: string; lat: number; lon: number; east: number; north: number }[]>`
      SELECT t.name AS town, t.lat, t.lon, t.east + random_normal(0, 8000) AS east, t.north + random_normal(0, 8000) AS north
        FROM (SELECT random() AS draw FROM generate_series(1, ${count})) AS d
        JOIN towns t ON d.draw >= t.from_share AND d.draw < t.to_share`;
    return rows.map((row) => ({ ...row, place: degrees.inverse([row.east, row.north]) as [number, number] }));
  } finally {
    await sql.end({ timeout: 5 });
  }
}

/** The largest locality of each municipality, the sixty largest of them: each with its part of the line from 0 to 1. */
async function makeTowns(sql: postgres.Sql) {
  await sql`
    CREATE TEMPORARY TABLE towns AS
    WITH ranked AS (
      SELECT *, row_number() OVER (ORDER BY population DESC, id) AS rank
        FROM (SELECT DISTINCT ON (municipality_code) * FROM localities
               ORDER BY municipality_code, population DESC, id) AS largest),
    weighted AS (SELECT *, 1.0 / rank AS weight FROM ranked WHERE rank <= ${towns})
    SELECT *, (sum(weight) OVER (ORDER BY rank) - weight) / sum(weight) OVER () AS from_share,
           CASE WHEN rank = ${towns} THEN 1 ELSE sum(weight) OVER (ORDER BY rank) / sum(weight) OVER () END AS to_share
      FROM weighted ORDER BY rank`;
}

async function makeEmployers(sql: postgres.Sql) {
  await sql`
    INSERT INTO employers (organisation_number, name, sector, verified, appetite)
    SELECT '55' || lpad((i / 10000)::text, 4, '0') || '-' || lpad((i % 10000)::text, 4, '0'),
           (${employerWords}::text[])[1 + i % ${employerWords.length}] || ' '
             || (${employerEnds}::text[])[1 + i / 8 % ${employerEnds.length}] || ' ' || i,
           (ARRAY['privat', 'kommun', 'ideell', 'socialt_foretag'])[1 + i % 4], true,
           CASE WHEN i % 20 = 0 THEN 'not_now' WHEN i % 10 = 0 THEN 'maybe' ELSE 'yes' END
      FROM generate_series(1, ${employers}) AS i`;
}

/** Where every placement lies: one workplace each, since the point is the workplace's. */
async function makeWorkplaces(sql: postgres.Sql, count: number) {
  const ring = outline.map(([lon, lat]) => `(${proj4(sweref99tm, [lon, lat]).join(",")})`).join(",");
  const gaussian = Math.round(count * 0.7);
  await sql.unsafe(`
    CREATE TEMPORARY TABLE even_places AS
      SELECT point(260000 + random() * 660000, 6130000 + random() * 1550000) AS place
        FROM generate_series(1, ${(count - gaussian) * 4 + 200});
    DELETE FROM even_places WHERE NOT place <@ polygon '(${ring})';
    CREATE TEMPORARY TABLE known AS SELECT name, municipality_code, point(east, north) AS place FROM localities;
    CREATE INDEX ON known USING gist (place);
    CREATE TEMPORARY TABLE drawn AS
      SELECT point(t.east + random_normal(0, 8000), t.north + random_normal(0, 8000)) AS place, t.name AS locality,
             t.municipality_code
        FROM (SELECT random() AS draw FROM generate_series(1, ${gaussian})) AS d
        JOIN towns t ON d.draw >= t.from_share AND d.draw < t.to_share;
    INSERT INTO drawn
      SELECT e.place, nearest.name, nearest.municipality_code
        FROM (SELECT place FROM even_places LIMIT ${count - gaussian}) AS e
       CROSS JOIN LATERAL (SELECT name, municipality_code FROM known ORDER BY known.place <-> e.place LIMIT 1) AS nearest;
    INSERT INTO workplaces (employer_id, name, address, locality, municipality_code, point)
      SELECT e.first + i % ${employers}, 'Arbetsställe ' || i, 'Storgatan ' || 1 + i % 90, locality, municipality_code, place
        FROM (SELECT *, row_number() OVER (ORDER BY random()) AS i FROM drawn) AS d,
             (SELECT min(id) AS first FROM employers) AS e;
    DROP TABLE drawn, even_places, known`);
}

async function makePlacements(sql: postgres.Sql) {
  const pick = (words: readonly string[]) => `(ARRAY[${words.map((word) => `'${word}'`).join(",")}])`;
  const some = (words: readonly string[], share: number) =>
    `array_remove(ARRAY[${words.map((word) => `CASE WHEN random() < ${share} THEN '${word}' END`).join(",")}], NULL)`;
  const level = "least(3, floor(random() * random() * 5))::smallint";
  await sql.unsafe(`
    INSERT INTO placements (employer_id, workplace_id, title, status, kinds, tasks, hours_min, hours_max, shortest_day,
      weekdays, weeks_min, weeks_max, capacity, support_level, ${demands.map((name) => `demand_${name}`).join(", ")},
      adaptations, last_confirmed_on, employer_name, employer_appetite, locality, municipality_code, point, listed)
    SELECT w.employer_id, w.id, ${pick(titles)}[1 + floor(random() * ${titles.length})::integer], 'published',
      coalesce(nullif(${some(placementKinds, 0.4)}, '{}'), ARRAY['praktik']),
      ${pick(tasks)}[t.first : t.first + t.more], h.hours, h.hours + 5 * floor(random() * 5),
      2 + floor(random() * 3), ${pick(weekdays)}[1 : 3 + floor(random() * 3)::integer],
      2, 4 + floor(random() * 20)::integer, 1 + floor(random() * 3)::integer, floor(random() * 4)::smallint,
      ${demands.map(() => level).join(", ")}, ${some(adaptations, 0.35)},
      current_date - floor(random() * 110)::integer,
      e.name, e.appetite, w.locality, w.municipality_code, w.point, true
      FROM (SELECT *, 1 + floor(random() * ${tasks.length})::integer AS first, floor(random() * 2)::integer AS more,
                   (ARRAY[2, 4, 5, 6, 8, 10, 12, 15, 20, 25, 30, 40])[1 + floor(random() * 12)::integer] AS hours
              FROM workplaces ORDER BY id) AS w
      JOIN employers e ON e.id = w.employer_id
     CROSS JOIN LATERAL (SELECT w.first, w.more) AS t
     CROSS JOIN LATERAL (SELECT w.hours) AS h`);
}

/** Takes away every index that is no constraint, and tells how to make it again: many times quicker than row by row. */
async function dropIndexes(sql: postgres.Sql) {
  const found = await sql<{ name: string; definition: string }[]>`
    SELECT i.indexrelid::regclass::text AS name, pg_get_indexdef(i.indexrelid) AS definition
      FROM pg_index i LEFT JOIN pg_constraint c ON c.conindid = i.indexrelid
     WHERE i.indrelid IN ('placements'::regclass, 'workplaces'::regclass) AND c.oid IS NULL`;
  for (const { name } of found) await sql.unsafe(`DROP INDEX ${name}`);
  return found;
}
