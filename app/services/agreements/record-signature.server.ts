import { randomUUID } from "node:crypto";
import { evidenceHead, evidenceLimit, evidenceTypeOf } from "#app/domain/agreements/evidence-file";
import { type ProxyForm, wayOf } from "#app/domain/agreements/proxy-form";
import { decideSignature, requiredSlots, type SigningCode } from "#app/domain/agreements/signatures";
import { keptName } from "#app/domain/agreements/signing-link";
import type { Actor } from "#app/domain/identity/actor";
import { done, fail, type Outcome } from "#app/domain/outcome";
import { keepEvidence, lookAtFile } from "#app/platform/evidence.server";
import { uploadPath } from "#app/platform/uploads.server";
import { namedBy, reachAgreement, recordOnAgreement } from "#app/services/agreements/reach-agreement.server";
import { takeForce, validOn } from "#app/services/agreements/sign-agreement.server";
import { orderLinks, outIn } from "#app/services/agreements/signing-links.server";
import { withActor } from "#db/client.server";
import { addEvidence } from "#db/queries/agreement-evidence.server";
import { addSignature, listSignatures } from "#db/queries/agreement-signatures.server";
import { listVersions } from "#db/queries/agreement-versions.server";
import { addAgreementEvent } from "#db/queries/agreements.server";

export type RecordCode =
  | "not_found"
  | "not_out"
  | "evidence_missing"
  | "evidence_type"
  | "too_large"
  | SigningCode;

/**
 * Writes down a signature that was given by proxy or on paper: why, by whom, and a file or a note that shows it; the
 * coordinator confirms with the own name. Never silently for someone. Errors: `not_found`, `not_out`, `evidence_missing`,
 * `evidence_type` (not a PDF, JPEG, PNG or HEIC by its content), `too_large`, or as `signAgreement`.
 */
export async function recordSignature(
  actor: Actor,
  id: string,
  form: ProxyForm,
  file: { upload: string; fileName: string } | null,
): Promise<Outcome<{ completes: boolean }, RecordCode>> {
  const looked = file && (await lookAtFile(uploadPath(file.upload), evidenceHead));
  const mediaType = looked && evidenceTypeOf(looked.head);
  return withActor(actor, async (tx) => {
    const agreement = await reachAgreement(tx, actor, id, "agreement.draw_up", "change");
    if (!agreement) return fail("not_found");
    const version = outIn(await listVersions(tx, id));
    if (!version) return fail("not_out");
    if (looked && looked.bytes > evidenceLimit) return fail("too_large");
    if (looked && !mediaType) return fail("evidence_type");
    if (!looked && form.note === "") return fail("evidence_missing");
    const signatures = await listSignatures(tx, id);
    const required = requiredSlots(version.content, version.changed);
    const decision = decideSignature({
      isOut: true,
      hash: version.hash,
      hashRead: form.hash,
      required,
      signed: validOn(signatures, version.number),
      slot: form.slot,
      mine: required,
      userId: null,
      typed: form.typed,
      expected: actor.name,
    });
    if (!decision.ok) return decision;
    const way = wayOf(form.reason);
    const signatureId = await addSignature(tx, {
      agreementId: id,
      associationId: agreement.associationId,
      version: version.number,
      slot: form.slot,
      userId: null,
      name: keptName(version.content, form.slot),
      way,
      sessionStrength: null,
      proxyReason: form.reason,
      recordedBy: { userId: actor.userId ?? "", name: actor.name },
      note: form.note,
      hash: version.hash,
    });
    if (!signatureId) return fail("already_signed");
    const by = namedBy(actor, version.content.parties.participant.reference);
    await addAgreementEvent(tx, agreement, {
      version: version.number,
      what: "signed",
      note: form.slot,
      ...by,
    });
    await recordOnAgreement(tx, actor, agreement, "agreement.signed", {
      version: version.number,
      slot: form.slot,
      way,
      reason: form.reason,
    });
    if (file && looked && mediaType) {
      const evidenceId = randomUUID();
      const { bytes, sha256 } = looked;
      await addEvidence(tx, {
        id: evidenceId,
        associationId: agreement.associationId,
        agreementId: id,
        signatureId,
        fileName: file.fileName,
        mediaType,
        bytes,
        sha256,
        byName: actor.name,
      });
      // Last but for what follows: a row without its file is never committed.
      await keepEvidence(uploadPath(file.upload), evidenceId);
    }
    if (decision.completes) await takeForce(tx, actor, agreement, version, signatures, form.slot);
    else await orderLinks(tx, agreement, version, actor.name);
    return done({ completes: decision.completes });
  });
}
