import { roundScore } from "#app/domain/matching/score";
import { scoreParts, type Weights } from "#app/domain/matching/weights";

/** Three made-up places for one made-up person: how much of each part they give, 0–1. */
const examples = {
  near: { demands: 1, adaptations: 0.5, wishes: 0, distance: 0.9, growth: 0.5, support: 1 },
  wished: { demands: 0.9, adaptations: 0.5, wishes: 1, distance: 0.1, growth: 0.5, support: 1 },
  adapted: { demands: 0.85, adaptations: 1, wishes: 0.6, distance: 0.4, growth: 0, support: 1 },
} satisfies Record<string, Weights>;
export type Example = keyof typeof examples;

/** The points of each made-up place, most first: what an administrator sees change before anybody else does. */
export function exampleScores(weights: Weights): { example: Example; total: number }[] {
  return (Object.keys(examples) as Example[])
    .map((example) => ({
      example,
      total: roundScore(scoreParts.reduce((sum, part) => sum + weights[part] * examples[example][part], 0)),
    }))
    .sort((a, b) => b.total - a.total);
}
