import type { WorkProfileDraft } from "#app/domain/profiles/work-profile-draft";

/** The parts of a work profile as people read them, in the order of the form. */
export const profileParts = [
  "kinds",
  "startHours",
  "targetHours",
  "longestDay",
  "weekdays",
  "abilities",
  "neededAdaptations",
  "supportNeed",
  "wishedTasks",
  "locality",
  "maxKm",
  "drivingLicenceB",
  "excluded",
] as const;
export type ProfilePart = (typeof profileParts)[number];

/** The parts that differ between two drafts. The order of words in a list is no difference. */
export function changedParts(a: WorkProfileDraft, b: WorkProfileDraft): ProfilePart[] {
  return profileParts.filter((part) => comparable(a, part) !== comparable(b, part));
}

function comparable(draft: WorkProfileDraft, part: ProfilePart): string {
  if (part === "excluded")
    return `${sorted(draft.excludedEmployerIds)}/${sorted(draft.excludedWorkplaceIds)}`;
  if (part === "abilities")
    return sorted(Object.entries(draft.abilities).map(([key, value]) => `${key}=${value}`));
  const value = draft[part];
  return Array.isArray(value) ? sorted(value) : String(value ?? "");
}

function sorted(values: readonly (string | number)[]): string {
  return values.map(String).sort().join(",");
}
