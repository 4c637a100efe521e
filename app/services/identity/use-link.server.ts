import { isAPIError } from "better-auth/api";
import { done, type Failure, fail, type Success } from "#app/domain/outcome";
import { auth, hashOfCookie, sessionHashOf } from "#app/platform/auth.server";
import { isDemo } from "#app/platform/env.server";
import { browserOf, type SignedIn } from "#app/services/identity/sign-in.server";
import { withIdentity } from "#db/identity.server";
import { deleteSession, findSessionHolder, listMemberships, markSession } from "#db/queries/identity.server";

/** Signs in with a link's token, once. Failure: `link_used` when it is used, too old or never was. */
export async function useSignInLink(
  token: string,
  request: Request,
): Promise<Success<SignedIn> | Failure<"link_used">> {
  const cookies = await verify(token, request);
  if (!cookies) return fail("link_used");
  const memberships = await withIdentity(async (tx) => {
    const replaced = sessionHashOf(request);
    if (replaced) await deleteSession(tx, replaced);
    await markSession(tx, hashOfCookie(cookies), "sign_in_link");
    const holder = await findSessionHolder(tx, hashOfCookie(cookies), isDemo);
    return holder ? listMemberships(tx, holder.user_id) : [];
  });
  return memberships.length === 0 ? fail("link_used") : done({ cookies, memberships });
}

async function verify(token: string, request: Request): Promise<string[] | null> {
  try {
    const { headers } = await auth.api.magicLinkVerify({
      query: { token },
      headers: browserOf(request),
      returnHeaders: true,
    });
    return headers.getSetCookie();
  } catch (error) {
    // The library answers a bad token with a redirect of its own.
    if (isAPIError(error) && error.statusCode < 500) return null;
    throw error;
  }
}
