import { sql } from "drizzle-orm";
import type { Feeling, FeltDay } from "#app/domain/followups/feeling";
import type { FollowupForm } from "#app/domain/followups/followup";
import {
  type OwnStep,
  type OwnStepKind,
  stepsToHandle,
  type WaitingStep,
} from "#app/domain/followups/own-step";
import { noWay, type WayThere } from "#app/domain/followups/way-there";
import type { Tx } from "#db/client.server";

type Owner = { id: string; associationId: number };

/** The latest answers to how it feels, the newest first. */
export async function listFeelings(tx: Tx, participantId: string, limit: number): Promise<FeltDay[]> {
  const rows = await tx.execute<{ day: string; value: Feeling }>(sql`
    SELECT day::text, value FROM feelings WHERE participant_id = ${participantId} ORDER BY day DESC LIMIT ${limit}`);
  return rows.map(({ day, value }) => ({ day, value }));
}

/** The day's answer; another one the same day takes its place. */
export async function saveFeeling(
  tx: Tx,
  of: { participantId: string; associationId: number },
  { day, value }: FeltDay,
): Promise<void> {
  await tx.execute(sql`
    INSERT INTO feelings (association_id, participant_id, day, value)
    VALUES (${of.associationId}, ${of.participantId}, ${day}::date, ${value})
    ON CONFLICT (participant_id, day) DO UPDATE SET value = EXCLUDED.value, said_at = now()`);
}

/** How to get to the workplace of an agreement. */
export async function findWay(
  tx: Tx,
  agreementId: string,
): Promise<WayThere & { savedByName: string; savedAt: string | null }> {
  const [row] = await tx.execute<WayThere & { saved_by_name: string; saved_at: string }>(sql`
    SELECT steps, bring, recognise, version, saved_by_name, saved_at FROM agreement_ways WHERE agreement_id = ${agreementId}`);
  if (!row) return { ...noWay, savedByName: "", savedAt: null };
  const { steps, bring, recognise, version } = row;
  const savedAt = new Date(row.saved_at).toISOString();
  return { steps, bring, recognise, version, savedByName: row.saved_by_name, savedAt };
}

/** Writes it; the agreement is locked by the caller. */
export async function saveWay(
  tx: Tx,
  of: Owner,
  { steps, bring, recognise }: WayThere,
  by: { role: string; name: string },
): Promise<void> {
  await tx.execute(sql`
    INSERT INTO agreement_ways (association_id, agreement_id, steps, bring, recognise, saved_by_role, saved_by_name)
    VALUES (${of.associationId}, ${of.id}, ${steps}, ${bring}, ${recognise}, ${by.role}, ${by.name})
    ON CONFLICT (agreement_id) DO UPDATE
       SET steps = EXCLUDED.steps, bring = EXCLUDED.bring, recognise = EXCLUDED.recognise,
           saved_by_role = EXCLUDED.saved_by_role, saved_by_name = EXCLUDED.saved_by_name, saved_at = now(),
           version = agreement_ways.version + 1`);
}

/** Where the workplace of an agreement lies, in metres (SWEREF 99 TM), and its address. */
export async function findWorkplace(tx: Tx, placementId: number) {
  const [row] = await tx.execute<{ address: string; locality: string; east: number; north: number }>(sql`
    SELECT w.address, w.locality, w.point[0] AS east, w.point[1] AS north
      FROM placements l JOIN workplaces w ON w.id = l.workplace_id WHERE l.id = ${placementId}`);
  return row ?? null;
}

/** When somebody follows up, for the participant whom it is about. */
export async function listOwnFollowups(tx: Tx) {
  const rows = await tx.execute<{
    id: string;
    agreementId: string;
    form: FollowupForm;
    dueOn: string;
    dueAt: string | null;
  }>(sql`
    SELECT id, agreement_id AS "agreementId", form, due_on::text AS "dueOn", to_char(due_at, 'HH24:MI') AS "dueAt"
      FROM own_followups()`);
  return [...rows];
}

/** A colleague's own address at work; as the sign-in code (db/identity.server.ts). Null when they work there no longer. */
export async function findColleagueMail(
  tx: Tx,
  userId: string,
  associationId: number,
): Promise<string | null> {
  const [row] = await tx.execute<{ email: string }>(sql`
    SELECT u.email FROM auth_users u WHERE u.id = ${userId}
       AND EXISTS (SELECT FROM memberships m WHERE m.user_id = u.id AND m.association_id = ${associationId}
                      AND m.role IN ('coordinator', 'coach'))`);
  return row?.email ?? null;
}

type StepRow = {
  id: string;
  what: OwnStepKind;
  day: string;
  at: string;
  handled_at: string | null;
  handled_by_name: string;
};
const stepColumns = sql`s.id, s.what, s.day::text, s.at, s.handled_at, s.handled_by_name`;

/** Adds what a participant did; answers its id. */
export async function addOwnStep(tx: Tx, of: Owner, what: OwnStepKind, day: string): Promise<string> {
  const id = crypto.randomUUID();
  await tx.execute(sql`
    INSERT INTO own_steps (id, association_id, agreement_id, what, day)
    VALUES (${id}, ${of.associationId}, ${of.id}, ${what}, ${day}::date)`);
  return id;
}

/** What the participant of an agreement did, the latest first. */
export async function listOwnSteps(tx: Tx, agreementId: string): Promise<OwnStep[]> {
  const rows = await tx.execute<StepRow>(sql`
    SELECT ${stepColumns} FROM own_steps s WHERE s.agreement_id = ${agreementId} ORDER BY s.at DESC LIMIT 20`);
  return rows.map(toStep);
}

/** One of them, with the agreement that it is of. */
export async function findOwnStep(tx: Tx, id: string): Promise<(OwnStep & { agreementId: string }) | null> {
  const [row] = await tx.execute<StepRow & { agreement_id: string }>(sql`
    SELECT ${stepColumns}, s.agreement_id FROM own_steps s WHERE s.id = ${id}`);
  return row ? { ...toStep(row), agreementId: row.agreement_id } : null;
}

/** Somebody has been in touch: every step of the agreement that waited. Answers how many. */
export async function handleOwnSteps(tx: Tx, agreementId: string, byName: string): Promise<number> {
  const rows = await tx.execute(sql`
    UPDATE own_steps SET handled_at = now(), handled_by_name = ${byName}
     WHERE agreement_id = ${agreementId} AND handled_at IS NULL RETURNING id`);
  return rows.length;
}

/**
 * Pauses and ends after which nobody has been in touch, the oldest first: one row an agreement. `coachUser`: only those of
 * one. Never a protected identity.
 */
export async function listWaitingSteps(
  tx: Tx,
  { associationId, coachUser }: { associationId: number; coachUser: string | null },
  limit: number,
): Promise<WaitingStep[]> {
  const rows = await tx.execute<WaitingStep>(sql`
    SELECT "agreementId", reference, "employerName", what, day FROM (
      SELECT DISTINCT ON (s.agreement_id) s.agreement_id AS "agreementId", p.reference, e.name AS "employerName", s.what,
             s.day::text, s.at
        FROM own_steps s JOIN agreements g ON g.id = s.agreement_id JOIN participants p ON p.id = g.participant_id
        JOIN employers e ON e.id = g.employer_id
       WHERE s.association_id = ${associationId} AND s.handled_at IS NULL
         AND s.what = ANY (${sql.param([...stepsToHandle])}::text[]) AND p.protected_identity = 'none'
         AND (${coachUser}::text IS NULL OR g.coach_user = ${coachUser})
       ORDER BY s.agreement_id, s.at DESC) latest
     ORDER BY at LIMIT ${limit}`);
  return [...rows];
}

function toStep(row: StepRow): OwnStep {
  return {
    id: row.id,
    what: row.what,
    day: row.day,
    at: new Date(row.at).toISOString(),
    handledAt: row.handled_at && new Date(row.handled_at).toISOString(),
    handledByName: row.handled_by_name,
  };
}
