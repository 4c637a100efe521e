import { sql } from "drizzle-orm";
import { type AlertKind, usualCertificateDays } from "#app/domain/followups/alerts";
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

/** How long somebody may be sick before the agency wants a certificate, in days. */
export async function findCertificateDays(tx: Tx, agencyId: number | null): Promise<number> {
  const [row] = await tx.execute<{ days: number }>(sql`
    SELECT certificate_days AS days FROM commissioning_agencies WHERE id = ${agencyId}`);
  return row?.days ?? usualCertificateDays;
}

/** What the alerts of one agreement follow from. */
export type AlertFacts = {
  id: string;
  number: string;
  reference: string;
  employerName: string;
  endedOn: string | null;
  certificateDays: number;
  texts: AgreedText[];
  pauses: { from: string; until: string | null }[];
  entries: Pick<Entry, "day" | "hours" | "absence">[];
  handled: { kind: AlertKind; since: string }[];
};

/**
 * The association's agreements in force of whose days something is written since a day. Nobody with a protected identity,
 * as in every list.
 */
export async function listAlertFacts(
  tx: Tx,
  associationId: number,
  since: string,
  limit: number,
): Promise<AlertFacts[]> {
  const rows = await tx.execute<AlertFacts>(sql`
    SELECT g.id, g.number, p.reference, e.name AS "employerName", g.ended_on::text AS "endedOn",
           coalesce(c.certificate_days, ${usualCertificateDays}) AS "certificateDays",
           (SELECT jsonb_agg(jsonb_build_object(
                     'agreedOn', (v.agreed_at AT TIME ZONE 'Europe/Stockholm')::date,
                     'content', jsonb_build_object('period', v.content -> 'period', 'schedule', v.content -> 'schedule',
                       'stepPlan', v.content -> 'stepPlan', 'closedDays', v.content -> 'closedDays')) ORDER BY v.number)
              FROM agreement_versions v WHERE v.agreement_id = g.id AND v.status = 'agreed') AS texts,
           coalesce((SELECT jsonb_agg(jsonb_build_object('from', u.from_on, 'until', u.until_on))
              FROM agreement_pauses u WHERE u.agreement_id = g.id), '[]') AS pauses,
           (SELECT jsonb_agg(jsonb_build_object('day', a.day, 'hours', a.hours, 'absence', a.absence) ORDER BY a.day)
              FROM attendance_entries a WHERE a.agreement_id = g.id) AS entries,
           coalesce((SELECT jsonb_agg(jsonb_build_object('kind', h.kind, 'since', h.since))
              FROM attendance_alerts_handled h WHERE h.agreement_id = g.id), '[]') AS handled
      FROM agreements g
      JOIN participants p ON p.id = g.participant_id
      JOIN employers e ON e.id = g.employer_id
      LEFT JOIN commissioning_agencies c ON c.id = g.agency_id
     WHERE g.association_id = ${associationId} AND g.status = 'in_force' AND p.protected_identity = 'none'
       AND g.id IN (SELECT a.agreement_id FROM attendance_entries a
                     WHERE a.association_id = ${associationId} AND a.day >= ${since}::date)
     ORDER BY g.number LIMIT ${limit}`);
  return [...rows];
}
