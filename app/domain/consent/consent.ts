/** What a consent can be for. No blanket consent: each purpose has its own text. domain.md "Consent, secrecy, protection". */
export const consentPurposes = ["present_to_employers", "keep_medical_notes"] as const;
export type ConsentPurpose = (typeof consentPurposes)[number];

/** How it came: from the participant's own account, signed on paper, or spoken and noted by staff. */
export const givenHow = ["self", "paper", "spoken"] as const;
export type GivenHow = (typeof givenHow)[number];

/** The wording in force for each purpose; the text itself lives in i18n/consent.ts under this key. */
export const currentTextVersion: Record<ConsentPurpose, string> = {
  present_to_employers: "2026-1",
  keep_medical_notes: "2026-1",
};

/** The longest a consent may last, in months; the form proposes half a year. */
export const longestMonths = 12;
export const proposedMonths = 6;

export type Consent = {
  id: string;
  purpose: ConsentPurpose;
  textVersion: string;
  language: string;
  givenHow: GivenHow;
  recordedByName: string;
  /** ISO dates; the last day is included. */
  validFrom: string;
  validUntil: string;
  withdrawnAt: Date | null;
};

export type ConsentState = "active" | "not_yet" | "ended" | "withdrawn";

/** How a consent stands on a day (ISO date). */
export function stateOn(
  consent: Pick<Consent, "validFrom" | "validUntil" | "withdrawnAt">,
  day: string,
): ConsentState {
  if (consent.withdrawnAt !== null) return "withdrawn";
  if (day < consent.validFrom) return "not_yet";
  return day > consent.validUntil ? "ended" : "active";
}

/** The consent that lets a purpose happen on this day, the one that lasts longest first; null when there is none. */
export function activeConsent<T extends Consent>(
  consents: readonly T[],
  purpose: ConsentPurpose,
  day: string,
): T | null {
  const active = consents.filter(
    (consent) => consent.purpose === purpose && stateOn(consent, day) === "active",
  );
  return active.sort((a, b) => b.validUntil.localeCompare(a.validUntil))[0] ?? null;
}
