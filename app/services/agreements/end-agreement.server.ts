import { openVersion, versionInForce } from "#app/domain/agreements/agreement";
import { decideAgreement, type GuardCode } from "#app/domain/agreements/transitions";
import type { Actor } from "#app/domain/identity/actor";
import { done, fail, type Outcome } from "#app/domain/outcome";
import { today } from "#app/platform/clock.server";
import { followWithSlot } from "#app/services/agreements/agreement-slot.server";
import { namedBy, reachAgreement, recordOnAgreement } from "#app/services/agreements/reach-agreement.server";
import { tellEarlyEndIn } from "#app/services/followups/early-end.server";
import { tellEmployerStepIn } from "#app/services/followups/employer-steps.server";
import { tellOwnStepIn } from "#app/services/followups/own-steps.server";
import { planFollowupsIn } from "#app/services/followups/plan-followups.server";
import { withActor } from "#db/client.server";
import { dropOpenVersion, listVersions } from "#db/queries/agreement-versions.server";
import { addAgreementEvent, saveStatus } from "#db/queries/agreements.server";

export type EndInput = {
  to: "cancelled" | "ended_early";
  reason: string | null;
  initiative: string | null;
  note: string;
};
export type EndCode = "not_found" | "not_allowed" | "wrong_status" | "slot_taken" | GuardCode;

/**
 * Cancels what has not begun, or ends early what has; the slot is free at once. Participant and employer end on their own
 * initiative, whatever the form says. Errors: `not_found`, `not_allowed`, `wrong_status`, `reason_missing`,
 * `initiative_missing`, `has_begun`.
 */
export function endAgreement(actor: Actor, id: string, input: EndInput): Promise<Outcome<object, EndCode>> {
  return withActor(actor, async (tx) => {
    const agreement = await reachAgreement(tx, actor, id, "agreement.step", "change");
    if (!agreement) return fail("not_found");
    const initiative =
      actor.role === "participant" || actor.role === "employer" ? actor.role : input.initiative;
    const decision = decideAgreement(agreement.status, input.to, {
      role: actor.role,
      today: today(),
      startsOn: agreement.period?.startsOn ?? null,
      reason: input.reason,
      initiative,
    });
    if (!decision.ok) return decision;
    const slot = await followWithSlot(tx, agreement, decision.slot);
    if (!slot.ok) return slot;
    const versions = await listVersions(tx, id);
    const open = openVersion(versions);
    const reference =
      versionInForce(versions)?.content.parties.participant.reference ?? agreement.reference ?? "";
    await saveStatus(tx, id, {
      status: decision.status,
      holdsSlot: slot.holds,
      reason: input.reason,
      initiative: input.to === "ended_early" ? initiative : null,
      endedOn: today(),
    });
    await addAgreementEvent(tx, agreement, {
      version: (versionInForce(versions) ?? open)?.number ?? 1,
      what: input.to,
      reason: input.reason,
      initiative: input.to === "ended_early" ? initiative : null,
      note: input.note,
      ...namedBy(actor, reference),
    });
    // More people read the trail than the agreement: why stands in its own history.
    await recordOnAgreement(tx, actor, agreement, "agreement.ended", { to: input.to });
    await tellOwnStepIn(tx, actor, agreement, "ended", today());
    await tellEmployerStepIn(tx, actor, { agreementId: id, what: "ended", day: today() });
    if (agreement.status === "in_force") await tellEarlyEndIn(tx, actor, agreement, today());
    await dropOpenVersion(tx, actor.role, id);
    await planFollowupsIn(tx, id);
    return done({});
  });
}
