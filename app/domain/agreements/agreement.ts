import type {
  AgreementStatus,
  AgreementStep,
  Initiative,
  VersionStatus,
} from "#app/domain/agreements/agreement-status";
import type { Contacts } from "#app/domain/agreements/contacts";
import type { AgreementContent } from "#app/domain/agreements/content";
import type { AgreementDraft } from "#app/domain/agreements/draft";
import type { ContentField } from "#app/domain/agreements/field-classes";
import type { Pause } from "#app/domain/agreements/pause";
import type { Period } from "#app/domain/agreements/period";
import type { ProxyReason, SignatureSlot, SigningWay } from "#app/domain/agreements/signatures";

/** The agreement itself, without its text. Times are ISO strings, dates ISO dates. */
export type Agreement = {
  id: string;
  associationId: number;
  number: string;
  status: AgreementStatus;
  participantId: string;
  /** The code; null where the reader reaches no participant (an employer reads it in the text). */
  reference: string | null;
  /** The name, where the reader may know it; null for a protected identity. */
  participantName: string | null;
  employerId: number;
  employerName: string;
  placementId: number;
  placementTitle: string;
  proposalId: string | null;
  agencyId: number | null;
  agencyName: string | null;
  holdsSlot: boolean;
  period: Period | null;
  endedOn: string | null;
  contacts: Contacts;
  reasonCode: string | null;
  initiative: Initiative | null;
};

/** One version of the text. A draft may be unfinished; every other one has a hash and is whole. */
export type AgreementVersion = {
  number: number;
  /** 0 for the agreement itself, then its amendments. */
  amendment: number;
  revision: number;
  changed: ContentField[] | null;
  /** The coordinator's own change, which took effect unsigned. */
  unsigned: boolean;
  savedByName: string;
  savedAt: string;
  sentAt: string | null;
  agreedAt: string | null;
} & (
  | { status: "draft" | "dropped"; content: AgreementDraft; hash: null }
  | { status: Exclude<VersionStatus, "draft" | "dropped">; content: AgreementContent; hash: string }
);
/** A version that has been sent. */
export type SentVersion = Extract<AgreementVersion, { hash: string }>;

export type Signature = {
  id: string;
  version: number;
  slot: SignatureSlot;
  userId: string | null;
  name: string;
  way: SigningWay;
  sessionStrength: string | null;
  proxyReason: ProxyReason | null;
  recordedByName: string | null;
  note: string;
  hash: string;
  signedAt: string;
  voidedAt: string | null;
};

export type AgreementEvent = {
  id: string;
  version: number;
  what:
    | AgreementStep
    | "created"
    | "saved"
    | "signed"
    | "contacts"
    | "dropped"
    | "amendment_out"
    | "amendment_agreed";
  byRole: string;
  byName: string;
  reason: string | null;
  initiative: Initiative | null;
  note: string;
  at: string;
};

/** A row of the coordinator's list. `missing`: places still empty on the version that is out. */
export type AgreementRow = {
  id: string;
  number: string;
  status: AgreementStatus;
  title: string;
  reference: string;
  employerName: string;
  period: Period | null;
  missing: SignatureSlot[];
  /** Whether a changed text waits for signatures. */
  amendmentOut: boolean;
  pauses: Pick<Pause, "from" | "until">[];
  /** Ended early, and nobody has written how it ended. */
  recordMissing: boolean;
};

/** The version that counts: the last one agreed. */
export function versionInForce(versions: readonly AgreementVersion[]): SentVersion | null {
  return versions.findLast((one): one is SentVersion => one.status === "agreed") ?? null;
}

/** The version on its way: a draft, or out to be signed. */
export function openVersion(versions: readonly AgreementVersion[]): AgreementVersion | null {
  return versions.find(({ status }) => status === "draft" || status === "out_for_signature") ?? null;
}

/** What is shown as "the" text: what counts, before that what is on its way, after that what there was. */
export function shownVersion(versions: readonly AgreementVersion[]): AgreementVersion {
  return versionInForce(versions) ?? openVersion(versions) ?? versions.at(-1)!;
}
