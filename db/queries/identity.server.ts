import { sql } from "drizzle-orm";
import type { Role } from "#app/domain/identity/actor";
import type { Executor, Tx } from "#db/client.server";

/** Who holds a session. `role` is null for a user who has several memberships and has not chosen yet, or has none. */
export type SessionHolder = {
  session_id: string;
  user_id: string;
  name: string;
  membership_id: string | null;
  role: Role | null;
  association_id: number | null;
  employer_id: number | null;
  agency_id: number | null;
  participant_id: string | null;
  memberships: string;
};

/** Looks up a live session by the hash of its token, in one statement. Demo accounts count only when allowed. */
export async function findSessionHolder(executor: Executor, tokenHash: string, demoAllowed: boolean) {
  const rows = await executor.execute<SessionHolder>(
    sql`SELECT * FROM session_holder(${tokenHash}, ${demoAllowed})`,
  );
  return rows[0] ?? null;
}

/** Adds a user whose e-mail address is known to be right. Returns the id; the old one when the address is taken. */
export async function addUser(tx: Tx, user: { id: string; email: string; name: string }): Promise<string> {
  const rows = await tx.execute<{ id: string }>(sql`
    INSERT INTO auth_users (id, name, email, email_verified)
    VALUES (${user.id}, ${user.name}, lower(${user.email}), true)
    ON CONFLICT (email) DO UPDATE SET updated_at = auth_users.updated_at
    RETURNING id`);
  return rows[0]!.id;
}

/** Lets a user sign in with a password (its hash). A password that exists is kept. */
export async function addCredential(tx: Tx, userId: string, passwordHash: string): Promise<void> {
  await tx.execute(sql`
    INSERT INTO auth_accounts (id, user_id, account_id, provider_id, password)
    VALUES (gen_random_uuid(), ${userId}, ${userId}, 'credential', ${passwordHash})
    ON CONFLICT (provider_id, account_id) DO NOTHING`);
}

export type NewMembership = {
  role: Role;
  /** Everyone but an employer. */
  associationId?: number;
  employerId?: number;
  agencyId?: number;
  participantId?: string;
};

/** Gives a user a role in a body. One that exists already is kept. */
export async function addMembership(tx: Tx, userId: string, membership: NewMembership): Promise<void> {
  await tx.execute(sql`
    INSERT INTO memberships (user_id, role, association_id, employer_id, agency_id, participant_id)
    VALUES (${userId}, ${membership.role}, ${membership.associationId ?? null}, ${membership.employerId ?? null},
      ${membership.agencyId ?? null}, ${membership.participantId ?? null})
    ON CONFLICT DO NOTHING`);
}
