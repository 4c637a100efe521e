import { evidenceTypes } from "#app/domain/agreements/evidence-file";
import type { Actor } from "#app/domain/identity/actor";
import { done, fail, type Outcome } from "#app/domain/outcome";
import { isUuid } from "#app/domain/uuid";
import { readEvidence } from "#app/platform/evidence.server";
import { reachAgreement, recordOnAgreement } from "#app/services/agreements/reach-agreement.server";
import { withActor } from "#db/client.server";
import { type Evidence, findEvidence, listEvidence } from "#db/queries/agreement-evidence.server";

type Stream = ReturnType<typeof readEvidence>;

/** A piece of evidence to be kept by whoever may see it: staff, and the participant. Errors: `not_found`. */
export function openEvidence(
  actor: Actor,
  agreementId: string,
  id: string,
): Promise<Outcome<{ file: Evidence & { extension: string }; stream: Stream }, "not_found">> {
  return withActor(actor, async (tx) => {
    const agreement = await reachAgreement(tx, actor, agreementId, "agreement.read", "read");
    const file = agreement && isUuid(id) ? await findEvidence(tx, agreementId, id) : null;
    if (!agreement || !file) return fail("not_found");
    await recordOnAgreement(tx, actor, agreement, "agreement.read", { as: "evidence" });
    return done({ file: { ...file, extension: evidenceTypes[file.mediaType] }, stream: readEvidence(id) });
  });
}

/** What evidence there is of an agreement's signatures, as far as the reader may see it. Errors: `not_found`. */
export function listEvidenceOf(
  actor: Actor,
  agreementId: string,
): Promise<Outcome<{ evidence: Evidence[] }, "not_found">> {
  return withActor(actor, async (tx) => {
    const agreement = await reachAgreement(tx, actor, agreementId, "agreement.read", "read");
    return agreement ? done({ evidence: await listEvidence(tx, agreementId) }) : fail("not_found");
  });
}
