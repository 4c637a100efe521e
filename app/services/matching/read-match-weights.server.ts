import type { Actor } from "#app/domain/identity/actor";
import { weighedAssociation } from "#app/domain/matching/policy";
import { type Weights, weightsOf } from "#app/domain/matching/weights";
import { done, fail, type Outcome } from "#app/domain/outcome";
import { withActor } from "#db/client.server";
import { readWeights } from "#db/queries/matching.server";

/** What counts in the association's matching, and whether the actor may change it. Errors: `forbidden`. */
export async function readMatchWeights(
  actor: Actor,
): Promise<Outcome<{ weights: Weights; isDefault: boolean; mayChange: boolean }, "forbidden">> {
  const associationId = weighedAssociation(actor, "weights.read");
  if (associationId === null) return fail("forbidden");
  const stored = await withActor(actor, (tx) => readWeights(tx, associationId));
  return done({
    weights: weightsOf(stored),
    isDefault: stored === null,
    mayChange: weighedAssociation(actor, "weights.change") !== null,
  });
}
