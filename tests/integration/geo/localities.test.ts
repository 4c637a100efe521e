import { describe, expect, test } from "vitest";
import { findLocality } from "#app/services/geo/find-locality.server";
import { listMunicipalities } from "#app/services/geo/list-municipalities.server";
import { nearLocalities } from "#app/services/geo/near-localities.server";
import { suggestLocalities } from "#app/services/geo/suggest-localities.server";
import { db } from "#db/client.server";
import * as geo from "#db/queries/geo.server";

describe("findLocality", () => {
  test("finds a locality whatever the case, with its point in metres", async () => {
    const found = await findLocality("ställdalen");
    expect(found).toMatchObject({
      name: "Ställdalen",
      municipalityCode: "1864",
      municipality: "Ljusnarsberg",
    });
    expect(found?.point.north).toBeGreaterThan(6_640_000);
    expect(found?.point.north).toBeLessThan(6_650_000);
  });

  test("of two with one name the larger is meant, unless the municipality is said", async () => {
    const [larger, chosen, byCode] = await Promise.all([
      findLocality("Steninge"),
      findLocality("Steninge, Sigtuna kommun"),
      geo.findLocality(db, "Steninge", "0191"),
    ]);
    expect(larger?.municipality).toBe("Halmstad");
    expect(chosen?.municipality).toBe("Sigtuna");
    expect(byCode?.municipality).toBe("Sigtuna");
  });

  test("a municipality stands for its largest locality", async () => {
    expect((await findLocality("Ljusnarsberg"))?.name).toBe("Kopparberg");
  });

  test.each(["", "Ingenstans", "%", "Nora, Ingenstans"])("%j is nowhere", async (text) => {
    expect(await findLocality(text)).toBeNull();
  });
});

test("a misspelt name has near names, and nonsense has none", async () => {
  expect((await nearLocalities("Lindesbreg"))[0]).toBe("Lindesberg");
  expect((await nearLocalities("orebro, Örebro"))[0]).toBe("Örebro");
  expect(await nearLocalities("Qwxzqwxz")).toEqual([]);
});

describe("suggestLocalities", () => {
  test("suggests by the beginning of the name, the largest first", async () => {
    const names = (await suggestLocalities("linde")).map(({ name }) => name);
    expect(names[0]).toBe("Lindesberg");
    expect(names.every((name) => name.toLowerCase().startsWith("linde"))).toBe(true);
  });

  test("gives at most what is asked for, and nothing for signs that SQL knows", async () => {
    expect(await suggestLocalities("s", 5)).toHaveLength(5);
    expect(await suggestLocalities("%")).toEqual([]);
    expect(await suggestLocalities("_ora")).toEqual([]);
    expect(await suggestLocalities("  ")).toEqual([]);
  });
});

test("listMunicipalities gives all 290, Å Ä Ö last", async () => {
  const names = (await listMunicipalities()).map(({ name }) => name);
  expect(names).toHaveLength(290);
  expect(names[0]).toBe("Ale");
  expect(names.at(-1)).toBe("Övertorneå");
});
