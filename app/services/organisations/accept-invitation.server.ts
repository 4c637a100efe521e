import { randomUUID } from "node:crypto";
import { systemActor } from "#app/domain/identity/actor";
import type { Duty } from "#app/domain/organisations/employer-rights";
import { done, fail, type Outcome } from "#app/domain/outcome";
import { appUrl } from "#app/platform/env.server";
import { makeSecret } from "#app/platform/secret.server";
import { hashToken } from "#app/platform/session-cookie.server";
import { makeSignInToken } from "#app/services/identity/make-sign-in-token.server";
import { withActor } from "#db/client.server";
import { asIdentity } from "#db/identity.server";
import * as invitations from "#db/queries/employer-invitations.server";
import { addUser } from "#db/queries/identity.server";

export type Invitation = { name: string; employerName: string; duty: Duty; workplace: string | null };

/** What an invitation's link is about; looking at it changes nothing. Errors: `link_used` (too old, or never was). */
export function readInvitation(token: string): Promise<Outcome<{ invitation: Invitation }, "link_used">> {
  return withActor(systemActor, async (tx) => {
    const found = await invitations.findInvited(tx, hashToken(token));
    if (!found) return fail("link_used");
    const { name, employerName, duty, workplace } = found;
    return done({ invitation: { name, employerName, duty, workplace } });
  });
}

/**
 * Accepts an invitation: an account for the address that the link was sent to, with as much right as the employer gave.
 * `signInToken` opens the sign-in page by link; null for somebody who signs in with a password. Errors: `link_used`.
 */
export async function acceptInvitation(
  token: string,
): Promise<Outcome<{ signInToken: string | null }, "link_used">> {
  const accepted = await withActor(systemActor, async (tx) => {
    const found = await invitations.findInvited(tx, hashToken(token));
    if (!found) return fail("link_used");
    const userId = await asIdentity(tx, async () => {
      const id = await addUser(tx, { id: randomUUID(), email: found.email, name: found.name });
      await invitations.addNarrowMembership(tx, found.employerId, id);
      return id;
    });
    await invitations.linkPerson(tx, found.id, userId);
    return done({ email: found.email });
  });
  if (!accepted.ok) return accepted;
  return done({ signInToken: await makeSignInToken(accepted.email) });
}

/** What the mail of an invitation needs, with a link of its own. Null: there is nobody to invite any more. */
export function prepareInvitation(personId: number) {
  const secret = makeSecret();
  return withActor(systemActor, async (tx) => {
    const person = await invitations.setInvitation(tx, personId, hashToken(secret));
    return person && { ...person, to: person.email, url: `${appUrl}/arbetsgivare/inbjudan/${secret}` };
  });
}
