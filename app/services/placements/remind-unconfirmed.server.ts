import { systemActor } from "#app/domain/identity/actor";
import { dayAfter } from "#app/domain/organisations/day";
import { confirmReminderDays } from "#app/domain/placements/vocabulary";
import { today } from "#app/platform/clock.server";
import { appUrl } from "#app/platform/env.server";
import { makeSecret } from "#app/platform/secret.server";
import { hashToken } from "#app/platform/session-cookie.server";
import { withActor } from "#db/client.server";
import { listRecipients } from "#db/queries/employer-people.server";
import { enqueue } from "#db/queries/jobs.server";
import { addLink, deleteOldLinks, findListing, takeOldListings } from "#db/queries/listing-links.server";

/** So many in one round: the next round takes the rest. */
const mostAtOnce = 500;
/** How long a link in a reminder works. */
export const linkDays = 30;

/**
 * Orders a mail for every published listing that nobody has confirmed for 60 days, once each time that it grows old.
 * domain.md "Placement". Answers how many.
 */
export function remindUnconfirmed(): Promise<number> {
  return withActor(systemActor, async (tx) => {
    await deleteOldLinks(tx, 1000);
    const old = await takeOldListings(tx, dayAfter(today(), -confirmReminderDays), mostAtOnce);
    for (const placementId of old) await enqueue(tx, "mail_confirm_listing", { placementId });
    return old.length;
  });
}

/** What the reminders about one listing need: to whom, and a link of its own for each. None: it was confirmed meanwhile. */
export function prepareReminders(placementId: number) {
  return withActor(systemActor, async (tx) => {
    const listing = await findListing(tx, placementId);
    const day = today();
    const isOld = listing && listing.lastConfirmedOn <= dayAfter(day, -confirmReminderDays);
    if (!listing || !isOld || listing.status !== "published") return [];
    const mails = [];
    for (const { name, email } of await listRecipients(tx, placementId, day)) {
      const secret = makeSecret();
      await addLink(tx, hashToken(secret), placementId, linkDays);
      mails.push({
        to: email,
        name,
        listing,
        url: `${appUrl}/stammer/${secret}`,
        portal: `${appUrl}/arbetsgivare`,
      });
    }
    return mails;
  });
}
