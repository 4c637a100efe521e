import { type Agreement, openVersion, versionInForce } from "#app/domain/agreements/agreement";
import { type Conflict, conflictsOf } from "#app/domain/agreements/conflicts";
import { contentOf, firstWeek, type Problem, problemsOf } from "#app/domain/agreements/draft";
import { changedFields, classOfChange } from "#app/domain/agreements/field-classes";
import { decideAgreement, type GuardCode } from "#app/domain/agreements/transitions";
import type { Actor } from "#app/domain/identity/actor";
import { done, type Failure, fail, type Outcome } from "#app/domain/outcome";
import { today } from "#app/platform/clock.server";
import { bothOf, followWithSlot, takeSlotFor } from "#app/services/agreements/agreement-slot.server";
import { contentHash } from "#app/services/agreements/content-hash.server";
import { namedBy, reachAgreement, recordOnAgreement } from "#app/services/agreements/reach-agreement.server";
import { orderLinks } from "#app/services/agreements/signing-links.server";
import { surroundingsOf } from "#app/services/agreements/surroundings.server";
import { refreshAlertsOf } from "#app/services/followups/alerts.server";
import { planFollowupsIn } from "#app/services/followups/plan-followups.server";
import { type Tx, withActor } from "#db/client.server";
import { agreeUnsigned, listVersions, sendVersion } from "#db/queries/agreement-versions.server";
import { addAgreementEvent, discloseForAgreement, saveStatus } from "#db/queries/agreements.server";
import { recordEvent } from "#db/queries/audit.server";

export type SendCode =
  | "not_found"
  | "not_allowed"
  | "wrong_status"
  | "changed_meanwhile"
  | "slot_taken"
  | "nothing_changed"
  | GuardCode;
/** What has to be mended first, all of it. */
export type NotReady = Failure<"not_ready"> & { problems: Problem[]; conflicts: Conflict[] };

/**
 * Sends the draft to be signed; an amendment of nothing that needs a signature counts at once. From now on the text does
 * not change. `revision`: the draft that was read. Errors: `not_found`, `changed_meanwhile`, `not_ready` with what to mend,
 * `slot_taken`, `nothing_changed`, `not_allowed`, `wrong_status`.
 */
export function sendAgreement(
  actor: Actor,
  id: string,
  revision: number,
): Promise<Outcome<{ signed: "asked_for" | "not_needed" }, SendCode> | NotReady> {
  return withActor(actor, async (tx) => {
    const agreement = await reachAgreement(tx, actor, id, "agreement.change", "change");
    if (!agreement) return fail("not_found");
    const versions = await listVersions(tx, id);
    const draft = openVersion(versions);
    if (draft?.status !== "draft") return fail("wrong_status");
    if (draft.revision !== revision) return fail("changed_meanwhile");
    const problems = problemsOf(draft.content);
    const conflicts = conflictsOf(draft.content, await surroundingsOf(tx, agreement, draft.content.period));
    const content = contentOf(draft.content);
    const inForce = versionInForce(versions);
    // A day that has passed stops nothing when only the rest of the time is changed.
    const stopping = conflicts.filter(({ stops }) => stops);
    if (!content || stopping.length > 0) return { ...fail("not_ready"), problems, conflicts: stopping };
    const version = { number: draft.number, hash: contentHash(content) };
    const by = namedBy(actor, agreement.reference ?? "");

    if (inForce) {
      if (agreement.status !== "in_force") return fail("wrong_status");
      const changed = changedFields(inForce.content, content);
      if (changed.length === 0) return fail("nothing_changed");
      if (classOfChange(inForce.content, content) === "coordinator") {
        if (actor.role !== "coordinator") return fail("not_allowed");
        await agreeUnsigned(tx, agreement, { ...version, changed });
        await planFollowupsIn(tx, id);
        await refreshAlertsOf(tx, id);
        await addAgreementEvent(tx, agreement, { version: draft.number, what: "amendment_agreed", ...by });
        await recordOnAgreement(tx, actor, agreement, "agreement.amended", {
          version: draft.number,
          signed: false,
        });
        return done({ signed: "not_needed" as const });
      }
      const { period } = inForce.content;
      if (changed.includes("period") && !(await takeSlotFor(tx, agreement, bothOf(period, content.period))))
        return fail("slot_taken");
      await sendVersion(tx, agreement, { ...version, changed });
      await orderLinks(
        tx,
        agreement,
        { ...draft, ...version, content, changed, status: "out_for_signature" },
        actor.name,
      );
      await addAgreementEvent(tx, agreement, { version: draft.number, what: "amendment_out", ...by });
      await recordOnAgreement(tx, actor, agreement, "agreement.sent", { version: draft.number });
      return done({ signed: "asked_for" as const });
    }

    const decision = decideAgreement(agreement.status, "out_for_signature", {
      role: actor.role,
      today: today(),
      isComplete: true,
      ...firstWeek(content),
    });
    if (!decision.ok) return decision;
    const slot = await followWithSlot(tx, agreement, decision.slot, content.period);
    if (!slot.ok) return slot;
    await sendVersion(tx, agreement, { ...version, changed: null });
    await saveStatus(tx, id, { status: decision.status, holdsSlot: slot.holds, period: content.period });
    await addAgreementEvent(tx, agreement, { version: draft.number, what: "out_for_signature", ...by });
    await recordOnAgreement(tx, actor, agreement, "agreement.sent", { version: draft.number });
    await tellTheName(tx, actor, agreement);
    await orderLinks(
      tx,
      agreement,
      { ...draft, ...version, content, changed: null, status: "out_for_signature" },
      actor.name,
    );
    return done({ signed: "asked_for" as const });
  });
}

/** The employer reads who it is about now, when no visit has told it before. */
async function tellTheName(tx: Tx, actor: Actor, agreement: Agreement): Promise<void> {
  if (!(await discloseForAgreement(tx, agreement, actor.name))) return;
  await recordEvent(tx, actor, {
    action: "identity.disclosed",
    associationId: agreement.associationId,
    participantId: agreement.participantId,
    subject: agreement.id,
    details: { employer: agreement.employerId },
  });
}
