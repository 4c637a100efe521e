import { z } from "zod";

/** The parts of the score, in the order they are shown. domain.md "Matching". */
export const scoreParts = ["demands", "adaptations", "wishes", "distance", "growth", "support"] as const;
export type ScorePart = (typeof scoreParts)[number];

/** How many of the hundred points each part can give. */
export type Weights = Record<ScorePart, number>;

/** domain.md "Matching": what counts until an association decides otherwise. */
export const defaultWeights: Weights = {
  demands: 35,
  adaptations: 15,
  wishes: 20,
  distance: 15,
  growth: 10,
  support: 5,
};

const weight = z.number().min(0).max(100);

/** An association's own weights: none below nothing, a hundred together. */
export const weightsSchema = z
  .object({
    demands: weight,
    adaptations: weight,
    wishes: weight,
    distance: weight,
    growth: weight,
    support: weight,
  })
  .refine((weights) => Math.abs(scoreParts.reduce((sum, part) => sum + weights[part], 0) - 100) < 1e-9);

/** The weights to use for an association: its own when they are whole, else the default ones. */
export function weightsOf(stored: unknown): Weights {
  const parsed = weightsSchema.safeParse(stored);
  return parsed.success ? parsed.data : defaultWeights;
}

// Messages are codes of `weights:error.*`.
const typedWeight = z
  .string({ error: "weight_number" })
  .trim()
  .regex(/^\d{1,3}$/, { error: "weight_number", abort: true })
  .transform(Number)
  .refine((points) => points <= 100, { error: "weight_number", abort: true });

/**
 * The form of an association's weights: whole points that make a hundred together. `seen` is what the form showed, as
 * `weightsKey` writes it: whoever saves over somebody else's change is told.
 */
export const weightsFormSchema = z
  .object({
    demands: typedWeight,
    adaptations: typedWeight,
    wishes: typedWeight,
    distance: typedWeight,
    growth: typedWeight,
    support: typedWeight,
    seen: z.string().max(60).default(""),
  })
  .refine((form) => sumOf(form) === 100, { error: "weights_sum" })
  .transform(({ seen, ...weights }) => ({ seen, weights }));
export type WeightsFormValues = z.input<typeof weightsFormSchema>;

/** All parts together. */
export function sumOf(weights: Weights): number {
  return scoreParts.reduce((sum, part) => sum + weights[part], 0);
}

/** The six numbers in one line, to tell whether two are the same. */
export function weightsKey(weights: Weights): string {
  return scoreParts.map((part) => weights[part]).join("-");
}
