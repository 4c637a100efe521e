import type { JobPayloads } from "#app/domain/notifications/jobs";
import { translator } from "#app/i18n/instance.server";
import { sendMail } from "#app/platform/mailer.server";
import {
  noteInvitationSent,
  prepareParticipantInvitation,
} from "#app/services/profiles/invite-participant.server";

/** Invites a participant to sign in: how, and nothing about why, about health or about any agency. */
export async function mailParticipantInvited({
  invitationId,
}: JobPayloads["mail_participant_invited"]): Promise<void> {
  const mail = await prepareParticipantInvitation(invitationId);
  if (!mail) return;
  const t = translator("sv", "profiles");
  await sendMail({ to: mail.to, subject: t("mail.invited.subject"), text: t("mail.invited.text", mail) });
  await noteInvitationSent(invitationId);
}
