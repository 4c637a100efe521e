import { sql } from "drizzle-orm";
import type { Contacts } from "#app/domain/agreements/contacts";
import type { SignatureSlot } from "#app/domain/agreements/signatures";
import type { LinkChannel } from "#app/domain/agreements/signing-link";
import { mobileOf } from "#app/domain/notifications/phone";
import type { Tx } from "#db/client.server";
import { asIdentity } from "#db/identity.server";

export type NewLink = {
  agreementId: string;
  associationId: number;
  version: number;
  slot: SignatureSlot;
  channel: LinkChannel;
  address: string;
  byName: string;
  days: number;
};

/** Notes that a link is to be sent; its secret is made when it is. */
export async function addLink(tx: Tx, link: NewLink): Promise<string> {
  const rows = await tx.execute<{ id: string }>(sql`
    INSERT INTO agreement_links (association_id, agreement_id, version, slot, channel, address, asked_by_name, expires_at)
    VALUES (${link.associationId}, ${link.agreementId}, ${link.version}, ${link.slot}, ${link.channel}, ${link.address},
            ${link.byName}, now() + make_interval(days => ${link.days}::integer)) RETURNING id`);
  return rows[0]!.id;
}

/** A link, as far as whoever opens or sends it needs it. Times are ISO strings. */
export type Link = {
  id: string;
  agreementId: string;
  version: number;
  slot: SignatureSlot;
  channel: LinkChannel;
  address: string;
  isExpired: boolean;
};
const selectLink = sql`
  SELECT id, agreement_id AS "agreementId", version, slot, channel, address, expires_at <= now() AS "isExpired"
    FROM agreement_links`;

export async function findLinkById(tx: Tx, id: string): Promise<Link | null> {
  const [row] = await tx.execute<Link>(sql`${selectLink} WHERE id = ${id}`);
  return row ?? null;
}

/** The link that a secret opens, expired ones too. */
export async function findLinkBySecret(tx: Tx, hash: string): Promise<Link | null> {
  const [row] = await tx.execute<Link>(sql`${selectLink} WHERE token_hashes @> ARRAY[${hash}::text]`);
  return row ?? null;
}

/** One more secret that opens a link: it is being sent. */
export async function addSecret(tx: Tx, id: string, hash: string): Promise<void> {
  await tx.execute(sql`
    UPDATE agreement_links SET token_hashes = array_append(token_hashes, ${hash}), sent_at = now() WHERE id = ${id}`);
}

/** One more secret for the link that a party was sent last; for a new one when that has expired or went elsewhere. */
export async function linkToSign(tx: Tx, link: NewLink, hash: string): Promise<void> {
  const [last] = await tx.execute<{ id: string }>(sql`
    SELECT id FROM agreement_links
     WHERE agreement_id = ${link.agreementId} AND version = ${link.version} AND slot = ${link.slot}
       AND channel = ${link.channel} AND address = ${link.address} AND expires_at > now() + interval '1 day'
     ORDER BY asked_at DESC LIMIT 1`);
  await addSecret(tx, last?.id ?? (await addLink(tx, link)), hash);
}

/** The last link of each party on a version. */
export type LastLink = {
  slot: SignatureSlot;
  channel: LinkChannel;
  address: string;
  askedAt: string;
  sentAt: string | null;
};
export async function listLastLinks(tx: Tx, agreementId: string, version: number): Promise<LastLink[]> {
  const rows = await tx.execute<LastLink>(sql`
    SELECT DISTINCT ON (slot) slot, channel, address, asked_at AS "askedAt", sent_at AS "sentAt"
      FROM agreement_links WHERE agreement_id = ${agreementId} AND version = ${version}
     ORDER BY slot, asked_at DESC`);
  return rows.map((row) => ({
    ...row,
    askedAt: new Date(row.askedAt).toISOString(),
    sentAt: row.sentAt && new Date(row.sentAt).toISOString(),
  }));
}

/** Where a party is reached: a mail address first, else a telephone number; null when neither is known. */
export async function reachOf(
  tx: Tx,
  agreement: { participantId: string; agencyId: number | null; contacts: Contacts },
  slot: SignatureSlot,
  personId: number | null,
): Promise<{ channel: LinkChannel; address: string } | null> {
  const mail = (address: string | null | undefined) =>
    address ? { channel: "mail" as const, address } : null;
  if (slot === "participant") {
    // A protected identity has no address here (0003).
    const [row] = await tx.execute<{ email: string | null }>(sql`
      SELECT email FROM participants WHERE id = ${agreement.participantId}`);
    return mail(row?.email);
  }
  if (slot === "employer_1" || slot === "employer_2") {
    const own = agreement.contacts[slot === "employer_1" ? "employer1" : "employer2"];
    const [person] =
      personId === null
        ? []
        : await tx.execute<{ email: string | null; phone: string | null }>(sql`
            SELECT email, phone FROM contact_persons WHERE id = ${personId}`);
    const phone = own.phone || person?.phone;
    // A telephone on a wall gets no text messages.
    return (
      mail(own.email || person?.email) ??
      (phone && mobileOf(phone) ? { channel: "sms", address: phone } : null)
    );
  }
  if (slot !== "agency") return null;
  const [worker] = await tx.execute<{ user: string | null }>(sql`
    SELECT case_worker_user AS user FROM referrals
     WHERE participant_id = ${agreement.participantId} AND agency_id = ${agreement.agencyId}
     ORDER BY is_current DESC LIMIT 1`);
  if (!worker?.user) return null;
  const rows = await asIdentity(tx, () =>
    tx.execute<{ email: string }>(sql`SELECT email FROM auth_users WHERE id = ${worker.user}`),
  );
  return mail(rows[0]?.email);
}
