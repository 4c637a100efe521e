import { z } from "zod";
import {
  answeredHows,
  employerReasons,
  participantReasons,
  proposalStatuses,
} from "#app/domain/matching/proposal-status";
import { freeNote } from "#app/domain/profiles/plain-words";

const emptyIsNull = <T extends z.ZodType>(schema: T) =>
  z.union([z.literal("").transform(() => null), schema.nullable()]);

/**
 * What a form may ask of a proposal. Which of it a step needs is for the transition's guards to say. Messages are codes of
 * `proposals:error.*`.
 */
export const stepInput = z
  .object({
    to: z.enum(proposalStatuses, { error: "wrong_status" }),
    how: emptyIsNull(z.enum(answeredHows)).catch(null).default(null),
    reason: emptyIsNull(z.enum([...new Set([...employerReasons, ...participantReasons])]))
      .catch(null)
      .default(null),
    note: freeNote(1000),
    date: z.string().default(""),
    time: z.string().default(""),
    place: freeNote(200),
    nameAgreed: z.string().default(""),
  })
  .transform(({ date, time, place, nameAgreed, ...step }) => {
    const at = swedishMoment(date, time);
    return { ...step, visit: at && place ? { at, place, nameAgreed: nameAgreed === "on" } : null };
  });

/** The moment when clocks in Sweden show this date (YYYY-MM-DD) and time (HH:MM); null when it is no such moment. */
export function swedishMoment(date: string, time: string): Date | null {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(date) || !/^\d{2}:\d{2}$/.test(time)) return null;
  const asUtc = Date.parse(`${date}T${time}:00Z`);
  if (Number.isNaN(asUtc)) return null;
  // Sweden is one or two hours ahead of UTC: the right one is where the clock shows what was asked.
  for (const hours of [1, 2]) {
    const moment = new Date(asUtc - hours * 3_600_000);
    if (clock.format(moment) === `${date} ${time}`) return moment;
  }
  return null;
}

const clock = new Intl.DateTimeFormat("sv-SE", {
  timeZone: "Europe/Stockholm",
  dateStyle: "short",
  timeStyle: "short",
});
