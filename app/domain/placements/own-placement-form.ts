import { z } from "zod";
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
    ...termsFields,
  })
  .superRefine((form, context) => report(context, [...acrossFields.time(form), ...acrossFields.terms(form)]));

export type OwnPlacementForm = z.output<typeof ownPlacementSchema>;
export type OwnPlacementValues = z.input<typeof ownPlacementSchema>;

export const emptyOwnPlacement: Partial<OwnPlacementValues> = emptyPlacementForm;

/** What the stored placement says of what an employer fills in. */
export function ownValuesOf(stored: PlacementFormValues, workplaceId: number): OwnPlacementValues {
  const { organisationNumber, employerName, sector, workplaceName, address, locality, ...rest } = stored;
  const { contactName, contactEmail, contactPhone, ...values } = rest;
  return { ...values, workplace: String(workplaceId) };
}

/** Whether what is stored says the same as a form that was sent: the second of two clicks. */
export function isSameOwnPlacement(stored: OwnPlacementValues, sent: OwnPlacementForm): boolean {
  const read = ownPlacementSchema.safeParse(stored);
  return read.success && sameAnswers(read.data, sent);
}
