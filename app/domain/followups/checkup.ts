import { z } from "zod";
import { dayAfter, daysBetween, monthsAfter } from "#app/domain/organisations/day";
import { outcomes, type ParticipantOutcome } from "#app/domain/profiles/participant-vocabulary";
import { freeNote, plainNote } from "#app/domain/profiles/plain-words";

/** When somebody is asked how it went on, in months after the end. domain.md "Closing". */
export const checkupMonths = [3, 6, 12] as const;
export type CheckupMonths = (typeof checkupMonths)[number];

/** How it is, some months after the end. */
export const checkupFeelings = ["bra", "sadar", "daligt"] as const;
export type CheckupFeeling = (typeof checkupFeelings)[number];
/** How somebody was asked by a person, who writes down the answer. */
export const askedHow = ["telefon", "mote", "sms"] as const;
export type AskedHow = (typeof askedHow)[number];

/** Reminded once, so many days after the link was sent. */
export const remindAfterDays = 7;
/** A round that was missed is made good for so long; later the question is not true any more. */
export const askableDays = 45;

/** One question after the end. Dates are ISO dates, times ISO strings. */
export type Checkup = {
  months: CheckupMonths;
  dueOn: string;
  status: "planned" | "asked" | "answered" | "dropped";
  droppedWhy: "no_wish" | "replaced" | null;
  askedAt: string | null;
  remindedAt: string | null;
  doing: ParticipantOutcome | null;
  feeling: CheckupFeeling | null;
  words: string;
  answeredAt: string | null;
  answeredWay: "link" | "recorded" | null;
  recordedByName: string | null;
  recordedHow: AskedHow | null;
};
export type CheckupAnswer = { doing: ParticipantOutcome; feeling: CheckupFeeling; words: string };

/** The days on which somebody is asked whose placement ended on a day. */
export function checkupDays(endedOn: string): { months: CheckupMonths; dueOn: string }[] {
  return checkupMonths.map((months) => ({ months, dueOn: monthsAfter(endedOn, months) }));
}

/** What is to be done about a check-up today, when the participant can be reached. */
export function dueCheckup(
  {
    status,
    dueOn,
    askedOn,
    isReminded,
  }: { status: Checkup["status"]; dueOn: string; askedOn: string | null; isReminded: boolean },
  today: string,
): "ask" | "remind" | null {
  if (status === "planned") return dueOn <= today && today <= dayAfter(dueOn, askableDays) ? "ask" : null;
  if (status !== "asked" || askedOn === null || isReminded) return null;
  return daysBetween(askedOn, today) >= remindAfterDays ? "remind" : null;
}

const doing = z.enum(outcomes, { error: "doing_required" });
const feeling = z.enum(checkupFeelings, { error: "feeling_required" });
const longestWords = 600;

/** The one form. Messages are codes of `closing:error.*`. */
export const checkupFormSchema = z.object({ doing, feeling, words: freeNote(longestWords) });
export type CheckupForm = z.input<typeof checkupFormSchema>;

/** The same, written down by staff, with how the person was asked. */
export const recordedCheckupSchema = z.object({
  months: z.coerce.number().pipe(z.union([z.literal(3), z.literal(6), z.literal(12)])),
  doing,
  feeling,
  words: plainNote(longestWords),
  how: z.enum(askedHow, { error: "how_required" }),
});
export type RecordedCheckupForm = z.input<typeof recordedCheckupSchema>;
