import { sql } from "drizzle-orm";
import { inAlphabet } from "#app/domain/alphabet";
import type { Role } from "#app/domain/identity/actor";
import type { AtWork } from "#app/domain/reports/people";
import type { Tx } from "#db/client.server";

/** Who works with an association: staff, board and its case workers. Participants are not among them. */
export async function listAtWork(tx: Tx, associationId: number): Promise<AtWork[]> {
  const rows = await tx.execute<{ user_id: string; name: string; role: Role; agency: string | null }>(sql`
    SELECT u.id AS user_id, u.name, m.role, a.name AS agency
      FROM memberships m JOIN auth_users u ON u.id = m.user_id
      LEFT JOIN commissioning_agencies a ON a.id = m.agency_id
     WHERE m.association_id = ${associationId} AND m.role <> 'participant'`);
  return rows
    .map(({ user_id: userId, ...of }) => ({ userId, ...of }))
    .sort((a, b) => inAlphabet(a.name, b.name));
}
