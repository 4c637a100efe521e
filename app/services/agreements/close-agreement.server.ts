import { versionInForce } from "#app/domain/agreements/agreement";
import { type Closing, isComplete } from "#app/domain/agreements/closing";
import { same } from "#app/domain/agreements/field-classes";
import { decideAgreement, type GuardCode } from "#app/domain/agreements/transitions";
import type { Actor } from "#app/domain/identity/actor";
import { done, fail, type Outcome } from "#app/domain/outcome";
import { today } from "#app/platform/clock.server";
import { followClosing } from "#app/services/agreements/after-closing.server";
import { followWithSlot } from "#app/services/agreements/agreement-slot.server";
import { namedBy, reachAgreement, recordOnAgreement } from "#app/services/agreements/reach-agreement.server";
import { planFollowupsIn } from "#app/services/followups/plan-followups.server";
import { withActor } from "#db/client.server";
import { addClosing, findClosing } from "#db/queries/agreement-closings.server";
import { dropOpenVersion, listVersions } from "#db/queries/agreement-versions.server";
import { addAgreementEvent, saveStatus } from "#db/queries/agreements.server";

export type CloseCode = "not_found" | "not_allowed" | "wrong_status" | "slot_taken" | GuardCode;

/**
 * Closes an agreement in force with a complete record, or writes the record of one that was ended early; the slot is free
 * at once, and what follows an end is ordered (after-closing). The same record again is one record. Errors: `not_found`,
 * `not_allowed`, `wrong_status`, `closing_incomplete`, `already_recorded`, `slot_taken`.
 */
export function closeAgreement(
  actor: Actor,
  id: string,
  closing: Closing,
): Promise<Outcome<object, CloseCode>> {
  return withActor(actor, async (tx) => {
    const agreement = await reachAgreement(tx, actor, id, "agreement.step", "change");
    if (!agreement) return fail("not_found");
    const written = await findClosing(tx, id);
    if (written) return same(written, closing) ? done({}) : fail("already_recorded");
    const versions = await listVersions(tx, id);
    const version = versionInForce(versions);
    const to = agreement.status === "ended_early" ? "recorded" : "closed";
    const decision = decideAgreement(agreement.status, to, {
      role: actor.role,
      today: today(),
      isRecorded: false,
      closingIsComplete: isComplete(closing, {
        asks: version?.content.assignment != null,
        startsOn: agreement.period?.startsOn ?? "",
      }),
    });
    if (!decision.ok) return decision;
    const slot = await followWithSlot(tx, agreement, decision.slot);
    if (!slot.ok) return slot;
    await addClosing(tx, agreement, closing, actor.name);
    const last = agreement.period?.endsOn ?? today();
    const endedOn = agreement.endedOn ?? (last < today() ? last : today());
    if (to === "closed") {
      await saveStatus(tx, id, { status: decision.status, holdsSlot: slot.holds, endedOn });
      await dropOpenVersion(tx, actor.role, id);
      await planFollowupsIn(tx, id);
    }
    const by = namedBy(actor, agreement.reference ?? "");
    await addAgreementEvent(tx, agreement, { version: version?.number ?? 1, what: to, ...by });
    await recordOnAgreement(tx, actor, agreement, "agreement.closed", { outcome: closing.outcome });
    await followClosing(tx, agreement, version, endedOn);
    return done({});
  });
}
