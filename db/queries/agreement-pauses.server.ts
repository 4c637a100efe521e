import { sql } from "drizzle-orm";
import type { Pause, PauseKind } from "#app/domain/agreements/pause";
import { planOnce, type Tx } from "#db/client.server";

/**
 * The pauses of an agreement, the earliest first. `kind` is `other` for whoever may not know more: row level security hides
 * it from employers and agencies. The product itself (`system`) reads it: what it shows to a workplace leaves it out.
 */
export async function listPauses(tx: Tx, agreementId: string): Promise<Pause[]> {
  const rows = await planOnce(tx).execute<{ from: string; until: string | null; kind: PauseKind }>(sql`
    SELECT u.from_on::text AS "from", u.until_on::text AS "until", coalesce(k.kind, 'other') AS kind
      FROM agreement_pauses u LEFT JOIN agreement_pause_kinds k ON k.pause_id = u.id
     WHERE u.agreement_id = ${agreementId} ORDER BY u.from_on`);
  return rows.map(({ from, until, kind }) => ({ from, until, kind }));
}

type Owner = { id: string; associationId: number };

/** Adds a pause. Only a pause that is not `other` says why, and only where staff and the participant read it. */
export async function addPause(tx: Tx, of: Owner, pause: Pause): Promise<void> {
  const [row] = await tx.execute<{ id: string }>(sql`
    INSERT INTO agreement_pauses (association_id, agreement_id, from_on, until_on)
    VALUES (${of.associationId}, ${of.id}, ${pause.from}::date, ${pause.until}::date) RETURNING id`);
  if (pause.kind === "other") return;
  await tx.execute(sql`
    INSERT INTO agreement_pause_kinds (pause_id, association_id, agreement_id, kind)
    VALUES (${row!.id}, ${of.associationId}, ${of.id}, ${pause.kind})`);
}

/** Gives the pause that begins on a day another last day, or takes it away when there is none. */
export async function movePauseEnd(tx: Tx, of: Owner, from: string, until: string | null): Promise<void> {
  const where = sql`agreement_id = ${of.id} AND from_on = ${from}::date`;
  await tx.execute(
    until === null
      ? sql`DELETE FROM agreement_pauses WHERE ${where}`
      : sql`UPDATE agreement_pauses SET until_on = ${until}::date WHERE ${where}`,
  );
}
