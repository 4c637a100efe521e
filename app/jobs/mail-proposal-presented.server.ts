import type { JobPayloads } from "#app/domain/notifications/jobs";
import { translator } from "#app/i18n/instance.server";
import { sendMail } from "#app/platform/mailer.server";
import { preparePresented } from "#app/services/matching/proposal-mail.server";

/** Tells an employer that somebody would like to try: which place, and where to answer; nothing of the person. */
export async function mailProposalPresented({
  proposalId,
}: JobPayloads["mail_proposal_presented"]): Promise<void> {
  const t = translator("sv", "portal");
  for (const { to, name, title, url } of await preparePresented(proposalId)) {
    await sendMail({
      to,
      subject: t("mail.presented.subject", { title }),
      text: t("mail.presented.text", { name, title, url }),
    });
  }
}
