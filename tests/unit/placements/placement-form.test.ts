import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { differingFields, isSameForm, placementFormSchema } from "#app/domain/placements/placement-form";
import { placementForm, placementFormValues } from "#tests/support/factories/placement-form";

const problemsOf = (changes: Parameters<typeof placementFormValues>[0]) => {
  const read = placementFormSchema.safeParse(placementFormValues(changes));
  return read.success ? [] : read.error.issues.map(({ path, message }) => `${path.join(".")}: ${message}`);
};

test("every answer is read as what it means", () => {
  expect(placementForm({ hoursMin: "7,5", ageMin: "", startsFrom: "" })).toMatchObject({
    hoursMin: 7.5,
    ageMin: null,
    ageMax: 64,
    costPerWeek: 850,
    startsFrom: null,
    contactEmail: "ulla@silverbacken.example",
  });
});

test("what may be left out is left out", () => {
  const { ageMin, ageMax, startsFrom, contactName, contactEmail, contactPhone, purposes, ...rest } =
    placementFormValues({ financing: "none", costPerWeek: "", calledOffBy: "" });
  expect(placementFormSchema.parse(rest)).toMatchObject({
    ageMin: null,
    ageMax: null,
    startsFrom: null,
    contactName: "",
    contactEmail: null,
    contactPhone: null,
    purposes: [],
    costPerWeek: null,
  });
});

describe("what cannot be is told at its field", () => {
  test.each([
    [{ hoursMin: "21" }, ["hoursMax: hours_order"]],
    [{ weeksMin: "13" }, ["weeksMax: weeks_order"]],
    [{ hoursMin: "1", hoursMax: "1" }, ["shortestDay: day_longer_than_week"]],
    [{ ageMin: "65" }, ["ageMax: age_order"]],
    [{ ageMin: "12" }, ["ageMin: age"]],
    [{ ageMax: "abc" }, ["ageMax: age"]],
    [{ ageMax: "20,5" }, ["ageMax: age"]],
    [{ costPerWeek: "" }, ["costPerWeek: cost"]],
    [{ calledOffBy: " " }, ["calledOffBy: called_off_by"]],
    [{ costPerWeek: "0" }, ["costPerWeek: cost"]],
    [{ startsFrom: "2027-02-30" }, ["startsFrom: date"]],
    [{ startsFrom: "i vår" }, ["startsFrom: date"]],
    [{ contactName: "" }, ["contactName: contact_name"]],
    [{ contactEmail: "", contactPhone: "" }, ["contactPhone: contact_reach"]],
    [{ contactEmail: "ulla" }, ["contactEmail: email"]],
    [{ contactPhone: "ring Ulla" }, ["contactPhone: phone"]],
    [{ organisationNumber: "556016-0681" }, ["organisationNumber: organisation_number"]],
    [{ financing: "kanske" as "none" }, ["financing: choose_in_list"]],
  ])("%j", (changes, problems) => {
    expect(problemsOf(changes)).toEqual(problems);
  });
});

test("nobody who pays nothing is asked for a cost", () => {
  expect(problemsOf({ financing: "none", costPerWeek: "", calledOffBy: "" })).toEqual([]);
});

describe("two fillings of the form", () => {
  test("are the same however the ticks are ordered and the numbers are written", () => {
    const stored = placementFormValues({ hoursMin: "7.5" });
    const typed = placementFormValues({ hoursMin: "7,5", kinds: ["arbetstraning", "praktik"] });
    expect(differingFields(stored, typed)).toEqual([]);
    expect(isSameForm(stored, placementFormSchema.parse(typed))).toBe(true);
  });

  test("differ in the field that was changed, and in no other", () => {
    const changes = fc.constantFrom(
      { title: "En annan rubrik" },
      { ageMin: "" },
      { costPerWeek: "900" },
      { weekdays: ["man"] as ["man"] },
      { demands: { ...placementFormValues().demands, lyft: "3" as const } },
      { contactPhone: "0581-999 99" },
    );
    fc.assert(
      fc.property(changes, (change) => {
        expect(differingFields(placementFormValues(), placementFormValues(change))).toEqual(
          Object.keys(change),
        );
        expect(isSameForm(placementFormValues(), placementForm(change))).toBe(false);
      }),
    );
  });
});

test.each([
  "employerName",
  "workplaceName",
  "address",
  "contactName",
  "title",
  "description",
  "supervisor",
  "calledOffBy",
] as const)("nobody's personnummer gets in by %s", (field) => {
  expect(problemsOf({ [field]: "Fråga efter 850101-1239" })).toEqual([`${field}: holds_personal_number`]);
});
