import { sql } from "drizzle-orm";
import type { ProposalStatus } from "#app/domain/matching/proposal-status";
import { daysBetween } from "#app/domain/organisations/day";
import type { Followed, FollowedSearch, NextStep } from "#app/domain/profiles/next-step";
import type { ActivityKind, ActivityStatus } from "#app/domain/profiles/plan";
import type { Tx } from "#db/client.server";
import { hasGap, isUnended, lastEvent } from "#db/queries/gaps.server";
import { isOpen } from "#db/queries/proposals.server";

type Row = {
  reference: string;
  is_mine: boolean;
  open_proposals: number;
  gap_since: string | null;
  visit_id: string | null;
  visit_at: string | null;
  visit_on: string | null;
  visit_employer: string | null;
  activity_kind: ActivityKind | null;
  activity_title: string | null;
  activity_on: string | null;
  activity_status: ActivityStatus | null;
  agreement_id: string | null;
  agreement_employer: string | null;
  agreement_stage: "on_its_way" | "begins" | "placed" | null;
  agreement_on: string | null;
  proposal_id: string | null;
  proposal_status: ProposalStatus | null;
  proposal_title: string | null;
};

/**
 * The association's open cases with what is next for each: one's own first, and among them and the others those with
 * nothing ahead, whom `limit` must not cut; then the nearest in time. Protected identities are in no list.
 */
export async function listFollowed(
  tx: Tx,
  of: { associationId: number; userId: string; day: string } & FollowedSearch,
  limit: number,
): Promise<{ rows: Followed[]; total: number }> {
  const prefix = of.reference === null ? null : `${of.reference.replace(/[\\%_]/g, "\\$&")}%`;
  const rows = await tx.execute<Row & { total: number }>(sql`
    SELECT p.reference, coalesce(r.main_responsible_user = ${of.userId}, false) AS is_mine,
           v.id AS visit_id, v.visit_at, v.employer_name AS visit_employer,
           (v.visit_at AT TIME ZONE 'Europe/Stockholm')::date::text AS visit_on,
           a.kind AS activity_kind, a.title AS activity_title, a.starts_on::text AS activity_on,
           a.status AS activity_status, g.id AS agreement_id, g.name AS agreement_employer,
           g.stage AS agreement_stage,
           CASE g.stage WHEN 'begins' THEN g.starts_on WHEN 'placed' THEN g.ends_on END::text AS agreement_on, n.id AS proposal_id, n.status AS proposal_status, n.title AS proposal_title,
           (SELECT count(*)::integer FROM proposals o WHERE o.participant_id = p.id AND ${isOpen}) AS open_proposals,
           CASE WHEN ${hasGap} THEN (${lastEvent} AT TIME ZONE 'Europe/Stockholm')::date::text END AS gap_since,
           count(*) OVER ()::integer AS total
      FROM participants p
      LEFT JOIN referrals r ON r.participant_id = p.id AND r.is_current
      LEFT JOIN LATERAL (
        SELECT o.id, o.visit_at, l.employer_name FROM proposals o JOIN placements l ON l.id = o.placement_id
         WHERE o.participant_id = p.id AND o.status = 'visit_booked' AND o.visit_at > now()
         ORDER BY o.visit_at, o.id LIMIT 1) v ON true
      LEFT JOIN LATERAL (
        SELECT kind, title, starts_on, status FROM plan_activities
         WHERE participant_id = p.id AND (status = 'planned' AND starts_on >= ${of.day}::date
            OR status IN ('planned', 'ongoing') AND coalesce(ends_on, starts_on) >= ${of.day}::date)
         ORDER BY starts_on >= ${of.day}::date DESC, starts_on, starts_at NULLS FIRST, id LIMIT 1) a ON true
      LEFT JOIN LATERAL (
        SELECT g.id, g.starts_on, g.ends_on, e.name,
               CASE WHEN g.status <> 'in_force' THEN 'on_its_way' WHEN g.starts_on > ${of.day}::date THEN 'begins'
                    ELSE 'placed' END AS stage
          FROM agreements g JOIN employers e ON e.id = g.employer_id
         WHERE g.participant_id = p.id AND ${isUnended}
         ORDER BY g.status = 'in_force' DESC, g.starts_on, g.id LIMIT 1) g ON true
      LEFT JOIN LATERAL (
        SELECT o.id, o.status, l.title FROM proposals o JOIN placements l ON l.id = o.placement_id
         WHERE o.participant_id = p.id AND ${isOpen} ORDER BY o.updated_at DESC, o.id LIMIT 1) n ON true
     WHERE p.association_id = ${of.associationId} AND p.protected_identity = 'none'
       AND (p.closed_on IS NULL OR p.closed_on > ${of.day}::date)
       AND (${of.whose === "all"} OR r.main_responsible_user = ${of.userId})
       AND (${prefix}::text IS NULL OR p.reference ILIKE ${prefix})
     ORDER BY is_mine DESC, num_nonnulls(v.id, a.starts_on, g.id, n.id) > 0,
              -- The nearest day ahead first; then what goes on already, then what has no day.
              least((v.visit_at AT TIME ZONE 'Europe/Stockholm')::date,
                    CASE WHEN a.starts_on >= ${of.day}::date THEN a.starts_on END) NULLS LAST,
              a.starts_on NULLS LAST, v.visit_at NULLS LAST, p.reference LIMIT ${limit}`);
  return {
    rows: rows.map((row) => ({
      reference: row.reference,
      isMine: row.is_mine,
      openProposals: row.open_proposals,
      next: nextOf(row, of.day),
      gapDays: row.gap_since === null ? null : daysBetween(row.gap_since, of.day),
    })),
    total: rows[0]?.total ?? 0,
  };
}

/** A visit or an activity, whichever is first; else the agreement that one is in; else the proposal that was last touched. */
function nextOf(row: Row, day: string): NextStep | null {
  const { visit_id, visit_at, activity_kind, activity_on, proposal_id, proposal_status } = row;
  const ongoing = row.activity_status === "ongoing" || (activity_on !== null && activity_on < day);
  const activityFirst = activity_on !== null && (!row.visit_on || (!ongoing && activity_on < row.visit_on));
  if (activityFirst && activity_kind)
    return {
      kind: "activity",
      activity: activity_kind,
      // Care beside the plan is told by its kind alone in a list.
      title: activity_kind === "vard" ? "" : (row.activity_title ?? ""),
      on: activity_on,
      ongoing,
    };
  if (visit_id && visit_at)
    return {
      kind: "visit",
      proposalId: visit_id,
      at: new Date(visit_at).toISOString(),
      employerName: row.visit_employer ?? "",
    };
  if (row.agreement_id && row.agreement_stage)
    return {
      kind: "agreement",
      agreementId: row.agreement_id,
      employerName: row.agreement_employer ?? "",
      stage: row.agreement_stage,
      on: row.agreement_on,
    };
  if (proposal_id && proposal_status)
    return {
      kind: "proposal",
      proposalId: proposal_id,
      status: proposal_status,
      title: row.proposal_title ?? "",
    };
  return null;
}
