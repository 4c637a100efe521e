import { sql } from "drizzle-orm";
import type {
  ActivityKind,
  ActivityStatus,
  CommitmentStatus,
  GoalStatus,
  Plan,
  PlanActivity,
  PlanCommitment,
  PlanGoal,
  PlanNote,
} from "#app/domain/profiles/plan";
import type { ActivityForm, CommitmentForm, GoalForm } from "#app/domain/profiles/plan-form";
import type { Tx } from "#db/client.server";

/** The plan of one participant, as far as row level security lets the actor see it. The working notes are not in it. */
export async function readPlan(tx: Tx, participantId: string): Promise<Plan> {
  const goals = await tx.execute<{
    id: string;
    goal: string;
    target_on: string | null;
    status: GoalStatus;
    version: number;
  }>(sql`
    SELECT id, goal, target_on::text, status, version FROM plan_goals WHERE participant_id = ${participantId}
     ORDER BY status <> 'open', created_at, id`);
  const activities = await tx.execute<ActivityRow>(sql`
    SELECT id, goal_id, kind, title, responsible, starts_on::text, ends_on::text, to_char(starts_at, 'HH24:MI') AS starts_at,
           to_char(ends_at, 'HH24:MI') AS ends_at, place, way_there, ask_for, phone, bring, status, is_first,
           version
      FROM plan_activities WHERE participant_id = ${participantId} ORDER BY starts_on, starts_at NULLS FIRST, id`);
  const commitments = await tx.execute<{
    id: string;
    agency_id: number | null;
    agency: string | null;
    party: string;
    what: string;
    starts_on: string | null;
    ends_on: string | null;
    status: CommitmentStatus;
    version: number;
  }>(sql`
    SELECT c.id, c.agency_id, a.name AS agency, c.party, c.what, c.starts_on::text, c.ends_on::text, c.status, c.version
      FROM plan_commitments c LEFT JOIN commissioning_agencies a ON a.id = c.agency_id
     WHERE c.participant_id = ${participantId} ORDER BY c.status <> 'promised', c.created_at, c.id`);
  return {
    goals: goals.map(
      (row): PlanGoal => ({
        id: row.id,
        goal: row.goal,
        targetOn: row.target_on,
        status: row.status,
        version: row.version,
      }),
    ),
    activities: activities.map(toActivity),
    commitments: commitments.map(
      (row): PlanCommitment => ({
        id: row.id,
        agencyId: row.agency_id,
        agency: row.agency,
        party: row.party,
        what: row.what,
        startsOn: row.starts_on,
        endsOn: row.ends_on,
        status: row.status,
        version: row.version,
      }),
    ),
  };
}

type ActivityRow = {
  id: string;
  goal_id: string | null;
  kind: ActivityKind;
  title: string;
  responsible: string;
  starts_on: string;
  ends_on: string | null;
  starts_at: string | null;
  ends_at: string | null;
  place: string;
  way_there: string;
  ask_for: string;
  phone: string;
  bring: string;
  status: ActivityStatus;
  is_first: boolean;
  version: number;
};

function toActivity(row: ActivityRow): PlanActivity {
  return {
    id: row.id,
    goalId: row.goal_id,
    kind: row.kind,
    title: row.title,
    responsible: row.responsible,
    startsOn: row.starts_on,
    endsOn: row.ends_on,
    startsAt: row.starts_at,
    endsAt: row.ends_at,
    place: row.place,
    wayThere: row.way_there,
    askFor: row.ask_for,
    phone: row.phone,
    bring: row.bring,
    status: row.status,
    isFirst: row.is_first,
    version: row.version,
  };
}

/** Whose a part of a plan is. */
export type PlanOwner = { associationId: number; participantId: string };
/** `saved`, or `changed` when somebody else has saved since: nothing was written. */
export type Saved = "saved" | "changed";

/** Adds a goal (version 0) or writes the next version of one. The same form sent twice is one goal. */
export async function saveGoal(tx: Tx, owner: PlanOwner, form: GoalForm): Promise<Saved> {
  const rows = await tx.execute(sql`
    INSERT INTO plan_goals AS g (id, association_id, participant_id, goal, target_on, status)
    VALUES (${form.key}, ${owner.associationId}, ${owner.participantId}, ${form.goal}, ${form.targetOn ?? null}::date,
            ${form.status})
    ON CONFLICT (id) DO UPDATE
       SET goal = excluded.goal, target_on = excluded.target_on, status = excluded.status, version = g.version + 1
     WHERE g.participant_id = excluded.participant_id AND g.version = ${form.version}
    RETURNING 1`);
  return savedOr(rows.length, () =>
    tx.execute(sql`
    SELECT 1 FROM plan_goals WHERE id = ${form.key} AND participant_id = ${owner.participantId} AND goal = ${form.goal}
       AND target_on IS NOT DISTINCT FROM ${form.targetOn ?? null}::date AND status = ${form.status}`),
  );
}

/** Adds an activity (version 0) or writes the next version of one. The same form sent twice is one activity. */
export async function saveActivity(tx: Tx, owner: PlanOwner, form: ActivityForm): Promise<Saved> {
  const values = sql`${form.kind}, ${form.title}, ${form.responsible}, ${form.startsOn}::date, ${form.endsOn ?? null}::date,
            ${form.startsAt ?? null}::time, ${form.endsAt ?? null}::time, ${form.place}, ${form.wayThere}, ${form.askFor},
            ${form.phone}, ${form.bring}, ${form.status}`;
  const columns = sql`kind, title, responsible, starts_on, ends_on, starts_at, ends_at, place, way_there, ask_for, phone,
            bring, status`;
  const goal = sql`(SELECT id FROM plan_goals WHERE id = ${form.goal ?? null}::uuid AND participant_id = ${owner.participantId})`;
  const rows = await tx.execute(sql`
    INSERT INTO plan_activities AS a (id, association_id, participant_id, goal_id, ${columns})
    VALUES (${form.key}, ${owner.associationId}, ${owner.participantId}, ${goal}, ${values})
    ON CONFLICT (id) DO UPDATE
       SET goal_id = excluded.goal_id, kind = excluded.kind, title = excluded.title, responsible = excluded.responsible,
           starts_on = excluded.starts_on, ends_on = excluded.ends_on, starts_at = excluded.starts_at,
           ends_at = excluded.ends_at, place = excluded.place, way_there = excluded.way_there, ask_for = excluded.ask_for,
           phone = excluded.phone, bring = excluded.bring, status = excluded.status, version = a.version + 1
     WHERE a.participant_id = excluded.participant_id AND a.version = ${form.version}
    RETURNING 1`);
  return savedOr(rows.length, () =>
    tx.execute(sql`
    SELECT 1 FROM plan_activities WHERE id = ${form.key} AND participant_id = ${owner.participantId}
       AND (${columns}) IS NOT DISTINCT FROM (${values})`),
  );
}

/** Adds a commitment (version 0) or writes the next version of one. The same form sent twice is one commitment. */
export async function saveCommitment(tx: Tx, owner: PlanOwner, form: CommitmentForm): Promise<Saved> {
  const values = sql`${form.agency ?? null}::integer, ${form.party}, ${form.what}, ${form.startsOn ?? null}::date,
            ${form.endsOn ?? null}::date, ${form.status}`;
  const rows = await tx.execute(sql`
    INSERT INTO plan_commitments AS c (id, association_id, participant_id, agency_id, party, what, starts_on, ends_on, status)
    VALUES (${form.key}, ${owner.associationId}, ${owner.participantId}, ${values})
    ON CONFLICT (id) DO UPDATE
       SET agency_id = excluded.agency_id, party = excluded.party, what = excluded.what, starts_on = excluded.starts_on,
           ends_on = excluded.ends_on, status = excluded.status, version = c.version + 1
     WHERE c.participant_id = excluded.participant_id AND c.version = ${form.version}
    RETURNING 1`);
  return savedOr(rows.length, () =>
    tx.execute(sql`
    SELECT 1 FROM plan_commitments WHERE id = ${form.key} AND participant_id = ${owner.participantId}
       AND (agency_id, party, what, starts_on, ends_on, status) IS NOT DISTINCT FROM (${values})`),
  );
}

/** Nothing was written: the same form sent before is fine, anything else is somebody else's change. */
async function savedOr(
  written: number,
  isSame: () => PromiseLike<{ readonly length: number }>,
): Promise<Saved> {
  if (written > 0) return "saved";
  return (await isSame()).length > 0 ? "saved" : "changed";
}

/** The status of an activity; null when it is not the participant's. */
export async function statusOfActivity(
  tx: Tx,
  participantId: string,
  id: string,
): Promise<ActivityStatus | null> {
  const rows = await tx.execute<{ status: ActivityStatus }>(sql`
    SELECT status FROM plan_activities WHERE id = ${id} AND participant_id = ${participantId} FOR UPDATE`);
  return rows[0]?.status ?? null;
}

/** The staff's working notes, the newest first. */
export async function listNotes(tx: Tx, participantId: string): Promise<PlanNote[]> {
  const rows = await tx.execute<{ id: string; note: string; by_name: string; noted_at: string }>(sql`
    SELECT id, note, by_name, noted_at FROM plan_notes WHERE participant_id = ${participantId}
     ORDER BY noted_at DESC, id LIMIT 50`);
  return rows.map((row) => ({
    id: row.id,
    note: row.note,
    byName: row.by_name,
    notedAt: new Date(row.noted_at).toISOString(),
  }));
}

/** Adds a working note; a form sent twice is one note. */
export async function insertNote(
  tx: Tx,
  owner: PlanOwner,
  note: { id: string; note: string; by: string },
): Promise<void> {
  await tx.execute(sql`
    INSERT INTO plan_notes (id, association_id, participant_id, note, by_name)
    VALUES (${note.id}, ${owner.associationId}, ${owner.participantId}, ${note.note}, ${note.by})
    ON CONFLICT (id) DO NOTHING`);
}
