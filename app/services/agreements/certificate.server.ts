import { createHash } from "node:crypto";
import type { Agreement } from "#app/domain/agreements/agreement";
import { canonicalJson } from "#app/domain/agreements/canonical";
import {
  type ApprovalWay,
  approvedCertificate,
  type CertificateContent,
  type CertificateDraft,
  type CertificateFacts,
  type CertificateVersion,
  type CertificateWishes,
  type CertificateWords,
  certificateContent,
  decideApproval,
  noWishes,
  openCertificate,
} from "#app/domain/agreements/certificate";
import { same } from "#app/domain/agreements/field-classes";
import { weeksIn } from "#app/domain/agreements/period";
import type { Actor } from "#app/domain/identity/actor";
import { done, fail, type Outcome } from "#app/domain/outcome";
import { reachAgreement, recordOnAgreement } from "#app/services/agreements/reach-agreement.server";
import { type AgreementPlan, planOf } from "#app/services/followups/plan-facts.server";
import { type Tx, withActor } from "#db/client.server";
import { listWeekHours } from "#db/queries/attendance.server";
import {
  addCertificate,
  listCertificates,
  participantSignsIn,
  saveApproval,
  saveWishes,
} from "#db/queries/certificates.server";
import { enqueue } from "#db/queries/jobs.server";
import { findReference } from "#db/queries/supervisor-references.server";

/** SHA-256, in hex, of the canonical form of a certificate's text: what the participant says yes to. */
export function certificateHash(content: CertificateContent): string {
  return createHash("sha256").update(canonicalJson(content), "utf8").digest("hex");
}

/** What is known of an agreement that has ended without anybody's words. */
export async function certificateFacts(
  tx: Tx,
  actor: Actor,
  agreement: Agreement,
  { content, period }: AgreementPlan,
): Promise<CertificateFacts> {
  const written = (await listWeekHours(tx, agreement.id)).filter(({ days }) => days > 0);
  const { employer, participant, coordinator } = content.parties;
  return {
    reference: participant.reference,
    title: content.title,
    kind: content.kind,
    employer: employer.name,
    workplace: employer.workplace,
    period: { startsOn: period.startsOn, endsOn: period.endsOn },
    hours: written.length > 0 ? written.reduce((sum, { hours }) => sum + hours, 0) : null,
    weeks: weeksIn(period),
    issuedBy: { name: actor.name, organisation: coordinator.organisation },
  };
}

export type WriteCode = "not_found" | "not_ended" | "changed_meanwhile";

/**
 * Writes a text for the participant to read: a new version, also when one is approved already, which counts until the new
 * one is. `seen` is the number of the last version that was on the page. The same text again is one. Errors: `not_found`,
 * `not_ended`, `changed_meanwhile`.
 */
export function writeCertificate(
  actor: Actor,
  id: string,
  words: CertificateWords,
  seen: number,
): Promise<Outcome<object, WriteCode>> {
  return withActor(actor, async (tx) => {
    const agreement = await reachAgreement(tx, actor, id, "agreement.afterwards", "change");
    const plan = agreement && (await planOf(tx, agreement));
    if (!agreement || !plan) return fail("not_found");
    if (agreement.status !== "closed" && agreement.status !== "ended_early") return fail("not_ended");
    const versions = await listCertificates(tx, id);
    const last = versions.at(-1) ?? null;
    const draft: CertificateDraft = { ...(await certificateFacts(tx, actor, agreement, plan)), ...words };
    if (last && isSameText(last.draft, draft) && last.status !== "replaced") return done();
    if ((last?.number ?? 0) !== seen) return fail("changed_meanwhile");
    // What the participant wanted of the text before is not asked for again.
    const wishes = last?.wishes ?? noWishes;
    const text = await textOf(tx, id, draft, wishes);
    await addCertificate(tx, agreement, seen + 1, { draft, wishes, ...text }, actor.name);
    await recordOnAgreement(tx, actor, agreement, "certificate.written", { version: seen + 1 });
    await enqueue(tx, "mail_closing", { agreementId: id, what: "certificate" }, { key: `certificate-${id}` });
    return done();
  });
}

/** Whoever writes the same words again has pressed the button twice: who they are is no difference. */
function isSameText({ issuedBy: _, ...one }: CertificateDraft, { issuedBy: __, ...other }: CertificateDraft) {
  return same(one, other);
}

/** The text that follows from a draft and what the participant wants in, with its hash. */
export async function textOf(
  tx: Tx,
  agreementId: string,
  draft: CertificateDraft,
  wishes: CertificateWishes,
) {
  const content = certificateContent(draft, wishes, await findReference(tx, agreementId));
  return { content, hash: certificateHash(content) };
}

export type ApproveCode = "not_found" | "text_changed" | "participant_signs_in";

/**
 * Writes down that somebody who cannot sign in has said yes to this very text, how, and what shows it. Errors: `not_found`,
 * `participant_signs_in` (then nobody else says yes), `text_changed`.
 */
export function recordApproval(
  actor: Actor,
  id: string,
  read: { number: number; hash: string },
  given: { how: ApprovalWay; note: string },
): Promise<Outcome<object, ApproveCode>> {
  return withActor(actor, async (tx) => {
    const agreement = await reachAgreement(tx, actor, id, "agreement.afterwards", "change");
    if (!agreement) return fail("not_found");
    if (await participantSignsIn(tx, agreement.participantId)) return fail("participant_signs_in");
    const versions = await listCertificates(tx, id);
    const version = openCertificate(versions) ?? approvedCertificate(versions);
    const decision = decideApproval(version, read);
    if (decision === "already_approved") return done();
    if (decision === "text_changed" || !version) return fail("text_changed");
    await saveApproval(tx, id, version.number, {
      approvedBy: version.draft.reference,
      recorded: { byName: actor.name, how: `${given.how}: ${given.note}` },
    });
    await recordOnAgreement(tx, actor, agreement, "certificate.approved", {
      version: version.number,
      as: "recorded",
    });
    return done();
  });
}

/**
 * Writes down what somebody who cannot sign in wants in the text; the text follows at once, to be read out and said yes to.
 * Errors: as `recordApproval`.
 */
export function recordWishes(
  actor: Actor,
  id: string,
  number: number,
  wishes: CertificateWishes,
): Promise<Outcome<object, ApproveCode>> {
  return withActor(actor, async (tx) => {
    const agreement = await reachAgreement(tx, actor, id, "agreement.afterwards", "change");
    if (!agreement) return fail("not_found");
    if (await participantSignsIn(tx, agreement.participantId)) return fail("participant_signs_in");
    const open = openCertificate(await listCertificates(tx, id));
    if (open?.number !== number) return fail("text_changed");
    await saveWishes(tx, id, number, { wishes, ...(await textOf(tx, id, open.draft, wishes)) });
    await recordOnAgreement(tx, actor, agreement, "certificate.written", { version: number, as: "wishes" });
    return done();
  });
}

/** What a document of a certificate is made of. */
export type CertificateDocument = {
  number: string;
  version: CertificateVersion;
  participantName: string | null;
  canonical: string;
  /** A later text counts. */
  isReplaced: boolean;
};

/**
 * A certificate to be written as a document: the version asked for, else the one that counts, else the one to read. Staff and
 * the participant. Errors: `not_found`.
 */
export function readCertificateDocument(
  actor: Actor,
  id: string,
  number: number | null,
): Promise<Outcome<{ paper: CertificateDocument }, "not_found">> {
  return withActor(actor, async (tx) => {
    const action = actor.role === "participant" ? "agreement.own_certificate" : "agreement.afterwards";
    const agreement = await reachAgreement(tx, actor, id, action, "read");
    if (!agreement) return fail("not_found");
    const versions = await listCertificates(tx, id);
    const version =
      number === null
        ? (approvedCertificate(versions) ?? openCertificate(versions))
        : versions.find((one) => one.number === number);
    if (!version) return fail("not_found");
    await recordOnAgreement(tx, actor, agreement, "certificate.read", {
      version: version.number,
      as: "document",
    });
    return done({
      paper: {
        number: agreement.number,
        version,
        participantName: agreement.participantName,
        canonical: canonicalJson(version.content),
        isReplaced: (approvedCertificate(versions)?.number ?? 0) > version.number,
      },
    });
  });
}
