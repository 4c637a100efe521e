import { sql } from "drizzle-orm";
import type { Actor } from "#app/domain/identity/actor";
import type { Tx } from "#db/client.server";

/** The membership that an actor acts as. As `identity`. */
const membershipOf = (actor: Actor) => sql`
  SELECT id FROM memberships
   WHERE user_id = ${actor.userId} AND role = ${actor.role} AND participant_id IS NOT DISTINCT FROM ${actor.participantId}::uuid
     AND employer_id IS NOT DISTINCT FROM ${actor.employerId}::integer
     AND association_id IS NOT DISTINCT FROM ${actor.associationId}::integer`;

/** Since when this role of a person has a calendar, or null. An ISO moment. */
export async function feedSince(tx: Tx, actor: Actor): Promise<string | null> {
  const [row] = await tx.execute<{ created_at: string }>(sql`
    SELECT created_at FROM calendar_feeds WHERE membership_id IN (${membershipOf(actor)})`);
  return row ? new Date(row.created_at).toISOString() : null;
}

/** Gives a role of a person a calendar; the address before it opens nothing any more. False: there is no such role. */
export async function setFeed(tx: Tx, actor: Actor, hash: string): Promise<boolean> {
  const rows = await tx.execute(sql`
    INSERT INTO calendar_feeds (membership_id, user_id, token_hash)
    SELECT id, ${actor.userId}, ${hash} FROM (${membershipOf(actor)}) AS own
    ON CONFLICT (membership_id) DO UPDATE SET token_hash = excluded.token_hash, created_at = now()
    RETURNING 1`);
  return rows.length === 1;
}

export async function removeFeed(tx: Tx, actor: Actor): Promise<void> {
  await tx.execute(sql`DELETE FROM calendar_feeds WHERE membership_id IN (${membershipOf(actor)})`);
}

/** Whose calendar a secret opens, acting in the role it was made for. Demo accounts count only when allowed. */
export async function findFeedOwner(tx: Tx, hash: string, demoAllowed: boolean): Promise<Actor | null> {
  const [row] = await tx.execute<Actor>(sql`
    SELECT u.id AS "userId", u.name, m.role, m.association_id AS "associationId", m.employer_id AS "employerId",
           m.agency_id AS "agencyId", m.participant_id AS "participantId"
      FROM calendar_feeds f JOIN memberships m ON m.id = f.membership_id JOIN auth_users u ON u.id = m.user_id
     WHERE f.token_hash = ${hash} AND (${demoAllowed} OR NOT u.demo)`);
  return row ? { ...row } : null;
}
