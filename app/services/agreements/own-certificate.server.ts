import type { Agreement } from "#app/domain/agreements/agreement";
import {
  approvedCertificate,
  type CertificateVersion,
  type CertificateWishes,
  decideApproval,
  openCertificate,
} from "#app/domain/agreements/certificate";
import type { SupervisorReference } from "#app/domain/agreements/supervisor-reference";
import type { Actor } from "#app/domain/identity/actor";
import { done, fail, type Outcome } from "#app/domain/outcome";
import { textOf } from "#app/services/agreements/certificate.server";
import { reachAgreement, recordOnAgreement } from "#app/services/agreements/reach-agreement.server";
import { type Tx, withActor } from "#db/client.server";
import {
  listCertificates,
  listOwnCertificates,
  saveApproval,
  saveChangeAsked,
  saveWishes,
} from "#db/queries/certificates.server";
import { findReference } from "#db/queries/supervisor-references.server";

/** The participant's own certificate of one placement. */
export type OwnCertificate = {
  id: string;
  number: string;
  participantName: string | null;
  open: CertificateVersion | null;
  approved: CertificateVersion | null;
  reference: SupervisorReference | null;
};

/** The participant's certificates, those first that wait for an answer. */
export function listMyCertificates(actor: Actor): ReturnType<typeof listOwnCertificates> {
  return withActor(actor, (tx) =>
    actor.role === "participant" ? listOwnCertificates(tx) : Promise.resolve([]),
  );
}

/**
 * One of the participant's own certificates: also before a text is written, when the supervisor has said something. Errors:
 * `not_found`.
 */
export function readOwnCertificate(
  actor: Actor,
  id: string,
): Promise<Outcome<{ certificate: OwnCertificate }, "not_found">> {
  return withActor(actor, async (tx) => {
    const agreement = await reachAgreement(tx, actor, id, "agreement.own_certificate", "read");
    if (!agreement) return fail("not_found");
    const versions = await listCertificates(tx, id);
    await recordOnAgreement(tx, actor, agreement, "certificate.read");
    return done({
      certificate: {
        id,
        number: agreement.number,
        participantName: agreement.participantName,
        open: openCertificate(versions),
        approved: approvedCertificate(versions),
        reference: await findReference(tx, id),
      },
    });
  });
}

type Read = { number: number; hash: string };
export type OwnCode = "not_found" | "text_changed";

/** What the participant wants in the text; the text follows at once. Errors: `not_found`, `text_changed`. */
export function chooseWishes(
  actor: Actor,
  id: string,
  number: number,
  wishes: CertificateWishes,
): Promise<Outcome<object, OwnCode>> {
  return withActor(actor, async (tx) => {
    const read = await reachOpen(tx, actor, id, number);
    if (!read.ok) return read;
    const { agreement, open } = read;
    await saveWishes(tx, id, number, { wishes, ...(await textOf(tx, id, open.draft, wishes)) });
    await recordOnAgreement(tx, actor, agreement, "certificate.written", { version: number, as: "wishes" });
    return done();
  });
}

/** Says yes to the very text that was read. The same yes again is one. Errors: `not_found`, `text_changed`. */
export function approveCertificate(actor: Actor, id: string, read: Read): Promise<Outcome<object, OwnCode>> {
  return withActor(actor, async (tx) => {
    const agreement = await reachAgreement(tx, actor, id, "agreement.own_certificate", "change");
    if (!agreement) return fail("not_found");
    const versions = await listCertificates(tx, id);
    const version = openCertificate(versions) ?? approvedCertificate(versions);
    const decision = decideApproval(version, read);
    if (decision === "already_approved") return done();
    if (decision === "text_changed" || !version) return fail("text_changed");
    await saveApproval(tx, id, version.number, { approvedBy: version.draft.reference, recorded: null });
    await recordOnAgreement(tx, actor, agreement, "certificate.approved", { version: version.number });
    return done();
  });
}

/** Asks for a change, in own words. Errors: `not_found`, `text_changed`. */
export function askForChange(
  actor: Actor,
  id: string,
  number: number,
  words: string,
): Promise<Outcome<object, OwnCode>> {
  return withActor(actor, async (tx) => {
    const read = await reachOpen(tx, actor, id, number);
    if (!read.ok) return read;
    const { agreement } = read;
    await saveChangeAsked(tx, id, number, words);
    await recordOnAgreement(tx, actor, agreement, "certificate.change_asked", { version: number });
    return done();
  });
}

/** The own agreement with the text that waits, when it is still the one that was read. Errors: `not_found`, `text_changed`. */
async function reachOpen(
  tx: Tx,
  actor: Actor,
  id: string,
  number: number,
): Promise<Outcome<{ agreement: Agreement; open: CertificateVersion }, OwnCode>> {
  const agreement = await reachAgreement(tx, actor, id, "agreement.own_certificate", "change");
  if (!agreement) return fail("not_found");
  const open = openCertificate(await listCertificates(tx, id));
  return open?.number === number ? done({ agreement, open }) : fail("text_changed");
}
