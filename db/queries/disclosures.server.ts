import { sql } from "drizzle-orm";
import type { Tx } from "#db/client.server";

/** The names that one employer has been told, by proposal. A protected identity has none. */
export async function listToldNames(tx: Tx, employerId: number): Promise<Map<string, string>> {
  const rows = await tx.execute<{ proposal_id: string; name: string }>(sql`
    SELECT proposal_id, name FROM disclosures WHERE employer_id = ${employerId} AND name IS NOT NULL`);
  return new Map(rows.map(({ proposal_id, name }) => [proposal_id, name]));
}
