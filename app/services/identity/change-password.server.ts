import { isAPIError } from "better-auth/api";
import { type NewPasswordProblem, problemWith } from "#app/domain/identity/password";
import { done, type Failure, fail, type Success } from "#app/domain/outcome";
import { auth } from "#app/platform/auth.server";
import { count, forget, type Subjects, waitFor } from "#app/services/identity/attempts.server";
import type { CurrentSession } from "#app/services/identity/read-session.server";
import type { TooMany } from "#app/services/identity/sign-in.server";
import { withIdentity } from "#db/identity.server";
import { deleteOtherSessions } from "#db/queries/identity.server";

/** Changes the own password and ends every other session. Failures: of the new password, `wrong_password`, `too_many`. */
export async function changePassword(
  session: CurrentSession,
  request: Request,
  input: { current: string; password: string; again: string },
): Promise<Success | Failure<NewPasswordProblem | "wrong_password"> | TooMany> {
  const problem = problemWith(input.password, input.again);
  if (problem) return fail(problem);
  const userId = session.actor.userId ?? "";
  const subjects: Subjects = { sign_in_pair: `password ${userId}` };
  const until = await waitFor(subjects);
  if (until) return { ...fail("too_many"), until };
  try {
    await auth.api.changePassword({
      body: { currentPassword: input.current, newPassword: input.password },
      headers: new Headers({ Cookie: request.headers.get("Cookie") ?? "" }),
    });
  } catch (error) {
    if (!isAPIError(error) || error.statusCode >= 500) throw error;
    await count(subjects);
    return fail("wrong_password");
  }
  await withIdentity((tx) => deleteOtherSessions(tx, userId, session.sessionId));
  await forget(subjects);
  return done();
}

/** Chooses a new password with a mailed token, once; every session of the account ends. Failure also: `link_used`. */
export async function resetPassword(
  token: string,
  input: { password: string; again: string },
): Promise<Success | Failure<NewPasswordProblem | "link_used">> {
  const problem = problemWith(input.password, input.again);
  if (problem) return fail(problem);
  try {
    await auth.api.resetPassword({ body: { token, newPassword: input.password } });
    return done();
  } catch (error) {
    if (isAPIError(error) && error.statusCode < 500) return fail("link_used");
    throw error;
  }
}
