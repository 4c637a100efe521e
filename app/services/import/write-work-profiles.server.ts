import type { Actor } from "#app/domain/identity/actor";
import type { Problem, RejectedRow } from "#app/domain/import/problem";
import type { WorkProfileRow } from "#app/domain/import/work-profile-row";
import { readOrganisationNumber } from "#app/domain/organisations/organisation-number";
import {
  type BatchResult,
  type FileMemory,
  type NumberedRow,
  repeatedKey,
} from "#app/services/import/import-run";
import type { Tx } from "#db/client.server";
import { lockImport } from "#db/queries/import.server";
import * as store from "#db/queries/import-participants.server";

/** Writes a batch of work profiles of participants that the association already has; one audit event a changed one. */
export async function writeWorkProfiles(
  tx: Tx,
  actor: Actor,
  memory: FileMemory,
  rows: NumberedRow<WorkProfileRow>[],
): Promise<BatchResult> {
  const associationId = actor.associationId!;
  await lockImport(tx, `deltagare:${associationId}`);
  const known = await store.findParticipants(
    tx,
    associationId,
    rows.map(({ row }) => row.reference),
  );
  const employers = await store.findEmployersByWord(tx, [
    ...new Set(rows.flatMap(({ row }) => row.excludedEmployers.map(toWord))),
  ]);

  const rejected: RejectedRow[] = [];
  const profiles: store.WorkProfileToWrite[] = [];
  for (const { line, row } of rows) {
    const read = toProfile(memory, known, employers, line, row);
    if ("code" in read) rejected.push({ line, problems: [read] });
    else profiles.push(read);
  }
  const changed = await store.upsertWorkProfiles(tx, associationId, actor.name, profiles);
  await store.recordImported(tx, actor, [...changed.keys()], "arbetsprofiler");
  const imported = [...changed.values()].filter((inserted) => inserted).length;
  const updated = changed.size - imported;
  return { imported, updated, unchanged: profiles.length - changed.size, rejected };
}

function toProfile(
  memory: FileMemory,
  known: Map<string, store.KnownParticipant>,
  employers: Map<string, number[]>,
  line: number,
  row: WorkProfileRow,
): store.WorkProfileToWrite | Problem {
  const participant = known.get(row.reference);
  if (!participant)
    return { column: "referens", code: "unknown_participant", params: { value: row.reference } };
  if (participant.hidden) return { column: "referens", code: "protected_identity" };
  const from = memory.places.pointNear(row.locality, participant.municipalityCode);
  if (!from) return { column: "ort", code: "unknown_place", params: { value: row.locality } };
  const stranger = row.excludedEmployers.find((word) => !employers.has(toWord(word)));
  if (stranger !== undefined) {
    return { column: "undantag_arbetsgivare", code: "unknown_employer", params: { value: stranger } };
  }
  const repeated = repeatedKey(memory, row.reference, line, "referens");
  if (repeated) return repeated;
  const { reference: _reference, excludedEmployers, ...profile } = row;
  const ids = new Set(excludedEmployers.flatMap((word) => employers.get(toWord(word)) ?? []));
  const excludedEmployerIds = [...ids].sort((a, b) => a - b);
  return { participantId: participant.id, profile: { ...profile, from, excludedEmployerIds } };
}

/** An organisation number in its one form, or a name as written. */
function toWord(text: string): string {
  return readOrganisationNumber(text) ?? text;
}
