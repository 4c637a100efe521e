import type { TFunction } from "i18next";
import { demands } from "#app/domain/placements/vocabulary";
import type { ProfilePart } from "#app/domain/profiles/profile-parts";
import type { WorkProfileDraft } from "#app/domain/profiles/work-profile-draft";
import { formatNumber } from "#app/i18n/format";

/**
 * What a part of a work profile says, one text a line; none when nobody has answered. `excluded` holds the names of
 * excluded employers and workplaces, which the draft knows by id only.
 */
export function partTexts(
  t: TFunction,
  language: string,
  draft: WorkProfileDraft,
  part: ProfilePart,
  excluded: readonly string[],
): string[] {
  const hours = (value: number | undefined, key: string) =>
    value === undefined ? [] : [t(`profiles:profile.${key}`, { hours: formatNumber(language, value) })];
  switch (part) {
    case "kinds":
      return draft.kinds.map((kind) => t(`vocabulary:kind.${kind}`));
    case "startHours":
    case "targetHours":
      return hours(draft[part], "hours");
    case "longestDay":
      return hours(draft.longestDay, "hoursADay");
    case "weekdays":
      return draft.weekdays.map((day) => t(`vocabulary:weekday.${day}`));
    case "abilities":
      return demands.flatMap((demand) => {
        const level = draft.abilities[demand];
        if (level === undefined) return [];
        return `${t(`vocabulary:demand.${demand}`)}: ${t(`vocabulary:ability.${demand}.${level}`)}`;
      });
    case "neededAdaptations":
      return draft.neededAdaptations.map((adaptation) => t(`vocabulary:adaptation.${adaptation}`));
    case "supportNeed":
      return draft.supportNeed === undefined ? [] : [t(`vocabulary:supportNeed.${draft.supportNeed}`)];
    case "wishedTasks":
      return draft.wishedTasks.map((task) => t(`vocabulary:task.${task}`));
    case "locality":
      return draft.locality ? [draft.locality] : [];
    case "maxKm":
      return draft.maxKm === undefined ? [] : [t("profiles:profile.km", { km: draft.maxKm })];
    case "drivingLicenceB":
      return draft.drivingLicenceB === undefined
        ? []
        : [t(`profiles:profile.${draft.drivingLicenceB ? "yes" : "no"}`)];
    case "excluded":
      return [...excluded];
  }
}

/** Whether no answer means that nothing is needed, rather than that nobody has asked. */
export function emptyIsAnAnswer(part: ProfilePart): boolean {
  return part === "neededAdaptations" || part === "wishedTasks" || part === "excluded";
}
