import { z } from "zod";

/** A text in Swedish, and in English when somebody has written it. */
export type Both = { sv: string; en: string };

/** One statement, the same to all parties, answered 1–5 or skipped. */
export type RatingItem = {
  /** Kept from version to version, so that the answers to it form one line. */
  id: string;
  /** What it is about, as it stands in a sentence: "tempot". */
  topic: Both;
  statement: Both;
  /** The same, as the participant reads and hears it: "Det är lagom fort." */
  plain: Both;
  /** What 1 and 5 mean. */
  low: Both;
  high: Both;
  /** About health: for staff and the participant, never named in a list, a message or a file. */
  isHealth: boolean;
};

/** A version of an instrument. Once it has been used it never changes. */
export type InstrumentVersion = { code: string; version: number; name: string; items: RatingItem[] };

/** The text in a language, the Swedish one when there is no other. */
export function inLanguage(text: Both, language: string): string {
  return (language === "en" && text.en) || text.sv;
}

/** More than this is not answered on a telephone. */
export const mostItems = 12;

const both = (most: number) =>
  z.object({ sv: z.string().trim().min(1).max(most), en: z.string().trim().max(most) });
/** A version's items as they are kept in the database. */
export const ratingItemsSchema = z
  .array(
    z.object({
      id: z.string().regex(/^[a-z0-9_]{1,40}$/),
      topic: both(60),
      statement: both(160),
      plain: both(160),
      low: both(60),
      high: both(60),
      isHealth: z.boolean(),
    }),
  )
  .min(1)
  .max(mostItems);
