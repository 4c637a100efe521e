import { sql } from "drizzle-orm";
import type { StartAside } from "#app/domain/followups/start-aside";
import { dayAfter } from "#app/domain/organisations/day";
import { confirmReminderDays } from "#app/domain/placements/vocabulary";
import { planOnce, type Tx } from "#db/client.server";
import { isOpen } from "#db/queries/proposals.server";

/** So many lines of news; all that is booked today is shown, as long as a day can be. */
const mostNews = 5;
const mostToday = 20;

/**
 * What is booked today (visits and meetings of the association, one's own follow-ups), what others have done since yesterday,
 * and how much goes as planned, in one statement. Nobody with a protected identity.
 */
export async function readStartAside(
  tx: Tx,
  { associationId, userId, today }: { associationId: number; userId: string | null; today: string },
): Promise<StartAside> {
  const day = (moment: ReturnType<typeof sql>) => sql`(${moment} AT TIME ZONE 'Europe/Stockholm')::date`;
  const inMunicipalities = sql`l.status = 'published' AND l.municipality_code IN
    (SELECT municipality_code FROM association_municipalities WHERE association_id = ${associationId})`;
  const yesterday = sql`${dayAfter(today, -1)}::date`;
  const begins = sql`(${dayAfter(today, -1)}::timestamp AT TIME ZONE 'Europe/Stockholm')`;
  const [read] = await planOnce(tx).execute<StartAside>(sql`
    WITH booked AS (
      SELECT 'visit' AS what, o.id::text, to_char(o.visit_at AT TIME ZONE 'Europe/Stockholm', 'HH24:MI') AS at,
             coalesce(nullif(o.visit_place, ''), l.employer_name) AS "where", p.reference, NULL::text AS form,
             NULL::uuid AS "agreementId"
        FROM proposals o JOIN participants p ON p.id = o.participant_id AND p.protected_identity = 'none'
        JOIN placements l ON l.id = o.placement_id
       WHERE o.association_id = ${associationId} AND o.status = 'visit_booked' AND ${day(sql`o.visit_at`)} = ${today}::date
      UNION ALL
      SELECT 'followup', f.id::text, to_char(f.due_at, 'HH24:MI'), e.name, p.reference, f.form, g.id
        FROM followups f JOIN agreements g ON g.id = f.agreement_id AND g.coach_user = ${userId}::text
        JOIN participants p ON p.id = g.participant_id AND p.protected_identity = 'none' JOIN employers e ON e.id = g.employer_id
       WHERE f.association_id = ${associationId} AND f.status = 'planned' AND f.due_on = ${today}::date
      UNION ALL
      SELECT 'meeting', m.id::text, to_char(m.held_at AT TIME ZONE 'Europe/Stockholm', 'HH24:MI'), m.place, NULL, NULL, NULL
        FROM case_meetings m
       WHERE m.association_id = ${associationId} AND m.status = 'planned' AND ${day(sql`m.held_at`)} = ${today}::date),
    news AS (
      SELECT CASE WHEN c.name IS NULL THEN 'ownReferral' ELSE 'referral' END AS what, r.id::text, coalesce(c.name, '') AS who,
             1 AS count, r.updated_at AS at
        FROM referrals r LEFT JOIN commissioning_agencies c ON c.id = r.agency_id
       WHERE r.association_id = ${associationId} AND r.status = 'sent' AND r.updated_at >= ${begins}
         AND r.person_protected = 'none'
      UNION ALL
      SELECT 'confirmed', l.employer_id::text, min(l.employer_name), count(*)::integer, max(l.last_confirmed_on)
        FROM placements l WHERE ${inMunicipalities} AND l.last_confirmed_on >= ${yesterday} GROUP BY l.employer_id
      UNION ALL
      SELECT CASE o.status WHEN 'participant_yes' THEN 'participantYes' ELSE 'yes' END, o.id::text,
             CASE o.status WHEN 'participant_yes' THEN p.reference ELSE l.employer_name END, 1, o.updated_at
        FROM proposals o JOIN participants p ON p.id = o.participant_id AND p.protected_identity = 'none'
        JOIN placements l ON l.id = o.placement_id
       WHERE o.association_id = ${associationId} AND ${isOpen}
         AND o.status IN ('participant_yes', 'employer_yes', 'employer_maybe_meet') AND o.updated_at >= ${begins})
    SELECT coalesce((SELECT jsonb_agg(to_jsonb(b) ORDER BY b.at NULLS LAST, b.id)
              FROM (SELECT * FROM booked ORDER BY at NULLS LAST, id LIMIT ${mostToday}) b), '[]') AS today,
           coalesce((SELECT jsonb_agg(to_jsonb(n) - 'at' ORDER BY n.at DESC, n.id)
              FROM (SELECT * FROM news ORDER BY at DESC, id LIMIT ${mostNews}) n), '[]') AS news,
           (SELECT count(*)::integer FROM agreements g
             WHERE g.association_id = ${associationId} AND g.status = 'in_force' AND g.ends_on >= ${today}::date) AS "underWay",
           (SELECT count(*)::integer FROM placements l
             WHERE ${inMunicipalities} AND l.last_confirmed_on >= ${dayAfter(today, -confirmReminderDays)}::date) AS confirmed`);
  return read ?? { today: [], news: [], underWay: 0, confirmed: 0 };
}
