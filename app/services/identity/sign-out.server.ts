import { expiredSessionCookie, sessionHashOf } from "#app/platform/auth.server";
import { isDemo } from "#app/platform/env.server";
import { withIdentity } from "#db/identity.server";
import { deleteSession, deleteSessionsOf, findSessionHolder } from "#db/queries/identity.server";

/** Ends the session of this request, or all of its user's. Gives the cookies that take it out of the browser. */
export async function signOut(request: Request, everywhere: boolean): Promise<string[]> {
  const hash = sessionHashOf(request);
  if (hash) {
    await withIdentity(async (tx) => {
      const holder = everywhere ? await findSessionHolder(tx, hash, isDemo) : null;
      if (holder) await deleteSessionsOf(tx, holder.user_id);
      else await deleteSession(tx, hash);
    });
  }
  return [expiredSessionCookie()];
}
