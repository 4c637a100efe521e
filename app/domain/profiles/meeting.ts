import type { Actor } from "#app/domain/identity/actor";
import { done, fail, type Outcome } from "#app/domain/outcome";
import type { CaseTask } from "#app/domain/profiles/referral";
import type { ReferralStatus } from "#app/domain/profiles/referral-status";

/** A case meeting (ärendemöte) before, after, and one that never was. */
export const meetingStatuses = ["planned", "held", "cancelled"] as const;
export type MeetingStatus = (typeof meetingStatuses)[number];

type Transition = { to: MeetingStatus; from: readonly MeetingStatus[]; who: readonly Actor["role"][] };
export const meetingTransitions: readonly Transition[] = [
  { to: "held", from: ["planned"], who: ["coordinator"] },
  { to: "cancelled", from: ["planned"], who: ["coordinator"] },
];

/** Whether a meeting may become this now. Errors: `not_allowed`, `wrong_status`. */
export function decideMeeting(
  status: MeetingStatus,
  to: MeetingStatus,
  role: Actor["role"],
): Outcome<object, "not_allowed" | "wrong_status"> {
  const transition = meetingTransitions.find((one) => one.to === to);
  if (!transition?.who.includes(role)) return fail("not_allowed");
  return transition.from.includes(status) ? done() : fail("wrong_status");
}

/** Somebody at the meeting: staff of the association (no agency), a named case worker, or an agency without a name. */
export type MeetingParty = {
  id: string;
  agencyId: number | null;
  agency: string | null;
  userId: string | null;
  name: string;
};

/** What decides who may see a case. */
export type CaseAccess = {
  agencyId: number | null;
  caseWorkerUser: string | null;
  otherAgencyIds: readonly number[];
  /** The person's yes to the other agencies taking part. */
  agenciesAgreed: boolean;
  isHidden: boolean;
};

/**
 * Whether a party may hear of a case. Staff may. A named case worker may when the case is the own one, never a
 * colleague's at the same agency; an agency that the person has said yes to may. Nobody meets a protected identity here.
 */
export function maySeeCase(party: Pick<MeetingParty, "agencyId" | "userId">, about: CaseAccess): boolean {
  if (about.isHidden) return false;
  if (party.agencyId === null) return party.userId !== null;
  if (party.userId !== null && party.userId === about.caseWorkerUser && party.agencyId === about.agencyId)
    return true;
  if (party.agencyId === about.agencyId) return party.userId === null;
  return about.agenciesAgreed && about.otherAgencyIds.includes(party.agencyId);
}

/** The parties that may not hear of a case. None: it can be shown to everybody present. */
export function partiesWithoutRight<P extends Pick<MeetingParty, "agencyId" | "userId">>(
  parties: readonly P[],
  about: CaseAccess,
): P[] {
  return parties.filter((party) => !maySeeCase(party, about));
}

/** One case on the agenda. */
export type AgendaItem = {
  id: string;
  referralId: string;
  /** The participant's code, or the referral's before there is one. */
  code: string;
  reference: string | null;
  agency: string | null;
  status: ReferralStatus;
  purpose: string;
  question: string;
  decision: string;
  mainResponsibleName: string;
  note: string;
  version: number;
  access: CaseAccess;
  tasks: CaseTask[];
};

/** The agenda that can be shown to everybody present, and how many cases it leaves out. */
export function sharedAgenda(
  items: readonly AgendaItem[],
  parties: readonly MeetingParty[],
): { items: AgendaItem[]; leftOut: number } {
  const shown = items.filter(({ access }) => partiesWithoutRight(parties, access).length === 0);
  return { items: shown, leftOut: items.length - shown.length };
}
