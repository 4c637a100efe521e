import { redirect } from "@remix-run/node";
import { type Actor, publicActor } from "#app/domain/identity/actor";
import { type CurrentSession, readSession } from "#app/services/identity/read-session.server";

/** Who asks: the signed-in user in the role chosen, or `publicActor` when nobody is signed in. */
export async function getActor(request: Request): Promise<Actor> {
  return (await readSession(request))?.actor ?? publicActor;
}

/** The session behind a request, for the pages of the own account; others are sent to sign in. */
export async function requireSession(request: Request): Promise<CurrentSession> {
  const session = await readSession(request);
  if (!session) throw redirect("/logga-in");
  return session;
}

/** The session of this request with its actor, or null. */
export const getSession = readSession;
