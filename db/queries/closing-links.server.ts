import { sql } from "drizzle-orm";
import type { ClosingPurpose } from "#app/domain/agreements/closing-link";
import type { LinkChannel } from "#app/domain/agreements/signing-link";
import type { CheckupMonths } from "#app/domain/followups/checkup";
import type { Tx } from "#db/client.server";

export type NewClosingLink = {
  associationId: number;
  agreementId: string;
  purpose: ClosingPurpose;
  months: CheckupMonths | null;
  sentToName: string;
  channel: LinkChannel;
  address: string;
  byName: string;
  days: number;
};

/** Notes that a link is to be sent; its secret is made when it is. */
export async function addClosingLink(tx: Tx, link: NewClosingLink): Promise<string> {
  const rows = await tx.execute<{ id: string }>(sql`
    INSERT INTO closing_links (association_id, agreement_id, purpose, months, sent_to_name, channel, address, asked_by_name,
                               expires_at)
    VALUES (${link.associationId}, ${link.agreementId}, ${link.purpose}, ${link.months}, ${link.sentToName},
            ${link.channel}, ${link.address}, ${link.byName}, now() + make_interval(days => ${link.days}::integer))
    RETURNING id`);
  return rows[0]!.id;
}

/** A link, as far as whoever opens or sends it needs it. `expiresAt` is an ISO string. */
export type ClosingLink = {
  id: string;
  agreementId: string;
  purpose: ClosingPurpose;
  months: CheckupMonths | null;
  sentToName: string;
  channel: LinkChannel;
  address: string;
  isExpired: boolean;
  expiresAt: string;
};
const selectLink = sql`
  SELECT id, agreement_id AS "agreementId", purpose, months, sent_to_name AS "sentToName", channel, address,
         expires_at <= now() AS "isExpired", expires_at AS "expiresAt" FROM closing_links`;

export async function findClosingLink(tx: Tx, id: string): Promise<ClosingLink | null> {
  const [row] = await tx.execute<ClosingLink>(sql`${selectLink} WHERE id = ${id}`);
  return row ?? null;
}

/** The link that a secret opens, expired ones too; of this purpose only. */
export async function findClosingLinkBySecret(
  tx: Tx,
  purpose: ClosingPurpose,
  hash: string,
): Promise<ClosingLink | null> {
  const [row] = await tx.execute<ClosingLink>(sql`
    ${selectLink} WHERE token_hashes @> ARRAY[${hash}::text] AND purpose = ${purpose}`);
  return row ? { ...row, expiresAt: new Date(row.expiresAt).toISOString() } : null;
}

/** One more secret that opens a link: it is being sent. */
export async function addClosingSecret(tx: Tx, id: string, hash: string): Promise<void> {
  await tx.execute(sql`
    UPDATE closing_links SET token_hashes = array_append(token_hashes, ${hash}), sent_at = now() WHERE id = ${id}`);
}

/** When somebody was last asked, and where; null when nobody was. Times are ISO strings. */
export async function findLastClosingLink(
  tx: Tx,
  agreementId: string,
  purpose: ClosingPurpose,
): Promise<{ askedAt: string; channel: LinkChannel; address: string } | null> {
  const [row] = await tx.execute<{ askedAt: string; channel: LinkChannel; address: string }>(sql`
    SELECT asked_at AS "askedAt", channel, address FROM closing_links
     WHERE agreement_id = ${agreementId} AND purpose = ${purpose} ORDER BY asked_at DESC LIMIT 1`);
  return row ? { ...row, askedAt: new Date(row.askedAt).toISOString() } : null;
}
