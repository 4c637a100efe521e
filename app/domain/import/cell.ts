import { z } from "zod";
import type { ProblemCode } from "#app/domain/import/problem";
import { readWeekdays } from "#app/domain/import/weekday-list";
import { hasValidCheckDigit, readOrganisationNumber } from "#app/domain/organisations/organisation-number";
import type { Weekday } from "#app/domain/placements/vocabulary";
import { referenceSchema } from "#app/domain/profiles/participant-form";

// Every cell of a file is text (already trimmed, "" when empty). These schemas say what the text must mean.

type Context = z.core.$RefinementCtx<unknown>;

/** Reports a problem at a cell, and stops reading it. */
export function reject(context: Context, code: ProblemCode, params?: Record<string, string | number>): never {
  context.issues.push({ code: "custom", input: context.value, message: code, params });
  return z.NEVER;
}

/** Reads a cell that must be filled in. */
export function cell<T>(read: (text: string, context: Context) => T) {
  return z
    .string()
    .transform((text, context): T => (text === "" ? reject(context, "missing") : read(text, context)));
}

/** Reads a cell that may be empty; `otherwise` is what empty means. A missing column is an empty cell. */
export function optionalCell<T>(otherwise: T, read: (text: string, context: Context) => T) {
  return z
    .string()
    .default("")
    .transform((text, context): T => (text === "" ? otherwise : read(text, context)));
}

/** Text on one line, at most `max` characters. */
export const line = (max: number) => (text: string, context: Context) =>
  shortEnough(text.replace(/\s+/g, " "), max, context);

/** Text that may run over several lines, at most `max` characters. */
export const prose = (max: number) => (text: string, context: Context) =>
  shortEnough(text.replace(/\r\n?/g, "\n"), max, context);

function shortEnough(text: string, max: number, context: Context): string {
  return text.length <= max ? text : reject(context, "too_long", { max });
}

/** A number with comma or point, at most one decimal, within limits. */
export const decimal = (min: number, max: number) => (text: string, context: Context) => {
  const plain = text.replace(/[\s\u00a0]/g, "").replace(",", ".");
  if (!/^-?\d+(\.\d+)?$/.test(plain)) return reject(context, "not_a_number", { value: shorten(text) });
  if (!/^-?\d+(\.\d0*)?$/.test(plain)) return reject(context, "too_many_decimals", { value: shorten(text) });
  return within(Number(plain), min, max, context);
};

/** A whole number within limits; `3,0` is three. */
export const whole = (min: number, max: number) => (text: string, context: Context) => {
  const number = Number(text.replace(/[\s\u00a0]/g, "").replace(",", "."));
  if (Number.isNaN(number)) return reject(context, "not_a_number", { value: shorten(text) });
  if (!Number.isInteger(number)) return reject(context, "not_whole", { value: shorten(text) });
  return within(number, min, max, context);
};

/** Degrees, as many decimals as there are. */
export const degrees = (min: number, max: number) => (text: string, context: Context) => {
  const number = Number(text.replace(",", "."));
  if (Number.isNaN(number)) return reject(context, "not_a_number", { value: shorten(text) });
  return number >= min && number <= max ? number : reject(context, "outside_sweden");
};

function within(number: number, min: number, max: number, context: Context): number {
  if (number < min) return reject(context, "too_small", { min });
  return number > max ? reject(context, "too_large", { max }) : number;
}

/** One word of a closed list, whatever its case. */
export const word =
  <const W extends string>(words: readonly W[]) =>
  (text: string, context: Context): W => {
    const wanted = text.toLowerCase();
    return (
      words.find((known) => known === wanted) ?? reject(context, "unknown_word", { value: shorten(text) })
    );
  };

/** Words of a closed list, separated by comma, each once, in the order of the list. */
export const wordList =
  <const W extends string>(words: readonly W[]) =>
  (text: string, context: Context): W[] => {
    const wanted = new Set(splitList(text.toLowerCase()));
    const strange = [...wanted].find((one) => !(words as readonly string[]).includes(one));
    if (strange !== undefined) return reject(context, "unknown_word", { value: shorten(strange) });
    if (wanted.size === 0) return reject(context, "missing");
    return words.filter((one) => wanted.has(one));
  };

/** The parts of a comma-separated cell, without empty ones. */
export function splitList(text: string): string[] {
  return text
    .split(",")
    .map((part) => part.trim())
    .filter(Boolean);
}

/** `mån-fre` or `mån,ons`. */
export const weekdayList = (text: string, context: Context): Weekday[] => {
  const read = readWeekdays(text);
  if ("unknown" in read) return reject(context, "unknown_day", { value: shorten(read.unknown) });
  return read.days.length > 0 ? read.days : reject(context, "missing");
};

/** An ISO date that exists, as `YYYY-MM-DD`. */
export const isoDate = (text: string, context: Context): string => {
  const read = z.iso.date().safeParse(text.replace(/T00:00.*$/, ""));
  return read.success && read.data >= "1900" && read.data < "2100"
    ? read.data
    : reject(context, "not_a_date", { value: shorten(text) });
};

/** `ja` (or `x`, `1`) is yes, `nej` (or `0`) is no. */
export const yesOrNo = (text: string, context: Context): boolean => {
  const answer = text.toLowerCase();
  if (["ja", "x", "1"].includes(answer)) return true;
  return ["nej", "0"].includes(answer) ? false : reject(context, "not_yes", { value: shorten(text) });
};

/** An organisation number with a right check digit, as `NNNNNN-NNNN`. */
export const organisationNumber = (text: string, context: Context): string => {
  const number = readOrganisationNumber(text);
  if (!number) return reject(context, "not_an_organisation_number", { value: shorten(text) });
  return hasValidCheckDigit(number) ? number : reject(context, "wrong_check_digit", { value: number });
};

/** A participant's code such as L-0714; never a personnummer. */
export const reference = (text: string, context: Context): string => {
  const read = referenceSchema.safeParse(text);
  if (read.success) return read.data;
  const personnummer = read.error.issues.some((issue) => issue.message === "reference_personnummer");
  return personnummer
    ? reject(context, "is_personnummer")
    : reject(context, "not_a_reference", { value: shorten(text) });
};

export const email = (text: string, context: Context): string => {
  const read = z.email().max(200).safeParse(text);
  return read.success ? read.data.toLowerCase() : reject(context, "not_an_email", { value: shorten(text) });
};

/** A quoted cell in a message: enough to find it, never a whole letter. */
function shorten(text: string): string {
  return text.length <= 40 ? text : `${text.slice(0, 39)}…`;
}
