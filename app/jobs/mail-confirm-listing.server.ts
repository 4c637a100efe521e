import type { JobPayloads } from "#app/domain/notifications/jobs";
import { formatDate } from "#app/i18n/format";
import { translator } from "#app/i18n/instance.server";
import { sendMail } from "#app/platform/mailer.server";
import { linkDays, prepareReminders } from "#app/services/placements/remind-unconfirmed.server";

/** Asks an employer whether a listing is still right, with a link that answers without signing in. */
export async function mailConfirmListing({
  placementId,
}: JobPayloads["mail_confirm_listing"]): Promise<void> {
  const t = translator("sv", "portal");
  for (const { to, name, listing, url, portal } of await prepareReminders(placementId)) {
    const since = formatDate("sv", listing.lastConfirmedOn);
    await sendMail({
      to,
      subject: t("mail.confirm.subject", { title: listing.title }),
      text: t("mail.confirm.text", { name, title: listing.title, since, url, portal, days: linkDays }),
    });
  }
}
