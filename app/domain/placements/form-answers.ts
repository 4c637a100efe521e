import { z } from "zod";
import { holdsPersonalNumber } from "#app/domain/profiles/personal-number";

// The answers that forms about placements ask for. Messages are codes of `placements:error.*`. conform turns empty
// fields into undefined and numbers into text first.

// Much of what is written here is read by anybody: nobody's personnummer gets in.
const noPersonalNumber = (text: string) => !holdsPersonalNumber(text);

/** One line that has to be filled in. */
export const line = (longest: number) =>
  z
    .string({ error: "required" })
    .trim()
    .min(1, { error: "required" })
    .max(longest, { error: "too_long" })
    .refine(noPersonalNumber, { error: "holds_personal_number" });

/** Text that may be left empty. */
export const optionalText = (longest: number) =>
  z
    .string()
    .trim()
    .max(longest, { error: "too_long" })
    .refine(noPersonalNumber, { error: "holds_personal_number" })
    .default("");

const readNumber = (text: string) => Number(text.trim().replace(",", "."));
const isWithin = (value: number, min: number, max: number) =>
  Number.isFinite(value) && value >= min && value <= max;

/** A number in whole or half steps, "7,5" as well as "7.5". */
export const number = (code: string, min: number, max: number) =>
  z
    .string({ error: code })
    .transform(readNumber)
    .refine((value) => isWithin(value, min, max) && Number.isInteger(value * 2), code);

/** A whole number. */
export const whole = (code: string, min: number, max: number) =>
  number(code, min, max).refine((value) => Number.isInteger(value), code);

/** A whole number, or null when nothing is written. */
export const optionalWhole = (code: string, min: number, max: number) =>
  z
    .string()
    .default("")
    .transform((text) => (text.trim() === "" ? null : readNumber(text)))
    .refine((value) => value === null || (isWithin(value, min, max) && Number.isInteger(value)), code);

/** An ISO date as a date field sends it, or null. */
export const optionalDate = (code: string) =>
  z
    .string()
    .trim()
    .default("")
    .transform((text) => text || null)
    .refine((text) => text === null || isRealDate(text), code);

function isRealDate(text: string): boolean {
  if (!/^20\d{2}-\d{2}-\d{2}$/.test(text)) return false;
  const date = new Date(`${text}T12:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text);
}

/** An address for mail, or null. */
export const optionalEmail = z
  .string()
  .trim()
  .toLowerCase()
  .max(200, { error: "too_long" })
  .default("")
  .transform((text) => text || null)
  .refine((text) => text === null || /^[^\s@]+@[^\s@]+\.[^\s@.]{2,}$/.test(text), "email");

/** A telephone number as people write it, or null. */
export const optionalPhone = z
  .string()
  .trim()
  .default("")
  .transform((text) => text || null)
  .refine(
    (text) => text === null || (/^\+?[\d\s()/-]{5,30}$/.test(text) && text.replace(/\D/g, "").length >= 5),
    "phone",
  );

/** One of four steps. */
export const level = z
  .enum(["0", "1", "2", "3"], { error: "level" })
  .transform((text) => Number(text) as 0 | 1 | 2 | 3);

/** One word of a list. */
export const one = <const Word extends string>(words: readonly Word[]) =>
  z.enum(words, { error: "choose_in_list" });

/** At least one word of a list. */
export const some = <const Word extends string>(words: readonly Word[]) =>
  z.array(one(words), { error: "choose_one" }).min(1, { error: "choose_one" });

/** Any number of words of a list, also none. */
export const any = <const Word extends string>(words: readonly Word[]) => z.array(one(words)).default([]);
