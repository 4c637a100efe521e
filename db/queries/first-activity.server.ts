import { sql } from "drizzle-orm";
import type { FirstActivity } from "#app/domain/profiles/first-activity";
import type { ActivityStatus } from "#app/domain/profiles/plan";
import type { Tx } from "#db/client.server";

// The activity of the plan that part 11 of a kartläggning calls the first one. It is stored in plan_activities only.

type Whose = { associationId: number; participantId: string };

export type FirstRow = FirstActivity & { id: string; status: ActivityStatus };

/** The plan's first activity, as far as row level security shows it; to a case worker none that is care. */
export async function readFirst(tx: Tx, whose: Whose): Promise<FirstRow | null> {
  const rows = await tx.execute<FirstRow>(sql`
    SELECT id, title AS what, starts_on::text AS "startsOn", responsible, status FROM plan_activities
     WHERE association_id = ${whose.associationId} AND participant_id = ${whose.participantId} AND is_first
       AND NOT (kind = 'vard' AND (SELECT app_role()) = 'case_worker')`);
  return rows[0] ?? null;
}

/**
 * Makes an activity the first one: the same thing written in the plan already, or one of that name that was called off and
 * is now taken up again with all that is known of it, or else a new one.
 */
export async function addFirst(tx: Tx, whose: Whose, first: FirstActivity): Promise<void> {
  const same = await tx.execute<{ id: string }>(sql`
    SELECT id FROM plan_activities
     WHERE association_id = ${whose.associationId} AND participant_id = ${whose.participantId}
       AND lower(title) = lower(${first.what})
       AND (status = 'cancelled' OR starts_on = ${first.startsOn}::date)
     ORDER BY status = 'cancelled', created_at DESC, id LIMIT 1`);
  if (same[0]) {
    await tx.execute(sql`
      UPDATE plan_activities SET is_first = true, status = CASE status WHEN 'cancelled' THEN 'planned' ELSE status END
       WHERE id = ${same[0].id}`);
    return changeFirst(tx, whose, first);
  }
  await tx.execute(sql`
    INSERT INTO plan_activities (association_id, participant_id, kind, title, responsible, starts_on, is_first)
    VALUES (${whose.associationId}, ${whose.participantId}, 'annat', ${first.what}, ${first.responsible},
            ${first.startsOn}::date, true)`);
}

/** Writes what part 11 says of the first activity; what else is known of it stays, and it never ends before it begins. */
export async function changeFirst(tx: Tx, whose: Whose, first: FirstActivity): Promise<void> {
  await tx.execute(sql`
    UPDATE plan_activities
       SET title = ${first.what}, responsible = ${first.responsible}, starts_on = ${first.startsOn}::date,
           ends_on = CASE WHEN ends_on < ${first.startsOn}::date THEN ${first.startsOn}::date ELSE ends_on END,
           version = version + 1
     WHERE association_id = ${whose.associationId} AND participant_id = ${whose.participantId} AND is_first`);
}

/** The first activity is the first no more: it stays in the plan, called off unless it is done. */
export async function letGoOfFirst(tx: Tx, whose: Whose): Promise<void> {
  await tx.execute(sql`
    UPDATE plan_activities
       SET is_first = false, status = CASE status WHEN 'done' THEN status ELSE 'cancelled' END, version = version + 1
     WHERE association_id = ${whose.associationId} AND participant_id = ${whose.participantId} AND is_first`);
}
