import {
  type Agreement,
  type AgreementVersion,
  type SentVersion,
  versionInForce,
} from "#app/domain/agreements/agreement";
import { noContacts } from "#app/domain/agreements/contacts";
import { type Difference, differencesOf } from "#app/domain/agreements/differences";
import {
  decideSignature,
  openSlots,
  type Party,
  partyOf,
  requiredSlots,
  type SignatureSlot,
  type SigningCode,
} from "#app/domain/agreements/signatures";
import { keptName, signerName } from "#app/domain/agreements/signing-link";
import { type Actor, publicActor, systemActor } from "#app/domain/identity/actor";
import { done, fail, type Outcome } from "#app/domain/outcome";
import { hashToken } from "#app/platform/session-cookie.server";
import { recordOnAgreement } from "#app/services/agreements/reach-agreement.server";
import { takeForce, validOn } from "#app/services/agreements/sign-agreement.server";
import { orderLinkFor, orderLinks, outIn, type TooSoon } from "#app/services/agreements/signing-links.server";
import { type Tx, withActor } from "#db/client.server";
import { findLinkBySecret, type Link } from "#db/queries/agreement-links.server";
import { addSignature, listSignatures } from "#db/queries/agreement-signatures.server";
import { listVersions } from "#db/queries/agreement-versions.server";
import { addAgreementEvent, findAgreement, lockAgreement } from "#db/queries/agreements.server";

/** Why a link opens nothing: it never was, it is too old, the text has changed, or the agreement is no more. */
export type LinkCode = "link_unknown" | "link_expired" | "link_outdated" | "link_over";

/** What a link shows: one version, and the one place that can be signed with it. */
export type LinkedAgreement = {
  agreement: Agreement;
  version: SentVersion;
  differences: Difference[];
  slot: SignatureSlot;
  /** What has to be typed to confirm. */
  signer: string;
  /** Signed already, waiting for the others, or to be signed now. */
  standing: "signed" | "later" | "now";
};

/** What a link opens. Looking changes nothing but the trail. Errors: `LinkCode`. */
export function readLinkedAgreement(token: string): Promise<Outcome<LinkedAgreement, LinkCode>> {
  return withActor(systemActor, async (tx) => {
    const opened = await openLink(tx, token, findAgreement);
    if (!opened.ok) return opened;
    const { agreement, version, link, versions } = opened;
    const signed = validOn(await listSignatures(tx, agreement.id), version.number).map(({ slot }) => slot);
    const required = requiredSlots(version.content, version.changed);
    const inForce = versionInForce(versions);
    const isAmendment = version.amendment > 0 && inForce && inForce.number !== version.number;
    await recordOnAgreement(tx, signerOf(agreement, version, link.slot), agreement, "agreement.read", {
      version: version.number,
      as: "link",
    });
    return done({
      // How others are reached, and what the text does not say, is nobody's business here.
      agreement: { ...agreement, contacts: noContacts, reasonCode: null, initiative: null },
      version,
      differences: isAmendment ? differencesOf(inForce.content, version.content) : [],
      slot: link.slot,
      signer: signerName(version.content, link.slot, agreement.participantName),
      standing: signed.includes(link.slot)
        ? "signed"
        : openSlots(required, signed).includes(link.slot)
          ? "now"
          : "later",
    });
  });
}

/**
 * Signs with a link, for the one place that it is for. The last signature puts the version in force in the same
 * transaction. Errors: `LinkCode`, or as `signAgreement`.
 */
export function signLinkedAgreement(
  token: string,
  input: { hashRead: string; typed: string },
): Promise<Outcome<{ completes: boolean }, LinkCode | SigningCode>> {
  return withActor(systemActor, async (tx) => {
    const opened = await openLink(tx, token, lockAgreement);
    if (!opened.ok) return opened;
    const { agreement, version, link } = opened;
    const { content } = version;
    const signatures = await listSignatures(tx, agreement.id);
    const decision = decideSignature({
      isOut: version.status === "out_for_signature",
      hash: version.hash,
      hashRead: input.hashRead,
      required: requiredSlots(content, version.changed),
      signed: validOn(signatures, version.number),
      slot: link.slot,
      mine: [link.slot],
      userId: null,
      typed: input.typed,
      expected: signerName(content, link.slot, agreement.participantName),
    });
    if (!decision.ok) return decision;
    const signer = signerOf(agreement, version, link.slot);
    const added = await addSignature(tx, {
      agreementId: agreement.id,
      associationId: agreement.associationId,
      version: version.number,
      slot: link.slot,
      userId: null,
      name: keptName(content, link.slot),
      way: "link",
      sessionStrength: link.channel === "sms" ? "sms_link" : "mailed_link",
      hash: version.hash,
    });
    if (!added) return fail("already_signed");
    await addAgreementEvent(tx, agreement, {
      version: version.number,
      what: "signed",
      note: link.slot,
      byRole: signer.role,
      byName: signer.name,
    });
    await recordOnAgreement(tx, signer, agreement, "agreement.signed", {
      version: version.number,
      slot: link.slot,
      way: "link",
    });
    if (decision.completes) await takeForce(tx, signer, agreement, version, signatures, link.slot);
    else await orderLinks(tx, agreement, version, "");
    return done({ completes: decision.completes });
  });
}

/**
 * Sends a new link to where an old one was sent, for the version that is out now: the old one was lost, too old, or of a text
 * that has changed. Errors: `link_unknown`, `link_over` (nothing is out), `already_signed`, `too_soon` with when.
 */
export function sendNewLink(
  token: string,
): Promise<Outcome<object, "link_unknown" | "link_over" | "already_signed"> | TooSoon> {
  return withActor(systemActor, async (tx) => {
    const link = await findLinkBySecret(tx, hashToken(token));
    const agreement = link && (await lockAgreement(tx, link.agreementId));
    if (!link || !agreement) return fail("link_unknown");
    const version = outIn(await listVersions(tx, agreement.id));
    if (!version) return fail("link_over");
    return orderLinkFor(tx, agreement, version, link);
  });
}

type Opened = { link: Link; agreement: Agreement; version: SentVersion; versions: AgreementVersion[] };

/** The version that a link is for, out to be signed or agreed; anything else is told as what it is. */
async function openLink(
  tx: Tx,
  token: string,
  find: (tx: Tx, id: string) => Promise<Agreement | null>,
): Promise<Outcome<Opened, LinkCode>> {
  const link = await findLinkBySecret(tx, hashToken(token));
  const agreement = link && (await find(tx, link.agreementId));
  if (!link || !agreement) return fail("link_unknown");
  if (link.isExpired) return fail("link_expired");
  if (["cancelled", "ended_early", "closed"].includes(agreement.status)) return fail("link_over");
  const versions = await listVersions(tx, agreement.id);
  const version = versions.find(({ number }) => number === link.version);
  if (version?.status !== "out_for_signature" && version?.status !== "agreed") return fail("link_outdated");
  return done({ link, agreement, version: version as SentVersion, versions });
}

const roles: Record<Party, Actor["role"]> = {
  participant: "participant",
  employer: "employer",
  coordinator: "coordinator",
  agency: "case_worker",
};

/** Whoever holds the link, as the trail and the history name them. */
function signerOf(agreement: Agreement, version: SentVersion, slot: SignatureSlot): Actor {
  return {
    ...publicActor,
    role: roles[partyOf(slot)],
    name: keptName(version.content, slot),
    associationId: agreement.associationId,
  };
}
