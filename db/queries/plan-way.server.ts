import { sql } from "drizzle-orm";
import type { Tx } from "#db/client.server";

/** What else is on the person's way, with its days in Sweden. */
export type WayRow = { key: string; kind: string; on: string; at: string | null; title: string };

/**
 * Steps from elsewhere: referrals, the work profile, proposals and own suggestions. `withEmployers` leaves titles of
 * placements out for a case worker, who follows the steps and not the employers.
 */
export async function listWay(tx: Tx, participantId: string, withEmployers: boolean): Promise<WayRow[]> {
  const day = (moment: ReturnType<typeof sql>) =>
    sql`(${moment} AT TIME ZONE 'Europe/Stockholm')::date::text`;
  const rows = await tx.execute<WayRow>(sql`
    SELECT 'r' || r.id AS key, CASE r.sent_by_role WHEN 'participant' THEN 'interest' ELSE 'referred' END AS kind,
           coalesce(r.referred_on::text, ${day(sql`r.created_at`)}) AS "on", NULL::timestamptz AS at, '' AS title
      FROM referrals r WHERE r.participant_id = ${participantId} AND r.status <> 'withdrawn'
       AND (r.referred_on IS NOT NULL OR r.sent_by_user IS NOT NULL)
    UNION ALL
    SELECT 'd' || r.id, 'accepted', r.decided_on::text, NULL, '' FROM referrals r
     WHERE r.participant_id = ${participantId} AND r.decided_on IS NOT NULL
    UNION ALL
    SELECT 'e' || e.id, e.to_status, ${day(sql`e.happened_at`)}, NULL, ''
      FROM referral_events e JOIN referrals r ON r.id = e.referral_id
     WHERE r.participant_id = ${participantId} AND e.to_status IN ('taken_up', 'returned')
    UNION ALL
    SELECT 'm' || p.id, 'mapped', p.mapped_on::text, NULL, '' FROM participants p
     WHERE p.id = ${participantId} AND p.mapped_on IS NOT NULL
    UNION ALL
    SELECT 'c' || w.participant_id, 'confirmed', ${day(sql`w.confirmed_at`)}, NULL, '' FROM work_profiles w
     WHERE w.participant_id = ${participantId} AND w.confirmed_at IS NOT NULL
    UNION ALL
    SELECT 'x' || p.id, 'closed', p.closed_on::text, NULL, '' FROM participants p
     WHERE p.id = ${participantId} AND p.closed_on IS NOT NULL
    UNION ALL
    SELECT 'o' || o.id, CASE o.status WHEN 'visit_booked' THEN 'visit' WHEN 'agreed' THEN 'agreed'
                          WHEN 'asked_participant' THEN 'asked' ELSE 'said_yes' END,
           CASE o.status WHEN 'visit_booked' THEN ${day(sql`o.visit_at`)} ELSE ${day(sql`o.updated_at`)} END,
           CASE o.status WHEN 'visit_booked' THEN o.visit_at END,
           CASE WHEN ${withEmployers} THEN l.title || ', ' || l.employer_name ELSE '' END
      FROM proposals o JOIN placements l ON l.id = o.placement_id
     WHERE o.participant_id = ${participantId}
       AND o.status IN ('asked_participant', 'participant_yes', 'presented', 'employer_yes', 'employer_maybe_meet',
                        'visit_booked', 'agreed')
    UNION ALL
    SELECT 's' || v.id, CASE v.to_status WHEN 'contacted' THEN 'suggestion_contacted'
                          WHEN 'placement' THEN 'suggestion_placement' ELSE 'suggested' END,
           ${day(sql`v.happened_at`)}, NULL, g.workplace
      FROM suggestion_events v JOIN workplace_suggestions g ON g.id = v.suggestion_id
     WHERE g.participant_id = ${participantId} AND g.status <> 'withdrawn'
       AND v.to_status IN ('sent', 'contacted', 'placement')`);
  return rows.map((row) => ({ ...row, at: row.at === null ? null : new Date(row.at).toISOString() }));
}

/** A booked visit as the participant needs it: when, where, at which placement. */
export type VisitRow = {
  id: string;
  placementId: number;
  title: string;
  employerName: string;
  address: string;
  locality: string;
  on: string;
  time: string;
  place: string;
};

/** The visits that are booked. */
export async function listVisits(tx: Tx, participantId: string): Promise<VisitRow[]> {
  const rows = await tx.execute<VisitRow>(sql`
    SELECT o.id, o.placement_id AS "placementId", l.title, l.employer_name AS "employerName", w.address, w.locality,
           (o.visit_at AT TIME ZONE 'Europe/Stockholm')::date::text AS "on",
           to_char(o.visit_at AT TIME ZONE 'Europe/Stockholm', 'HH24:MI') AS time, coalesce(o.visit_place, '') AS place
      FROM proposals o JOIN placements l ON l.id = o.placement_id JOIN workplaces w ON w.id = l.workplace_id
     WHERE o.participant_id = ${participantId} AND o.status = 'visit_booked' AND o.visit_at IS NOT NULL
     ORDER BY o.visit_at, o.id`);
  return [...rows];
}
