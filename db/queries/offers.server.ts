import { sql } from "drizzle-orm";
import type { OfferAnswers } from "#app/domain/placements/offer-answers";
import {
  confirmDays,
  type OfferLanguage,
  type OfferStatus,
  offerDays,
} from "#app/domain/placements/offer-status";
import type { Tx } from "#db/client.server";

export type OfferRow = {
  id: string;
  status: OfferStatus;
  answers: OfferAnswers;
  email: string | null;
  confirmedEmail: string | null;
  language: OfferLanguage;
  placementId: number | null;
  employerId: number | null;
  isClaim: boolean;
  /** Since anything was written or sent. */
  restedSeconds: number;
};
export type KeyPurpose = "write" | "confirm";

const columns = sql`o.id, o.status, o.answers, o.email, o.confirmed_email AS "confirmedEmail", o.language,
  o.placement_id AS "placementId", o.employer_id AS "employerId", o.is_claim AS "isClaim",
  extract(epoch FROM now() - o.updated_at)::float8 AS "restedSeconds"`;

/** Shows the database which key is held up, so that it lets its offer be seen in this transaction. */
export async function holdKey(tx: Tx, tokenHash: string): Promise<void> {
  await tx.execute(sql`SELECT set_config('app.offer_key', ${tokenHash}, true)`);
}

/** Adds an empty draft, with a key that opens it. */
export async function addOffer(
  tx: Tx,
  id: string,
  tokenHash: string,
  language: OfferLanguage,
): Promise<void> {
  await tx.execute(sql`INSERT INTO placement_offers (id, language) VALUES (${id}, ${language})`);
  await addKey(tx, { offerId: id, tokenHash, purpose: "write", email: null });
}

/** Adds a key to an offer. Confirmation links live shorter than links to the form. */
export async function addKey(
  tx: Tx,
  key: { offerId: string; tokenHash: string; purpose: KeyPurpose; email: string | null },
): Promise<void> {
  const days = key.purpose === "confirm" ? confirmDays : offerDays;
  await tx.execute(sql`
    INSERT INTO offer_keys (token_hash, offer_id, purpose, email, expires_at)
    VALUES (${key.tokenHash}, ${key.offerId}, ${key.purpose}, ${key.email}, now() + make_interval(days => ${days}))`);
}

/** The offer that a key opens for a purpose, with the address that the key was sent to. Null: no such key, or too old. */
export async function findByKey(
  tx: Tx,
  tokenHash: string,
  purpose: KeyPurpose,
): Promise<(OfferRow & { keyEmail: string | null }) | null> {
  const rows = await tx.execute<OfferRow & { keyEmail: string | null }>(sql`
    SELECT ${columns}, k.email AS "keyEmail" FROM offer_keys k JOIN placement_offers o ON o.id = k.offer_id
     WHERE k.token_hash = ${tokenHash} AND k.purpose = ${purpose} AND k.expires_at > now()`);
  return rows[0] ?? null;
}

export async function findOffer(tx: Tx, id: string): Promise<OfferRow | null> {
  const rows = await tx.execute<OfferRow>(sql`SELECT ${columns} FROM placement_offers o WHERE o.id = ${id}`);
  return rows[0] ?? null;
}

/** Locks an offer until the transaction ends: of two clicks the second sees what the first did. */
export async function lockOffer(tx: Tx, id: string): Promise<OfferRow | null> {
  const rows = await tx.execute<OfferRow>(
    sql`SELECT ${columns} FROM placement_offers o WHERE o.id = ${id} FOR UPDATE`,
  );
  return rows[0] ?? null;
}

/** The offer that a placement came from, as far as the actor may see it; locked. */
export async function lockOfferOf(tx: Tx, placementId: number): Promise<OfferRow | null> {
  const rows = await tx.execute<OfferRow>(
    sql`SELECT ${columns} FROM placement_offers o WHERE o.placement_id = ${placementId} FOR UPDATE`,
  );
  return rows[0] ?? null;
}

/** Adds answers to what is kept; the fields that are not among them stay. */
export async function mergeAnswers(
  tx: Tx,
  id: string,
  answers: OfferAnswers,
  status: OfferStatus,
): Promise<void> {
  await tx.execute(sql`
    UPDATE placement_offers SET answers = answers || ${JSON.stringify(answers)}::jsonb, status = ${status}, updated_at = now()
     WHERE id = ${id}`);
}

/** Where the next mail about an offer goes. */
export async function setEmail(tx: Tx, id: string, email: string): Promise<void> {
  await tx.execute(sql`UPDATE placement_offers SET email = ${email}, updated_at = now() WHERE id = ${id}`);
}

export async function setStatus(tx: Tx, id: string, status: OfferStatus): Promise<void> {
  await tx.execute(sql`UPDATE placement_offers SET status = ${status}, updated_at = now() WHERE id = ${id}`);
}

/** Notes what came of an offer. */
export async function setTakenIn(
  tx: Tx,
  offer: {
    id: string;
    status: OfferStatus;
    email: string;
    placementId: number;
    employerId: number;
    isClaim: boolean;
  },
): Promise<void> {
  await tx.execute(sql`
    UPDATE placement_offers
       SET status = ${offer.status}, email = ${offer.email}, confirmed_email = ${offer.email},
           placement_id = ${offer.placementId}, employer_id = ${offer.employerId}, is_claim = ${offer.isClaim},
           updated_at = now()
     WHERE id = ${offer.id}`);
}

/** Ends what somebody asked for as the sender of a known organisation number: a right has been given or refused. */
export async function settleClaim(tx: Tx, id: string): Promise<void> {
  await tx.execute(sql`UPDATE placement_offers SET is_claim = false WHERE id = ${id}`);
}

/** Removes untouched drafts and decided offers that are too old, and keys that open nothing more. */
export async function disposeOffers(tx: Tx): Promise<number> {
  const rows = await tx.execute(sql`
    DELETE FROM placement_offers
     WHERE status NOT IN ('in_review', 'more_needed') AND updated_at < now() - make_interval(days => ${offerDays})
    RETURNING id`);
  await tx.execute(sql`DELETE FROM offer_keys WHERE expires_at < now()`);
  return rows.length;
}
