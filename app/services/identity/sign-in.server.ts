import { isAPIError } from "better-auth/api";
import { done, type Failure, fail, type Success } from "#app/domain/outcome";
import { auth, hashOfCookie, sessionHashOf } from "#app/platform/auth.server";
import { isDemo } from "#app/platform/env.server";
import { count, forget, type Subjects, waitFor } from "#app/services/identity/attempts.server";
import { withIdentity } from "#db/identity.server";
import {
  deleteSession,
  findUserByEmail,
  listMemberships,
  type Membership,
  markSession,
} from "#db/queries/identity.server";

export type SignedIn = { cookies: string[]; memberships: Membership[] };
export type TooMany = Failure<"too_many"> & { until: Date };

/** An address that nobody has: the answer to it costs as much time as to one that somebody has. */
const nobody = "ingen@inloggning.invalid";

/**
 * Signs in with e-mail and password. Failures: `wrong_credentials` (also for an unknown address and for a demo account
 * outside a demo), `too_many` with `until`, `no_role` when the account has no membership.
 * @param address the network address of the person, for counting failures
 */
export async function signIn(
  input: { email: string; password: string },
  request: Request,
  address: string,
): Promise<Success<SignedIn> | Failure<"wrong_credentials" | "no_role"> | TooMany> {
  const pair: Subjects = { sign_in_pair: `${input.email} ${address}` };
  const subjects: Subjects = { ...pair, sign_in_account: input.email, sign_in_address: address };
  const early = await waitFor(subjects);
  if (early) return { ...fail("too_many"), until: early };

  const user = await withIdentity((tx) => findUserByEmail(tx, input.email));
  const welcome = user !== null && (isDemo || !user.demo);
  const cookies = await tryPassword(welcome ? input.email : nobody, input.password, request);
  if (!cookies || !user) {
    await count(subjects);
    return fail("wrong_credentials");
  }
  // Many guesses at once all pass the first question: asked again, the right one among them is too late.
  const late = await waitFor(subjects);
  const memberships = await withIdentity(async (tx) => {
    const found = await listMemberships(tx, user.id);
    const replaced = sessionHashOf(request);
    if (replaced) await deleteSession(tx, replaced);
    if (late || found.length === 0) await deleteSession(tx, hashOfCookie(cookies));
    else await markSession(tx, hashOfCookie(cookies), "password");
    return found;
  });
  if (late) return { ...fail("too_many"), until: late };
  if (memberships.length === 0) return fail("no_role");
  await forget(pair);
  return done({ cookies, memberships });
}

/** The cookies of a new session, or null when the password is not the right one. */
async function tryPassword(email: string, password: string, request: Request): Promise<string[] | null> {
  try {
    const { headers } = await auth.api.signInEmail({
      body: { email, password },
      headers: browserOf(request),
      returnHeaders: true,
    });
    return headers.getSetCookie();
  } catch (error) {
    if (isAPIError(error) && error.statusCode < 500) return null;
    throw error;
  }
}

/** What a session remembers of the request: the browser's name, so that a person recognises it at /konto. */
export function browserOf(request: Request): Headers {
  return new Headers({ "User-Agent": (request.headers.get("User-Agent") ?? "").slice(0, 300) });
}
