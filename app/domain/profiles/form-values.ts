import type { WorkProfileDraft } from "#app/domain/profiles/work-profile-draft";

/** A work profile on its way as the form's texts: what a person sees before changing it. Hours with a comma. */
export function formOf(draft: WorkProfileDraft) {
  const text = (value: number | undefined) => (value === undefined ? "" : String(value).replace(".", ","));
  return {
    kinds: draft.kinds,
    startHours: text(draft.startHours),
    targetHours: text(draft.targetHours),
    longestDay: text(draft.longestDay),
    weekdays: draft.weekdays,
    abilities: Object.fromEntries(
      Object.entries(draft.abilities).map(([key, value]) => [key, String(value)]),
    ),
    adaptations: draft.neededAdaptations,
    supportNeed: draft.supportNeed === undefined ? "" : String(draft.supportNeed),
    tasks: draft.wishedTasks,
    locality: draft.locality ?? "",
    maxKm: text(draft.maxKm),
    drivingLicenceB: draft.drivingLicenceB === undefined ? "" : draft.drivingLicenceB ? "yes" : "no",
    excluded: [
      ...draft.excludedEmployerIds.map((id) => `employer:${id}`),
      ...draft.excludedWorkplaceIds.map((id) => `workplace:${id}`),
    ],
    exclude: "",
  };
}
