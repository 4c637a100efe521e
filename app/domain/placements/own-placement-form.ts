import { z } from "zod";
import { typicalDemand, type UnknownLevel, usualSupport } from "#app/domain/placements/offer-listing";
import {
  acrossFields,
  demandFields,
  emptyPlacementForm,
  offerFields,
  type PlacementFormValues,
  report,
  sameAnswers,
  supportFields,
  termsFields,
  timeFields,
} from "#app/domain/placements/placement-form";
import { type Demand, demands, type Level, type Levels } from "#app/domain/placements/vocabulary";

/** "Do not know yet", as the form says it. */
export const unknown = "unknown";
const levelOrUnknown = z
  .enum(["0", "1", "2", "3", unknown], { error: "level" })
  .default(unknown)
  .transform((text) => (text === unknown ? null : (Number(text) as Level)));

/** The form of a placement that an employer fills in: whose it is and where is known, a workplace is chosen. */
export const ownPlacementSchema = z
  .object({
    workplace: z
      .string({ error: "choose_workplace" })
      .regex(/^[1-9]\d{0,8}$/, { error: "choose_workplace" })
      .transform(Number),
    ...offerFields,
    ...timeFields,
    ...supportFields,
    ...demandFields,
    supportLevel: levelOrUnknown,
    demands: z
      .object(
        Object.fromEntries(demands.map((demand) => [demand, levelOrUnknown])) as Record<
          Demand,
          typeof levelOrUnknown
        >,
      )
      .prefault({}),
    ...termsFields,
  })
  .superRefine((form, context) => report(context, [...acrossFields.time(form), ...acrossFields.terms(form)]))
  // What is not known yet is what is most often so, as in an offer without account (offer-listing.ts), and is said to be
  // unknown: a review asks for it.
  .transform(({ demands: given, supportLevel, ...form }) => ({
    ...form,
    unknownLevels: [
      ...demands.filter((demand) => given[demand] === null),
      ...(supportLevel === null ? (["support"] as const) : []),
    ] as UnknownLevel[],
    supportLevel: supportLevel ?? usualSupport,
    demands: Object.fromEntries(
      demands.map((demand) => [demand, given[demand] ?? typicalDemand(demand, form.tasks)]),
    ) as Levels,
  }));

export type OwnPlacementForm = z.output<typeof ownPlacementSchema>;
export type OwnPlacementValues = z.input<typeof ownPlacementSchema>;

export const emptyOwnPlacement: Partial<OwnPlacementValues> = {
  ...emptyPlacementForm,
  supportLevel: unknown,
  demands: Object.fromEntries(demands.map((demand) => [demand, unknown])),
} as Partial<OwnPlacementValues>;

/** What the stored placement says of what an employer fills in; what was not known is not known still. */
export function ownValuesOf(
  stored: PlacementFormValues,
  workplaceId: number,
  open: readonly UnknownLevel[],
): OwnPlacementValues {
  const { organisationNumber, employerName, sector, workplaceName, address, locality, ...rest } = stored;
  const { contactName, contactEmail, contactPhone, ...values } = rest;
  const said = Object.entries(values.demands).map(([demand, level]) => [
    demand,
    open.includes(demand as Demand) ? unknown : level,
  ]);
  return {
    ...values,
    supportLevel: open.includes("support") ? unknown : values.supportLevel,
    demands: Object.fromEntries(said) as OwnPlacementValues["demands"],
    workplace: String(workplaceId),
  };
}

/** Whether what is stored says the same as a form that was sent: the second of two clicks. */
export function isSameOwnPlacement(stored: OwnPlacementValues, sent: OwnPlacementForm): boolean {
  const read = ownPlacementSchema.safeParse(stored);
  return read.success && sameAnswers(read.data, sent);
}
