import { sql } from "drizzle-orm";
import type { Tx } from "#db/client.server";

/** The placement of a proposal that waits for the employer's answer, or null. As `system`. */
export async function findPresented(
  tx: Tx,
  proposalId: string,
): Promise<{ placementId: number; title: string } | null> {
  const [row] = await tx.execute<{ placementId: number; title: string }>(sql`
    SELECT p.id AS "placementId", p.title FROM proposals o JOIN placements p ON p.id = o.placement_id
     WHERE o.id = ${proposalId}::uuid AND o.status = 'presented'`);
  return row ?? null;
}
