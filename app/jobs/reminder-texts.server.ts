import type { TFunction } from "i18next";
import { formatClock, formatDay } from "#app/i18n/format";
import type { ReminderText } from "#app/services/notifications/reminder-message.server";

type Letter = { subject: string; text: string };

/** One reminder as a mail: what, where to go, and how to stop it. */
export function reminderMail(t: TFunction, text: ReminderText): Letter {
  const body = [t("mail.hello"), sentence(t, text), ...wayOn(t, text), t("mail.why")];
  return { subject: t(`mail.subject.${keyOf(text)}`, valuesOf(text)), text: `${body.join("\n\n")}\n` };
}

/** As a text message: no more than what and where. */
export function reminderSms(t: TFunction, text: ReminderText): string {
  return [t(`sms.${keyOf(text)}`, valuesOf(text)), text.url, t("sms.from")].filter(Boolean).join(" ");
}

/** Everything of a day in one mail to a coordinator. */
export function digestMail(t: TFunction, lines: readonly ReminderText[]): Letter {
  const count = lines.length;
  const items = lines.map((line) => [sentence(t, line), ...wayOn(t, line)].join("\n"));
  const text = [t("mail.hello"), t("digest.lead", { count }), ...items, t("mail.why")].join("\n\n");
  return { subject: t("digest.subject", { count }), text: `${text}\n` };
}

function sentence(t: TFunction, text: ReminderText): string {
  return t(`mail.text.${keyOf(text)}`, valuesOf(text));
}

function wayOn(t: TFunction, { url, doneUrl, kind, as }: ReminderText): string[] {
  const open = url ? [t(kind === "unsigned" && as === "party" ? "mail.sign" : "mail.open", { url })] : [];
  return [...open, t("mail.done", { url: doneUrl })];
}

/** Which text: about a protected identity always the one that says nothing. */
function keyOf({ kind, as, isNeutral, isChange, times }: ReminderText): string {
  if (isNeutral) return "neutral";
  if (isChange) return `change_${as}`;
  if (kind === "first_day") return times ? "first_day_times" : "first_day";
  return `${kind}_${as}`;
}

function valuesOf({ number, day, times }: ReminderText) {
  return {
    number,
    day: day ? formatDay("sv", day) : "",
    from: times ? formatClock(times.from) : "",
    to: times ? formatClock(times.to) : "",
  };
}
