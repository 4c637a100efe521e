import { sql } from "drizzle-orm";
import type {
  OpenProposal,
  Owner,
  OwnerAction,
  Person,
  ProposalEnd,
} from "#app/domain/organisations/contact-owner";
import type { OwnerChange } from "#app/domain/organisations/register";
import { planOnce, type Tx } from "#db/client.server";

/** A coordinator of any association. */
export type EveryCoordinator = { userId: string; name: string; association: string };

/** All coordinators, by association and name. */
export async function listCoordinators(tx: Tx): Promise<EveryCoordinator[]> {
  const rows = await tx.execute<EveryCoordinator>(sql`
    SELECT user_id AS "userId", name, association FROM coordinators_everywhere()`);
  return [...rows];
}

/** The question about a relation that waits for an answer, or null. */
export async function findOpenProposal(tx: Tx, employerId: number): Promise<OpenProposal> {
  const [row] = await tx.execute<{
    id: number;
    from_user: string;
    from_name: string;
    to_user: string;
    to_name: string;
  }>(sql`
    SELECT id, from_user, from_name, to_user, to_name FROM contact_owner_changes
     WHERE employer_id = ${employerId} AND status = 'open'`);
  if (!row) return null;
  return {
    id: row.id,
    from: { userId: row.from_user, name: row.from_name },
    to: { userId: row.to_user, name: row.to_name },
  };
}

export async function setOwner(tx: Tx, employerId: number, owner: Owner): Promise<void> {
  await tx.execute(sql`
    UPDATE employers SET contact_owner_user = ${owner?.userId ?? null}, contact_owner_name = ${owner?.name ?? null}
     WHERE id = ${employerId}`);
}

/**
 * Whether a coordinator works with an employer: holds the relation, or the association has a municipality where the
 * employer has a workplace, or the employer has none yet.
 */
export async function worksWith(
  tx: Tx,
  employerId: number,
  of: { userId: string; associationId: number },
): Promise<boolean> {
  const [row] = await tx.execute(sql`
    SELECT FROM employers e
     WHERE e.id = ${employerId} AND (e.contact_owner_user = ${of.userId}
        OR NOT EXISTS (SELECT FROM workplaces w WHERE w.employer_id = e.id)
        OR EXISTS (SELECT FROM workplaces w JOIN association_municipalities a USING (municipality_code)
                    WHERE w.employer_id = e.id AND a.association_id = ${of.associationId}))`);
  return row !== undefined;
}

/**
 * Which of these employers are the association's: one of its municipalities has a workplace of theirs, or one of its
 * coordinators holds the relation.
 */
export async function listOwnEmployers(
  tx: Tx,
  ids: readonly number[],
  of: { userId: string; associationId: number },
): Promise<Set<number>> {
  const rows = await tx.execute<{ id: number }>(sql`
    SELECT e.id FROM employers e
     WHERE e.id = ANY (${`{${ids.join(",")}}`}::text::integer[]) AND (e.contact_owner_user = ${of.userId}
        OR EXISTS (SELECT FROM workplaces w JOIN association_municipalities a USING (municipality_code)
                    WHERE w.employer_id = e.id AND a.association_id = ${of.associationId})
        OR EXISTS (SELECT FROM coordinators_everywhere() c JOIN associations a ON a.name = c.association
                    WHERE c.user_id = e.contact_owner_user AND a.id = ${of.associationId}))`);
  return new Set(rows.map(({ id }) => id));
}

/** Ends the question with its answer. */
export async function endProposal(
  tx: Tx,
  id: number,
  end: Exclude<ProposalEnd, null>,
  note: string,
): Promise<void> {
  await tx.execute(sql`
    UPDATE contact_owner_changes SET status = ${end}, answered_at = now(), seen_at = coalesce(seen_at, now()),
           note = CASE WHEN ${note} = '' THEN note WHEN note = '' THEN ${note} ELSE note || ' – ' || ${note} END
     WHERE id = ${id}`);
}

const hows: Partial<Record<OwnerAction, OwnerChange["how"]>> = {
  propose: "proposed",
  take_over: "taken_over",
  claim: "claimed",
  release: "released",
};

/** One line of the history: from whom, to whom, by whom, why. Answers to a question write none of their own. */
export async function insertChange(
  tx: Tx,
  employerId: number,
  change: { act: OwnerAction; from: Owner; to: Person | null; by: Person; reason: string; note: string },
): Promise<void> {
  const how = hows[change.act];
  if (!how) return;
  await tx.execute(sql`
    INSERT INTO contact_owner_changes (employer_id, how, status, from_user, from_name, to_user, to_name, by_user,
                                       by_name, reason, note)
    VALUES (${employerId}, ${how}, ${how === "proposed" ? "open" : "done"}, ${change.from?.userId ?? null},
            ${change.from?.name ?? null}, ${change.to?.userId ?? null}, ${change.to?.name ?? null}, ${change.by.userId},
            ${change.by.name}, ${change.reason}, ${change.note})`);
}

/** How the relation went, the newest first. */
export async function listChanges(tx: Tx, employerId: number, limit: number): Promise<OwnerChange[]> {
  const rows = await tx.execute<OwnerChange>(sql`
    SELECT id, how, status, from_name AS "fromName", to_name AS "toName", by_name AS "byName", reason, note,
           coalesce(answered_at, created_at) AS at
      FROM contact_owner_changes WHERE employer_id = ${employerId} ORDER BY id DESC LIMIT ${limit}`);
  return rows.map((row) => ({ ...row, at: new Date(row.at).toISOString() }));
}

/** The one from whom it was taken over has seen it. */
export async function markSeen(tx: Tx, userId: string, employerId: number): Promise<void> {
  await tx.execute(sql`
    UPDATE contact_owner_changes SET seen_at = now()
     WHERE employer_id = ${employerId} AND from_user = ${userId} AND how = 'taken_over' AND seen_at IS NULL`);
}

/** What the relations ask of one coordinator today. Days are ISO dates. */
export type ContactTask = {
  what: "asked" | "taken" | "next_contact" | "ask_again";
  /** The contact, the question, or the employer: with `what` it names the row. */
  id: number;
  employerId: number;
  employerName: string;
  locality: string;
  /** Who asked or took over; for a step what was to be done. */
  said: string;
  day: string;
};

/**
 * What waits for one coordinator: questions to take over, relations that somebody took over, next steps that are due, and
 * employers to be asked again today (those without a holder where the association works). The first `limit` of each.
 */
export async function listContactTasks(
  tx: Tx,
  of: { userId: string; associationId: number; today: string },
  limit: number,
): Promise<{ rows: ContactTask[]; totals: Partial<Record<ContactTask["what"], number>> }> {
  const rows = await planOnce(tx).execute<ContactTask & { total: number }>(sql`
    WITH asked AS (
      SELECT 'asked' AS what, c.id, c.employer_id, c.from_name AS said, (c.created_at AT TIME ZONE 'Europe/Stockholm')::date AS day
        FROM contact_owner_changes c WHERE c.to_user = ${of.userId} AND c.status = 'open'),
    taken AS (
      SELECT 'taken', c.id, c.employer_id, c.by_name, (c.created_at AT TIME ZONE 'Europe/Stockholm')::date
        FROM contact_owner_changes c
       WHERE c.from_user = ${of.userId} AND c.how = 'taken_over' AND c.seen_at IS NULL),
    step AS (
      SELECT 'next_contact', c.id, c.employer_id, c.next_step, c.next_step_on
        FROM employer_contacts c
       WHERE c.next_step_user = ${of.userId} AND c.next_step_done_at IS NULL AND c.struck_at IS NULL
         AND c.next_step_on <= ${of.today}::date),
    ask_again AS (
      SELECT 'ask_again', e.id, e.id, '', e.ask_again_on
        FROM employers e
       WHERE e.ask_again_on <= ${of.today}::date AND e.appetite <> 'yes'
         AND (e.contact_owner_user = ${of.userId} OR (e.contact_owner_user IS NULL AND EXISTS (
           SELECT FROM workplaces w JOIN association_municipalities a USING (municipality_code)
            WHERE w.employer_id = e.id AND a.association_id = ${of.associationId})))),
    tasks AS (
      SELECT * FROM asked UNION ALL SELECT * FROM taken UNION ALL SELECT * FROM step UNION ALL SELECT * FROM ask_again),
    ranked AS (
      SELECT t.*, count(*) OVER (PARTITION BY what)::integer AS total,
             row_number() OVER (PARTITION BY what ORDER BY day, id) AS place FROM tasks t)
    SELECT r.what, r.id, r.employer_id AS "employerId", e.name AS "employerName", r.said, r.day::text AS day, r.total,
           coalesce((SELECT min(w.locality) FROM workplaces w WHERE w.employer_id = e.id), '') AS locality
      FROM ranked r JOIN employers e ON e.id = r.employer_id
     WHERE r.place <= ${limit} ORDER BY r.what, r.place`);
  return {
    rows: rows.map(({ total: _, ...row }) => row),
    totals: Object.fromEntries(rows.map(({ what, total }) => [what, total])),
  };
}

/**
 * Takes the reminder of a day on which an employer is to be asked again, and gives the contact owner to remind. Null: the
 * day was changed, the employer says yes, nobody holds the relation, or the reminder has been taken. As `system`.
 */
export async function takeAskAgain(tx: Tx, employerId: number, day: string): Promise<string | null> {
  const [row] = await tx.execute<{ owner: string | null }>(sql`
    UPDATE employers SET ask_again_mailed_for = ask_again_on
     WHERE id = ${employerId} AND ask_again_on = ${day}::date AND appetite <> 'yes' AND contact_owner_user IS NOT NULL
       AND ask_again_mailed_for IS DISTINCT FROM ask_again_on
    RETURNING contact_owner_user AS owner`);
  return row?.owner ?? null;
}

/** An employer that waits to be asked again on `day` at the latest, or null. */
export async function readAskAgain(
  tx: Tx,
  employerId: number,
  day: string,
): Promise<{ name: string; appetite: "maybe" | "not_now"; ownerUser: string | null } | null> {
  const [row] = await tx.execute<{
    name: string;
    appetite: "maybe" | "not_now";
    ownerUser: string | null;
  }>(sql`
    SELECT name, appetite, contact_owner_user AS "ownerUser" FROM employers
     WHERE id = ${employerId} AND ask_again_on <= ${day}::date AND appetite <> 'yes'`);
  return row ?? null;
}
