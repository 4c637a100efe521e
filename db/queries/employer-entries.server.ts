import { sql } from "drizzle-orm";
import type { Actor } from "#app/domain/identity/actor";
import type { EmployerEntry } from "#app/domain/organisations/register";
import type { Tx } from "#db/client.server";

/**
 * Writes down what staff entered on an employer's behalf; the employer reads it. Nothing when somebody else writes: the
 * employer itself, an import, the product.
 */
export async function noteEntry(
  tx: Tx,
  actor: Pick<Actor, "role" | "userId" | "name" | "associationId">,
  entry: { employerId: number } & Pick<EmployerEntry, "what" | "done" | "subject">,
): Promise<void> {
  if ((actor.role !== "coordinator" && actor.role !== "admin") || actor.associationId === null) return;
  await tx.execute(sql`
    INSERT INTO employer_entries (employer_id, association_id, user_id, user_name, what, done, subject)
    VALUES (${entry.employerId}, ${actor.associationId}, ${actor.userId}, ${actor.name}, ${entry.what}, ${entry.done},
            ${entry.subject})`);
}

/** What staff have entered for an employer, the newest first. */
export async function listEntries(tx: Tx, employerId: number, limit: number): Promise<EmployerEntry[]> {
  const rows = await tx.execute<EmployerEntry>(sql`
    SELECT n.what, n.done, n.subject, n.user_name AS "byName", a.name AS association, n.happened_at AS at
      FROM employer_entries n JOIN associations a ON a.id = n.association_id
     WHERE n.employer_id = ${employerId} ORDER BY n.id DESC LIMIT ${limit}`);
  return rows.map((row) => ({ ...row, at: new Date(row.at).toISOString() }));
}
