import { auth, tokenMadeBy } from "#app/platform/auth.server";
import { isDemo } from "#app/platform/env.server";
import { withIdentity } from "#db/identity.server";
import { findUserByEmail, listMemberships } from "#db/queries/identity.server";

/**
 * What signs in somebody who has just shown, by a link sent there, that an address is theirs. Null for staff, who sign
 * in with a password.
 */
export async function makeSignInToken(email: string): Promise<string | null> {
  const memberships = await withIdentity(async (tx) => {
    const user = await findUserByEmail(tx, email);
    return user && (isDemo || !user.demo) ? listMemberships(tx, user.id) : [];
  });
  const byLink =
    memberships.length > 0 && memberships.every(({ role }) => role === "employer" || role === "participant");
  return byLink
    ? tokenMadeBy(() => auth.api.signInMagicLink({ body: { email }, headers: new Headers() }))
    : null;
}
