import {
  type Agreement,
  type AgreementVersion,
  type SentVersion,
  type Signature,
  versionInForce,
} from "#app/domain/agreements/agreement";
import {
  decideSignature,
  missingSlots,
  requiredSlots,
  type SignatureSlot,
  type SigningCode,
  slotsOf,
} from "#app/domain/agreements/signatures";
import { decideAgreement } from "#app/domain/agreements/transitions";
import { type Actor, systemActor } from "#app/domain/identity/actor";
import { done, fail, type Outcome } from "#app/domain/outcome";
import { today } from "#app/platform/clock.server";
import { keepSlotOn } from "#app/services/agreements/agreement-slot.server";
import { namedBy, reachAgreement, recordOnAgreement } from "#app/services/agreements/reach-agreement.server";
import { refreshAlertsOf } from "#app/services/followups/alerts.server";
import { planFollowupsIn } from "#app/services/followups/plan-followups.server";
import { type Tx, withActor } from "#db/client.server";
import { asIdentity } from "#db/identity.server";
import { ownPersonIds } from "#db/queries/agreement-facts.server";
import { addSignature, listSignatures } from "#db/queries/agreement-signatures.server";
import { listVersions, turnVersion } from "#db/queries/agreement-versions.server";
import { addAgreementEvent, saveStatus } from "#db/queries/agreements.server";
import { readSignInWay } from "#db/queries/identity.server";
import { enqueue } from "#db/queries/jobs.server";

/** `hashRead`: of the text that was on the page. `typed`: the own name, as a confirmation. */
export type SignInput = { version: number; hashRead: string; slot: SignatureSlot; typed: string };
export type SignCode = "not_found" | SigningCode;

/**
 * Signs the version that is out, for one place, signed in. The last signature puts it in force in the same transaction.
 * Errors: `not_found`, `not_a_signatory`, `already_signed`, `not_out`, `content_changed`, `agency_last`,
 * `one_person_one_signature`, `confirmation_wrong`.
 */
export function signAgreement(
  actor: Actor,
  id: string,
  input: SignInput,
): Promise<Outcome<{ completes: boolean }, SignCode>> {
  return withActor(actor, async (tx) => {
    const agreement = await reachAgreement(tx, actor, id, "agreement.sign", "change");
    if (!agreement) return fail("not_found");
    const versions = await listVersions(tx, id);
    const version = signable(versions, input.version);
    if (!version) return fail("not_out");
    const signatures = await listSignatures(tx, id);
    const required = requiredSlots(version.content, version.changed);
    const personIds = actor.role === "employer" ? await ownPersonIds(tx) : [];
    const decision = decideSignature({
      isOut: version.status === "out_for_signature",
      hash: version.hash,
      hashRead: input.hashRead,
      required,
      signed: validOn(signatures, version.number),
      slot: input.slot,
      mine: slotsOf(version.content, required, { role: actor.role, userId: actor.userId, personIds }),
      userId: actor.userId,
      typed: input.typed,
      expected: actor.name,
    });
    if (!decision.ok) return decision;
    const reference = version.content.parties.participant.reference;
    const added = await addSignature(tx, {
      agreementId: id,
      associationId: agreement.associationId,
      version: version.number,
      slot: input.slot,
      userId: actor.userId,
      name: namedBy(actor, reference).byName,
      way: "signed_in",
      sessionStrength: await strengthOf(tx, actor),
      hash: version.hash,
    });
    if (!added) return fail("already_signed");
    await addAgreementEvent(tx, agreement, {
      version: version.number,
      what: "signed",
      note: input.slot,
      ...namedBy(actor, reference),
    });
    await recordOnAgreement(tx, actor, agreement, "agreement.signed", {
      version: version.number,
      slot: input.slot,
    });
    if (decision.completes) await takeForce(tx, actor, agreement, version, signatures, input.slot);
    else await enqueue(tx, "order_signing_links", { agreementId: id });
    return done({ completes: decision.completes });
  });
}

/** How the one who signs had signed in; "account" for a session from before that was written down. */
async function strengthOf(tx: Tx, { sessionId }: Actor): Promise<string> {
  if (!sessionId) return "account";
  return (await asIdentity(tx, () => readSignInWay(tx, sessionId))) ?? "account";
}

/**
 * The text counts from now on: every place is signed. Inside a transaction in which the last signature was set, whoever
 * set it and however (signed in, by link, on paper).
 */
export async function takeForce(
  tx: Tx,
  actor: Actor,
  agreement: Agreement,
  version: SentVersion,
  before: readonly Signature[],
  last: SignatureSlot,
): Promise<void> {
  const required = requiredSlots(version.content, version.changed);
  const signed = [...validOn(before, version.number).map(({ slot }) => slot), last];
  const { period } = version.content;
  if (version.amendment === 0) {
    const decision = decideAgreement(agreement.status, "in_force", {
      role: systemActor.role,
      today: today(),
      missing: missingSlots(required, signed),
    });
    if (!decision.ok) throw new Error(`a signed agreement cannot take force: ${decision.code}`);
  }
  await turnVersion(tx, agreement, version.number, "agreed");
  await saveStatus(tx, agreement.id, { status: "in_force", holdsSlot: agreement.holdsSlot, period });
  // Days that the text before had and this one has not are free again.
  await keepSlotOn(tx, agreement, period);
  await addAgreementEvent(tx, agreement, {
    version: version.number,
    what: version.amendment === 0 ? "in_force" : "amendment_agreed",
    ...namedBy(actor, version.content.parties.participant.reference),
  });
  await planFollowupsIn(tx, agreement.id);
  if (version.amendment > 0) await refreshAlertsOf(tx, agreement.id);
  await recordOnAgreement(tx, actor, agreement, "agreement.in_force", { version: version.number });
}

/** The signatures on a version that count. */
export function validOn(signatures: readonly Signature[], version: number): Signature[] {
  return signatures.filter((one) => one.version === version && one.voidedAt === null);
}

/** The version to sign: the one that is out; when none is, the one that was read, to say what became of it. */
function signable(versions: readonly AgreementVersion[], read: number): SentVersion | null {
  const sent = versions.filter((one): one is SentVersion => one.hash !== null);
  return (
    sent.find(({ status }) => status === "out_for_signature") ??
    sent.find((one) => one.number === read && one.status === "agreed") ??
    versionInForce(sent)
  );
}
