import type { Actor } from "#app/domain/identity/actor";
import { weighedAssociation } from "#app/domain/matching/policy";
import { defaultWeights, type Weights, weightsKey, weightsOf } from "#app/domain/matching/weights";
import { done, fail, type Outcome } from "#app/domain/outcome";
import { withActor } from "#db/client.server";
import { recordEvent } from "#db/queries/audit.server";
import { lockWeights, writeWeights } from "#db/queries/matching.server";

/**
 * Sets what counts in the association's matching from now on; `null` goes back to the default. The same twice changes
 * nothing. `seen` is what the form showed (`weightsKey`): a change over somebody else's is refused once.
 * Errors: `forbidden`, `changed_meanwhile`.
 */
export async function setMatchWeights(
  actor: Actor,
  input: { weights: Weights | null; seen: string },
): Promise<Outcome<object, "forbidden" | "changed_meanwhile">> {
  const associationId = weighedAssociation(actor, "weights.change");
  if (associationId === null) return fail("forbidden");
  return withActor(actor, async (tx): Promise<Outcome<object, "changed_meanwhile">> => {
    const stored = await lockWeights(tx, associationId);
    const before = weightsKey(weightsOf(stored));
    const after = weightsKey(input.weights ?? defaultWeights);
    if (before === after && (stored === null) === (input.weights === null)) return done();
    if (input.seen !== before) return fail("changed_meanwhile");
    await writeWeights(tx, associationId, input.weights);
    await recordEvent(tx, actor, {
      action: "weights.changed",
      associationId,
      participantId: null,
      details: { before, after, default: input.weights === null },
    });
    return done();
  });
}
