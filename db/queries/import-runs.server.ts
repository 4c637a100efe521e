import { sql } from "drizzle-orm";
import type { FileProblem } from "#app/domain/import/header";
import type { ImportKind } from "#app/domain/import/import-kind";
import { type ImportRun, type ImportRunWithErrors, runStatus } from "#app/domain/import/import-run";
import type { RejectedRow } from "#app/domain/import/problem";
import type { Tx } from "#db/client.server";

type Row = {
  id: string;
  kind: ImportKind;
  file_name: string;
  dry_run: boolean;
  status: "running" | "done" | "failed";
  failure: FileProblem | null;
  imported: number;
  updated: number;
  unchanged: number;
  rejected: number;
  started_at: string;
  updated_at: string;
  user_name: string;
};

const columns = sql`id, kind, file_name, dry_run, status, failure, imported, updated, unchanged, rejected,
  started_at, updated_at, user_name`;

/** Adds a run that begins now. Answers its id. */
export async function insertRun(
  tx: Tx,
  run: {
    associationId: number;
    userId: string;
    userName: string;
    kind: ImportKind;
    fileName: string;
    upload: string;
    dryRun: boolean;
  },
): Promise<string> {
  const rows = await tx.execute<{ id: string }>(sql`
    INSERT INTO import_runs (association_id, user_id, user_name, kind, file_name, upload, dry_run)
    VALUES (${run.associationId}, ${run.userId}, ${run.userName}, ${run.kind}, ${run.fileName}, ${run.upload}, ${run.dryRun})
    RETURNING id`);
  return rows[0]!.id;
}

/** Takes a run's file from it, for one who asks; null when somebody has it already. */
export async function takeUpload(tx: Tx, id: string): Promise<string | null> {
  const rows = await tx.execute<{ upload: string }>(sql`
    UPDATE import_runs r SET upload = NULL FROM (SELECT id, upload FROM import_runs WHERE id = ${id} FOR UPDATE) was
     WHERE r.id = was.id AND was.upload IS NOT NULL RETURNING was.upload`);
  return rows[0]?.upload ?? null;
}

/** How far a run has come. */
export async function noteProgress(tx: Tx, id: string, counts: ImportRun["counts"]): Promise<void> {
  const { imported, updated, unchanged, rejected } = counts;
  await tx.execute(sql`
    UPDATE import_runs SET imported = ${imported}, updated = ${updated}, unchanged = ${unchanged},
           rejected = ${rejected}, rows_done = ${imported + updated + unchanged + rejected}, updated_at = now()
     WHERE id = ${id}`);
}

/** Ends a run. */
export async function finishRun(
  tx: Tx,
  id: string,
  end: {
    status: "done" | "failed";
    failure: FileProblem | null;
    errors: RejectedRow[];
    keepsUpload: boolean;
  },
): Promise<void> {
  await tx.execute(sql`
    UPDATE import_runs SET status = ${end.status}, failure = ${JSON.stringify(end.failure)}::jsonb,
           errors = ${JSON.stringify(end.errors)}::jsonb, updated_at = now(),
           upload = CASE WHEN ${end.keepsUpload} THEN upload END
     WHERE id = ${id}`);
}

/** The association's latest runs, newest first. */
export async function listRuns(tx: Tx, limit: number, now: Date): Promise<ImportRun[]> {
  const rows = await tx.execute<Row>(sql`
    SELECT ${columns} FROM import_runs ORDER BY started_at DESC LIMIT ${limit}`);
  return rows.map((row) => toRun(row, now));
}

/** One run with its rejected rows, or null when there is none or it belongs to another association. */
export async function findRun(tx: Tx, id: string, now: Date): Promise<ImportRunWithErrors | null> {
  const rows = await tx.execute<Row & { errors: RejectedRow[]; upload: string | null }>(sql`
    SELECT ${columns}, errors, upload FROM import_runs WHERE id = ${id}`);
  const row = rows[0];
  return row ? { ...toRun(row, now), errors: row.errors, upload: row.upload } : null;
}

function toRun(row: Row, now: Date): ImportRun {
  const { imported, updated, unchanged, rejected } = row;
  return {
    id: row.id,
    kind: row.kind,
    fileName: row.file_name,
    dryRun: row.dry_run,
    status: runStatus(row.status, new Date(row.updated_at), now),
    failure: row.failure,
    counts: { imported, updated, unchanged, rejected },
    startedAt: new Date(row.started_at),
    userName: row.user_name,
  };
}
