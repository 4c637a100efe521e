import { sql } from "drizzle-orm";
import type { ProposalStatus } from "#app/domain/matching/proposal-status";
import {
  holdEndsWithinDays,
  type ProposalTask,
  stoppedShownDays,
  type TaskProposal,
} from "#app/domain/matching/proposal-task";
import type { TaskPlacement, Unmatched } from "#app/domain/matching/todo";
import { planOnce, type Tx } from "#db/client.server";
import { gapBegan, hasNothingAhead, isIdle, lastEvent } from "#db/queries/gaps.server";
import { endedEarlyLately } from "#db/queries/new-matches.server";
import { consentIsMissing, isOpen } from "#db/queries/proposals.server";

type TaskRow = {
  id: string;
  task: ProposalTask;
  total: number;
  reference: string;
  title: string;
  employer_name: string;
  locality: string;
  status: ProposalStatus;
  updated_at: string;
  hold_until: string | null;
  visit_at: string | null;
  visit_place: string | null;
  consent_missing: boolean;
};
export type Tasks = { rows: TaskProposal[]; totals: Partial<Record<ProposalTask, number>> };

const stoppedLately = sql`(o.status = 'withdrawn' AND o.reason_code = 'consent_withdrawn'
  AND o.updated_at > now() - make_interval(days => ${stoppedShownDays})
  AND EXISTS (SELECT FROM proposal_events e
               WHERE e.proposal_id = o.id AND e.to_status = 'withdrawn' AND e.by_role = 'participant'))`;

/** Agreed, and nobody has begun its agreement: the agreement takes the slot over. Read through proposals_agreed. */
const waitsForAgreement = sql`(o.status = 'agreed' AND o.holds_slot)`;

/**
 * The association's open proposals by what they ask of a coordinator, the first `limit` of each with how many there are.
 * Read through proposals_open. Protected identities are in no list. Holds about to end are exceptions, with a list of their own.
 */
export async function listTasks(tx: Tx, associationId: number, limit: number): Promise<Tasks> {
  const rows = await planOnce(tx).execute<TaskRow>(sql`
    WITH sorted AS (
      SELECT o.id, o.participant_id, o.placement_id, o.status, o.updated_at, o.hold_until, o.visit_at, o.visit_place,
             p.reference,
             CASE
               WHEN o.status = 'withdrawn' THEN 'consent_withdrawn'
               WHEN o.status = 'agreed' THEN 'agreed'
               WHEN o.status = 'visit_booked' AND o.visit_at > now() THEN 'visit_ahead'
               WHEN o.status = 'visit_booked' THEN 'visit_done'
               WHEN o.holds_slot AND o.hold_until < now() + make_interval(days => ${holdEndsWithinDays})
                 THEN 'hold_ends'
               WHEN o.status IN ('participant_yes', 'employer_yes', 'employer_maybe_meet') THEN 'next_step'
               WHEN o.status = 'asked_participant' THEN 'participant_answer'
               WHEN o.status = 'presented' THEN 'employer_answer'
               WHEN o.status = 'shortlisted' AND EXISTS (
                 SELECT FROM proposal_events e
                  WHERE e.proposal_id = o.id AND e.from_status IS NULL AND e.by_role = 'participant')
                 THEN 'interested'
               ELSE 'on_its_way'
             END AS task
        FROM proposals o
        JOIN participants p ON p.id = o.participant_id AND p.protected_identity = 'none'
       WHERE o.association_id = ${associationId} AND (${isOpen} OR ${stoppedLately} OR ${waitsForAgreement})),
    ranked AS (
      SELECT s.*, count(*) OVER (PARTITION BY task)::integer AS total,
             row_number() OVER (PARTITION BY task ORDER BY CASE task
               WHEN 'hold_ends' THEN hold_until
               WHEN 'visit_ahead' THEN visit_at
               WHEN 'visit_done' THEN visit_at
               ELSE updated_at END, id) AS place
        FROM sorted s WHERE s.task <> 'hold_ends')
    SELECT o.*, l.title, l.employer_name, l.locality, ${consentIsMissing} AS consent_missing
      FROM ranked o JOIN placements l ON l.id = o.placement_id
     WHERE o.place <= ${limit} ORDER BY o.task, o.place`);
  return {
    rows: rows.map(toTask),
    totals: Object.fromEntries(rows.map(({ task, total }) => [task, total])),
  };
}

function toTask(row: TaskRow): TaskProposal {
  return {
    id: row.id,
    task: row.task,
    reference: row.reference,
    title: row.title,
    employerName: row.employer_name,
    locality: row.locality,
    status: row.status,
    since: new Date(row.updated_at).toISOString(),
    holdUntil: row.hold_until && new Date(row.hold_until).toISOString(),
    visitAt: row.visit_at && new Date(row.visit_at).toISOString(),
    visitPlace: row.visit_place,
    consentMissing: row.consent_missing,
  };
}

/** How many of these proposals belong to protected identities: they are shown in no list. */
export async function countHiddenTasks(tx: Tx, associationId: number): Promise<number> {
  const rows = await planOnce(tx).execute<{ total: number }>(sql`
    SELECT count(*)::integer AS total FROM participants p JOIN proposals o ON o.participant_id = p.id
     WHERE p.association_id = ${associationId} AND p.protected_identity <> 'none' AND (${isOpen} OR ${waitsForAgreement})`);
  return rows[0]?.total ?? 0;
}

/**
 * Participants whose work profile is complete and who have no proposal on its way: the longest waiting first. Those whom
 * nothing has happened to for long are a gap (gaps.server.ts), and are there instead.
 */
export async function listUnmatched(
  tx: Tx,
  associationId: number,
  limit: number,
): Promise<{ rows: Unmatched[]; total: number }> {
  const rows = await planOnce(tx).execute<{
    reference: string;
    hours: string | null;
    since: string;
    total: number;
  }>(sql`
    WITH idle AS MATERIALIZED (
      SELECT p.id, p.reference, p.created_at FROM participants p
       WHERE p.association_id = ${associationId} AND p.protected_identity = 'none' AND ${isIdle}
         AND NOT EXISTS (SELECT FROM proposals o WHERE o.participant_id = p.id AND o.status = 'agreed'
               AND NOT EXISTS (SELECT FROM agreements g WHERE g.proposal_id = o.id AND g.status IN ('closed', 'ended_early')))
         AND NOT ${endedEarlyLately})
    SELECT p.reference, w.profile->>'startHours' AS hours, w.updated_at AS since,
           count(*) OVER ()::integer AS total
      FROM idle p JOIN work_profiles w ON w.participant_id = p.id
     WHERE w.status IN ('complete', 'confirmed') AND NOT (${hasNothingAhead} AND ${lastEvent} < ${gapBegan})
     ORDER BY w.updated_at, p.reference LIMIT ${limit}`);
  return {
    rows: rows.map(({ reference, hours, since }) => ({
      reference,
      startHours: hours === null ? null : Number(hours),
      since: new Date(since).toISOString(),
    })),
    total: rows[0]?.total ?? 0,
  };
}

const ofAssociation = (associationId: number) => sql`l.municipality_code IN
  (SELECT municipality_code FROM association_municipalities WHERE association_id = ${associationId})`;
const placementColumns = sql`l.id, l.title, l.employer_name AS "employerName", l.locality,
  (l.created_at AT TIME ZONE 'Europe/Stockholm')::date::text AS "createdOn"`;

/**
 * First listings that wait for a coordinator of the municipality, not those that wait for the employer to complete
 * them; the oldest first.
 */
export async function listInReview(
  tx: Tx,
  associationId: number,
  limit: number,
): Promise<{ rows: TaskPlacement[]; total: number }> {
  const rows = await planOnce(tx).execute<TaskPlacement & { total: number }>(sql`
    SELECT ${placementColumns}, count(*) OVER ()::integer AS total FROM placements l
     WHERE ${ofAssociation(associationId)} AND l.status = 'in_review'
       AND NOT EXISTS (SELECT FROM placement_offers o WHERE o.placement_id = l.id AND o.status = 'more_needed')
     ORDER BY l.created_at, l.id LIMIT ${limit}`);
  return { rows: rows.map(({ total: _, ...row }) => row), total: rows[0]?.total ?? 0 };
}
