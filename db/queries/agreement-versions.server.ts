import { sql } from "drizzle-orm";
import type { AgreementVersion } from "#app/domain/agreements/agreement";
import type { VersionStatus } from "#app/domain/agreements/agreement-status";
import type { AgreementDraft } from "#app/domain/agreements/draft";
import type { ContentField } from "#app/domain/agreements/field-classes";
import type { Actor } from "#app/domain/identity/actor";
import { planOnce, type Tx } from "#db/client.server";

type Owner = { id: string; associationId: number };

/** The versions that the reader may see, oldest first. */
export async function listVersions(tx: Tx, agreementId: string): Promise<AgreementVersion[]> {
  const rows = await planOnce(tx).execute<{
    number: number;
    amendment: number;
    status: VersionStatus;
    content: AgreementDraft;
    hash: string | null;
    changed: ContentField[] | null;
    unsigned: boolean;
    revision: number;
    saved_by_name: string;
    saved_at: string;
    sent_at: string | null;
    agreed_at: string | null;
  }>(sql`
    SELECT number, amendment, status, content, hash, changed, unsigned, revision, saved_by_name, saved_at, sent_at, agreed_at
      FROM agreement_versions WHERE agreement_id = ${agreementId} ORDER BY number`);
  const iso = (text: string | null) => text && new Date(text).toISOString();
  return rows.map(
    (row) =>
      ({
        number: row.number,
        amendment: row.amendment,
        status: row.status,
        content: row.content,
        hash: row.hash,
        changed: row.changed,
        unsigned: row.unsigned,
        revision: row.revision,
        savedByName: row.saved_by_name,
        savedAt: new Date(row.saved_at).toISOString(),
        sentAt: iso(row.sent_at),
        agreedAt: iso(row.agreed_at),
      }) as AgreementVersion,
  );
}

/** Adds a draft. */
export async function insertDraft(
  tx: Tx,
  of: Owner,
  draft: { number: number; amendment: number; content: AgreementDraft; byName: string },
): Promise<void> {
  await tx.execute(sql`
    INSERT INTO agreement_versions (association_id, agreement_id, number, amendment, status, content, saved_by_name)
    VALUES (${of.associationId}, ${of.id}, ${draft.number}, ${draft.amendment}, 'draft',
            ${JSON.stringify(draft.content)}::jsonb, ${draft.byName})`);
}

/** Writes a draft anew, when it is the revision that was read. False: somebody saved meanwhile. */
export async function saveDraft(
  tx: Tx,
  of: Owner,
  draft: { number: number; revision: number; content: AgreementDraft; byName: string },
): Promise<boolean> {
  const rows = await tx.execute(sql`
    UPDATE agreement_versions
       SET content = ${JSON.stringify(draft.content)}::jsonb, revision = revision + 1, saved_by_name = ${draft.byName},
           saved_at = now()
     WHERE agreement_id = ${of.id} AND number = ${draft.number} AND revision = ${draft.revision} AND status = 'draft'
    RETURNING 1`);
  return rows.length === 1;
}

/** Makes a draft a text that can be signed: from now on it never changes. */
export async function sendVersion(
  tx: Tx,
  of: Owner,
  version: { number: number; hash: string; changed: readonly ContentField[] | null },
): Promise<void> {
  await tx.execute(sql`
    UPDATE agreement_versions
       SET status = 'out_for_signature', hash = ${version.hash}, changed = ${version.changed && sql.param([...version.changed])}::text[],
           sent_at = now()
     WHERE agreement_id = ${of.id} AND number = ${version.number} AND status = 'draft'`);
}

/** Makes a draft count at once, unsigned: the coordinator's own change. */
export async function agreeUnsigned(
  tx: Tx,
  of: Owner,
  version: { number: number; hash: string; changed: readonly ContentField[] },
): Promise<void> {
  await tx.execute(sql`
    UPDATE agreement_versions
       SET status = 'agreed', hash = ${version.hash}, changed = ${sql.param([...version.changed])}::text[],
           unsigned = true, agreed_at = now()
     WHERE agreement_id = ${of.id} AND number = ${version.number} AND status = 'draft'`);
}

/** Where a version goes after it was sent, or a draft that nobody wants. */
export async function turnVersion(
  tx: Tx,
  of: Owner,
  number: number,
  to: "agreed" | "withdrawn" | "dropped",
): Promise<void> {
  await tx.execute(sql`
    UPDATE agreement_versions
       SET status = ${to}, agreed_at = CASE WHEN ${to} = 'agreed' THEN now() ELSE agreed_at END
     WHERE agreement_id = ${of.id} AND number = ${number}`);
}

/** The sent versions with a hash, and the number of each agreement: what /verifiera compares with. */
export async function findByHash(tx: Tx, hash: string) {
  const rows = await tx.execute<{
    agreement_id: string;
    number: string;
    version: number;
    status: VersionStatus;
  }>(sql`
    SELECT v.agreement_id, g.number, v.number AS version, v.status
      FROM agreement_versions v JOIN agreements g ON g.id = v.agreement_id WHERE v.hash = ${hash} LIMIT 10`);
  return rows.map((row) => ({
    agreementId: row.agreement_id,
    number: row.number,
    version: row.version,
    status: row.status,
  }));
}

/**
 * An agreement that ends leaves nothing on its way: a draft is dropped, what was out is withdrawn, and signatures on it are
 * void. Whoever ends it may be somebody who never saw the draft: the role is changed for two statements and given back.
 */
export async function dropOpenVersion(tx: Tx, role: Actor["role"], agreementId: string): Promise<void> {
  await tx.execute(sql`SELECT set_config('app.role', 'system', true)`);
  await tx.execute(sql`
    UPDATE agreement_signatures SET voided_at = now()
     WHERE agreement_id = ${agreementId} AND voided_at IS NULL
       AND version IN (SELECT number FROM agreement_versions
                        WHERE agreement_id = ${agreementId} AND status = 'out_for_signature')`);
  await tx.execute(sql`
    UPDATE agreement_versions SET status = CASE status WHEN 'draft' THEN 'dropped' ELSE 'withdrawn' END
     WHERE agreement_id = ${agreementId} AND status IN ('draft', 'out_for_signature')`);
  await tx.execute(sql`SELECT set_config('app.role', ${role}, true)`);
}
