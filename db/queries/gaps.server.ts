import { sql } from "drizzle-orm";
import { gapDays } from "#app/domain/organisations/gap";
import { isOpen } from "#db/queries/proposals.server";

/** An agreement `g` that is being drawn up, signed or lived. */
export const isUnended = sql`g.status IN ('draft', 'out_for_signature', 'in_force')`;

/**
 * When something last happened for participant `p`: enrolled, the work profile, a proposal, an agreement, a step of a
 * referral, or a case meeting that was held.
 */
export const lastEvent = sql`greatest(p.created_at,
  (SELECT max(w.updated_at) FROM work_profiles w WHERE w.participant_id = p.id),
  (SELECT max(o.updated_at) FROM proposals o WHERE o.participant_id = p.id),
  (SELECT max(g.updated_at) FROM agreements g WHERE g.participant_id = p.id),
  (SELECT max(e.happened_at) FROM referrals r JOIN referral_events e ON e.referral_id = r.id
    WHERE r.participant_id = p.id),
  (SELECT max(m.held_at) FROM referrals r JOIN case_meeting_items i ON i.referral_id = r.id
     JOIN case_meetings m ON m.id = i.meeting_id WHERE r.participant_id = p.id AND m.status = 'held'))`;

// Asked once, not of every person: what day it is in Sweden takes longer than the rest of the condition.
const today = sql`(SELECT (now() AT TIME ZONE 'Europe/Stockholm')::date)`;

/**
 * Whether participant `p` is enrolled and nothing is on its way with an employer: no open proposal, none that was agreed and
 * has had no agreement yet, no agreement that has not ended. Found by indexes of what is open: few are left for the rest.
 * `current_date` leaves out nobody whom the day in Sweden takes in: by it the planner knows how few are enrolled.
 */
export const isIdle = sql`(coalesce(p.closed_on, 'infinity') > current_date - 1 AND coalesce(p.closed_on, 'infinity') > ${today}
  AND NOT EXISTS (SELECT FROM agreements g WHERE g.participant_id = p.id AND ${isUnended})
  AND NOT EXISTS (SELECT FROM proposals o WHERE o.participant_id = p.id AND (${isOpen} OR o.status = 'agreed'
    AND NOT EXISTS (SELECT FROM agreements g WHERE g.proposal_id = o.id))))`;

/**
 * Whether nothing else is ahead for participant `p`: no activity planned or going on, no referral that waits for an answer,
 * no task of a referral still to be done in time, no case meeting to come.
 */
export const hasNothingAhead = sql`(
  NOT EXISTS (SELECT FROM plan_activities a WHERE a.participant_id = p.id AND a.status IN ('planned', 'ongoing')
    AND coalesce(a.ends_on, a.starts_on) >= ${today})
  AND NOT EXISTS (SELECT FROM referrals r WHERE r.participant_id = p.id AND (r.status IN ('sent', 'taken_up')
    OR EXISTS (SELECT FROM case_tasks t WHERE t.referral_id = r.id AND t.done_on IS NULL AND t.due_on >= ${today})
    OR EXISTS (SELECT FROM case_meeting_items i JOIN case_meetings m ON m.id = i.meeting_id
                WHERE i.referral_id = r.id AND m.status = 'planned' AND m.held_at >= now()))))`;

/** A moment before which nothing happened is a gap. */
export const gapBegan = sql`now() - make_interval(days => ${gapDays})`;

/**
 * Whether nothing has happened for participant `p` for fourteen days and nothing is on its way. The one meaning of "without a
 * next step". domain.md "Guards against free labour".
 */
export const hasGap = sql`(${isIdle} AND ${hasNothingAhead} AND ${lastEvent} < ${gapBegan})`;
