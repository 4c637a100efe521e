import "./production";
import { beforeAll, expect, test } from "vitest";
import { readAuthSecret } from "#app/platform/auth-secret.server";
import { aPlacement } from "#tests/support/factories/placements";
import { seedTwoAssociations, type TwoAssociations } from "#tests/support/factories/two-associations";
import { owner } from "#tests/support/owner";
import { signInDirectly } from "#tests/support/session";
import { ask } from "./application";

let world: TwoAssociations;
let clash: number;

beforeAll(async () => {
  world = await seedTwoAssociations();
  for (let i = 0; i < 12; i++) await aPlacement();
  clash = (await aPlacement()).id;
  await owner`UPDATE placements SET hours_min = 30, hours_max = 40 WHERE id = ${clash}`;
});

async function get(path: string, who: keyof TwoAssociations["users"] = "coordinator") {
  return ask("GET", path, await signInDirectly(owner, world.users[who], readAuthSecret(), true), null);
}

async function rowsOf(path: string) {
  const answer = await get(path);
  expect(answer.status).toBe(200);
  expect(answer.headers.get("Content-Type")).toMatch(/^text\/csv/);
  const [header, ...lines] = (await answer.text())
    .replace(/^\uFEFF/, "")
    .trim()
    .split(/\r?\n/);
  expect(header).toBe("plats_id;rubrik;arbetsgivare;ort;avstand_km;status;poang;skal");
  return lines.map((line) => line.split(";"));
}

/** The placements of a page, in the order they are shown. */
async function shownOn(path: string) {
  const answer = await get(path);
  expect(answer.status).toBe(200);
  return [...(await answer.text()).matchAll(/id="plats-(\d+)"/g)].map(([, id]) => id);
}

const at = () => `/deltagare/${world.participants.a1.reference}/matchning`;

test("the file has the page's order, points falling, and what clashes only on request", async () => {
  const rows = await rowsOf(`${at()}.csv`);
  expect(rows.length).toBeGreaterThanOrEqual(12);
  const shown = [...(await shownOn(at())), ...(await shownOn(`${at()}?sida=2`))];
  expect(rows.map(([id]) => id)).toEqual(shown);
  const points = rows.map(([, , , , , , total]) => Number(total));
  expect(points).toEqual(points.toSorted((a, b) => b - a));
  expect(new Set(rows.map(([, , , , , status]) => status))).toEqual(new Set(["passar"]));
  expect(rows.every(([, , , , km, , total]) => /^\d+\.\d$/.test(km!) && /^\d+\.\d$/.test(total!))).toBe(true);
  expect(rows.some(([id]) => id === String(clash))).toBe(false);

  const all = await rowsOf(`${at()}.csv?alla=1`);
  expect(all.slice(0, rows.length)).toEqual(rows);
  const hinders = all.slice(rows.length);
  expect(hinders.map(([id]) => id)).toEqual(await shownOn(`${at()}?alla=1`));
  expect(hinders.find(([id]) => id === String(clash))).toMatchObject({ 5: "hinder", 6: "" });
});

test("nobody elsewhere gets the page or the file", async () => {
  const foreign = `/deltagare/${world.participants.b1.reference}/matchning`;
  for (const path of [foreign, `${foreign}.csv`, `${foreign}.csv?alla=1`]) {
    expect((await get(path)).status).toBe(404);
    expect((await get(path, "employer")).status).toBe(403);
  }
});
