import type { AgreementStatus } from "#app/domain/agreements/agreement-status";
import type { SignatureSlot } from "#app/domain/agreements/signatures";
import { endsSoonDays } from "#app/domain/agreements/state";
import { firstAskedAfterDays } from "#app/domain/followups/rating-link";
import type { Role } from "#app/domain/identity/actor";
import type { NotificationKind } from "#app/domain/notifications/kinds";
import { dayAfter, daysBetween, monthsAfter } from "#app/domain/organisations/day";

/** What is said once about an agreement, on its day. The other kinds are told in their own ways. */
export type ReminderKind = Exclude<NotificationKind, "attendance" | "incoming">;

/** Who is reminded. `staff`: whoever answers for the case, found when it is planned. */
export const parties = ["participant", "employer_1", "employer_2", "agency", "supervisor"] as const;
export type ReminderParty = (typeof parties)[number];

/** An agreement today, as far as the rules need it. Dates are ISO dates. */
export type ReminderFacts = {
  status: AgreementStatus;
  startsOn: string | null;
  endsOn: string | null;
  /** The first day on which somebody is expected: scheduled, no holiday, open. Only asked for near the start. */
  firstDay: string | null;
  /** Today, or on the first day on which somebody is expected while that lies ahead. */
  isPaused: boolean;
  /** When the participant last answered how it goes; null: never. */
  ratedOn: string | null;
  /**
   * The text that is out to be signed: since which day, and the places that can be signed now. `countsFrom` when it changes
   * one in force: the first day on which something is another; null when no day says so.
   */
  out: {
    version: number;
    sentOn: string;
    open: readonly SignatureSlot[];
    countsFrom?: string | null;
  } | null;
};

/** What is to be said today. The same reminder on the days after has the same subject and step. */
export type DueReminder = {
  kind: ReminderKind;
  subject: string;
  step: number;
  to: readonly (ReminderParty | "staff")[];
};

/** Days before the first day, or the day from which a change counts, on which a missing signature is said, the later one last. */
export const unsignedSteps = [7, 2] as const;
/** So many days a reminder can be late, when nothing could be sent, and still be true and of use. */
const lateDays = { first_day: 1, ends_soon: 6, rating: 6 } as const;
/** Who has answered how it goes since so many days is not asked. */
const ratedLatelyDays = 14;
/** So long after the start the first day can lie: more than that somebody has to talk about. */
const longestToFirstDay = 31;

/**
 * What is due today, from the day on which it should be said to the last one on which it still may: a night that was missed
 * loses nothing. Issue 4, item 7. Nothing for what is paused, cancelled or over.
 */
export function dueReminders(facts: ReminderFacts, today: string): DueReminder[] {
  if (facts.startsOn === null || facts.endsOn === null) return [];
  const { startsOn, endsOn } = facts;
  // A change is often what makes a pause end.
  const due = facts.status === "in_force" ? unsignedChange(facts, today) : [];
  if (facts.isPaused) return due;
  if (facts.status === "out_for_signature") return unsigned(facts, startsOn, today, "");
  if (facts.status !== "in_force") return [];
  const { firstDay } = facts;
  if (
    firstDay !== null &&
    firstDay <= dayAfter(startsOn, longestToFirstDay) &&
    isWithin(today, dayAfter(firstDay, -1), lateDays.first_day)
  )
    due.push({ kind: "first_day", subject: firstDay, step: 0, to: ["participant", "supervisor"] });
  const asked = monthlyDay(startsOn, today);
  if (
    asked !== null &&
    asked <= endsOn &&
    isWithin(today, asked, lateDays.rating) &&
    (facts.ratedOn === null || facts.ratedOn < dayAfter(asked, -ratedLatelyDays))
  )
    due.push({ kind: "rating", subject: asked, step: 0, to: ["participant"] });
  const told = dayAfter(endsOn, -endsSoonDays);
  // One that is shorter than that has had its end in sight from the first day.
  if (told > startsOn && isWithin(today, told, lateDays.ends_soon))
    due.push({ kind: "ends_soon", subject: endsOn, step: 0, to: ["participant", "employer_1", "staff"] });
  return due;
}

function unsignedChange(facts: ReminderFacts, today: string): DueReminder[] {
  const from = facts.out?.countsFrom;
  return from ? unsigned(facts, from, today, ` ${from}`) : [];
}

/** The day in the subject of a reminder about a change; null for the first text, which is about the first day. */
export function changeCountsFrom(subject: string): string | null {
  return subject.split(" ")[1] ?? null;
}

function unsigned({ out }: ReminderFacts, startsOn: string, today: string, change: string): DueReminder[] {
  if (!out || out.open.length === 0) return [];
  const days = daysBetween(today, startsOn);
  // The step whose day has come last. The first day itself is too late: then somebody has to call.
  const step = days < 1 ? undefined : unsignedSteps.findLast((before) => days <= before);
  // Who was sent the text after that day has been told just now.
  if (step === undefined || out.sentOn >= dayAfter(startsOn, -step)) return [];
  const signers = out.open.filter((slot) => slot !== "coordinator");
  return [{ kind: "unsigned", subject: `v${out.version}${change}`, step, to: [...signers, "staff"] }];
}

/**
 * The last day until today on which somebody who began on a day has been there for a whole number of months, one or more; a
 * month without that day has its last one. Null before the first.
 */
export function monthlyDay(startsOn: string, today: string): string | null {
  const [year = 0, month = 0] = startsOn.split("-").map(Number);
  const months = (Number(today.slice(0, 4)) - year) * 12 + Number(today.slice(5, 7)) - month;
  for (const count of [months, months - 1]) {
    if (count < 1) return null;
    const found = monthsAfter(startsOn, count);
    if (found <= today) return found;
  }
  return null;
}

function isWithin(today: string, first: string, late: number): boolean {
  return today >= first && today <= dayAfter(first, late);
}

/** Whether a planned reminder is among what is due today: dates, signatures and pauses may have changed since. */
export function stillHolds(
  planned: { kind: ReminderKind; subject: string; step: number; recipient: string },
  due: readonly DueReminder[],
): boolean {
  const to = recipientOf(planned.recipient).party;
  return due.some(
    (one) =>
      one.kind === planned.kind &&
      one.subject === planned.subject &&
      one.step === planned.step &&
      one.to.some((party) => party === to),
  );
}

/** Whom a planned reminder is to: a party of the agreement, or staff with an account. */
export type Recipient =
  | { party: ReminderParty }
  | { party: "staff"; role: "coordinator" | "coach"; userId: string };

/** The role in which somebody is told: whoever signs for an employer, or supervises there, is the employer. */
export function roleOf(recipient: Recipient): Role {
  switch (recipient.party) {
    case "staff":
      return recipient.role;
    case "participant":
      return "participant";
    case "agency":
      return "case_worker";
    default:
      return "employer";
  }
}

/** As it is kept: "employer_1", "coordinator:<user>". */
export function recipientOf(kept: string): Recipient {
  const [role = "", ...user] = kept.split(":");
  if (role === "coordinator" || role === "coach") return { party: "staff", role, userId: user.join(":") };
  return { party: role as ReminderParty };
}

/** ISO dates, both included. */
type Days = { from: string; to: string };

/** Outside these days nothing is due: what the nightly job asks the database for. `firstDay`: of the start of the period. */
export function daysToLookAt(today: string): {
  unsignedStart: Days;
  firstDay: Days;
  lastDay: Days;
  /** Of a period that began before `before`: the day of the month on which it did. */
  rating: { before: string; daysOfMonth: number[] };
} {
  return {
    unsignedStart: { from: dayAfter(today, 1), to: dayAfter(today, Math.max(...unsignedSteps)) },
    firstDay: { from: dayAfter(today, 1 - lateDays.first_day - longestToFirstDay), to: dayAfter(today, 1) },
    lastDay: { from: dayAfter(today, endsSoonDays - lateDays.ends_soon), to: dayAfter(today, endsSoonDays) },
    rating: { before: dayAfter(today, 1 - firstAskedAfterDays), daysOfMonth: daysOfMonth(today) },
  };
}

/** The days of the month on which one can have begun whose monthly day lies within the last week. */
function daysOfMonth(today: string): number[] {
  const days = new Set<number>();
  for (let late = 0; late <= lateDays.rating; late++) {
    const day = dayAfter(today, -late);
    days.add(Number(day.slice(8)));
    const isLast = dayAfter(day, 1).endsWith("-01");
    for (let beyond = Number(day.slice(8)) + 1; isLast && beyond <= 31; beyond++) days.add(beyond);
  }
  return [...days].sort((a, b) => a - b);
}
