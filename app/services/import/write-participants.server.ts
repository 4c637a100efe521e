import type { Actor } from "#app/domain/identity/actor";
import type { ParticipantRow } from "#app/domain/import/participant-row";
import type { Problem, RejectedRow } from "#app/domain/import/problem";
import {
  type BatchResult,
  type FileMemory,
  type NumberedRow,
  repeatedKey,
} from "#app/services/import/import-run";
import type { Tx } from "#db/client.server";
import { lockImport } from "#db/queries/import.server";
import * as store from "#db/queries/import-participants.server";

/** Writes a batch of participants with their referrals, into the actor's association; one audit event a changed one. */
export async function writeParticipants(
  tx: Tx,
  actor: Actor,
  memory: FileMemory,
  rows: NumberedRow<ParticipantRow>[],
): Promise<BatchResult> {
  const associationId = actor.associationId!;
  await lockImport(tx, `deltagare:${associationId}`);
  const known = await store.findParticipants(
    tx,
    associationId,
    rows.map(({ row }) => row.reference),
  );
  const rejected: RejectedRow[] = [];
  const accepted = rows.filter(({ line, row }) => {
    const problem = findProblem(memory, known, line, row);
    if (problem) rejected.push({ line, problems: [problem] });
    return !problem;
  });
  const named = accepted.flatMap(({ row }) => (row.agency === null ? [] : [row.agency]));
  const agencies = await store.ensureAgencies(tx, named);
  const agencyOf = (row: ParticipantRow) => (row.agency ? agencies.get(row.agency.toLowerCase())! : null);

  const changed = await store.upsertParticipants(
    tx,
    associationId,
    accepted.map(({ row }) => {
      const { municipality, agency: _agency, ...facts } = row;
      const municipalityCode = municipality ? memory.places.municipalityCode(municipality) : null;
      return { ...facts, municipalityCode, agencyId: agencyOf(row) };
    }),
  );
  const idOf = (row: ParticipantRow) => changed.get(row.reference)?.id ?? known.get(row.reference)!.id;
  const referrals = accepted
    .filter(({ row }) => row.agency !== null || row.referredOn !== null)
    .map(({ row }) => ({ participantId: idOf(row), agencyId: agencyOf(row), referredOn: row.referredOn }));
  const changedReferrals = await store.upsertReferrals(tx, associationId, referrals);

  const result: BatchResult = { imported: 0, updated: 0, unchanged: 0, rejected };
  const touched: string[] = [];
  for (const { row } of accepted) {
    const change = changed.get(row.reference);
    if (change?.inserted) result.imported++;
    else if (change || changedReferrals.has(idOf(row))) result.updated++;
    else {
      result.unchanged++;
      continue;
    }
    touched.push(idOf(row));
  }
  await store.recordImported(tx, actor, touched, "deltagare");
  return result;
}

function findProblem(
  memory: FileMemory,
  known: Map<string, store.KnownParticipant>,
  line: number,
  row: ParticipantRow,
): Problem | null {
  if (known.get(row.reference)?.hidden) return { column: "referens", code: "protected_identity" };
  if (row.municipality && !memory.places.municipalityCode(row.municipality)) {
    return { column: "kommun", code: "unknown_municipality", params: { value: row.municipality } };
  }
  return repeatedKey(memory, row.reference, line, "referens");
}
