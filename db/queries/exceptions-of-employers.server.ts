import { type SQL, sql } from "drizzle-orm";
import { mondayOf } from "#app/domain/agreements/period";
import { freeSlotAfterDays, silentAfterDays, unsignedWithinDays } from "#app/domain/followups/exceptions";
import { dayAfter } from "#app/domain/organisations/day";
import { confirmReminderDays } from "#app/domain/placements/vocabulary";
import { tookPlace } from "#db/queries/employer-contacts.server";
import {
  agreementOf,
  byDay,
  placeOf,
  type Source,
  swedish,
  things,
  type Within,
} from "#db/queries/exception-source.server";
import { isOpen } from "#db/queries/proposals.server";

const ofPlacement = {
  subject: sql`l.id`,
  municipality: sql`l.municipality_code`,
  employer: sql`l.employer_id`,
  placement: sql`l.id`,
};
const inOwnMunicipalities = ({ associationId }: Within) => sql`l.municipality_code IN
  (SELECT municipality_code FROM association_municipalities WHERE association_id = ${associationId})`;
/** Whom to talk to about a thing `r`: at its workplace first, who can be called before who cannot. */
const contact = sql`(
  SELECT jsonb_build_object('name', c.name, 'phone', c.phone) FROM contact_persons c WHERE c.employer_id = r.employer_id
   ORDER BY c.workplace_id IS DISTINCT FROM (SELECT workplace_id FROM placements WHERE id = r.placement_id),
            c.phone IS NULL, c.id LIMIT 1)`;

/** What an employer was asked and has not answered since `before`: signatures, proposals, weeks, old listings. */
function asked(within: Within): SQL {
  const { associationId, today } = within;
  const before = dayAfter(today, 1 - silentAfterDays);
  const monday = mondayOf(today);
  return sql`
    SELECT g.employer_id, g.placement_id, l.municipality_code, ${swedish(sql`v.sent_at`)} AS asked_on, 'signature' AS what
      FROM agreements g ${placeOf(sql`g.placement_id`)}
      JOIN agreement_versions v ON v.agreement_id = g.id AND v.status = 'out_for_signature'
     WHERE g.association_id = ${associationId} AND g.status = 'out_for_signature' AND v.sent_at < ${before}::date
       AND g.starts_on > ${dayAfter(today, unsignedWithinDays)}::date
       AND NOT EXISTS (SELECT FROM agreement_signatures s WHERE s.agreement_id = g.id AND s.version = v.number
                          AND s.slot IN ('employer_1', 'employer_2') AND s.voided_at IS NULL)
    UNION ALL
    SELECT o.employer_id, o.placement_id, l.municipality_code, ${swedish(sql`o.updated_at`)}, 'proposal'
      FROM proposals o ${placeOf(sql`o.placement_id`)}
     WHERE o.association_id = ${associationId} AND o.status = 'presented' AND o.updated_at < ${before}::date
    UNION ALL
    SELECT k.employer_id, g.placement_id, l.municipality_code, ${swedish(sql`k.sent_at`)}, 'attendance'
      FROM (WITH reported AS MATERIALIZED (
              SELECT n.agreement_id, max(n.day) AS last_day FROM attendance_entries n
               WHERE n.association_id = ${associationId} AND n.day >= ${dayAfter(monday, -21)}::date GROUP BY 1)
            SELECT k.employer_id, k.sent_at, k.agreement_id
              FROM (SELECT k.employer_id, k.sent_at, k.week, unnest(k.agreement_ids) AS agreement_id FROM attendance_links k
                     WHERE k.association_id = ${associationId} AND k.sent_at < ${before}::date
                       AND k.week BETWEEN ${dayAfter(monday, -21)}::date AND ${dayAfter(monday, -14)}::date) k
              LEFT JOIN reported r ON r.agreement_id = k.agreement_id
             WHERE r.last_day IS NULL OR r.last_day < k.week) k
           ${agreementOf(sql`k.agreement_id`)} ${placeOf(sql`g.placement_id`)}
     WHERE g.status = 'in_force'
    UNION ALL
    SELECT l.employer_id, l.id, l.municipality_code, ${swedish(sql`m.reminded_at`)}, 'confirmation'
      FROM placements l JOIN listing_reminders m ON m.placement_id = l.id AND m.confirmed_on = l.last_confirmed_on
     WHERE ${inOwnMunicipalities(within)} AND l.status = 'published'
       AND l.last_confirmed_on < ${dayAfter(today, -confirmReminderDays)}::date AND m.reminded_at < ${before}::date`;
}

export const silent: Source = {
  // Whoever was talked with since then is not silent.
  found: (within) =>
    things("silent", {
      subject: sql`x.employer_id`,
      matter: sql`x.since || ' ' || x.asked`,
      rank: byDay(sql`x.since`),
      municipality: sql`x.municipality_code`,
      employer: sql`x.employer_id`,
      placement: sql`x.placement_id`,
      from: sql`FROM (
          SELECT a.employer_id, (array_agg(a.municipality_code ORDER BY a.asked_on))[1] AS municipality_code,
                 (array_agg(a.placement_id ORDER BY a.asked_on))[1] AS placement_id,
                 greatest(min(a.asked_on), (SELECT max(t.happened_on) FROM employer_contacts t
                   WHERE t.employer_id = a.employer_id AND t.${tookPlace})) AS since,
                 string_agg(a.what, ',' ORDER BY a.what) AS asked
            FROM (${asked(within)}) a GROUP BY a.employer_id) x
        WHERE x.since <= ${dayAfter(within.today, -silentAfterDays)}::date`,
    }),
  facts: sql`jsonb_build_object('since', split_part(r.matter, ' ', 1), 'asked', split_part(r.matter, ' ', 2),
    'contact', ${contact}, 'lastChannel', (
      SELECT t.channel FROM employer_contacts t WHERE t.employer_id = r.employer_id AND t.${tookPlace}
       ORDER BY t.happened_on DESC, t.id DESC LIMIT 1))`,
};

export const freeSlots: Source = {
  found: ({ associationId, today }) =>
    things("free_slots", {
      ...ofPlacement,
      matter: sql`s.free_since || ' ' || (s.fits > 0)`,
      rank: sql`${byDay(sql`s.free_since`)} + CASE WHEN s.fits > 0 THEN 0 ELSE 100000 END`,
      from: sql`FROM slot_fits s JOIN placements l ON l.id = s.placement_id
        WHERE s.association_id = ${associationId} AND s.free_since <= ${dayAfter(today, -freeSlotAfterDays)}::date
          AND l.status = 'published' AND l.claimed < l.capacity AND l.employer_appetite <> 'not_now'
          AND NOT EXISTS (SELECT FROM proposals o
            WHERE o.association_id = ${associationId} AND o.placement_id = l.id AND ${isOpen})`,
    }),
  facts: sql`(
    SELECT jsonb_build_object('freeSince', s.free_since, 'fits', s.fits, 'hinder', s.hinder, 'contact', ${contact})
      FROM slot_fits s WHERE s.association_id = r.association_id AND s.placement_id = r.placement_id)`,
};

export const unconfirmed: Source = {
  found: (within) =>
    things("unconfirmed", {
      ...ofPlacement,
      matter: sql`l.last_confirmed_on`,
      rank: byDay(sql`l.last_confirmed_on`),
      from: sql`FROM placements l WHERE ${inOwnMunicipalities(within)} AND l.status = 'published'
        AND l.last_confirmed_on < ${dayAfter(within.today, -confirmReminderDays)}::date`,
    }),
  facts: sql`jsonb_build_object('confirmedOn', r.matter, 'contact', ${contact})`,
};
