import { readFileSync } from "node:fs";
import { parse } from "csv-parse/sync";
import postgres from "postgres";
import proj4 from "proj4";
import { migrate } from "./migrate.js";

const sweref99tm = "+proj=utm +zone=33 +ellps=GRS80 +units=m +no_defs";

/**
 * Brings the database to the newest migration, with the municipalities and localities that this version knows. A start
 * that was stopped between the two is made whole by the next one.
 * @param {string} ownerUrl
 */
export async function migrateAndFill(ownerUrl) {
  const applied = await migrate(ownerUrl);
  if (applied.length > 0 || !(await isFilled(ownerUrl))) await fillReference(ownerUrl);
}

/** All is filled in by one transaction: one row says that it was. */
async function isFilled(/** @type {string} */ ownerUrl) {
  const sql = postgres(ownerUrl, { max: 1, onnotice: () => {} });
  try {
    return (await sql`SELECT 1 FROM localities LIMIT 1`).length === 1;
  } finally {
    await sql.end({ timeout: 5 });
  }
}

/**
 * Fills in municipalities and localities from db/reference/*.csv. Running it again changes nothing.
 * @param {string} ownerUrl
 */
export async function fillReference(ownerUrl) {
  const sql = postgres(ownerUrl, { max: 1, onnotice: () => {} });
  try {
    const municipalities = read("municipalities.csv").map(({ code, name, county_code, county }) => ({
      code,
      name,
      county_code,
      county,
    }));
    const localities = read("localities.csv").map((row) => {
      const [east, north] = proj4(sweref99tm, [Number(row.lon), Number(row.lat)]);
      return {
        id: Number(row.id),
        name: row.name,
        municipality_code: row.municipality_code,
        lat: Number(row.lat),
        lon: Number(row.lon),
        east,
        north,
        population: Number(row.population),
      };
    });
    await sql.begin(async (tx) => {
      await inBatches(
        municipalities,
        (rows) => tx`INSERT INTO municipalities ${tx(rows)} ON CONFLICT (code)
        DO UPDATE SET name = excluded.name, county_code = excluded.county_code, county = excluded.county`,
      );
      await inBatches(
        localities,
        (rows) => tx`INSERT INTO localities ${tx(rows)} ON CONFLICT (id)
        DO UPDATE SET name = excluded.name, municipality_code = excluded.municipality_code, lat = excluded.lat,
          lon = excluded.lon, east = excluded.east, north = excluded.north, population = excluded.population`,
      );
    });
  } finally {
    await sql.end({ timeout: 5 });
  }
}

/** @returns {Record<string, string>[]} */
function read(/** @type {string} */ file) {
  return parse(readFileSync(new URL(`../db/reference/${file}`, import.meta.url)), {
    columns: true,
    delimiter: ";",
    bom: true,
    comment: "#",
  });
}

/**
 * @template Row
 * @param {Row[]} rows
 * @param {(rows: Row[]) => Promise<unknown>} write
 */
async function inBatches(rows, write) {
  for (let start = 0; start < rows.length; start += 1000) await write(rows.slice(start, start + 1000));
}
