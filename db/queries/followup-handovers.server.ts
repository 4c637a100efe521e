import { type SQLChunk, sql } from "drizzle-orm";
import type { Handover, HandoverReason } from "#app/domain/followups/hand-over";
import { planOnce, type Tx } from "#db/client.server";

/** An agreement that somebody follows up. `reference` is null for a protected identity, which stands in no list. */
export type Followed = {
  id: string;
  participantId: string;
  reference: string | null;
  title: string;
  employerName: string;
  endsOn: string;
};

/** Everything that somebody follows up, and everything that nobody does (`coachUser` null), by code. */
export async function listFollowedBy(
  tx: Tx,
  associationId: number,
  coachUser: string | null,
): Promise<Followed[]> {
  const rows = await tx.execute<Followed>(sql`
    SELECT g.id, g.participant_id AS "participantId",
           CASE WHEN p.protected_identity = 'none' THEN p.reference END AS reference, l.title,
           e.name AS "employerName", g.ends_on::text AS "endsOn"
      FROM agreements g
      JOIN participants p ON p.id = g.participant_id
      JOIN employers e ON e.id = g.employer_id
      JOIN placements l ON l.id = g.placement_id
     WHERE g.association_id = ${associationId} AND g.status = 'in_force' AND g.coach_user IS NOT DISTINCT FROM ${coachUser}
     ORDER BY p.reference, g.id`);
  return [...rows];
}

/** How many agreements in force each of the staff follows up; `null` is nobody. */
export async function countFollowed(
  tx: Tx,
  associationId: number,
): Promise<{ coachUser: string | null; coachName: string; count: number }[]> {
  const rows = await tx.execute<{ coachUser: string | null; coachName: string; count: number }>(sql`
    SELECT coach_user AS "coachUser", max(coach_name) AS "coachName", count(*)::integer AS count
      FROM agreements WHERE association_id = ${associationId} AND status = 'in_force' GROUP BY coach_user`);
  return [...rows];
}

export type NewHandover = {
  associationId: number;
  fromUser: string | null;
  fromName: string;
  toUser: string;
  toName: string;
  reason: HandoverReason;
  until: string | null;
  note: string;
  byName: string;
};

/** Who knows of an agreement about a protected identity: the main responsible, who drew it up, who has followed it up. */
export type ProtectedFollowed = { id: string; group: string[] };

/** Of these agreements those about a protected identity, each with its group. */
export async function listProtected(tx: Tx, ids: readonly string[]): Promise<ProtectedFollowed[]> {
  if (ids.length === 0) return [];
  const rows = await tx.execute<ProtectedFollowed>(sql`
    SELECT g.id, array_remove(ARRAY[g.created_by_user, g.coach_user]
             || ARRAY(SELECT r.main_responsible_user FROM referrals r WHERE r.participant_id = g.participant_id AND r.is_current)
             || ARRAY(SELECT unnest(ARRAY[h.from_user, h.to_user]) FROM followup_handovers h WHERE h.agreement_id = g.id),
           NULL) AS "group"
      FROM agreements g JOIN participants p ON p.id = g.participant_id AND p.protected_identity <> 'none'
     WHERE g.id = ANY (${sql.param([...ids])}::uuid[])`);
  return [...rows];
}

/**
 * Moves agreements that are still followed up by whom they were read as: answers those that were moved. A hand-over for good
 * settles what was lent before.
 */
export async function handOverAgreements(
  tx: Tx,
  ids: readonly string[],
  of: NewHandover,
): Promise<{ id: string; participantId: string }[]> {
  // By id, as everybody who locks several: two at once wait for each other, and neither for ever.
  const locked = await tx.execute<{ id: string }>(sql`
    SELECT id FROM agreements
     WHERE id = ANY (${sql.param([...ids])}::uuid[]) AND association_id = ${of.associationId} AND status = 'in_force'
       AND coach_user IS NOT DISTINCT FROM ${of.fromUser}
     ORDER BY id FOR UPDATE`);
  const movedIds = sql.param(locked.map(({ id }) => id));
  const moved = await tx.execute<{ id: string; participantId: string }>(sql`
    UPDATE agreements SET coach_user = ${of.toUser}, coach_name = ${of.toName}, updated_at = now()
     WHERE id = ANY (${movedIds}::uuid[])
    RETURNING id, participant_id AS "participantId"`);
  if (of.reason === "other") {
    await tx.execute(sql`
      UPDATE followup_handovers SET returned_at = now()
       WHERE agreement_id = ANY (${movedIds}::uuid[]) AND until IS NOT NULL AND returned_at IS NULL`);
  }
  await addHandovers(tx, movedIds, of);
  return [...moved];
}

/** Whether the same hand-over has been made already, and something of it still is where it went. */
export async function isHandedOver(
  tx: Tx,
  of: Pick<NewHandover, "associationId" | "fromUser" | "toUser" | "reason" | "until">,
): Promise<boolean> {
  const rows = await tx.execute(sql`
    SELECT 1 FROM followup_handovers h JOIN agreements g ON g.id = h.agreement_id AND g.coach_user = h.to_user AND g.status = 'in_force'
     WHERE h.association_id = ${of.associationId} AND h.from_user IS NOT DISTINCT FROM ${of.fromUser}
       AND h.to_user = ${of.toUser} AND h.reason = ${of.reason} AND h.until IS NOT DISTINCT FROM ${of.until}::date
       AND h.returned_at IS NULL LIMIT 1`);
  return rows.length > 0;
}

function addHandovers(tx: Tx, ids: SQLChunk, of: NewHandover) {
  return tx.execute(sql`
    INSERT INTO followup_handovers (association_id, agreement_id, from_user, from_name, to_user, to_name, reason, until,
                                    note, by_name)
    SELECT ${of.associationId}, m.id, ${of.fromUser}, ${of.fromName}, ${of.toUser}, ${of.toName}, ${of.reason},
           ${of.until}::date, ${of.note}, ${of.byName}
      FROM unnest(${ids}::uuid[]) AS m (id)`);
}

/** Something lent that is over. `lenders`: who has lent it, the first one first; nobody for what nobody followed up. */
export type Lent = {
  id: string;
  associationId: number;
  participantId: string;
  coachUser: string | null;
  coachName: string;
  lenders: { userId: string; name: string }[];
};

/** What was lent until before a day, locked. One that is lent on waits for that to end. */
export async function lockOverdueLoans(tx: Tx, day: string): Promise<Lent[]> {
  // First locked, then read: who hands one over meanwhile has settled its loan.
  await tx.execute(sql`
    SELECT FROM agreements WHERE id IN (SELECT h.agreement_id FROM followup_handovers h WHERE ${isOver(day)})
     ORDER BY id FOR UPDATE`);
  const rows = await tx.execute<Lent>(sql`
    SELECT g.id, g.association_id AS "associationId", g.participant_id AS "participantId", g.coach_user AS "coachUser",
           g.coach_name AS "coachName",
           (SELECT coalesce(jsonb_agg(jsonb_build_object('userId', h.from_user, 'name', h.from_name) ORDER BY h.at)
                              FILTER (WHERE h.from_user IS NOT NULL), '[]')
              FROM followup_handovers h WHERE h.agreement_id = g.id AND ${isOver(day)}) AS lenders
      FROM agreements g
     WHERE g.status = 'in_force' AND g.id IN (SELECT h.agreement_id FROM followup_handovers h WHERE ${isOver(day)})
     ORDER BY g.id`);
  return [...rows];
}

const isOver = (day: string) => sql`h.until < ${day}::date AND h.returned_at IS NULL
  AND NOT EXISTS (SELECT FROM followup_handovers n
                   WHERE n.agreement_id = h.agreement_id AND n.at > h.at AND n.until >= ${day}::date
                     AND n.returned_at IS NULL)`;

/** Settles everything that was lent until before a day, also of what has ended meanwhile. */
export async function settleLoans(tx: Tx, day: string): Promise<void> {
  await tx.execute(sql`UPDATE followup_handovers h SET returned_at = now() WHERE ${isOver(day)}`);
}

/** Whoever lent it follows it up again. */
export async function returnTo(tx: Tx, id: string, to: { userId: string; name: string }): Promise<void> {
  await tx.execute(sql`
    UPDATE agreements SET coach_user = ${to.userId}, coach_name = ${to.name}, updated_at = now() WHERE id = ${id}`);
}

/** Whoever has borrowed it keeps it: in the history as handed over by a lender who has left. */
export async function keepLent(
  tx: Tx,
  { id, associationId, coachUser, coachName, lenders }: Lent,
): Promise<void> {
  const [first] = lenders;
  if (!first || coachUser === null) return;
  await addHandovers(tx, sql.param([id]), {
    associationId,
    fromUser: first.userId,
    fromName: first.name,
    toUser: coachUser,
    toName: coachName,
    reason: "leaves",
    until: null,
    note: "",
    byName: "",
  });
}

/** The hand-overs of an agreement, the latest first. */
export async function listHandovers(tx: Tx, agreementId: string): Promise<Handover[]> {
  const rows = await planOnce(tx).execute<Handover>(sql`
    SELECT id, from_name AS "fromName", to_name AS "toName", reason, until::text, returned_at AS "returnedAt", note,
           by_name AS "byName", at
      FROM followup_handovers WHERE agreement_id = ${agreementId} ORDER BY at DESC LIMIT 50`);
  return rows.map((row) => ({
    ...row,
    at: new Date(row.at).toISOString(),
    returnedAt: row.returnedAt && new Date(row.returnedAt).toISOString(),
  }));
}
