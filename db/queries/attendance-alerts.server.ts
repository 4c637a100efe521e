import { type SQL, sql } from "drizzle-orm";
import { type Alert, type AlertKind, lastDayOf, usualCertificateDays } from "#app/domain/followups/alerts";
import type { Entry } from "#app/domain/followups/attendance";
import type { AgreedText } from "#app/domain/followups/planned-week";
import type { Tx } from "#db/client.server";

/** An alert that somebody has taken care of. Times are ISO strings. */
export type HandledAlert = { kind: AlertKind; since: string; note: string; byName: string; at: string };

export async function listHandled(tx: Tx, agreementId: string): Promise<HandledAlert[]> {
  const rows = await tx.execute<HandledAlert>(sql`
    SELECT kind, since::text, note, handled_by_name AS "byName", handled_at AS "at" FROM attendance_alerts_handled
     WHERE agreement_id = ${agreementId} ORDER BY handled_at DESC`);
  return rows.map((row) => ({ ...row, at: new Date(row.at).toISOString() }));
}

/** Notes that an alert is taken care of; the first note stays. */
export async function addHandled(
  tx: Tx,
  agreement: { id: string; associationId: number },
  of: { kind: AlertKind; since: string; note: string; byName: string },
): Promise<void> {
  await tx.execute(sql`
    INSERT INTO attendance_alerts_handled (association_id, agreement_id, kind, since, note, handled_by_name)
    VALUES (${agreement.associationId}, ${agreement.id}, ${of.kind}, ${of.since}::date, ${of.note}, ${of.byName})
    ON CONFLICT DO NOTHING`);
}

/** How long somebody may be sick before the agency wants a certificate from the association's participants, in days. */
export async function findCertificateDays(
  tx: Tx,
  { associationId, agencyId }: { associationId: number; agencyId: number | null },
): Promise<number> {
  const [row] = await tx.execute<{ days: number }>(sql`
    SELECT coalesce(l.days, c.certificate_days) AS days FROM commissioning_agencies c
      LEFT JOIN certificate_limits l ON l.agency_id = c.id AND l.association_id = ${associationId}
     WHERE c.id = ${agencyId}`);
  return row?.days ?? usualCertificateDays;
}

/** Writes which alerts an agreement has now, in place of those it had. */
export async function keepAlerts(tx: Tx, agreementId: string, alerts: readonly Alert[]): Promise<void> {
  const rows = alerts.map((alert) => ({
    kind: alert.kind,
    since: alert.since,
    last_day: lastDayOf(alert),
    alert,
  }));
  await tx.execute(sql`SELECT keep_attendance_alerts(${agreementId}, ${JSON.stringify(rows)}::jsonb)`);
}

/** What the alerts of one agreement follow from. */
export type AlertFacts = {
  id: string;
  endedOn: string | null;
  certificateDays: number;
  texts: AgreedText[];
  pauses: { from: string; until: string | null }[];
  entries: Pick<Entry, "day" | "hours" | "absence">[];
};

/** Agreements in force of whose days something is written since a day, by id: those after one. As the product itself. */
export function listAlertFacts(tx: Tx, since: string, after: string, limit: number): Promise<AlertFacts[]> {
  return readAlertFacts(
    tx,
    sql`WHERE g.status = 'in_force' AND g.id > ${after}
          AND EXISTS (SELECT FROM attendance_entries a WHERE a.agreement_id = g.id AND a.day >= ${since}::date)
        ORDER BY g.id LIMIT ${limit}`,
  );
}

/** The same of one agreement; null when nothing is written. As the product itself. */
export async function findAlertFacts(tx: Tx, agreementId: string): Promise<AlertFacts | null> {
  const [facts] = await readAlertFacts(
    tx,
    sql`WHERE g.id = ${agreementId} AND g.status = 'in_force'
          AND EXISTS (SELECT FROM attendance_entries a WHERE a.agreement_id = g.id)`,
  );
  return facts ?? null;
}

async function readAlertFacts(tx: Tx, which: SQL): Promise<AlertFacts[]> {
  const rows = await tx.execute<AlertFacts>(sql`
    SELECT g.id, g.ended_on::text AS "endedOn", coalesce(l.days, c.certificate_days, ${usualCertificateDays}) AS "certificateDays",
           (SELECT jsonb_agg(jsonb_build_object(
                     'agreedOn', (v.agreed_at AT TIME ZONE 'Europe/Stockholm')::date,
                     'content', jsonb_build_object('period', v.content -> 'period', 'schedule', v.content -> 'schedule',
                       'stepPlan', v.content -> 'stepPlan', 'closedDays', v.content -> 'closedDays')) ORDER BY v.number)
              FROM agreement_versions v WHERE v.agreement_id = g.id AND v.status = 'agreed') AS texts,
           coalesce((SELECT jsonb_agg(jsonb_build_object('from', u.from_on, 'until', u.until_on))
              FROM agreement_pauses u WHERE u.agreement_id = g.id), '[]') AS pauses,
           (SELECT jsonb_agg(jsonb_build_object('day', a.day, 'hours', a.hours, 'absence', a.absence) ORDER BY a.day)
              FROM attendance_entries a WHERE a.agreement_id = g.id) AS entries
      FROM agreements g LEFT JOIN commissioning_agencies c ON c.id = g.agency_id
      LEFT JOIN certificate_limits l ON l.agency_id = g.agency_id AND l.association_id = g.association_id
      ${which}`);
  return [...rows];
}
