import { sql } from "drizzle-orm";
import type { AbsenceKind, Entry, Presence, WriterRole } from "#app/domain/followups/attendance";
import type { Tx } from "#db/client.server";

type Row = {
  agreement_id: string;
  day: string;
  hours: number | null;
  absence: AbsenceKind | null;
  entered_role: WriterRole;
  entered_name: string;
  way: Entry["way"];
  entered_at: string;
  version: number;
};
const columns = sql`agreement_id, day::text, hours::float8, absence, entered_role, entered_name, way, entered_at, version`;

/** What is written of an agreement's days, in order; from and until a day when these are given. */
export async function listEntries(
  tx: Tx,
  agreementId: string,
  { from = null, until = null }: { from?: string | null; until?: string | null } = {},
): Promise<Entry[]> {
  const rows = await tx.execute<Row>(sql`
    SELECT ${columns} FROM attendance_entries
     WHERE agreement_id = ${agreementId} AND (${from}::date IS NULL OR day >= ${from}::date)
       AND (${until}::date IS NULL OR day <= ${until}::date) ORDER BY day`);
  return rows.map(toEntry);
}

/** A value that was written earlier and changed afterwards. */
export async function listEarlier(
  tx: Tx,
  agreementId: string,
  from: string,
  until: string,
): Promise<Entry[]> {
  const rows = await tx.execute<Row>(sql`
    SELECT ${columns} FROM attendance_history h
     WHERE agreement_id = ${agreementId} AND day BETWEEN ${from}::date AND ${until}::date
       AND version < (SELECT e.version FROM attendance_entries e
                       WHERE e.agreement_id = h.agreement_id AND e.day = h.day)
     ORDER BY day, version DESC LIMIT 50`);
  return rows.map(toEntry);
}

/** Writes a day down; the value before stays in the history. The agreement is locked by the caller. */
export async function writeEntry(
  tx: Tx,
  agreement: { id: string; associationId: number },
  day: string,
  { hours, absence }: Presence,
  by: { role: WriterRole; name: string; userId: string | null; way: Entry["way"] },
): Promise<void> {
  await tx.execute(sql`
    INSERT INTO attendance_entries (association_id, agreement_id, day, hours, absence, entered_role, entered_name,
                                    entered_user, way, version)
    VALUES (${agreement.associationId}, ${agreement.id}, ${day}::date, ${hours}::numeric, ${absence}, ${by.role}, ${by.name},
            ${by.userId}, ${by.way}, attendance_next_version(${agreement.id}, ${day}::date))
    ON CONFLICT (agreement_id, day) DO UPDATE
       SET hours = EXCLUDED.hours, absence = EXCLUDED.absence, entered_role = EXCLUDED.entered_role,
           entered_name = EXCLUDED.entered_name, entered_user = EXCLUDED.entered_user, way = EXCLUDED.way,
           entered_at = now(), version = attendance_entries.version + 1`);
}

/** Takes a participant's own absence away again; what was written stays in the history. The agreement is locked by the caller. */
export async function removeAbsence(tx: Tx, agreementId: string, day: string): Promise<void> {
  await tx.execute(sql`
    DELETE FROM attendance_entries WHERE agreement_id = ${agreementId} AND day = ${day}::date
       AND entered_role = 'participant' AND absence = 'anmald_franvaro'`);
}

/** The hours of each week, by its Monday, and how many days are written: all that a case worker reads. */
export async function listWeekHours(tx: Tx, agreementId: string) {
  const rows = await tx.execute<{ week: string; hours: number; days: number }>(sql`
    SELECT week::text, hours::float8, days FROM attendance_by_week(${agreementId}::uuid)`);
  return [...rows];
}

function toEntry(row: Row): Entry {
  return {
    ...({ hours: row.hours, absence: row.absence } as Presence),
    day: row.day,
    byRole: row.entered_role,
    byName: row.entered_name,
    way: row.way,
    at: new Date(row.entered_at).toISOString(),
    version: row.version,
  };
}
