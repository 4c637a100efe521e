import { systemActor } from "#app/domain/identity/actor";
import type { ReferralStatus } from "#app/domain/profiles/referral-status";
import type { SuggestionStatus } from "#app/domain/profiles/suggestion";
import { appUrl } from "#app/platform/env.server";
import { withActor } from "#db/client.server";
import { asIdentity } from "#db/identity.server";
import { enqueue } from "#db/queries/jobs.server";
import * as mail from "#db/queries/referral-mail.server";

/** Whom to write to and where the link goes. It never says whom it is about. */
export type CaseMail = { to: string; url: string };

/** Orders one mail to each coordinator of the association, when the referral still waits. */
export function announceReferral(referralId: string): Promise<void> {
  return withActor(systemActor, async (tx) => {
    const referral = await mail.findMailedReferral(tx, referralId);
    if (referral?.status !== "sent") return;
    const { associationId } = referral;
    for (const userId of await asIdentity(tx, () => mail.listCoordinators(tx, associationId))) {
      await enqueue(
        tx,
        "mail_referral_sent",
        { referralId, userId },
        { key: `referral:${referralId}:${userId}` },
      );
    }
  });
}

/** The mail to one coordinator about a referral that waits; null when it no longer does. */
export function prepareReferralSent(referralId: string, userId: string): Promise<CaseMail | null> {
  return withActor(systemActor, async (tx) => {
    const referral = await mail.findMailedReferral(tx, referralId);
    if (referral?.status !== "sent") return null;
    const to = await asIdentity(tx, () => mail.findMailOf(tx, userId, referral.associationId));
    return to ? { to, url: `${appUrl}/remisser/${referralId}` } : null;
  });
}

/** The mail to whoever sent a referral, about a step that somebody else took; null when it has moved on since. */
export function prepareReferralMoved(
  referralId: string,
  status: ReferralStatus,
): Promise<(CaseMail & { role: "case_worker" | "participant" }) | null> {
  return withActor(systemActor, async (tx) => {
    const referral = await mail.findMailedReferral(tx, referralId);
    if (referral?.status !== status || referral.sentByRole === "coordinator") return null;
    const { sentByUser, sentByRole: role, associationId } = referral;
    if (sentByUser === null) return null;
    const to = await asIdentity(tx, () => mail.findMailOf(tx, sentByUser, associationId));
    const path = role === "case_worker" ? `/handlaggare/remiss/${referralId}` : "/min-sida/anmal-intresse";
    return to ? { to, url: `${appUrl}${path}`, role } : null;
  });
}

/** Orders one mail to each coordinator of the association, when the suggestion still waits. */
export function announceSuggestion(suggestionId: string): Promise<void> {
  return withActor(systemActor, async (tx) => {
    const suggestion = await mail.findMailedSuggestion(tx, suggestionId);
    if (suggestion?.status !== "sent") return;
    const { associationId } = suggestion;
    for (const userId of await asIdentity(tx, () => mail.listCoordinators(tx, associationId))) {
      const key = `suggestion:${suggestionId}:${userId}`;
      await enqueue(tx, "mail_suggestion_sent", { suggestionId, userId }, { key });
    }
  });
}

/** The mail to one coordinator about a suggestion that waits; null when it no longer does. */
export function prepareSuggestionSent(suggestionId: string, userId: string): Promise<CaseMail | null> {
  return withActor(systemActor, async (tx) => {
    const suggestion = await mail.findMailedSuggestion(tx, suggestionId);
    if (suggestion?.status !== "sent") return null;
    const to = await asIdentity(tx, () => mail.findMailOf(tx, userId, suggestion.associationId));
    return to ? { to, url: `${appUrl}/samordnare/egna-forslag/${suggestionId}` } : null;
  });
}

/** The mail to the participant about a turn of the own suggestion; null when it has moved on since, or without an account. */
export function prepareSuggestionMoved(
  suggestionId: string,
  status: SuggestionStatus,
): Promise<CaseMail | null> {
  return withActor(systemActor, async (tx) => {
    const suggestion = await mail.findMailedSuggestion(tx, suggestionId);
    if (suggestion?.status !== status) return null;
    const to = await asIdentity(tx, () => mail.findParticipantMail(tx, suggestion.participantId));
    return to ? { to, url: `${appUrl}/min-sida/eget-forslag` } : null;
  });
}
