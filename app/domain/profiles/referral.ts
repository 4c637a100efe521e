import { hasLeft } from "#app/domain/profiles/closing";
import type { Sex } from "#app/domain/profiles/participant";
import type { ProtectedIdentity } from "#app/domain/profiles/protected-identity";
import type { CloseReason, ReferralStatus, ReturnReason, Sender } from "#app/domain/profiles/referral-status";

/** Who a referral is about, until it is accepted and the participant carries it. */
export type ReferredPerson = {
  protectedIdentity: ProtectedIdentity;
  name: string | null;
  email: string | null;
  phone: string | null;
  sex: Sex | null;
  birthYear: number | null;
  municipalityCode: string | null;
  municipality: string | null;
};

/** A referral with all that its own page shows. Dates are ISO dates, moments ISO strings. */
export type ReferralCase = {
  id: string;
  associationId: number;
  status: ReferralStatus;
  isCurrent: boolean;
  participantId: string | null;
  reference: string | null;
  /** Of the participant when there is one, else as the sender said. */
  isHidden: boolean;
  agencyId: number | null;
  agency: string | null;
  caseWorkerUser: string | null;
  sentByRole: Sender;
  sentByUser: string | null;
  sentByName: string;
  referredOn: string | null;
  purpose: string;
  question: string;
  tried: string;
  wishes: string;
  otherAgencies: { id: number; name: string }[];
  agenciesAgreed: boolean;
  person: ReferredPerson;
  decision: string;
  decidedOn: string | null;
  mainResponsibleUser: string | null;
  mainResponsibleName: string;
  returnReason: ReturnReason | null;
  returnText: string;
  closeReason: CloseReason | null;
  closedOn: string | null;
  updatedAt: string;
};

/** What happened with a referral. */
export type ReferralEvent = {
  id: string;
  from: ReferralStatus | null;
  to: ReferralStatus;
  byRole: string;
  byName: string;
  reason: string | null;
  note: string;
  at: string;
};

/** Who does what until when. */
export type CaseTask = {
  id: string;
  what: string;
  responsibleUser: string | null;
  responsibleName: string;
  dueOn: string;
  doneOn: string | null;
};

/** A word for a referral on the telephone before there is a participant's code: the beginning of its id. */
export function referralCode(id: string): string {
  return `R-${id.slice(0, 6).toUpperCase()}`;
}

const shortest = 90;

/** The beginning of a purpose or a question, by whole words: what tells two referrals apart where no name may stand. */
export function inShort(text: string): string {
  const line = text.replace(/\s+/g, " ").trim();
  if (line.length <= shortest) return line;
  const cut = line.slice(0, shortest + 1);
  const end = cut.lastIndexOf(" ");
  return `${cut.slice(0, end > 0 ? end : shortest).replace(/[\s,.;:–-]+$/, "")}…`;
}

/** The beginning of an id that somebody read out as a code; null when it cannot be one. */
export function readReferralCode(text: string): string | null {
  return /^r?[-\s]?([0-9a-f]{6})$/i.exec(text.trim())?.[1]?.toLowerCase() ?? null;
}

/** The next code after the last one used: L-0714 → L-0715. Null when it does not end in digits. */
export function nextReference(last: string | null): string | null {
  const [, head, digits] = /^(.*?)(\d+)$/.exec(last ?? "") ?? [];
  if (head === undefined || digits === undefined) return null;
  return `${head}${String(Number(digits) + 1).padStart(digits.length, "0")}`;
}

/**
 * Whether a participant has something to ask for: who is in already need not ask to be let in, unless something that was
 * sent came back and waits for an answer. `today` is an ISO date.
 */
export function mayAskForHelp(
  closedOn: string | null,
  sent: readonly Pick<ReferralCase, "status">[],
  today: string,
): boolean {
  return hasLeft(closedOn, today) || sent.some(({ status }) => status === "returned");
}
