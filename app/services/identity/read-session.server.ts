import { type Actor, publicActor } from "#app/domain/identity/actor";
import { sessionHashOf } from "#app/platform/auth.server";
import { isDemo } from "#app/platform/env.server";
import { db, withDeadline } from "#db/client.server";
import { findSessionHolder, type SessionHolder } from "#db/queries/identity.server";

export type CurrentSession = {
  actor: Actor;
  sessionId: string;
  tokenHash: string;
  memberships: number;
  unread: number;
};

/** Loaders of one page ask at the same moment: they share one round trip. Nothing is kept once it is answered. */
const asked = new Map<string, Promise<SessionHolder | null>>();

/**
 * Who sends this request, or null. The database decides every time, so a revoked session is dead at once.
 * A user with several roles who has not chosen one comes as `public` with a `userId`.
 */
export async function readSession(request: Request): Promise<CurrentSession | null> {
  const tokenHash = sessionHashOf(request);
  if (!tokenHash) return null;
  const found = await findOnce(tokenHash);
  if (!found) return null;
  return {
    actor: actorOf(found),
    sessionId: found.session_id,
    tokenHash,
    memberships: Number(found.memberships),
    unread: found.unread,
  };
}

function findOnce(tokenHash: string): Promise<SessionHolder | null> {
  const waiting = asked.get(tokenHash);
  if (waiting) return waiting;
  const answer = withDeadline(findSessionHolder(db, tokenHash, isDemo)).finally(() =>
    asked.delete(tokenHash),
  );
  asked.set(tokenHash, answer);
  return answer;
}

function actorOf(holder: SessionHolder): Actor {
  if (holder.role === null) return { ...publicActor, userId: holder.user_id, name: holder.name };
  return {
    sessionId: holder.session_id,
    userId: holder.user_id,
    name: holder.name,
    role: holder.role,
    associationId: holder.association_id,
    employerId: holder.employer_id,
    agencyId: holder.agency_id,
    participantId: holder.participant_id,
  };
}
