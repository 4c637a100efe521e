import type { TFunction } from "i18next";
import { daysBetween } from "#app/domain/organisations/day";
import type { Appointment } from "#app/domain/profiles/plan-timeline";
import { formatLongDay } from "#app/i18n/format";

/** When an appointment is, as people say it: today, tomorrow, or the day, with the hour when it is known. `t` is of `plan`. */
export function whenText(
  t: TFunction,
  language: string,
  one: Pick<Appointment, "on" | "startsAt">,
  today: string,
): string {
  const days = daysBetween(today, one.on);
  const time = one.startsAt ? spoken(one.startsAt) : null;
  const near = days === 0 ? "today" : days === 1 ? "tomorrow" : null;
  if (near) return time ? t(`own.${near}At`, { time }) : t(`own.${near}`);
  const day = formatLongDay(language, one.on);
  return time ? t("own.dayAt", { day, time }) : day;
}

/** "09:00" → "9", "09:30" → "9.30" */
function spoken(time: string): string {
  const [hours, minutes] = time.split(":");
  return minutes === "00" ? String(Number(hours)) : `${Number(hours)}.${minutes}`;
}
