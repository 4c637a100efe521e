import { linkDays } from "#app/domain/agreements/signing-link";
import { scheduleOn } from "#app/domain/notifications/first-day";
import { pageOf } from "#app/domain/notifications/reminder-page";
import { changeCountsFrom, type Recipient, type ReminderKind } from "#app/domain/notifications/reminders";
import { appUrl } from "#app/platform/env.server";
import { makeSecret } from "#app/platform/secret.server";
import { hashToken } from "#app/platform/session-cookie.server";
import type { Tx } from "#db/client.server";
import { linkToSign } from "#db/queries/agreement-links.server";
import type { Account } from "#db/queries/notification-people.server";
import { addDoneSecret, type NotificationRow } from "#db/queries/notifications.server";
import type { ReminderAgreement } from "#db/queries/reminder-facts.server";

/**
 * What a reminder says. Never a name, a workplace or a word of what was agreed; about somebody with a protected identity not
 * even a day or a number (`isNeutral`). Dates are ISO dates.
 */
export type ReminderText = {
  kind: ReminderKind;
  /** Staff read of others' signatures, a party of its own. */
  as: "party" | "staff";
  isNeutral: boolean;
  /** A change of what counts waits to be signed, not a first text. */
  isChange: boolean;
  number: string;
  /** The first day on which somebody is expected, or the last day; of a text to sign, when its period begins or it counts. */
  day: string;
  /** When it begins and ends that day, "9.00–13.00"; null when the text does not say. */
  times: { from: string; to: string } | null;
  /** Where to go: a page of the account, or a link to sign without one; null when there is nothing to open. */
  url: string | null;
  /** Marks it as done. */
  doneUrl: string;
};

/** Makes what one reminder says to one party, with the secrets of its links. */
export async function writeReminder(
  tx: Tx,
  row: NotificationRow,
  agreement: ReminderAgreement,
  to: {
    recipient: Recipient;
    account: Account | null;
    address: { channel: "mail" | "sms"; address: string } | null;
  },
): Promise<ReminderText> {
  const secret = makeSecret();
  await addDoneSecret(tx, row.id, hashToken(secret));
  const change = row.kind === "unsigned" ? changeCountsFrom(row.subject) : null;
  const day = change ?? (row.kind === "unsigned" ? (agreement.startsOn ?? "") : row.subject);
  return {
    kind: row.kind,
    as: to.recipient.party === "staff" ? "staff" : "party",
    isChange: change !== null,
    isNeutral: agreement.isProtected,
    number: agreement.number,
    day,
    times: row.kind === "first_day" && agreement.content ? scheduleOn(agreement.content.schedule, day) : null,
    url: to.account
      ? `${appUrl}${pageOf(to.recipient, agreement.id, row.kind)}`
      : await signingUrl(tx, row, agreement, to),
    doneUrl: `${appUrl}/paminnelse/${secret}`,
  };
}

async function signingUrl(
  tx: Tx,
  row: NotificationRow,
  agreement: ReminderAgreement,
  { recipient, address }: Parameters<typeof writeReminder>[3],
): Promise<string | null> {
  const { party } = recipient;
  if (row.kind !== "unsigned" || !agreement.out || !address || party === "staff" || party === "supervisor")
    return null;
  const secret = makeSecret();
  await linkToSign(
    tx,
    {
      agreementId: agreement.id,
      associationId: agreement.associationId,
      version: agreement.out.version,
      slot: party,
      ...address,
      byName: "",
      days: linkDays,
    },
    hashToken(secret),
  );
  return `${appUrl}/skriv-under/${secret}`;
}
