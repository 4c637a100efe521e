import type { JobPayloads } from "#app/domain/notifications/jobs";
import { translator } from "#app/i18n/instance.server";
import { sendMail } from "#app/platform/mailer.server";
import { prepareInvitation } from "#app/services/organisations/accept-invitation.server";

/** Invites somebody to act for an employer. */
export async function mailEmployerInvited({ personId }: JobPayloads["mail_employer_invited"]): Promise<void> {
  const mail = await prepareInvitation(personId);
  if (!mail) return;
  const t = translator("sv", "portal");
  const { to, name, employerName, url } = mail;
  const duty = t(`duty.${mail.duty}`);
  await sendMail({
    to,
    subject: t("mail.invited.subject", { employer: employerName }),
    text: t("mail.invited.text", { name, employer: employerName, duty, url }),
  });
}
