import { z } from "zod";
import { hasValidCheckDigit, readOrganisationNumber } from "#app/domain/organisations/organisation-number";
import {
  adaptations,
  demands,
  otherRequirements,
  placementKinds,
  sectors,
  tasks,
  visibilities,
  weekdays,
} from "#app/domain/placements/vocabulary";

// Messages are codes of `placements:error.*`. conform turns empty fields into undefined and numbers into text first.

const line = (longest: number) =>
  z.string({ error: "required" }).trim().min(1, { error: "required" }).max(longest, { error: "too_long" });
const number = (code: string, min: number, max: number) =>
  z
    .string({ error: code })
    .transform((text) => Number(text.replace(",", ".")))
    .refine(
      (value) => Number.isFinite(value) && value >= min && value <= max && Number.isInteger(value * 2),
      code,
    );
const whole = (code: string, min: number, max: number) =>
  number(code, min, max).refine((value) => Number.isInteger(value), code);
const level = z
  .enum(["0", "1", "2", "3"], { error: "level" })
  .transform((text) => Number(text) as 0 | 1 | 2 | 3);
const some = <const Word extends string>(words: readonly Word[]) =>
  z
    .array(z.enum(words, { error: "choose_in_list" }), { error: "choose_one" })
    .min(1, { error: "choose_one" });
const any = <const Word extends string>(words: readonly Word[]) =>
  z.array(z.enum(words, { error: "choose_in_list" })).default([]);

/** The form of a placement on behalf of an employer: the fields of the import file, one placement at a time. */
export const placementFormSchema = z
  .object({
    organisationNumber: z
      .string({ error: "required" })
      .transform((text) => readOrganisationNumber(text) ?? "")
      .refine((text) => text !== "" && hasValidCheckDigit(text), "organisation_number"),
    employerName: line(120),
    sector: z.enum(sectors, { error: "choose_in_list" }),
    workplaceName: line(120),
    address: line(120),
    locality: line(80),
    title: line(120),
    description: z.string().trim().max(2000, { error: "too_long" }).default(""),
    kinds: some(placementKinds),
    tasks: some(tasks),
    hoursMin: number("hours", 1, 60),
    hoursMax: number("hours", 1, 60),
    shortestDay: number("day", 0.5, 12),
    weekdays: some(weekdays),
    weeksMin: whole("weeks", 1, 104),
    weeksMax: whole("weeks", 1, 104),
    capacity: whole("capacity", 1, 99),
    supportLevel: level,
    supervisor: z.string().trim().max(120, { error: "too_long" }).default(""),
    demands: z.object(
      Object.fromEntries(demands.map((demand) => [demand, level])) as Record<
        (typeof demands)[number],
        typeof level
      >,
    ),
    adaptations: any(adaptations),
    otherRequirements: any(otherRequirements),
    visibility: z.enum(visibilities, { error: "choose_in_list" }),
  })
  .refine(({ hoursMin, hoursMax }) => hoursMin <= hoursMax, { path: ["hoursMax"], message: "hours_order" })
  .refine(({ weeksMin, weeksMax }) => weeksMin <= weeksMax, { path: ["weeksMax"], message: "weeks_order" });

export type PlacementForm = z.output<typeof placementFormSchema>;
/** What the form is filled with before somebody types. */
export type PlacementFormValues = z.input<typeof placementFormSchema>;

/** An empty form: only what is most often so is filled in. */
export const emptyPlacementForm: Partial<PlacementFormValues> = {
  capacity: "1",
  weekdays: ["man", "tis", "ons", "tors", "fre"],
  visibility: "public",
};
