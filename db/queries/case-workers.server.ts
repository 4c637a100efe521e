import { sql } from "drizzle-orm";
import type { Tx } from "#db/client.server";

export type CaseWorker = { userId: string; name: string; agencyId: number; agency: string };

/** The case workers with an account in the actor's association, by agency and name. */
export async function listCaseWorkers(tx: Tx, associationId: number): Promise<CaseWorker[]> {
  const rows = await tx.execute<{ user_id: string; name: string; agency_id: number; agency: string }>(sql`
    SELECT u.id AS user_id, u.name, m.agency_id, a.name AS agency
      FROM memberships m
      JOIN auth_users u ON u.id = m.user_id
      JOIN commissioning_agencies a ON a.id = m.agency_id
     WHERE m.role = 'case_worker' AND m.association_id = ${associationId}
     ORDER BY a.name, u.name, u.id`);
  return rows.map((row) => ({
    userId: row.user_id,
    name: row.name,
    agencyId: row.agency_id,
    agency: row.agency,
  }));
}

/** The name behind a referral's case worker; null when there is none or the account is gone. */
export async function caseWorkerName(tx: Tx, userId: string | null): Promise<string | null> {
  if (userId === null) return null;
  const rows = await tx.execute<{ name: string }>(sql`SELECT name FROM auth_users WHERE id = ${userId}`);
  return rows[0]?.name ?? null;
}
