import { openVersion } from "#app/domain/agreements/agreement";
import { decideAgreement, type GuardCode } from "#app/domain/agreements/transitions";
import type { Actor } from "#app/domain/identity/actor";
import { done, fail, type Outcome } from "#app/domain/outcome";
import { today } from "#app/platform/clock.server";
import { keepSlotOn } from "#app/services/agreements/agreement-slot.server";
import { namedBy, reachAgreement, recordOnAgreement } from "#app/services/agreements/reach-agreement.server";
import { withActor } from "#db/client.server";
import { voidSignatures } from "#db/queries/agreement-signatures.server";
import { insertDraft, listVersions, turnVersion } from "#db/queries/agreement-versions.server";
import { addAgreementEvent, saveStatus } from "#db/queries/agreements.server";

export type CallBackCode = "not_found" | "not_allowed" | "wrong_status" | GuardCode;

/**
 * Calls a text that is out back to be changed: a new draft with the same words, and the signatures so far are void and
 * stay in the history. Errors: `not_found`, `not_allowed`, `wrong_status`.
 */
export function callBack(actor: Actor, id: string): Promise<Outcome<{ voided: number }, CallBackCode>> {
  return withActor(actor, async (tx) => {
    const agreement = await reachAgreement(tx, actor, id, "agreement.change", "change");
    if (!agreement) return fail("not_found");
    const versions = await listVersions(tx, id);
    const out = openVersion(versions);
    if (out?.status !== "out_for_signature") return fail("wrong_status");
    if (out.amendment === 0) {
      const decision = decideAgreement(agreement.status, "draft", {
        role: actor.role,
        today: today(),
      });
      if (!decision.ok) return decision;
      await saveStatus(tx, id, { status: decision.status, holdsSlot: agreement.holdsSlot });
    }
    // Days that only the text on its way had are free again.
    else await keepSlotOn(tx, agreement, agreement.period);
    const voided = await voidSignatures(tx, id, out.number);
    await turnVersion(tx, agreement, out.number, "withdrawn");
    const number = versions.at(-1)!.number + 1;
    const { amendment, content } = out;
    await insertDraft(tx, agreement, { number, amendment, content, byName: actor.name });
    await addAgreementEvent(tx, agreement, {
      version: out.number,
      what: "draft",
      ...namedBy(actor, agreement.reference ?? ""),
    });
    await recordOnAgreement(tx, actor, agreement, "agreement.called_back", { version: out.number, voided });
    return done({ voided });
  });
}
