import type { FieldMetadata } from "@conform-to/react";
import type { FormField } from "#app/components/ui/form-field";
import type { PlacementFormValues } from "#app/domain/placements/placement-form";

/** The texts of a placement's form: labels, hints and errors. */
export const ns = "placements";

/** The fields of a form that has these answers of a placement. */
export type Fields<Name extends Exclude<keyof PlacementFormValues, "demands">> = Record<Name, FormField>;
export type DemandFields = Fields<"adaptations" | "otherRequirements"> & {
  demands: FieldMetadata<PlacementFormValues["demands"]>;
};

/** All of them. */
export type PlacementFields = Fields<Exclude<keyof PlacementFormValues, "demands">> & DemandFields;
