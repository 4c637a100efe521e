import { sql } from "drizzle-orm";
import type { EvidenceType } from "#app/domain/agreements/evidence-file";
import type { Tx } from "#db/client.server";

export type NewEvidence = {
  id: string;
  associationId: number;
  agreementId: string;
  signatureId: string;
  fileName: string;
  mediaType: EvidenceType;
  bytes: number;
  sha256: string;
  byName: string;
};

export async function addEvidence(tx: Tx, of: NewEvidence): Promise<void> {
  await tx.execute(sql`
    INSERT INTO agreement_evidence (id, association_id, agreement_id, signature_id, file_name, media_type, bytes, sha256,
                                    uploaded_by_name)
    VALUES (${of.id}, ${of.associationId}, ${of.agreementId}, ${of.signatureId}, ${of.fileName}, ${of.mediaType},
            ${of.bytes}, ${of.sha256}, ${of.byName})`);
}

/** A piece of evidence of an agreement, as the reader may see it (row level security). Ids are UUIDs. */
export type Evidence = {
  id: string;
  signatureId: string;
  fileName: string;
  mediaType: EvidenceType;
  bytes: number;
};
const select = sql`
  SELECT id, signature_id AS "signatureId", file_name AS "fileName", media_type AS "mediaType", bytes
    FROM agreement_evidence`;

export async function listEvidence(tx: Tx, agreementId: string): Promise<Evidence[]> {
  return [
    ...(await tx.execute<Evidence>(
      sql`${select} WHERE agreement_id = ${agreementId} ORDER BY uploaded_at, id`,
    )),
  ];
}

export async function findEvidence(tx: Tx, agreementId: string, id: string): Promise<Evidence | null> {
  const [row] = await tx.execute<Evidence>(sql`${select} WHERE agreement_id = ${agreementId} AND id = ${id}`);
  return row ?? null;
}
