import { sql } from "drizzle-orm";
import type { SupervisorReference } from "#app/domain/agreements/supervisor-reference";
import type { Tx } from "#db/client.server";

/** What the supervisor has said, when something is and the reader may know (row level security). */
export async function findReference(tx: Tx, agreementId: string): Promise<SupervisorReference | null> {
  const [row] = await tx.execute<SupervisorReference>(sql`
    SELECT supervisor_name AS "supervisorName", went_well AS "wentWell", recommends, contact, may_certify AS "mayCertify"
      FROM supervisor_references WHERE agreement_id = ${agreementId}`);
  return row ?? null;
}

/** Writes what the supervisor says, once; false when it is written already. */
export async function addReference(
  tx: Tx,
  of: { id: string; associationId: number },
  said: SupervisorReference,
): Promise<boolean> {
  const rows = await tx.execute(sql`
    INSERT INTO supervisor_references (association_id, agreement_id, supervisor_name, went_well, recommends, contact,
                                       may_certify)
    VALUES (${of.associationId}, ${of.id}, ${said.supervisorName}, ${said.wentWell}, ${said.recommends}, ${said.contact},
            ${said.mayCertify})
    ON CONFLICT (agreement_id) DO NOTHING RETURNING 1`);
  return rows.length > 0;
}
