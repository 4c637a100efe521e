import type { TFunction } from "i18next";
import { hoursText } from "#app/components/agreements/agreement-words";
import type { Alert } from "#app/domain/followups/alerts";
import type { Entry, Presence } from "#app/domain/followups/attendance";
import { formatDay, formatMoment, formatNumber } from "#app/i18n/format";

/** "2,5 timmar", "sjuk" */
export function presenceText(t: TFunction, language: string, { hours, absence }: Presence): string {
  return absence === null ? hoursText(t, language, hours) : t(`attendance:choice.${absence}`).toLowerCase();
}

/** "Maj Lindqvist skrev sjuk, mån 3 juni 9.00 via länk" */
export function enteredText(t: TFunction, language: string, entry: Entry): string {
  const text = t("attendance:form.entered", {
    who: entry.byName,
    what: presenceText(t, language, entry),
    when: formatMoment(language, entry.at),
  });
  return entry.way === "link" ? `${text} ${t("attendance:form.byLink")}` : text;
}

/** An alert as a whole line. */
export function alertText(t: TFunction, language: string, alert: Alert): string {
  return t(`attendance:alert.${alert.kind}`, alertValues(language, alert));
}

/** The numbers of an alert, as its texts want them. */
export function alertValues(language: string, alert: Alert): Record<string, string | number> {
  const day = formatDay(language, alert.since);
  switch (alert.kind) {
    case "unreported":
      return { count: alert.count, day };
    case "under_half":
      return {
        real: formatNumber(language, alert.real, 2),
        planned: formatNumber(language, alert.planned, 2),
        day,
      };
    case "sick_long":
      return { count: alert.days, limit: alert.limit, day };
  }
}
