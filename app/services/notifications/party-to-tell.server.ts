import { mobileOf } from "#app/domain/notifications/phone";
import { pageOf } from "#app/domain/notifications/reminder-page";
import type { ReminderParty } from "#app/domain/notifications/reminders";
import { appUrl } from "#app/platform/env.server";
import type { Tx } from "#db/client.server";
import { findAccount, findAddress } from "#db/queries/notification-people.server";
import type { ReminderAgreement } from "#db/queries/reminder-facts.server";

/** Where a message goes. `url`: a page of the account; null for whoever has none. */
export type PartyToTell = { channel: "mail" | "sms"; to: string; url: string | null; userId: string | null };

/** A party of an agreement as a message reaches it: the account's mail, else an address of the agreement; null when neither. */
export async function partyToTell(
  tx: Tx,
  agreement: ReminderAgreement,
  party: ReminderParty,
): Promise<PartyToTell | null> {
  const account = await findAccount(tx, agreement, { party });
  if (account) {
    const url = `${appUrl}${pageOf({ party }, agreement.id)}`;
    return { channel: "mail", to: account.email, url, userId: account.userId };
  }
  const address = await findAddress(tx, agreement, party);
  if (!address) return null;
  const to = address.channel === "sms" ? mobileOf(address.address) : address.address;
  return to ? { channel: address.channel, to, url: null, userId: null } : null;
}

/** The workplace as a message reaches it: who is both supervisor and signatory reads it once, as the supervisor. */
export async function workplaceToTell(
  tx: Tx,
  agreement: ReminderAgreement,
  party: "supervisor" | "employer_1",
): Promise<PartyToTell | null> {
  const reached = await partyToTell(tx, agreement, party);
  if (!reached || party === "supervisor") return reached;
  const supervisor = await partyToTell(tx, agreement, "supervisor");
  return supervisor?.to === reached.to ? null : reached;
}
