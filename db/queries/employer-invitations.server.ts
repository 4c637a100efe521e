import { sql } from "drizzle-orm";
import type { Duty } from "#app/domain/organisations/employer-rights";
import type { Tx } from "#db/client.server";

/** Lets a user act for the employer as far as the own rows reach. As `identity`. */
export async function addNarrowMembership(tx: Tx, employerId: number, userId: string): Promise<void> {
  await tx.execute(sql`
    INSERT INTO memberships (user_id, role, employer_id, narrowed) VALUES (${userId}, 'employer', ${employerId}, true)
    ON CONFLICT DO NOTHING`);
}

/** An invitation that can be accepted, by the hash of what its link carries. As `system`; locks the person. */
export async function findInvited(tx: Tx, hash: string) {
  const [row] = await tx.execute<{
    id: number;
    name: string;
    email: string;
    duty: Duty;
    employerId: number;
    employerName: string;
    workplace: string | null;
  }>(sql`
    SELECT c.id, c.name, c.email, c.duty, c.employer_id AS "employerId", e.name AS "employerName", w.name AS workplace
      FROM contact_persons c JOIN employers e ON e.id = c.employer_id LEFT JOIN workplaces w ON w.id = c.workplace_id
     WHERE c.invitation_hash = ${hash} AND c.invitation_expires_at > now() AND c.user_id IS NULL
       AND c.email IS NOT NULL AND c.duty IS NOT NULL
       FOR UPDATE OF c`);
  return row ?? null;
}

/** Somebody is invited from now on: the mail job makes the link. False the second time within a minute. */
export async function beginInvitation(tx: Tx, id: number): Promise<boolean> {
  const rows = await tx.execute(sql`
    UPDATE contact_persons SET invited_at = now(), invitation_expires_at = now() + interval '7 days'
     WHERE id = ${id} AND user_id IS NULL AND (invited_at IS NULL OR invited_at < now() - interval '1 minute') RETURNING 1`);
  return rows.length > 0;
}

/** Who is to be invited by mail, with the hash of the new link; earlier links open nothing. As `system`. */
export async function setInvitation(tx: Tx, id: number, hash: string) {
  const [row] = await tx.execute<{ name: string; email: string; duty: Duty; employerName: string }>(sql`
    UPDATE contact_persons c SET invitation_hash = ${hash}
      FROM employers e
     WHERE c.id = ${id} AND e.id = c.employer_id AND c.user_id IS NULL AND c.email IS NOT NULL
       AND c.duty IS NOT NULL AND c.invitation_expires_at > now()
    RETURNING c.name, c.email, c.duty, e.name AS "employerName"`);
  return row ?? null;
}

/** The invitation is accepted: the person signs in as this user. As `system`. */
export async function linkPerson(tx: Tx, id: number, userId: string): Promise<void> {
  await tx.execute(sql`
    UPDATE contact_persons SET user_id = ${userId}, invitation_hash = NULL, invitation_expires_at = NULL WHERE id = ${id}`);
}
