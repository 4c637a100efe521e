import { sql } from "drizzle-orm";
import type {
  OpenProposal,
  Owner,
  OwnerAction,
  Person,
  ProposalEnd,
} from "#app/domain/organisations/contact-owner";
import type { OwnerChange } from "#app/domain/organisations/register";
import type { Tx } from "#db/client.server";

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
