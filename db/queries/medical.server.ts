import { sql } from "drizzle-orm";
import type { Tx } from "#db/client.server";
import type { Whose } from "#db/queries/kartlaggning.server";

// Bytes travel as base64: nothing here is ever clear text.
const bytes = (base64: string) => Buffer.from(base64, "base64");

export type StoredKey = { masterKeyId: string; wrapped: Buffer };

/** The person's wrapped data key, or null when none was made yet. */
export async function readKey(tx: Tx, whose: Whose): Promise<StoredKey | null> {
  const rows = await tx.execute<{ master_key_id: string; wrapped: string }>(sql`
    SELECT master_key_id, encode(wrapped, 'base64') AS wrapped FROM medical_keys
     WHERE association_id = ${whose.associationId} AND participant_id = ${whose.participantId}`);
  return rows[0] ? { masterKeyId: rows[0].master_key_id, wrapped: bytes(rows[0].wrapped) } : null;
}

export async function insertKey(tx: Tx, whose: Whose, key: StoredKey): Promise<void> {
  await tx.execute(sql`
    INSERT INTO medical_keys (association_id, participant_id, master_key_id, wrapped)
    VALUES (${whose.associationId}, ${whose.participantId}, ${key.masterKeyId},
            decode(${key.wrapped.toString("base64")}, 'base64'))`);
}

export type FoundKey = Whose & StoredKey;

/** Keys that another master key wrapped than this one, locked, `limit` after the one before. For the product itself. */
export async function lockKeysOfOtherMasters(
  tx: Tx,
  masterKeyId: string,
  after: Whose | null,
  limit: number,
): Promise<FoundKey[]> {
  const rows = await tx.execute<{
    association_id: number;
    participant_id: string;
    master_key_id: string;
    wrapped: string;
  }>(sql`
    SELECT association_id, participant_id, master_key_id, encode(wrapped, 'base64') AS wrapped FROM medical_keys
     WHERE master_key_id <> ${masterKeyId}
       AND (${after === null} OR (association_id, participant_id)
                                 > (${after?.associationId ?? 0}::integer, ${after?.participantId ?? null}::uuid))
     ORDER BY association_id, participant_id LIMIT ${limit} FOR UPDATE`);
  return rows.map((row) => ({
    associationId: row.association_id,
    participantId: row.participant_id,
    masterKeyId: row.master_key_id,
    wrapped: bytes(row.wrapped),
  }));
}

export async function replaceKey(tx: Tx, whose: Whose, key: StoredKey): Promise<void> {
  await tx.execute(sql`
    UPDATE medical_keys
       SET master_key_id = ${key.masterKeyId}, wrapped = decode(${key.wrapped.toString("base64")}, 'base64')
     WHERE association_id = ${whose.associationId} AND participant_id = ${whose.participantId}`);
}

export type SealedNotes = { version: number; sealed: Buffer; savedByName: string; savedAt: Date };

/** Every version of the notes, the newest first. */
export async function listSealedNotes(tx: Tx, whose: Whose): Promise<SealedNotes[]> {
  const rows = await tx.execute<{
    version: number;
    sealed: string;
    saved_by_name: string;
    saved_at: string;
  }>(sql`
    SELECT version, encode(sealed, 'base64') AS sealed, saved_by_name, saved_at FROM medical_notes
     WHERE association_id = ${whose.associationId} AND participant_id = ${whose.participantId}
     ORDER BY version DESC`);
  return rows.map((row) => ({
    version: row.version,
    sealed: bytes(row.sealed),
    savedByName: row.saved_by_name,
    savedAt: new Date(row.saved_at),
  }));
}

export async function insertSealedNotes(
  tx: Tx,
  whose: Whose,
  notes: Pick<SealedNotes, "version" | "sealed" | "savedByName">,
): Promise<void> {
  await tx.execute(sql`
    INSERT INTO medical_notes (association_id, participant_id, version, sealed, saved_by_name)
    VALUES (${whose.associationId}, ${whose.participantId}, ${notes.version},
            decode(${notes.sealed.toString("base64")}, 'base64'), ${notes.savedByName})`);
}
