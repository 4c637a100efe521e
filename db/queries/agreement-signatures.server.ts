import { sql } from "drizzle-orm";
import type { Signature } from "#app/domain/agreements/agreement";
import type { ProxyReason, SignatureSlot, SigningWay } from "#app/domain/agreements/signatures";
import { planOnce, type Tx } from "#db/client.server";

/** Every signature, also those that were voided, oldest first. */
export async function listSignatures(tx: Tx, agreementId: string): Promise<Signature[]> {
  const rows = await planOnce(tx).execute<{
    id: string;
    version: number;
    slot: SignatureSlot;
    signed_by_user: string | null;
    signed_by_name: string;
    way: SigningWay;
    session_strength: string | null;
    proxy_reason: ProxyReason | null;
    recorded_by_name: string | null;
    note: string;
    hash: string;
    signed_at: string;
    voided_at: string | null;
  }>(sql`
    SELECT id, version, slot, signed_by_user, signed_by_name, way, session_strength, proxy_reason, recorded_by_name, note,
           hash, signed_at, voided_at
      FROM agreement_signatures WHERE agreement_id = ${agreementId} ORDER BY signed_at, id`);
  return rows.map((row) => ({
    id: row.id,
    version: row.version,
    slot: row.slot,
    userId: row.signed_by_user,
    name: row.signed_by_name,
    way: row.way,
    sessionStrength: row.session_strength,
    proxyReason: row.proxy_reason,
    recordedByName: row.recorded_by_name,
    note: row.note,
    hash: row.hash,
    signedAt: new Date(row.signed_at).toISOString(),
    voidedAt: row.voided_at && new Date(row.voided_at).toISOString(),
  }));
}

export type NewSignature = {
  agreementId: string;
  associationId: number;
  version: number;
  slot: SignatureSlot;
  userId: string | null;
  name: string;
  way: SigningWay;
  sessionStrength: string | null;
  proxyReason?: ProxyReason | null;
  recordedBy?: { userId: string; name: string } | null;
  note?: string;
  hash: string;
};

/** Sets a signature. Null: the place was taken while this one waited. */
export async function addSignature(tx: Tx, of: NewSignature): Promise<string | null> {
  const rows = await tx.execute<{ id: string }>(sql`
    INSERT INTO agreement_signatures (association_id, agreement_id, version, slot, signed_by_user, signed_by_name, way,
                                      session_strength, proxy_reason, recorded_by_user, recorded_by_name, note, hash)
    VALUES (${of.associationId}, ${of.agreementId}, ${of.version}, ${of.slot}, ${of.userId}, ${of.name}, ${of.way},
            ${of.sessionStrength}, ${of.proxyReason ?? null}, ${of.recordedBy?.userId ?? null},
            ${of.recordedBy?.name ?? null}, ${of.note ?? ""}, ${of.hash})
    ON CONFLICT (agreement_id, version, slot) WHERE voided_at IS NULL DO NOTHING RETURNING id`);
  return rows[0]?.id ?? null;
}

/** Makes every signature on a version void; they stay in the history. Answers how many there were. */
export async function voidSignatures(tx: Tx, agreementId: string, version: number): Promise<number> {
  const rows = await tx.execute(sql`
    UPDATE agreement_signatures SET voided_at = now()
     WHERE agreement_id = ${agreementId} AND version = ${version} AND voided_at IS NULL RETURNING 1`);
  return rows.length;
}
