import type { AgreementStatus } from "#app/domain/agreements/agreement-status";
import type { SignatureSlot } from "#app/domain/agreements/signatures";
import { endsSoonDays } from "#app/domain/agreements/state";
import type { NotificationKind } from "#app/domain/notifications/kinds";
import { dayAfter, daysBetween } from "#app/domain/organisations/day";

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
  /** Today, or on the first day while that lies ahead. */
  isPaused: boolean;
  /** The first version while it is out to be signed: since which day, and the places that can be signed now. */
  out: { version: number; sentOn: string; open: readonly SignatureSlot[] } | null;
};

/** What is to be said today. The same reminder on the days after has the same subject and step. */
export type DueReminder = {
  kind: ReminderKind;
  subject: string;
  step: number;
  to: readonly (ReminderParty | "staff")[];
};

/** Days before the first day on which a missing signature is said, the later one last. */
export const unsignedSteps = [7, 2] as const;
/** So many days a reminder can be late, when nothing could be sent, and still be true and of use. */
const lateDays = { first_day: 1, ends_soon: 6 } as const;
/** So long after the start the first day can lie: more than that somebody has to talk about. */
const longestToFirstDay = 31;

/**
 * What is due today, from the day on which it should be said to the last one on which it still may: a night that was missed
 * loses nothing. Issue 4, item 7. Nothing for what is paused, cancelled or over.
 */
export function dueReminders(facts: ReminderFacts, today: string): DueReminder[] {
  if (facts.isPaused || facts.startsOn === null || facts.endsOn === null) return [];
  const { startsOn, endsOn } = facts;
  if (facts.status === "out_for_signature") return unsigned(facts, startsOn, today);
  if (facts.status !== "in_force") return [];
  const due: DueReminder[] = [];
  const { firstDay } = facts;
  if (
    firstDay !== null &&
    firstDay <= dayAfter(startsOn, longestToFirstDay) &&
    isWithin(today, dayAfter(firstDay, -1), lateDays.first_day)
  )
    due.push({ kind: "first_day", subject: firstDay, step: 0, to: ["participant", "supervisor"] });
  const told = dayAfter(endsOn, -endsSoonDays);
  // One that is shorter than that has had its end in sight from the first day.
  if (told > startsOn && isWithin(today, told, lateDays.ends_soon))
    due.push({ kind: "ends_soon", subject: endsOn, step: 0, to: ["participant", "employer_1", "staff"] });
  return due;
}

function unsigned({ out }: ReminderFacts, startsOn: string, today: string): DueReminder[] {
  if (!out || out.open.length === 0) return [];
  const days = daysBetween(today, startsOn);
  // The step whose day has come last. The first day itself is too late: then somebody has to call.
  const step = days < 1 ? undefined : unsignedSteps.findLast((before) => days <= before);
  // Who was sent the text after that day has been told just now.
  if (step === undefined || out.sentOn >= dayAfter(startsOn, -step)) return [];
  const signers = out.open.filter((slot) => slot !== "coordinator");
  return [{ kind: "unsigned", subject: `v${out.version}`, step, to: [...signers, "staff"] }];
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
} {
  return {
    unsignedStart: { from: dayAfter(today, 1), to: dayAfter(today, Math.max(...unsignedSteps)) },
    firstDay: { from: dayAfter(today, 1 - lateDays.first_day - longestToFirstDay), to: dayAfter(today, 1) },
    lastDay: { from: dayAfter(today, endsSoonDays - lateDays.ends_soon), to: dayAfter(today, endsSoonDays) },
  };
}
