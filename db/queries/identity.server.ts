import { sql } from "drizzle-orm";
import type { Role } from "#app/domain/identity/actor";
import type { SignInWay } from "#app/domain/identity/sign-in-way";
import { type Executor, planOnce, type Tx } from "#db/client.server";

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
  /** Reminders that this role has not read. */
  unread: number;
};

/** Looks up a live session by the hash of its token, in one statement. Demo accounts count only when allowed. */
export async function findSessionHolder(executor: Executor, tokenHash: string, demoAllowed: boolean) {
  const rows = await planOnce(executor).execute<SessionHolder>(
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

/** A user by e-mail address (lower case), or null. */
export async function findUserByEmail(tx: Tx, email: string) {
  const rows = await tx.execute<{ id: string; demo: boolean }>(
    sql`SELECT id, demo FROM auth_users WHERE email = ${email}`,
  );
  return rows[0] ?? null;
}

export async function readEmail(tx: Tx, userId: string): Promise<string> {
  const rows = await tx.execute<{ email: string }>(sql`SELECT email FROM auth_users WHERE id = ${userId}`);
  return rows[0]?.email ?? "";
}

/** Whether a user signs in with a password. */
export async function hasPassword(tx: Tx, userId: string): Promise<boolean> {
  const rows = await tx.execute(
    sql`SELECT 1 FROM auth_accounts WHERE user_id = ${userId} AND provider_id = 'credential' AND password IS NOT NULL`,
  );
  return rows.length > 0;
}

/** A role of a user, and the name of the body it is in (null for a participant: the own association says nothing). */
export type Membership = { id: string; role: Role; body: string | null };

export async function listMemberships(tx: Tx, userId: string): Promise<Membership[]> {
  const rows = await tx.execute<Membership>(sql`
    SELECT m.id, m.role, coalesce(g.name, e.name, a.name) AS body
      FROM memberships m
      LEFT JOIN commissioning_agencies g ON g.id = m.agency_id
      LEFT JOIN employers e ON e.id = m.employer_id
      LEFT JOIN associations a ON a.id = m.association_id
     WHERE m.user_id = ${userId}
     ORDER BY m.role, body, m.id`);
  return [...rows];
}

/** The live sessions of a user, newest first. Times are ISO strings. */
export async function listSessions(tx: Tx, userId: string) {
  const rows = await tx.execute<{ id: string; user_agent: string | null; created_at: string }>(sql`
    SELECT id, user_agent, to_char(created_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') AS created_at
      FROM auth_sessions WHERE user_id = ${userId} AND expires_at > now() ORDER BY auth_sessions.created_at DESC`);
  return rows.map((row) => ({ id: row.id, userAgent: row.user_agent ?? "", createdAt: row.created_at }));
}

/** Writes down how a session began. */
export async function markSession(tx: Tx, tokenHash: string, way: SignInWay): Promise<void> {
  await tx.execute(sql`UPDATE auth_sessions SET signed_in_with = ${way} WHERE token_hash = ${tokenHash}`);
}

/** How a session began; null when it is gone, or from before this was written down. */
export async function readSignInWay(tx: Tx, sessionId: string): Promise<SignInWay | null> {
  const [row] = await tx.execute<{ way: SignInWay | null }>(
    sql`SELECT signed_in_with AS way FROM auth_sessions WHERE id = ${sessionId}`,
  );
  return row?.way ?? null;
}

export async function deleteSession(tx: Tx, tokenHash: string): Promise<void> {
  await tx.execute(sql`DELETE FROM auth_sessions WHERE token_hash = ${tokenHash}`);
}

/** Ends one session of a user; false when it is not that user's. */
export async function deleteSessionById(tx: Tx, userId: string, sessionId: string): Promise<boolean> {
  const rows = await tx.execute(
    sql`DELETE FROM auth_sessions WHERE id = ${sessionId} AND user_id = ${userId} RETURNING id`,
  );
  return rows.length > 0;
}

export async function deleteSessionsOf(tx: Tx, userId: string): Promise<void> {
  await tx.execute(sql`DELETE FROM auth_sessions WHERE user_id = ${userId}`);
}

export async function deleteOtherSessions(tx: Tx, userId: string, kept: string): Promise<void> {
  await tx.execute(sql`DELETE FROM auth_sessions WHERE user_id = ${userId} AND id <> ${kept}`);
}

export async function chooseMembership(tx: Tx, sessionId: string, membershipId: string): Promise<void> {
  await tx.execute(sql`UPDATE auth_sessions SET membership_id = ${membershipId} WHERE id = ${sessionId}`);
}

/** Removes what has passed its time, at most `limit` rows of each kind. Answers how many went. */
export async function deleteExpired(tx: Tx, limit: number): Promise<number> {
  const rows = await tx.execute<{ gone: number }>(sql`
    WITH sessions AS (
      DELETE FROM auth_sessions WHERE id IN (
        SELECT id FROM auth_sessions WHERE expires_at < now() LIMIT ${limit} FOR UPDATE SKIP LOCKED) RETURNING 1),
    links AS (
      DELETE FROM auth_verifications WHERE id IN (
        SELECT id FROM auth_verifications WHERE expires_at < now() LIMIT ${limit} FOR UPDATE SKIP LOCKED) RETURNING 1),
    attempts AS (
      DELETE FROM auth_rate_limits WHERE key IN (
        SELECT key FROM auth_rate_limits WHERE resets_at < now() LIMIT ${limit} FOR UPDATE SKIP LOCKED) RETURNING 1)
    SELECT ((SELECT count(*) FROM sessions) + (SELECT count(*) FROM links) + (SELECT count(*) FROM attempts))::integer AS gone`);
  return rows[0]?.gone ?? 0;
}
