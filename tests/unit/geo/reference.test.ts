import { readFileSync } from "node:fs";
import { parse } from "csv-parse/sync";
import { describe, expect, test } from "vitest";

function read(file: string): Record<string, string>[] {
  return parse(readFileSync(new URL(`../../../${file}`, import.meta.url)), {
    columns: true,
    delimiter: ";",
    bom: true,
  });
}

const municipalities = read("db/reference/municipalities.csv");
const localities = read("db/reference/localities.csv");

describe("municipalities", () => {
  test("all 290 in 21 counties, each code and name once", () => {
    expect(municipalities).toHaveLength(290);
    expect(new Set(municipalities.map(({ code }) => code)).size).toBe(290);
    expect(new Set(municipalities.map(({ name }) => name)).size).toBe(290);
    expect(new Set(municipalities.map(({ county }) => county)).size).toBe(21);
  });

  test("a code begins with its county's", () => {
    for (const { code, county_code } of municipalities) {
      expect(code).toMatch(/^\d{4}$/);
      expect(code?.slice(0, 2)).toBe(county_code);
    }
  });

  test.each([
    ["1864", "Ljusnarsberg", "Örebro län"],
    ["0331", "Heby", "Uppsala län"],
    ["2080", "Falun", "Dalarnas län"],
    ["0980", "Gotland", "Gotlands län"],
    ["2584", "Kiruna", "Norrbottens län"],
  ])("%s is %s in %s", (code, name, county) => {
    expect(municipalities).toContainEqual(expect.objectContaining({ code, name, county }));
  });
});

describe("localities", () => {
  test("each id once, each in a known municipality and in Sweden", () => {
    expect(new Set(localities.map(({ id }) => id)).size).toBe(localities.length);
    const codes = new Set(municipalities.map(({ code }) => code));
    for (const { name, municipality_code, lat, lon, population } of localities) {
      expect(codes, name).toContain(municipality_code);
      expect(Number(lat), name).toBeGreaterThan(55.2);
      expect(Number(lat), name).toBeLessThan(69.1);
      expect(Number(lon), name).toBeGreaterThan(10.9);
      expect(Number(lon), name).toBeLessThan(24.2);
      expect(Number.isInteger(Number(population)), name).toBe(true);
    }
  });

  test("one name stands once in a municipality", () => {
    const names = localities.map(({ name, municipality_code }) => `${name} ${municipality_code}`);
    expect(new Set(names).size).toBe(names.length);
  });

  test("every municipality has one", () => {
    expect(new Set(localities.map(({ municipality_code }) => municipality_code)).size).toBe(290);
  });

  test.each(["platser-norra-orebro-lan.csv", "deltagare-2007.csv"])(
    "every place of %s is known, in its municipality",
    (file) => {
      const codeByName = new Map(municipalities.map(({ code, name }) => [name, code]));
      const known = new Set(localities.map(({ name, municipality_code }) => `${name} ${municipality_code}`));
      const asked = read(`tests/golden/${file}`).map(
        ({ ort, kommun }) => `${ort} ${codeByName.get(kommun ?? "")}`,
      );
      expect(asked.length).toBeGreaterThan(0);
      expect(asked.filter((place) => !known.has(place))).toEqual([]);
    },
  );
});
