import type { TFunction } from "i18next";
import { numberText } from "#app/components/placements/number-text";

/** So many hours in words: one hour is one, and half hours keep their decimal mark. */
export function hoursText(t: TFunction, language: string, hours: number): string {
  return t("vocabulary:hourCount", { count: hours, number: numberText(hours, language) });
}
