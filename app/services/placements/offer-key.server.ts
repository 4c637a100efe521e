import type { Actor } from "#app/domain/identity/actor";
import { hashToken } from "#app/platform/session-cookie.server";
import { type Tx, withActor } from "#db/client.server";
import { holdKey } from "#db/queries/offers.server";

const looksLikeSecret = /^[A-Za-z0-9_-]{43}$/;

/**
 * Runs a transaction in which the database shows the offer that `secret` opens, and no other. Null: this cannot be a
 * secret at all.
 */
export async function withKey<T>(
  actor: Actor,
  secret: string | null,
  run: (tx: Tx, tokenHash: string) => Promise<T>,
): Promise<T | null> {
  if (!secret || !looksLikeSecret.test(secret)) return null;
  const tokenHash = hashToken(secret);
  return withActor(actor, async (tx) => {
    await holdKey(tx, tokenHash);
    return run(tx, tokenHash);
  });
}
