import { describe, expect, test } from "vitest";
import { appetiteSchema } from "#app/domain/organisations/appetite-form";
import { ownWorkplaceSchema } from "#app/domain/organisations/own-workplace-form";
import { awaySchema, ownPersonSchema } from "#app/domain/organisations/person-form";
import { ownPlacementSchema } from "#app/domain/placements/own-placement-form";
import { placementFormValues } from "#tests/support/factories/placement-form";

type Read = {
  success: boolean;
  data?: unknown;
  error?: { issues: { path: PropertyKey[]; message: string }[] } | undefined;
};
const problems = ({ error }: Read) =>
  (error?.issues ?? []).map(({ path, message }) => `${path.join(".")}: ${message}`);

describe("appetite", () => {
  const schema = appetiteSchema("2026-03-03");
  test.each([
    [{ appetite: "yes" }, { appetite: "yes", askAgainOn: null }],
    [
      { appetite: "yes", askAgainOn: "2020-01-01" },
      { appetite: "yes", askAgainOn: null },
    ],
    [{ appetite: "maybe" }, { appetite: "maybe", askAgainOn: null }],
    [
      { appetite: "not_now", askAgainOn: "2026-03-04" },
      { appetite: "not_now", askAgainOn: "2026-03-04" },
    ],
  ])("%j", (typed, read) => expect(schema.parse(typed)).toEqual(read));

  test.each([
    [{ appetite: "not_now" }, "askAgainOn: ask_again"],
    [{ appetite: "not_now", askAgainOn: "2026-03-03" }, "askAgainOn: day_ahead"],
    [{ appetite: "maybe", askAgainOn: "2028-01-01" }, "askAgainOn: day_far"],
    [{ appetite: "not_now", askAgainOn: "i vår" }, "askAgainOn: date"],
    [{ appetite: "alltid" }, "appetite: choose_in_list"],
  ])("%j is told what is wrong", (typed, problem) => {
    expect(problems(schema.safeParse(typed))).toContain(problem);
  });
});

describe("a person", () => {
  const typed = { name: "Berit", duty: "contact" };
  test("with the least", () => {
    expect(ownPersonSchema.parse(typed)).toEqual({
      name: "Berit",
      duty: "contact",
      email: null,
      phone: null,
      workplace: null,
      supervises: [],
    });
  });

  test.each([
    [{ ...typed, invite: "yes" }, "email: email_to_invite"],
    [{ ...typed, duty: "supervisor" }, "supervises: choose_supervised"],
    [{ ...typed, duty: "chef" }, "duty: choose_in_list"],
    [{ ...typed, workplace: "1; drop" }, "workplace: choose_in_list"],
    [{ ...typed, email: "berit" }, "email: email"],
    [{ duty: "contact" }, "name: required"],
  ])("%j is told what is wrong", (form, problem) => {
    expect(problems(ownPersonSchema.safeParse(form))).toContain(problem);
  });
});

test("whoever is away comes back on the day of leaving or later", () => {
  expect(awaySchema.parse({ from: "2027-07-01", until: "2027-07-01", delegate: "7" })).toEqual({
    from: "2027-07-01",
    until: "2027-07-01",
    delegate: 7,
  });
  const days = { from: "2027-07-01", until: "2027-07-31" };
  expect(awaySchema.parse({ ...days, delegate: "ingen" })).toEqual({ ...days, delegate: null });
  expect(awaySchema.safeParse(days).success).toBe(false);
  expect(problems(awaySchema.safeParse({ from: "2027-07-02", until: "2027-07-01", delegate: "7" }))).toEqual([
    "until: until_before_from",
  ]);
});

describe("a placement", () => {
  const { demands: _, supportLevel: __, ...typed } = placementFormValues({ tasks: ["kontor"] });
  test("may be listed before anybody knows what it asks: what is usual for the tasks stands in", () => {
    const read = ownPlacementSchema.parse({ ...typed, workplace: "7" });
    expect(read).toMatchObject({ workplace: 7, supportLevel: 1, demands: { lyft: 0, koncentration: 2 } });
    const some = ownPlacementSchema.parse({
      ...typed,
      workplace: "7",
      supportLevel: "unknown",
      demands: { lyft: "3", tempo: "unknown" },
    });
    expect(some).toMatchObject({ supportLevel: 1, demands: { lyft: 3, tempo: 1 } });
  });
  test.each(["title", "description", "supervisor"])("takes nobody's personnummer in %s", (field) => {
    const wrong = { ...typed, workplace: "7", [field]: "Fråga efter 850101-1239" };
    expect(problems(ownPlacementSchema.safeParse(wrong))).toEqual([`${field}: holds_personal_number`]);
  });
  test("does not take a level that there is not", () => {
    const wrong = { ...typed, workplace: "7", demands: { lyft: "4" } };
    expect(problems(ownPlacementSchema.safeParse(wrong))).toEqual(["demands.lyft: level"]);
  });
});

describe("a workplace", () => {
  const typed = { name: "Kvarnen", address: "Storgatan 1", locality: "Nora" };
  test("has a pin only when one was set, in Sweden, and not taken away again", () => {
    expect(ownWorkplaceSchema.parse({ ...typed, lat: "59.5", lon: "15" }).pin).toEqual({
      lat: 59.5,
      lon: 15,
    });
    expect(ownWorkplaceSchema.parse(typed).pin).toBeNull();
    expect(ownWorkplaceSchema.parse({ ...typed, lat: "59.5", lon: "15", noPin: "yes" }).pin).toBeNull();
    expect(problems(ownWorkplaceSchema.safeParse({ ...typed, lat: "40", lon: "15" }))).toEqual(["lat: pin"]);
    expect(problems(ownWorkplaceSchema.safeParse({ ...typed, lat: "norr", lon: "15" }))).toEqual([
      "lat: pin",
    ]);
  });
});
