import { done, fail, type Success } from "#app/domain/outcome";
import { auth, lifetimes, tokenMadeBy } from "#app/platform/auth.server";
import { appUrl, isDemo } from "#app/platform/env.server";
import { log } from "#app/platform/log.server";
import { sendMail } from "#app/platform/mailer.server";
import { count, type Subjects, waitFor } from "#app/services/identity/attempts.server";
import type { TooMany } from "#app/services/identity/sign-in.server";
import { withIdentity } from "#db/identity.server";
import { findUserByEmail, hasPassword, listMemberships } from "#db/queries/identity.server";

/** Writes the mail: texts are made where languages are known. */
export type Compose = (link: { url: string; minutes: number }) => { subject: string; text: string };

/**
 * Sends a sign-in link to an employer or a participant with this address. Staff sign in with a password, so that a
 * second factor can be asked of them. The answer is the same whoever has the address; the mail leaves afterwards.
 */
export async function requestSignInLink(
  email: string,
  till: string | null,
  address: string,
  compose: Compose,
): Promise<Success | TooMany> {
  const refused = await countRequest(email, address);
  if (refused) return refused;
  inBackground(async () => {
    const user = await findWelcome(email);
    if (!user) return;
    const memberships = await withIdentity((tx) => listMemberships(tx, user.id));
    const byLink =
      memberships.length > 0 &&
      memberships.every(({ role }) => role === "employer" || role === "participant");
    if (!byLink) return;
    const token = await tokenMadeBy(() =>
      auth.api.signInMagicLink({ body: { email }, headers: new Headers() }),
    );
    const query = till ? `?till=${encodeURIComponent(till)}` : "";
    const url = `${appUrl}/logga-in/lank/${token}${query}`;
    await sendMail({ to: email, ...compose({ url, minutes: lifetimes.linkMinutes }) });
  });
  return done();
}

/** Sends a link for choosing a new password to somebody who signs in with one. The answer is always the same. */
export async function requestPasswordReset(
  email: string,
  address: string,
  compose: Compose,
): Promise<Success | TooMany> {
  const refused = await countRequest(email, address);
  if (refused) return refused;
  inBackground(async () => {
    const user = await findWelcome(email);
    if (!user || !(await withIdentity((tx) => hasPassword(tx, user.id)))) return;
    const token = await tokenMadeBy(() => auth.api.requestPasswordReset({ body: { email } }));
    const url = `${appUrl}/logga-in/nytt-losenord/${token}`;
    await sendMail({ to: email, ...compose({ url, minutes: lifetimes.resetMinutes }) });
  });
  return done();
}

async function countRequest(email: string, address: string): Promise<TooMany | null> {
  const subjects: Subjects = { link_account: email, link_address: address };
  const until = await waitFor(subjects);
  if (until) return { ...fail("too_many"), until };
  await count(subjects);
  return null;
}

async function findWelcome(email: string) {
  const user = await withIdentity((tx) => findUserByEmail(tx, email));
  return user && (isDemo || !user.demo) ? user : null;
}

function inBackground(run: () => Promise<void>) {
  run().catch((error) => log.error({ err: error }, "a sign-in mail was not sent"));
}
