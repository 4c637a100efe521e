import {
  type AgreementVersion,
  type SentVersion,
  type Signature,
  shownVersion,
} from "#app/domain/agreements/agreement";
import { canonicalJson } from "#app/domain/agreements/canonical";
import type { Actor } from "#app/domain/identity/actor";
import { done, fail, type Outcome } from "#app/domain/outcome";
import { appUrl } from "#app/platform/env.server";
import { reachAgreement, recordOnAgreement } from "#app/services/agreements/reach-agreement.server";
import { withActor } from "#db/client.server";
import { listSignatures } from "#db/queries/agreement-signatures.server";
import { listVersions } from "#db/queries/agreement-versions.server";

/** Where anyone checks a document. */
export const checkAddress = `${appUrl}/verifiera`;

/** What a document of one version is made of. */
export type ReadDocument = {
  number: string;
  version: SentVersion;
  signatures: Signature[];
  participantName: string | null;
  canonical: string;
  checkAddress: string;
};

/**
 * A version of an agreement to be written as a document: the one asked for, else the one that is shown. A draft is no
 * document. Errors: `not_found`.
 */
export function readDocument(
  actor: Actor,
  id: string,
  number: number | null,
): Promise<Outcome<ReadDocument, "not_found">> {
  return withActor(actor, async (tx) => {
    const agreement = await reachAgreement(tx, actor, id, "agreement.read", "read");
    if (!agreement) return fail("not_found");
    const versions = await listVersions(tx, id);
    const version = number === null ? lastSent(versions) : sent(versions, number);
    if (!version) return fail("not_found");
    await recordOnAgreement(tx, actor, agreement, "agreement.read", {
      version: version.number,
      as: "document",
    });
    return done({
      number: agreement.number,
      version,
      signatures: signaturesFor(version, versions, await listSignatures(tx, id)),
      participantName: agreement.participantName,
      canonical: canonicalJson(version.content),
      checkAddress,
    });
  });
}

/** The signatures that a version stands on: its own, or, when it needed none, those on the last one that was signed. */
export function signaturesFor(
  version: SentVersion,
  versions: readonly AgreementVersion[],
  signatures: readonly Signature[],
): Signature[] {
  const signed = version.unsigned
    ? versions.findLast((one) => one.status === "agreed" && !one.unsigned && one.number < version.number)
    : version;
  return signatures.filter((one) => one.version === signed?.number);
}

function sent(versions: readonly AgreementVersion[], number: number): SentVersion | null {
  const found = versions.find((one) => one.number === number);
  return found?.hash ? (found as SentVersion) : null;
}

function lastSent(versions: readonly AgreementVersion[]): SentVersion | null {
  const whole = versions.filter((one): one is SentVersion => one.hash !== null);
  if (whole.length === 0) return null;
  const shown = shownVersion(versions);
  return shown.hash ? (shown as SentVersion) : whole.at(-1)!;
}
