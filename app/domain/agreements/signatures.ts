import type { AgreementContent } from "#app/domain/agreements/content";
import { agencyIsConcerned, type ContentField } from "#app/domain/agreements/field-classes";
import type { Actor } from "#app/domain/identity/actor";
import { done, fail, type Outcome } from "#app/domain/outcome";

/** The places for a signature on one version, in the order in which they are shown. */
export const signatureSlots = ["participant", "employer_1", "employer_2", "coordinator", "agency"] as const;
export type SignatureSlot = (typeof signatureSlots)[number];

/** Which party a place belongs to. */
export type Party = "participant" | "employer" | "coordinator" | "agency";
export function partyOf(slot: SignatureSlot): Party {
  return slot === "employer_1" || slot === "employer_2" ? "employer" : slot;
}

/** How it was signed. Signed in oneself, through a mailed link, by proxy or on paper. */
export const signingWays = ["signed_in", "link", "proxy", "paper"] as const;
export type SigningWay = (typeof signingWays)[number];

/** Why somebody else wrote it down: a closed list. domain.md "Signing". */
export const proxyReasons = ["no_eid", "reserved_from_digital", "signed_on_paper"] as const;
export type ProxyReason = (typeof proxyReasons)[number];

/**
 * Who has to sign a version. `changed`: the fields that an amendment changes, null for the agreement itself. Participant
 * and employer always; the coordinator answers for the text; the agency when it asked to and the change concerns it.
 */
export function requiredSlots(
  content: AgreementContent,
  changed: readonly ContentField[] | null,
): SignatureSlot[] {
  const { employer, agency } = content.parties;
  const agencySigns = agency?.signs === true && (changed === null || agencyIsConcerned(changed));
  return signatureSlots.filter(
    (slot) =>
      (slot !== "employer_2" || employer.signatories.length > 1) && (slot !== "agency" || agencySigns),
  );
}

/** The places still empty. */
export function missingSlots(
  required: readonly SignatureSlot[],
  signed: readonly SignatureSlot[],
): SignatureSlot[] {
  return required.filter((slot) => !signed.includes(slot));
}

/** The places that can be signed now: the agency signs last. */
export function openSlots(
  required: readonly SignatureSlot[],
  signed: readonly SignatureSlot[],
): SignatureSlot[] {
  const missing = missingSlots(required, signed);
  return missing.length > 1 ? missing.filter((slot) => slot !== "agency") : missing;
}

/** The employer's signatory of a place; null for another party's. */
export function signatoryOf(content: AgreementContent, slot: SignatureSlot) {
  if (partyOf(slot) !== "employer") return null;
  return content.parties.employer.signatories[slot === "employer_1" ? 0 : 1] ?? null;
}

/** Whoever asks, as far as signing is concerned. `personIds`: own posts at the employer (and those stood in for). */
export type Signer = Pick<Actor, "role" | "userId"> & { personIds: readonly number[] };

/** The places that this account may ever sign on this version. That the agreement is theirs is known already. */
export function slotsOf(
  content: AgreementContent,
  required: readonly SignatureSlot[],
  signer: Signer,
): SignatureSlot[] {
  const byRole: Record<Party, Actor["role"]> = {
    participant: "participant",
    employer: "employer",
    coordinator: "coordinator",
    agency: "case_worker",
  };
  return required.filter((slot) => {
    const personId = signatoryOf(content, slot)?.personId ?? null;
    return (
      byRole[partyOf(slot)] === signer.role && (personId === null || signer.personIds.includes(personId))
    );
  });
}

export type SigningFacts = {
  isOut: boolean;
  /** Hash of the version that is out, and of the text that the signer has read. */
  hash: string;
  hashRead: string;
  required: readonly SignatureSlot[];
  signed: readonly { slot: SignatureSlot; userId: string | null }[];
  /** The place that is to be signed. */
  slot: SignatureSlot;
  /** Places that the signer may ever sign here (slotsOf, or the one that a link is for). */
  mine: readonly SignatureSlot[];
  userId: string | null;
  /** What was typed to confirm, and what had to be typed. */
  typed: string;
  expected: string;
};
export type SigningCode =
  | "not_a_signatory"
  | "already_signed"
  | "not_out"
  | "content_changed"
  | "agency_last"
  | "one_person_one_signature"
  | "confirmation_wrong";

/** Whether this signature can be set now, and whether it is the last one. Errors: see SigningCode. */
export function decideSignature(facts: SigningFacts): Outcome<{ completes: boolean }, SigningCode> {
  const { required, slot, userId } = facts;
  if (!required.includes(slot) || !facts.mine.includes(slot)) return fail("not_a_signatory");
  const signed = facts.signed.map((one) => one.slot);
  // Twice and Back are told as what they are, before anything that has changed since.
  if (signed.includes(slot) && facts.hash === facts.hashRead) return fail("already_signed");
  if (!facts.isOut) return fail("not_out");
  if (facts.hash !== facts.hashRead) return fail("content_changed");
  if (!openSlots(required, signed).includes(slot)) return fail("agency_last");
  if (
    userId !== null &&
    facts.signed.some((one) => one.userId === userId && partyOf(one.slot) === partyOf(slot))
  )
    return fail("one_person_one_signature");
  if (!isSameName(facts.typed, facts.expected)) return fail("confirmation_wrong");
  return done({ completes: missingSlots(required, [...signed, slot]).length === 0 });
}

/** A typed confirmation is the same whatever the spaces and capitals. */
export function isSameName(typed: string, expected: string): boolean {
  const plain = (text: string) => text.normalize("NFC").trim().replace(/\s+/g, " ").toLocaleLowerCase("sv");
  return expected.trim() !== "" && plain(typed) === plain(expected);
}
