import { sql } from "drizzle-orm";
import type { Tx } from "#db/client.server";

/** Every commissioning agency, by name. */
export async function listAgencies(tx: Tx): Promise<{ id: number; name: string }[]> {
  const rows = await tx.execute<{ id: number; name: string }>(
    sql`SELECT id, name FROM commissioning_agencies ORDER BY name`,
  );
  return rows.map(({ id, name }) => ({ id, name }));
}

/** The municipalities that the association serves, by name. */
export async function listMunicipalities(
  tx: Tx,
  associationId: number,
): Promise<{ code: string; name: string }[]> {
  const rows = await tx.execute<{ code: string; name: string }>(sql`
    SELECT m.code, m.name FROM association_municipalities am JOIN municipalities m ON m.code = am.municipality_code
     WHERE am.association_id = ${associationId} ORDER BY m.name`);
  return rows.map(({ code, name }) => ({ code, name }));
}
