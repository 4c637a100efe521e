import type { TFunction } from "i18next";
import { hoursText } from "#app/components/matching/hours-text";
import type { Reason } from "#app/domain/matching/reason";

/** Who reads: staff about somebody, or the participant about oneself. */
export type Voice = "staff" | "plain";
/** A line in words: the point of it, and the rest of the sentence. */
export type ReasonText = { head: string; more: string };

/** A reason in words. `t` knows the namespaces `matching` and `vocabulary`; numbers get the language's decimal mark. */
export function reasonText(t: TFunction, language: string, reason: Reason, voice: Voice): ReasonText {
  const values = valuesOf(t, language, reason);
  return voice === "staff"
    ? {
        head: t(`matching:staff.${reason.code}.head`, values),
        more: t(`matching:staff.${reason.code}.more`, values),
      }
    : {
        head: t(`matching:plain.${reason.code}.head`, values),
        more: t(`matching:plain.${reason.code}.more`, values),
      };
}

function valuesOf(t: TFunction, language: string, reason: Reason): Record<string, string | number> {
  const locale = language === "en" ? "en-GB" : "sv-SE";
  const number = (value: number) => value.toLocaleString(locale, { maximumFractionDigits: 1 });
  const hours = (value: number) => hoursText(t, language, value);
  const listOf = (words: string[]) => new Intl.ListFormat(locale).format(words);
  switch (reason.code) {
    case "kind_fits":
      return { kinds: listOf(reason.kinds.map((kind) => t(`vocabulary:kind.${kind}`))) };
    case "no_common_kind":
      return { kinds: listOf(reason.offered.map((kind) => t(`vocabulary:kind.${kind}`).toLowerCase())) };
    case "slot_free":
      return { free: reason.free, capacity: reason.capacity };
    case "no_free_slot":
      return { capacity: reason.capacity };
    case "age_inside":
    case "age_outside":
    case "age_unknown":
      return { limits: limitsText(t, reason.min, reason.max) };
    case "near":
    case "too_far":
      return { km: number(reason.km), maxKm: number(reason.maxKm), from: reason.from };
    case "hours_fit":
    case "hours_outside":
      return {
        start: number(reason.start),
        startHours: hours(reason.start),
        min: number(reason.min),
        maxHours: hours(reason.max),
      };
    case "schedule_fits":
      return {
        startHours: hours(reason.start),
        days: reason.days,
        dayCount: t("vocabulary:dayCount", { count: reason.days }),
        ...commonText(t, reason.common),
      };
    case "no_schedule":
      return {
        startHours: hours(reason.start),
        shortestHours: hours(reason.shortest),
        longest: number(reason.longest),
        ...commonText(t, reason.common),
      };
    case "demands_met":
      return {
        count: reason.demands.length,
        demands: listOf(reason.demands.map((demand) => t(`vocabulary:demand.${demand}`))),
      };
    case "demand_eased":
    case "demand_too_high":
      return {
        demand: t(`vocabulary:demand.${reason.demand}`),
        asked: t(`vocabulary:demandLevel.${reason.demand}.${reason.asked}`).toLowerCase(),
        ability: t(`vocabulary:ability.${reason.demand}.${reason.ability}`).toLowerCase(),
        by: reason.code === "demand_eased" ? adaptationsText(t, reason.by, listOf) : "",
      };
    case "adaptations_offered":
      return { adaptations: listOf(reason.adaptations.map((one) => t(`vocabulary:adaptation.${one}`))) };
    case "adaptations_missing":
      return { adaptations: adaptationsText(t, reason.adaptations, listOf) };
    case "support_enough":
    case "support_one_short":
    case "support_too_low":
      return {
        need: t(`vocabulary:supportNeed.${reason.need}`).toLowerCase(),
        offered: supportText(t, reason),
      };
    case "wished_task":
      return { tasks: listOf(reason.tasks.map((task) => t(`vocabulary:task.${task}`))) };
    case "wished_group":
      return {
        groups: listOf(reason.groups.map((group) => t(`vocabulary:taskGroup.${group}`).toLowerCase())),
      };
    case "growth_all":
    case "growth_part":
    case "growth_none":
      return {
        target: number(reason.target),
        targetHours: hours(reason.target),
        max: number(reason.max),
        maxHours: hours(reason.max),
      };
    default:
      return {};
  }
}

function commonText(t: TFunction, count: number) {
  return {
    commonDays: t("vocabulary:commonDays", { count }),
    commonCount: t("vocabulary:dayCount", { count }),
  };
}

function supportText(t: TFunction, reason: Extract<Reason, { offered: number }>): string {
  const words = t(`vocabulary:support.${reason.offered}`);
  return reason.code === "support_enough" ? words : words.toLowerCase();
}

function adaptationsText(t: TFunction, adaptations: readonly string[], listOf: (words: string[]) => string) {
  return listOf(adaptations.map((one) => t(`vocabulary:adaptation.${one}`).toLowerCase()));
}

function limitsText(t: TFunction, min: number | null, max: number | null): string {
  if (min !== null && max !== null) return t("matching:limits.between", { min, max });
  return min !== null ? t("matching:limits.from", { min }) : t("matching:limits.to", { max });
}
