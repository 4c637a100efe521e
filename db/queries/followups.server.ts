import { type SQL, sql } from "drizzle-orm";
import {
  type FollowupForm,
  type KeptFollowup,
  type ListedFollowup,
  lateBefore,
} from "#app/domain/followups/followup";
import { planOnce, type Tx } from "#db/client.server";

/** What a list is narrowed to. `from` and `until` are due days, both included; null is all. */
export type FollowupFilter = {
  associationId: number;
  coachUser: string | null;
  municipalityCode: string | null;
  from: string | null;
  until: string | null;
};

function planned(filter: FollowupFilter): SQL {
  const { associationId, coachUser, municipalityCode, from, until } = filter;
  return sql`
      FROM followups f
      JOIN agreements g ON g.id = f.agreement_id
      JOIN participants p ON p.id = g.participant_id
     WHERE f.association_id = ${associationId} AND f.status = 'planned'
       ${from === null ? sql`` : sql`AND f.due_on >= ${from}::date`}
       ${until === null ? sql`` : sql`AND f.due_on <= ${until}::date`}
       ${coachUser === null ? sql`` : sql`AND g.coach_user = ${coachUser}`}
       ${municipalityCode === null ? sql`` : sql`AND p.municipality_code = ${municipalityCode}`}`;
}

/**
 * What is planned and not done, the earliest first. Nobody with a protected identity, as in every list. Row level security
 * keeps it within the association.
 */
export async function listFollowups(
  tx: Tx,
  filter: FollowupFilter,
  page: { limit: number; offset: number },
): Promise<ListedFollowup[]> {
  const rows = await tx.execute<ListedFollowup>(sql`
    SELECT f.id, f.agreement_id AS "agreementId", f.step, f.purpose, f.form, f.due_on::text AS "dueOn",
           to_char(f.due_at, 'HH24:MI') AS "dueAt", f.status, p.reference, e.name AS "employerName",
           l.title AS "placementTitle", l.locality, g.coach_user AS "coachUser", g.coach_name AS "coachName",
           g.ends_on::text AS "endsOn"
      FROM (SELECT f.*, g.participant_id, p.reference AS code ${planned(filter)} AND p.protected_identity = 'none'
             ORDER BY f.due_on, f.due_at NULLS LAST, f.id LIMIT ${page.limit} OFFSET ${page.offset}) AS f
      JOIN agreements g ON g.id = f.agreement_id
      JOIN participants p ON p.id = f.participant_id
      JOIN employers e ON e.id = g.employer_id
      JOIN placements l ON l.id = g.placement_id
     ORDER BY f.due_on, f.due_at NULLS LAST, f.id`);
  return [...rows];
}

/** How many there are, in all and of people who are in no list. */
export async function countFollowups(
  tx: Tx,
  filter: FollowupFilter,
): Promise<{ total: number; hidden: number }> {
  const [row] = await tx.execute<{ total: number; hidden: number }>(sql`
    SELECT count(*) FILTER (WHERE p.protected_identity = 'none')::integer AS total,
           count(*) FILTER (WHERE p.protected_identity <> 'none')::integer AS hidden ${planned(filter)}`);
  return row ?? { total: 0, hidden: 0 };
}

/** How many are late, for now and for the rest of the week, of whom the filter shows. */
export async function countByTime(
  tx: Tx,
  filter: FollowupFilter,
  days: { today: string; weekEnds: string },
): Promise<{ late: number; now: number; week: number }> {
  const [row] = await tx.execute<{ late: number; now: number; week: number }>(sql`
    SELECT count(*) FILTER (WHERE f.due_on < ${lateBefore(days.today)}::date)::integer AS late,
           count(*) FILTER (WHERE f.due_on BETWEEN ${lateBefore(days.today)}::date AND ${days.today}::date)::integer AS now,
           count(*) FILTER (WHERE f.due_on > ${days.today}::date)::integer AS week
      ${planned({ ...filter, until: days.weekEnds })} AND p.protected_identity = 'none'`);
  return row ?? { late: 0, now: 0, week: 0 };
}

const selectFollowup = sql`
  SELECT f.id, f.association_id AS "associationId", f.agreement_id AS "agreementId", f.step, f.purpose, f.form,
         f.due_on::text AS "dueOn", to_char(f.due_at, 'HH24:MI') AS "dueAt", f.status, f.moved,
         f.move_reason AS "moveReason", f.moved_by_name AS "movedByName", f.done_on::text AS "doneOn"
    FROM followups f`;

/** One follow-up, locked until the transaction ends; null when row level security hides it. `id` is a UUID. */
export async function lockFollowup(tx: Tx, id: string): Promise<KeptFollowup | null> {
  const [row] = await tx.execute<KeptFollowup>(sql`${selectFollowup} WHERE f.id = ${id} FOR UPDATE OF f`);
  return row ?? null;
}

/** The same without a lock. */
export async function findFollowup(tx: Tx, id: string): Promise<KeptFollowup | null> {
  const [row] = await planOnce(tx).execute<KeptFollowup>(sql`${selectFollowup} WHERE f.id = ${id}`);
  return row ?? null;
}

/** All of an agreement that are planned or done, in order. */
export async function listOfAgreement(tx: Tx, agreementId: string): Promise<KeptFollowup[]> {
  const rows = await planOnce(tx).execute<KeptFollowup>(sql`
    SELECT one.*, (SELECT o.words FROM followup_logs o WHERE o.followup_id = one.id AND NOT o.is_working_note
                    ORDER BY o.held_at DESC LIMIT 1) AS said
      FROM (${selectFollowup} WHERE f.agreement_id = ${agreementId} AND f.status <> 'dropped') AS one
     ORDER BY coalesce(one."doneOn", one."dueOn"), one."dueAt" NULLS LAST, one.id LIMIT 200`);
  return [...rows];
}

/** Adds one that a person has planned. Answers its id. */
export async function insertOwnFollowup(
  tx: Tx,
  of: {
    agreementId: string;
    associationId: number;
    step: string;
    dueOn: string;
    dueAt: string | null;
    form: FollowupForm;
  },
): Promise<string> {
  const rows = await tx.execute<{ id: string }>(sql`
    INSERT INTO followups (association_id, agreement_id, step, purpose, form, due_on, due_at, planned_by)
    VALUES (${of.associationId}, ${of.agreementId}, ${of.step}, 'contact', ${of.form}, ${of.dueOn}::date,
            ${of.dueAt}::time, 'person')
    RETURNING id`);
  return rows[0]!.id;
}

/** Gives a planned one another day: from then on the rhythm leaves it alone. */
export async function moveFollowup(
  tx: Tx,
  id: string,
  to: { dueOn: string; dueAt: string | null; form: FollowupForm; reason: string; byName: string },
): Promise<void> {
  await tx.execute(sql`
    UPDATE followups
       SET due_on = ${to.dueOn}::date, due_at = ${to.dueAt}::time, form = ${to.form}, moved = true,
           move_reason = ${to.reason}, moved_by_name = ${to.byName}, updated_at = now()
     WHERE id = ${id} AND status = 'planned'`);
}

/** Notes that a planned one has been held. False when it no longer waits to be. */
export async function finishFollowup(tx: Tx, id: string, doneOn: string): Promise<boolean> {
  const rows = await tx.execute(sql`
    UPDATE followups SET status = 'done', done_on = ${doneOn}::date, updated_at = now()
     WHERE id = ${id} AND status = 'planned' RETURNING 1`);
  return rows.length > 0;
}

/** Chooses how closely an agreement is followed. */
export async function saveRisk(tx: Tx, agreementId: string, risk: string): Promise<void> {
  await tx.execute(sql`UPDATE agreements SET risk = ${risk}, updated_at = now() WHERE id = ${agreementId}`);
}

/** Who follows an agreement up, and how closely. */
export async function findCoach(
  tx: Tx,
  agreementId: string,
): Promise<{ coachUser: string | null; coachName: string; risk: "normal" | "closer" }> {
  const rows = await planOnce(tx).execute<{
    coachUser: string | null;
    coachName: string;
    risk: "normal" | "closer";
  }>(sql`
    SELECT coach_user AS "coachUser", coach_name AS "coachName", risk FROM agreements WHERE id = ${agreementId}`);
  return rows[0] ?? { coachUser: null, coachName: "", risk: "normal" };
}
