import { describe, expect, test } from "vitest";
import { demands } from "#app/domain/placements/vocabulary";
import { changedParts } from "#app/domain/profiles/profile-parts";
import { parseStoredProfile } from "#app/domain/profiles/stored-profile";
import { completeProfile, emptyDraft, missingParts } from "#app/domain/profiles/work-profile-draft";
import {
  completeProfileFormSchema,
  draftOf,
  excludedIds,
  unanswered,
  workProfileFormSchema,
} from "#app/domain/profiles/work-profile-form";

const errors = (form: object) => {
  const parsed = workProfileFormSchema.safeParse({ version: "0", ...form });
  return parsed.success
    ? {}
    : Object.fromEntries(parsed.error.issues.map((issue) => [issue.path[0], issue.message]));
};
const full = {
  version: "3",
  kinds: "praktik",
  startHours: "7,5",
  targetHours: "20",
  longestDay: "4",
  weekdays: ["man", "ons"],
  abilities: Object.fromEntries(demands.map((demand) => [demand, "1"])),
  supportNeed: "2",
  locality: "Lindesberg",
  maxKm: "25",
};
const lindesberg = { locality: "Lindesberg", from: { east: 512_000, north: 6_605_000 } };

describe("the form of a work profile", () => {
  test("everything may be unknown in a draft", () => {
    expect(errors({})).toEqual({});
  });

  test("an empty form says what is missing before it is complete", () => {
    const missing = unanswered(workProfileFormSchema.parse({ version: "0" })).map(({ field }) => field);
    expect(missing).toEqual([
      "kinds",
      "startHours",
      "targetHours",
      "longestDay",
      "weekdays",
      ...demands.map((demand) => `abilities.${demand}`),
      "supportNeed",
      "locality",
      "maxKm",
    ]);
  });

  test.each([
    ["startHours", "0", "start_hours_range"],
    ["startHours", "41", "start_hours_range"],
    ["startHours", "åtta", "start_hours_range"],
    ["startHours", "2,3", "half_hours"],
    ["longestDay", "11", "longest_day_range"],
    ["maxKm", "0", "max_km_range"],
    ["kinds", "annat", "choose_in_list"],
    ["excluded", "employer:x", "choose_in_list"],
  ])("%s %s: %s", (field, value, code) => {
    expect(errors({ [field]: value })).toEqual({ [field]: code });
  });

  test("all mistakes are told at once: fields, what fits badly together, and what is missing", () => {
    const parsed = completeProfileFormSchema.safeParse({
      version: "0",
      kinds: "annat",
      startHours: "20",
      targetHours: "10",
      longestDay: "4",
      weekdays: ["man"],
      abilities: { lyft: "9", tempo: "1" },
      maxKm: "0",
    });
    const found = parsed.error?.issues.map(({ path, message }) => [path.join("."), message]);
    expect(found).toEqual(
      expect.arrayContaining([
        ["kinds.0", "choose_in_list"],
        ["targetHours", "target_below_start"],
        ["startHours", "hours_beyond_days"],
        ["abilities.lyft", "choose_level"],
        ["abilities.buller", "choose_level"],
        ["supportNeed", "support_required"],
        ["locality", "locality_required"],
        ["maxKm", "max_km_range"],
      ]),
    );
    // Each once: who typed something wrong has not left it out.
    const names = found?.map(([name]) => name);
    expect(new Set(names).size).toBe(names?.length);
    expect(names).not.toContain("abilities.tempo");
    expect(errors({ startHours: "20", targetHours: "10", maxKm: "0" })).toEqual({
      targetHours: "target_below_start",
      maxKm: "max_km_range",
    });
  });

  test("a goal below the start is pointed out", () => {
    expect(errors({ startHours: "10", targetHours: "8" })).toEqual({ targetHours: "target_below_start" });
  });

  test("hours that the days cannot hold are pointed out", () => {
    const form = { startHours: "10", targetHours: "10", longestDay: "4", weekdays: ["man", "ons"] };
    expect(errors(form)).toEqual({ startHours: "hours_beyond_days" });
    expect(errors({ ...form, weekdays: ["man", "ons", "fre"] })).toEqual({});
  });

  test("a full form becomes a profile that matching can read, comma or point", () => {
    const form = workProfileFormSchema.parse(full);
    expect(unanswered(form)).toEqual([]);
    const profile = completeProfile(draftOf(form, { place: lindesberg, excluded: ["employer:4"] }));
    expect(profile).toMatchObject({
      startHours: 7.5,
      kinds: ["praktik"],
      weekdays: ["man", "ons"],
      supportNeed: 2,
      ...lindesberg,
      drivingLicenceB: false,
      excludedEmployerIds: [4],
    });
    expect(profile?.abilities.finmotorik).toBe(1);
  });

  test("a stored draft reads back as it was, and unknown keys are dropped", () => {
    const draft = draftOf(workProfileFormSchema.parse(full), { place: lindesberg, excluded: [] });
    const stored = JSON.parse(JSON.stringify({ ...draft, diagnosis: "x" }));
    expect(changedParts(parseStoredProfile(stored), draft)).toEqual([]);
    expect(parseStoredProfile(stored)).not.toHaveProperty("diagnosis");
  });

  test("one ability that nobody asked about keeps the profile from matching", () => {
    const abilities = { ...full.abilities, buller: undefined };
    const draft = draftOf(workProfileFormSchema.parse({ ...full, abilities }), {
      place: lindesberg,
      excluded: [],
    });
    expect(missingParts(draft)).toEqual(["abilities"]);
    expect(completeProfile(draft)).toBeNull();
  });
});

test("exclusions are employers and workplaces, each once", () => {
  expect(excludedIds(["employer:4", "workplace:9", "employer:4"])).toEqual({
    employerIds: [4],
    workplaceIds: [9],
  });
});

test("what differs between two drafts is named part by part", () => {
  const draft = draftOf(workProfileFormSchema.parse(full), { place: lindesberg, excluded: [] });
  const other = { ...draft, weekdays: ["ons" as const, "man" as const], maxKm: 30, abilities: {} };
  expect(changedParts(draft, other)).toEqual(["abilities", "maxKm"]);
  expect(changedParts(emptyDraft, emptyDraft)).toEqual([]);
});
