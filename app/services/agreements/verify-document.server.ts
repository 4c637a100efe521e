import type { SentVersion } from "#app/domain/agreements/agreement";
import { readAgreementNumber } from "#app/domain/agreements/number";
import { requiredSlots } from "#app/domain/agreements/signatures";
import { systemActor } from "#app/domain/identity/actor";
import { done, type Failure, fail, type Outcome } from "#app/domain/outcome";
import { signaturesFor } from "#app/services/agreements/read-document.server";
import { count, waitFor } from "#app/services/identity/attempts.server";
import { withActor } from "#db/client.server";
import { listSignatures } from "#db/queries/agreement-signatures.server";
import { findByHash, listVersions } from "#db/queries/agreement-versions.server";
import { findCertificateByHash } from "#db/queries/certificates.server";

/** What anyone with a document is told of it: how many have signed this very text and when, never who. */
export type Verified = {
  what: "agreement" | "certificate";
  number: string;
  version: number;
  /** `in_force`: the text that counts. `replaced`: a later one counts. */
  standing: "in_force" | "replaced" | "waiting" | "called_back";
  /** Changed by the coordinator in what needs no signature; the signatures are on the version before. */
  isUnsigned: boolean;
  signed: number;
  required: number;
  lastSignedAt: string | null;
};
export type TooMany = Failure<"too_many"> & { until: Date };

/**
 * Whether a text with this hash is the agreement with this number, or the certificate after it. A number that nobody has, and a hash that is another's,
 * have the same answer. `address` is the network address, whose attempts are counted. Errors: `no_such_document`, `too_many`.
 */
export async function verifyDocument(
  input: { number: string; hash: string },
  address: string,
): Promise<Outcome<{ verified: Verified }, "no_such_document"> | TooMany> {
  const until = await waitFor({ verify_address: address });
  if (until) return { ...fail("too_many"), until };
  await count({ verify_address: address });
  const number = readAgreementNumber(input.number) ?? "";
  const hash = input.hash.replace(/\s/g, "").toLowerCase();
  return withActor(systemActor, async (tx) => {
    const found = (await findByHash(tx, hash)).find((one) => one.number === number);
    if (!found) {
      const certificate = await findCertificateByHash(tx, number, hash);
      return certificate ? done({ verified: certificateOf(number, certificate) }) : fail("no_such_document");
    }
    const versions = await listVersions(tx, found.agreementId);
    const version = versions.find((one) => one.number === found.version) as SentVersion;
    const signatures = signaturesFor(version, versions, await listSignatures(tx, found.agreementId));
    const valid = signatures.filter(({ voidedAt }) => voidedAt === null);
    const last = versions.findLast(({ status }) => status === "agreed");
    const signedOn = versions.find((one) => one.number === valid[0]?.version) as SentVersion | undefined;
    const text = signedOn ?? version;
    return done({
      verified: {
        what: "agreement",
        number,
        version: version.number,
        standing: standingOf(version, last?.number ?? null),
        isUnsigned: version.unsigned,
        signed: valid.length,
        required: requiredSlots(text.content, text.changed).length,
        lastSignedAt:
          valid
            .map(({ signedAt }) => signedAt)
            .sort()
            .at(-1) ?? null,
      },
    });
  });
}

/** A certificate: signed is that the participant has said yes to this very text. */
function certificateOf(
  number: string,
  {
    number: version,
    status,
    answeredAt,
    isLast,
  }: NonNullable<Awaited<ReturnType<typeof findCertificateByHash>>>,
): Verified {
  const isApproved = status === "approved";
  const waiting = status === "replaced" ? "called_back" : "waiting";
  return {
    what: "certificate",
    number,
    version,
    standing: isApproved ? (isLast ? "in_force" : "replaced") : waiting,
    isUnsigned: false,
    signed: isApproved ? 1 : 0,
    required: 1,
    lastSignedAt: isApproved ? answeredAt : null,
  };
}

function standingOf(version: SentVersion, current: number | null): Verified["standing"] {
  if (version.status === "out_for_signature") return "waiting";
  if (version.status === "withdrawn") return "called_back";
  return version.number === current ? "in_force" : "replaced";
}
