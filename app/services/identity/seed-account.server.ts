import { randomUUID } from "node:crypto";
import { hashPassword } from "better-auth/crypto";
import { withIdentity } from "#db/identity.server";
import { addCredential, addMembership, addUser, type NewMembership } from "#db/queries/identity.server";

/**
 * Makes an account with its memberships; with `password` it can sign in with one, without only by e-mail link.
 * Running it again for the same e-mail changes nothing but adds missing memberships.
 * @returns the user's id, for contact_owner_user, case_worker_user and the like
 */
export async function seedAccount(input: {
  email: string;
  name: string;
  password?: string;
  id?: string;
  memberships: NewMembership[];
}): Promise<string> {
  const password = input.password === undefined ? null : await hashPassword(input.password);
  return withIdentity(async (tx) => {
    const userId = await addUser(tx, { id: input.id ?? randomUUID(), email: input.email, name: input.name });
    if (password) await addCredential(tx, userId, password);
    for (const membership of input.memberships) await addMembership(tx, userId, membership);
    return userId;
  });
}
