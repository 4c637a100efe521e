import { sql } from "drizzle-orm";
import type { CaseTask } from "#app/domain/profiles/referral";
import type { Tx } from "#db/client.server";

/** Who does what, the earliest first; done ones last. */
export async function listTasks(tx: Tx, referralIds: readonly string[]): Promise<Map<string, CaseTask[]>> {
  const rows = await tx.execute<{
    id: string;
    referral_id: string;
    what: string;
    responsible_user: string | null;
    responsible_name: string;
    due_on: string;
    done_on: string | null;
  }>(sql`
    SELECT id, referral_id, what, responsible_user, responsible_name, due_on::text, done_on::text FROM case_tasks
     WHERE referral_id = ANY (${sql.param([...referralIds])}::uuid[]) ORDER BY done_on IS NOT NULL, due_on, id`);
  const found = new Map<string, CaseTask[]>(referralIds.map((id) => [id, []]));
  for (const row of rows) {
    found.get(row.referral_id)?.push({
      id: row.id,
      what: row.what,
      responsibleUser: row.responsible_user,
      responsibleName: row.responsible_name,
      dueOn: row.due_on,
      doneOn: row.done_on,
    });
  }
  return found;
}

/** Adds a task; a form sent twice is one task. */
export async function insertTask(
  tx: Tx,
  task: {
    id: string;
    associationId: number;
    referralId: string;
    what: string;
    responsible: { userId: string | null; name: string };
    dueOn: string;
  },
): Promise<void> {
  await tx.execute(sql`
    INSERT INTO case_tasks (id, association_id, referral_id, what, responsible_user, responsible_name, due_on)
    VALUES (${task.id}, ${task.associationId}, ${task.referralId}, ${task.what}, ${task.responsible.userId},
            ${task.responsible.name}, ${task.dueOn}::date)
    ON CONFLICT (id) DO NOTHING`);
}

/** Marks a task as done, or not done after all. Answers false when it is not there for this actor. */
export async function setTaskDone(
  tx: Tx,
  task: { id: string; referralId: string },
  doneOn: string | null,
): Promise<boolean> {
  const rows = await tx.execute(sql`
    UPDATE case_tasks SET done_on = ${doneOn}::date WHERE id = ${task.id} AND referral_id = ${task.referralId} RETURNING 1`);
  return rows.length > 0;
}

/** Who can be responsible: the association's coordinators and coaches. */
export async function listStaff(
  tx: Tx,
  associationId: number,
): Promise<{ userId: string; name: string; role: "coordinator" | "coach" }[]> {
  const rows = await tx.execute<{ user_id: string; name: string; role: "coordinator" | "coach" }>(sql`
    SELECT DISTINCT ON (u.name, u.id) u.id AS user_id, u.name, m.role
      FROM memberships m JOIN auth_users u ON u.id = m.user_id
     WHERE m.association_id = ${associationId} AND m.role IN ('coordinator', 'coach')
     ORDER BY u.name, u.id, m.role DESC`);
  return rows.map((row) => ({ userId: row.user_id, name: row.name, role: row.role }));
}
