import type { ProtectedIdentity } from "#app/domain/profiles/protected-identity";
import { type WorkProfileStatus, workProfileStatuses } from "#app/domain/profiles/work-profile";

/** In the order of the field reports. Unknown is always an answer. */
export const sexes = ["kvinna", "man", "annat", "okant"] as const;
export type Sex = (typeof sexes)[number];

/** A person, as staff of the association may read it. */
export type Participant = {
  id: string;
  associationId: number;
  reference: string;
  version: number;
  protectedIdentity: ProtectedIdentity;
  name: string | null;
  email: string | null;
  sex: Sex;
  birthYear: number | null;
  municipalityCode: string | null;
  municipality: string | null;
  locality: string | null;
  /** ISO dates. */
  mappedOn: string | null;
  closedOn: string | null;
  /** Whoever has the main responsibility by the current referral. */
  mainResponsibleUser: string | null;
  referral: Referral;
};

/** Remiss in short. No agency at all is an answer: people without any responsible agency can be enrolled. */
export type Referral = {
  agencyId: number | null;
  agency: string | null;
  caseWorkerUser: string | null;
  caseWorkerName: string | null;
  referredOn: string | null;
  purpose: string;
  question: string;
  tried: string;
  wishes: string;
  /** Ids of agencies that take part as well, and the person's yes to that. */
  otherAgencies: number[];
  agenciesAgreed: boolean;
};

/** One row of the list: a code and how it stands, never a name. */
export type ListedParticipant = {
  reference: string;
  hidden: boolean;
  municipality: string | null;
  status: WorkProfileStatus | "none";
  hasConsent: boolean;
  openProposals: number;
  updatedOn: string;
};

/** What the list can be narrowed to: the status of the work profile, none yet, or people who have left. */
export const searchableStatuses = ["none", ...workProfileStatuses, "closed"] as const;
