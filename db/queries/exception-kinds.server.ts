import { sql } from "drizzle-orm";
import { mondayOf } from "#app/domain/agreements/period";
import { endsSoonDays } from "#app/domain/agreements/state";
import { alertDays, alertKinds } from "#app/domain/followups/alerts";
import { type ExceptionKind, unsignedWithinDays } from "#app/domain/followups/exceptions";
import { lateBefore } from "#app/domain/followups/followup";
import { holdEndsWithinDays } from "#app/domain/matching/proposal-task";
import { dayAfter } from "#app/domain/organisations/day";
import {
  agreementOf,
  byDay,
  listed,
  ofAgreement,
  placeOf,
  type Source,
  swedish,
  things,
} from "#db/queries/exception-source.server";
import { freeSlots, silent, unconfirmed } from "#db/queries/exceptions-of-employers.server";
import { gapBegan, hasNothingAhead, isIdle, lastEvent } from "#db/queries/gaps.server";
import { consentIsMissing, isOpen } from "#db/queries/proposals.server";

const unsigned: Source = {
  found: ({ associationId, today }) =>
    things("unsigned", {
      ...ofAgreement,
      subject: sql`g.id`,
      matter: sql`g.starts_on`,
      rank: byDay(sql`g.starts_on`),
      from: sql`FROM agreements g ${listed} ${placeOf(sql`g.placement_id`)}
        WHERE g.association_id = ${associationId} AND g.status = 'out_for_signature'
          AND g.starts_on <= ${dayAfter(today, unsignedWithinDays)}::date`,
    }),
  facts: sql`(
    SELECT jsonb_build_object('startsOn', g.starts_on, 'parties', v.content -> 'parties', 'sentOn', ${swedish(sql`v.sent_at`)},
             'phones', jsonb_build_array(g.contacts -> 'employer1' ->> 'phone', g.contacts -> 'employer2' ->> 'phone'),
             'signed', coalesce((SELECT jsonb_agg(s.slot) FROM agreement_signatures s
                WHERE s.agreement_id = g.id AND s.version = v.number AND s.voided_at IS NULL), '[]'),
             'remindedOn', (SELECT ${swedish(sql`max(k.sent_at)`)} FROM agreement_links k
                WHERE k.agreement_id = g.id AND k.version = v.number AND k.sent_at > v.sent_at + interval '1 day'))
      FROM agreements g JOIN agreement_versions v ON v.agreement_id = g.id AND v.status = 'out_for_signature'
     WHERE g.id = r.agreement_id)`,
};

const holdEnds: Source = {
  found: ({ associationId }) =>
    things("hold_ends", {
      subject: sql`o.id`,
      matter: sql`o.hold_until`,
      rank: sql`extract(epoch FROM o.hold_until)`,
      municipality: sql`l.municipality_code`,
      responsible: sql`(SELECT r.main_responsible_user FROM referrals r WHERE r.participant_id = p.id AND r.is_current LIMIT 1)`,
      participant: sql`p.id`,
      employer: sql`o.employer_id`,
      placement: sql`o.placement_id`,
      from: sql`FROM proposals o JOIN participants p ON p.id = o.participant_id AND p.protected_identity = 'none'
        ${placeOf(sql`o.placement_id`)}
        WHERE o.association_id = ${associationId} AND ${isOpen} AND o.status <> 'visit_booked' AND o.holds_slot
          AND o.hold_until < now() + make_interval(days => ${holdEndsWithinDays})`,
    }),
  facts: sql`(
    SELECT jsonb_build_object('holdUntil', o.hold_until, 'status', o.status, 'consentMissing', ${consentIsMissing})
      FROM proposals o WHERE o.id = r.subject::uuid)`,
};

const late: Source = {
  found: ({ associationId, today }) =>
    things("late", {
      ...ofAgreement,
      subject: sql`f.id`,
      matter: sql`f.due_on`,
      rank: byDay(sql`f.due_on`),
      from: sql`FROM followups f ${agreementOf(sql`f.agreement_id`)} ${listed}
        ${placeOf(sql`g.placement_id`)}
        WHERE f.association_id = ${associationId} AND f.status = 'planned' AND f.due_on < ${lateBefore(today)}::date`,
    }),
  facts: sql`(
    SELECT jsonb_build_object('dueOn', f.due_on, 'form', f.form, 'coachUser', g.coach_user, 'coachName', g.coach_name,
             'remindedOn', (SELECT ${swedish(sql`m.reminded_at`)} FROM followup_reminders m WHERE m.followup_id = f.id))
      FROM followups f JOIN agreements g ON g.id = f.agreement_id WHERE f.id = r.subject::uuid)`,
};

// Without a next step: no longer time on its way, nothing else agreed or being drawn up, nowhere proposed.
const endsSoon: Source = {
  found: ({ associationId, today }) =>
    things("ends_soon", {
      ...ofAgreement,
      subject: sql`g.id`,
      matter: sql`g.ends_on`,
      rank: byDay(sql`g.ends_on`),
      from: sql`FROM agreements g ${listed} ${placeOf(sql`g.placement_id`)}
        WHERE g.association_id = ${associationId} AND g.status = 'in_force'
          AND g.ends_on BETWEEN ${today}::date AND ${dayAfter(today, endsSoonDays)}::date
          AND NOT EXISTS (SELECT FROM agreement_versions v
            WHERE v.agreement_id = g.id AND v.status IN ('draft', 'out_for_signature')
              AND v.content -> 'period' ->> 'endsOn' > g.ends_on::text)
          AND NOT EXISTS (SELECT FROM agreements n WHERE n.participant_id = g.participant_id AND n.id <> g.id
              AND n.status IN ('draft', 'out_for_signature', 'in_force')
              AND (n.starts_on IS NULL OR n.starts_on > g.starts_on))
          AND NOT EXISTS (SELECT FROM proposals o WHERE o.participant_id = g.participant_id AND ${isOpen})`,
    }),
  facts: sql`(
    SELECT jsonb_build_object('endsOn', g.ends_on, 'lastStep', (
             SELECT f.step FROM followup_logs f
              WHERE f.agreement_id = g.id AND f.step IS NOT NULL AND f.held_at > now() - interval '42 days'
              ORDER BY f.held_at DESC LIMIT 1))
      FROM agreements g WHERE g.id = r.agreement_id)`,
};

// From the day after the last one. Not while a longer time is on its way that has not passed too.
const lastDay = sql`coalesce(g.ended_on, g.ends_on)`;
const unclosed: Source = {
  found: ({ associationId, today }) =>
    things("unclosed", {
      ...ofAgreement,
      subject: sql`g.id`,
      matter: lastDay,
      rank: byDay(lastDay),
      from: sql`FROM agreements g ${listed} ${placeOf(sql`g.placement_id`)}
        WHERE g.association_id = ${associationId} AND g.status IN ('in_force', 'ended_early') AND NOT g.is_recorded
          AND ${lastDay} < ${today}::date
          AND NOT EXISTS (SELECT FROM agreement_versions v
            WHERE v.agreement_id = g.id AND v.status IN ('draft', 'out_for_signature') AND g.status = 'in_force'
              AND v.content -> 'period' ->> 'endsOn' >= ${today}::text)`,
    }),
  facts: sql`(
    SELECT jsonb_build_object('lastDay', ${lastDay}, 'isEarly', g.status = 'ended_early')
      FROM agreements g WHERE g.id = r.agreement_id)`,
};

const openAlerts = sql`attendance_alerts a
  LEFT JOIN attendance_alerts_handled h ON h.agreement_id = a.agreement_id AND h.kind = a.kind AND h.since = a.since`;
const attendance: Source = {
  found: ({ associationId, today }) =>
    things("attendance", {
      ...ofAgreement,
      subject: sql`g.id`,
      matter: sql`x.since || ' ' || x.alerts`,
      rank: sql`-(${byDay(sql`x.since`)})`,
      from: sql`FROM (SELECT a.agreement_id, max(a.since) AS since, count(*) AS alerts FROM ${openAlerts}
          WHERE a.association_id = ${associationId} AND a.last_day >= ${mondayOf(dayAfter(today, -alertDays))}::date
            AND h.kind IS NULL GROUP BY a.agreement_id) x
        ${agreementOf(sql`x.agreement_id`)} ${listed} ${placeOf(sql`g.placement_id`)}
        WHERE g.status = 'in_force'`,
    }),
  // The latest of those that count, which is the matter; of one day the one that is told first.
  facts: sql`(
    SELECT jsonb_build_object('alert', (array_agg(a.alert
             ORDER BY array_position(${sql.param([...alertKinds])}::text[], a.kind)))[1],
             'more', split_part(r.matter, ' ', 2)::integer - 1)
      FROM ${openAlerts} WHERE a.agreement_id = r.agreement_id AND h.kind IS NULL
       AND a.since = split_part(r.matter, ' ', 1)::date)`,
};

const disagreement: Source = {
  found: ({ associationId }) =>
    things("disagreement", {
      ...ofAgreement,
      subject: sql`g.id`,
      matter: sql`x.since || ' ' || x.items`,
      rank: byDay(sql`x.since`),
      from: sql`FROM (SELECT d.agreement_id, max(d.since) AS since, count(*) AS items FROM rating_disagreements d
          WHERE d.association_id = ${associationId} AND d.handled_at IS NULL GROUP BY d.agreement_id) x
        ${agreementOf(sql`x.agreement_id`)} ${listed} ${placeOf(sql`g.placement_id`)}
        WHERE g.status = 'in_force'`,
    }),
  // What is about health is never named in a list.
  facts: sql`(
    SELECT jsonb_build_object('since', d.since, 'code', d.instrument,
             'item', CASE WHEN d.is_health THEN NULL ELSE d.item END, 'more', split_part(r.matter, ' ', 2)::integer - 1)
      FROM rating_disagreements d WHERE d.agreement_id = r.agreement_id AND d.handled_at IS NULL
     ORDER BY d.is_health, d.since DESC, d.item LIMIT 1)`,
};

// First who is idle, by index; then, for those few, what else happened.
const gap: Source = {
  found: ({ associationId }) =>
    things("gap", {
      subject: sql`p.id`,
      matter: swedish(sql`p.since`),
      rank: byDay(swedish(sql`p.since`)),
      municipality: sql`p.municipality_code`,
      responsible: sql`(SELECT r.main_responsible_user FROM referrals r WHERE r.participant_id = p.id AND r.is_current LIMIT 1)`,
      participant: sql`p.id`,
      from: sql`FROM (
          WITH idle AS MATERIALIZED (
            SELECT p.id, p.created_at, p.municipality_code FROM participants p
             WHERE p.association_id = ${associationId} AND p.protected_identity = 'none' AND ${isIdle})
          SELECT p.id, p.municipality_code, ${lastEvent} AS since FROM idle p WHERE ${hasNothingAhead} OFFSET 0) p
        WHERE p.since < ${gapBegan}`,
    }),
  facts: sql`jsonb_build_object('since', r.matter)`,
};

export const sources: Record<ExceptionKind, Source> = {
  unsigned,
  hold_ends: holdEnds,
  late,
  ends_soon: endsSoon,
  unclosed,
  attendance,
  disagreement,
  silent,
  gap,
  free_slots: freeSlots,
  unconfirmed,
};
