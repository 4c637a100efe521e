import { sql } from "drizzle-orm";
import type { AgreementStatus } from "#app/domain/agreements/agreement-status";
import type { Period } from "#app/domain/agreements/period";
import type { Risk } from "#app/domain/followups/followup";
import type { StandingFollowup, WantedFollowup } from "#app/domain/followups/plan-followups";
import type { RhythmStep } from "#app/domain/followups/rhythm";
import type { PlacementKind, Weekday } from "#app/domain/placements/vocabulary";
import type { Tx } from "#db/client.server";

/** Everything that the planned follow-ups of an agreement follow from, as it stands. Days are ISO dates. */
export type PlanningRow = {
  id: string;
  associationId: number;
  status: AgreementStatus;
  /** Null for an agreement that never took force. */
  period: Period | null;
  kind: PlacementKind | null;
  risk: Risk;
  weekdays: Weekday[];
  closedDays: Period[];
  agreedOn: string | null;
  /** The association's own steps; null while the shipped ones count. */
  steps: RhythmStep[] | null;
  pauses: { from: string; until: string | null }[];
  followups: (StandingFollowup & { doneOn: string | null })[];
};

/** The facts of these agreements, which stay locked until the transaction ends. As the product itself. */
export async function lockPlanningRows(tx: Tx, ids: readonly string[]): Promise<PlanningRow[]> {
  const of = sql`ANY (${sql.param([...ids])}::uuid[])`;
  await tx.execute(sql`SELECT 1 FROM agreements WHERE id = ${of} ORDER BY id FOR UPDATE`);
  const rows = await tx.execute<PlanningRow>(sql`
    SELECT g.id, g.association_id AS "associationId", g.status, g.risk,
           v.content -> 'period' AS period, v.content ->> 'kind' AS kind,
           coalesce(jsonb_path_query_array(v.content, '$.schedule[*].weekday'), '[]') AS weekdays,
           coalesce(v.content -> 'closedDays', '[]') AS "closedDays",
           (v.agreed_at AT TIME ZONE 'Europe/Stockholm')::date::text AS "agreedOn",
           r.steps,
           coalesce((SELECT jsonb_agg(jsonb_build_object('from', u.from_on, 'until', u.until_on))
              FROM agreement_pauses u WHERE u.agreement_id = g.id), '[]') AS pauses,
           coalesce((SELECT jsonb_agg(jsonb_build_object('id', f.id, 'step', f.step, 'dueOn', f.due_on, 'status', f.status,
                       'purpose', f.purpose, 'form', f.form, 'moved', f.moved, 'plannedBy', f.planned_by,
                       'doneOn', f.done_on))
              FROM followups f WHERE f.agreement_id = g.id), '[]') AS followups
      FROM agreements g
      LEFT JOIN LATERAL (SELECT v.content, v.agreed_at FROM agreement_versions v
                          WHERE v.agreement_id = g.id AND v.status = 'agreed' ORDER BY v.number DESC LIMIT 1) AS v ON true
      LEFT JOIN followup_rhythms r
        ON r.association_id = g.association_id AND r.kind = v.content ->> 'kind' AND r.risk = g.risk
     WHERE g.id = ${of}`);
  return [...rows];
}

/** Adds what is wanted; a step that had been dropped is planned again, one that stands is left alone. */
export async function addFollowups(
  tx: Tx,
  rows: readonly (WantedFollowup & { agreementId: string; associationId: number })[],
): Promise<void> {
  if (rows.length === 0) return;
  await tx.execute(sql`
    INSERT INTO followups (association_id, agreement_id, step, purpose, form, due_on)
    SELECT w."associationId", w."agreementId", w.step, w.purpose, w.form, w."dueOn"
      FROM json_to_recordset(${JSON.stringify(rows)}::json)
        AS w ("associationId" integer, "agreementId" uuid, step text, purpose text, form text, "dueOn" date)
    ON CONFLICT (agreement_id, step) DO UPDATE
       SET status = 'planned', purpose = excluded.purpose, form = excluded.form, due_on = excluded.due_on, due_at = NULL,
           moved = false, move_reason = '', moved_by_name = '', updated_at = now()
     WHERE followups.status = 'dropped'`);
}

/** Gives planned follow-ups the days that the rhythm wants now. */
export async function shiftFollowups(
  tx: Tx,
  rows: readonly { id: string; dueOn: string; form: string; purpose: string }[],
): Promise<void> {
  if (rows.length === 0) return;
  await tx.execute(sql`
    UPDATE followups f SET due_on = w."dueOn", form = w.form, purpose = w.purpose, updated_at = now()
      FROM json_to_recordset(${JSON.stringify(rows)}::json) AS w (id uuid, "dueOn" date, form text, purpose text)
     WHERE f.id = w.id AND f.status = 'planned'`);
}

/** Takes what no longer holds off the plan. */
export async function dropFollowups(tx: Tx, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return;
  await tx.execute(sql`
    UPDATE followups SET status = 'dropped', updated_at = now()
     WHERE id = ANY (${sql.param([...ids])}::uuid[]) AND status = 'planned'`);
}

/**
 * Agreements in force that nobody follows up get the one who is responsible for the referral, else who drew them up. As the
 * product itself.
 */
export async function giveCoach(tx: Tx, ids: readonly string[]): Promise<void> {
  await tx.execute(sql`
    UPDATE agreements g
       SET coach_user = coalesce(r.main_responsible_user, g.created_by_user),
           coach_name = CASE WHEN r.main_responsible_user IS NULL THEN g.created_by_name
                             ELSE r.main_responsible_name END
      FROM agreements o LEFT JOIN referrals r ON r.participant_id = o.participant_id AND r.is_current
     WHERE o.id = g.id AND g.id = ANY (${sql.param([...ids])}::uuid[]) AND g.status = 'in_force' AND g.coach_user IS NULL
       AND coalesce(r.main_responsible_user, g.created_by_user) IS NOT NULL`);
}

/** Agreements to plan anew, in batches by id: those in force, and those that have ended with something still planned. */
export async function listToPlan(
  tx: Tx,
  after: string,
  limit: number,
  only: { associationId: number; kind: PlacementKind; risk: Risk } | null = null,
): Promise<string[]> {
  const within = only
    ? sql`g.association_id = ${only.associationId} AND g.status = 'in_force' AND g.risk = ${only.risk}
      AND (SELECT v.content ->> 'kind' FROM agreement_versions v WHERE v.agreement_id = g.id AND v.status = 'agreed'
            ORDER BY v.number DESC LIMIT 1) = ${only.kind}`
    : sql`(g.status = 'in_force' OR (g.status IN ('closed', 'ended_early', 'cancelled')
        AND EXISTS (SELECT FROM followups f WHERE f.agreement_id = g.id AND f.status = 'planned' AND f.purpose <> 'checkup')))`;
  const rows = await tx.execute<{ id: string }>(sql`
    SELECT g.id FROM agreements g WHERE g.id > ${after}::uuid AND ${within} ORDER BY g.id LIMIT ${limit}`);
  return rows.map(({ id }) => id);
}
