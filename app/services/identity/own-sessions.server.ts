import { done, fail, type Outcome } from "#app/domain/outcome";
import type { CurrentSession } from "#app/services/identity/read-session.server";
import { withIdentity } from "#db/identity.server";
import {
  chooseMembership,
  deleteSessionById,
  hasPassword,
  listMemberships,
  listSessions,
  readEmail,
} from "#db/queries/identity.server";

/** What a person sees of the own account: where it is signed in, which roles it has, whether it has a password. */
export function readAccount(session: CurrentSession) {
  const userId = session.actor.userId ?? "";
  return withIdentity(async (tx) => ({
    name: session.actor.name,
    email: await readEmail(tx, userId),
    hasPassword: await hasPassword(tx, userId),
    memberships: await listMemberships(tx, userId),
    sessions: (await listSessions(tx, userId)).map((one) => ({
      ...one,
      current: one.id === session.sessionId,
    })),
  }));
}

/** Ends one of the own sessions. Failure: `not_found`, also for somebody else's. */
export async function endSession(session: CurrentSession, sessionId: string): Promise<Outcome> {
  const ended = await withIdentity((tx) => deleteSessionById(tx, session.actor.userId ?? "", sessionId));
  return ended ? done() : fail("not_found");
}

/** The roles that a person may choose between. */
export function listOwnRoles(session: CurrentSession) {
  return withIdentity((tx) => listMemberships(tx, session.actor.userId ?? ""));
}

/** Takes a role for this session. Failure: `not_found` for a role that is not the person's own. */
export async function chooseRole(session: CurrentSession, membershipId: string) {
  return withIdentity(async (tx) => {
    const own = await listMemberships(tx, session.actor.userId ?? "");
    const chosen = own.find(({ id }) => id === membershipId);
    if (!chosen) return fail("not_found");
    await chooseMembership(tx, session.sessionId, chosen.id);
    return done({ role: chosen.role });
  });
}
