import { sql } from "drizzle-orm";
import type { InstrumentVersion, RatingItem } from "#app/domain/followups/instrument";
import type { Tx } from "#db/client.server";

/** A version of an association's own instrument, as its editor needs it. Times are ISO strings. */
export type OwnVersion = InstrumentVersion & {
  /** Null: a draft. */
  usedAt: string | null;
  revision: number;
  savedByName: string;
  savedAt: string;
};
/** An association's own instrument with its versions, the newest first. */
export type OwnInstrument = {
  code: string;
  activeVersion: number | null;
  retiredAt: string | null;
  versions: OwnVersion[];
};

/** The version that is answered in an association now; null: the shipped one. */
export async function findActiveVersion(tx: Tx, associationId: number): Promise<InstrumentVersion | null> {
  const [row] = await tx.execute<InstrumentVersion>(sql`
    SELECT v.code, v.version, v.name, v.items FROM instruments i
      JOIN instrument_versions v ON v.association_id = i.association_id AND v.code = i.code AND v.version = i.active_version
     WHERE i.association_id = ${associationId} AND i.active_version IS NOT NULL`);
  return row ?? null;
}

/** A version that has been used, or null. */
export async function findUsedVersion(
  tx: Tx,
  associationId: number,
  of: { code: string; version: number },
): Promise<InstrumentVersion | null> {
  const [row] = await tx.execute<InstrumentVersion>(sql`
    SELECT code, version, name, items FROM instrument_versions
     WHERE association_id = ${associationId} AND code = ${of.code} AND version = ${of.version} AND used_at IS NOT NULL`);
  return row ?? null;
}

/** The newest used wording of each own instrument. */
export async function listNewestUsed(tx: Tx, associationId: number): Promise<InstrumentVersion[]> {
  const rows = await tx.execute<InstrumentVersion>(sql`
    SELECT DISTINCT ON (code) code, version, name, items FROM instrument_versions
     WHERE association_id = ${associationId} AND used_at IS NOT NULL ORDER BY code, version DESC`);
  return [...rows];
}

/** Everything that an association has written, what is in use first. */
export async function listInstruments(tx: Tx, associationId: number): Promise<OwnInstrument[]> {
  const instruments = await tx.execute<Omit<OwnInstrument, "versions">>(sql`
    SELECT code, active_version AS "activeVersion", retired_at AS "retiredAt" FROM instruments
     WHERE association_id = ${associationId} ORDER BY active_version IS NULL, retired_at IS NOT NULL, created_at DESC LIMIT 50`);
  const versions = await tx.execute<OwnVersion>(sql`
    SELECT code, version, name, items, used_at AS "usedAt", revision, saved_by_name AS "savedByName", saved_at AS "savedAt"
      FROM instrument_versions WHERE association_id = ${associationId} ORDER BY version DESC LIMIT 500`);
  return instruments.map((instrument) => ({
    ...instrument,
    retiredAt: iso(instrument.retiredAt),
    versions: versions
      .filter(({ code }) => code === instrument.code)
      .map((one) => ({ ...one, usedAt: iso(one.usedAt), savedAt: iso(one.savedAt)! })),
  }));
}

/** Locks an own instrument; false: there is none. */
export async function lockInstrument(tx: Tx, associationId: number, code: string): Promise<boolean> {
  const rows = await tx.execute(sql`
    SELECT 1 FROM instruments WHERE association_id = ${associationId} AND code = ${code} FOR UPDATE`);
  return rows.length > 0;
}

/** A new instrument; false: this form has made it already. */
export async function addInstrument(
  tx: Tx,
  associationId: number,
  code: string,
  byName: string,
): Promise<boolean> {
  const rows = await tx.execute(sql`
    INSERT INTO instruments (association_id, code, created_by_name) VALUES (${associationId}, ${code}, ${byName})
    ON CONFLICT DO NOTHING RETURNING 1`);
  return rows.length > 0;
}

type Draft = { code: string; name: string; items: readonly RatingItem[]; byName: string };

/** The next version, as a draft. */
export async function addDraft(tx: Tx, associationId: number, draft: Draft): Promise<void> {
  await tx.execute(sql`
    INSERT INTO instrument_versions (association_id, code, version, name, items, saved_by_name)
    SELECT ${associationId}, ${draft.code}, coalesce(max(version), 0) + 1, ${draft.name}, ${JSON.stringify(draft.items)}::jsonb,
           ${draft.byName}
      FROM instrument_versions WHERE association_id = ${associationId} AND code = ${draft.code}`);
}

/** Writes a draft over, when it is still the one that was read; whether it was. */
export async function saveDraft(
  tx: Tx,
  associationId: number,
  draft: Draft,
  revision: number,
): Promise<boolean> {
  const rows = await tx.execute(sql`
    UPDATE instrument_versions
       SET name = ${draft.name}, items = ${JSON.stringify(draft.items)}::jsonb, saved_by_name = ${draft.byName},
           saved_at = now(), revision = revision + 1
     WHERE association_id = ${associationId} AND code = ${draft.code} AND used_at IS NULL AND revision = ${revision}
     RETURNING 1`);
  return rows.length > 0;
}

/** Puts a version to use instead of what was; a draft is one no longer. */
export async function activateVersion(
  tx: Tx,
  associationId: number,
  code: string,
  version: number,
): Promise<void> {
  await tx.execute(sql`UPDATE instruments SET active_version = NULL WHERE association_id = ${associationId}`);
  await tx.execute(sql`
    UPDATE instrument_versions SET used_at = now()
     WHERE association_id = ${associationId} AND code = ${code} AND version = ${version} AND used_at IS NULL`);
  await tx.execute(sql`
    UPDATE instruments SET active_version = ${version}, retired_at = NULL
     WHERE association_id = ${associationId} AND code = ${code}`);
}

/** Takes an instrument out of use. What was answered stays, and can be read. */
export async function retireInstrument(tx: Tx, associationId: number, code: string): Promise<void> {
  await tx.execute(sql`
    UPDATE instruments SET active_version = NULL, retired_at = now()
     WHERE association_id = ${associationId} AND code = ${code} AND retired_at IS NULL`);
}

function iso(time: string | null): string | null {
  return time === null ? null : new Date(time).toISOString();
}
