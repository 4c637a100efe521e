import { sql } from "drizzle-orm";
import type { Risk } from "#app/domain/followups/followup";
import type { Rhythm, RhythmChoice, RhythmStep } from "#app/domain/followups/rhythm";
import type { PlacementKind } from "#app/domain/placements/vocabulary";
import type { Tx } from "#db/client.server";

/** The rhythms that an association has saved; the others are shipped. */
export async function listSavedRhythms(tx: Tx, associationId: number): Promise<Rhythm[]> {
  const rows = await tx.execute<{
    kind: PlacementKind;
    risk: Risk;
    steps: RhythmStep[];
    version: number;
    saved_by_name: string;
    saved_at: string;
  }>(sql`
    SELECT kind, risk, steps, version, saved_by_name, saved_at FROM followup_rhythms
     WHERE association_id = ${associationId}`);
  return rows.map((row) => ({
    kind: row.kind,
    risk: row.risk,
    steps: row.steps,
    version: row.version,
    savedByName: row.saved_by_name,
    savedAt: new Date(row.saved_at).toISOString(),
  }));
}

/** Saves a rhythm over the version that was read (0: the shipped one). False when another was saved meanwhile. */
export async function saveRhythm(
  tx: Tx,
  associationId: number,
  of: RhythmChoice & { steps: readonly RhythmStep[]; version: number; byName: string },
): Promise<boolean> {
  const steps = sql`${JSON.stringify(of.steps)}::jsonb`;
  const rows = await tx.execute(
    of.version === 0
      ? sql`INSERT INTO followup_rhythms (association_id, kind, risk, steps, saved_by_name)
            VALUES (${associationId}, ${of.kind}, ${of.risk}, ${steps}, ${of.byName})
            ON CONFLICT DO NOTHING RETURNING 1`
      : sql`UPDATE followup_rhythms
               SET steps = ${steps}, version = version + 1, saved_by_name = ${of.byName}, saved_at = now()
             WHERE association_id = ${associationId} AND kind = ${of.kind} AND risk = ${of.risk}
               AND version = ${of.version} RETURNING 1`,
  );
  return rows.length > 0;
}

/** Takes an own rhythm away: the shipped one counts again. False when another was saved meanwhile. */
export async function deleteRhythm(
  tx: Tx,
  associationId: number,
  of: RhythmChoice & { version: number },
): Promise<boolean> {
  const rows = await tx.execute(sql`
    DELETE FROM followup_rhythms
     WHERE association_id = ${associationId} AND kind = ${of.kind} AND risk = ${of.risk} AND version = ${of.version}
    RETURNING 1`);
  return rows.length > 0;
}
