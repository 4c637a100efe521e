import { sql } from "drizzle-orm";
import type { AskedHow, Checkup, CheckupAnswer, CheckupMonths } from "#app/domain/followups/checkup";
import type { Tx } from "#db/client.server";

/** The check-ups of an agreement, in order. */
export async function listCheckups(tx: Tx, agreementId: string): Promise<Checkup[]> {
  const rows = await tx.execute<Checkup>(sql`
    SELECT months, due_on::text AS "dueOn", status, dropped_why AS "droppedWhy", asked_at AS "askedAt",
           reminded_at AS "remindedAt", doing, feeling, words, answered_at AS "answeredAt", answered_way AS "answeredWay",
           recorded_by_name AS "recordedByName", recorded_how AS "recordedHow"
      FROM checkups WHERE agreement_id = ${agreementId} ORDER BY months`);
  const iso = (moment: string | null) => moment && new Date(moment).toISOString();
  return rows.map((row) => ({
    ...row,
    askedAt: iso(row.askedAt),
    remindedAt: iso(row.remindedAt),
    answeredAt: iso(row.answeredAt),
  }));
}

/** Plans the check-ups of an agreement that has ended, once. */
export async function planCheckups(
  tx: Tx,
  of: { id: string; associationId: number },
  days: readonly { months: CheckupMonths; dueOn: string }[],
): Promise<void> {
  for (const { months, dueOn } of days)
    await tx.execute(sql`
      INSERT INTO checkups (association_id, agreement_id, months, due_on)
      VALUES (${of.associationId}, ${of.id}, ${months}, ${dueOn}::date) ON CONFLICT DO NOTHING`);
}

/** Whoever has ended a later placement is asked after that one only. */
export async function dropEarlierCheckups(tx: Tx, of: { id: string; participantId: string }): Promise<void> {
  await tx.execute(sql`
    UPDATE checkups SET status = 'dropped', dropped_why = 'replaced'
     WHERE status IN ('planned', 'asked') AND agreement_id <> ${of.id}
       AND agreement_id IN (SELECT id FROM agreements WHERE participant_id = ${of.participantId})`);
}

/** The participant does not want to be asked: of this placement or any other. Answers how many questions went. */
export async function dropAllCheckups(tx: Tx, participantId: string): Promise<number> {
  const rows = await tx.execute(sql`
    UPDATE checkups SET status = 'dropped', dropped_why = 'no_wish'
     WHERE status IN ('planned', 'asked')
       AND agreement_id IN (SELECT id FROM agreements WHERE participant_id = ${participantId}) RETURNING 1`);
  return rows.length;
}

/** Whether somebody has said that they do not want to be asked. */
export async function wantsNoCheckups(tx: Tx, participantId: string): Promise<boolean> {
  const rows = await tx.execute(sql`
    SELECT 1 FROM checkups WHERE dropped_why = 'no_wish'
       AND agreement_id IN (SELECT id FROM agreements WHERE participant_id = ${participantId}) LIMIT 1`);
  return rows.length > 0;
}

/** Writes an answer, once; false when there is one or the question is no more. */
export async function answerCheckup(
  tx: Tx,
  agreementId: string,
  months: CheckupMonths,
  answer: CheckupAnswer,
  recorded: { byName: string; how: AskedHow } | null,
): Promise<boolean> {
  const rows = await tx.execute(sql`
    UPDATE checkups
       SET status = 'answered', dropped_why = NULL, doing = ${answer.doing}, feeling = ${answer.feeling},
           words = ${answer.words}, answered_at = now(), answered_way = ${recorded ? "recorded" : "link"},
           recorded_by_name = ${recorded?.byName ?? null}, recorded_how = ${recorded?.how ?? null}
     WHERE agreement_id = ${agreementId} AND months = ${months} AND status IN ('planned', 'asked') RETURNING 1`);
  return rows.length > 0;
}

/** Writes that somebody was sent the question, or reminded of it. */
export async function markAsked(
  tx: Tx,
  agreementId: string,
  months: CheckupMonths,
  what: "ask" | "remind",
): Promise<void> {
  await tx.execute(
    what === "ask"
      ? sql`UPDATE checkups SET status = 'asked', asked_at = now() WHERE agreement_id = ${agreementId} AND months = ${months}`
      : sql`UPDATE checkups SET reminded_at = now() WHERE agreement_id = ${agreementId} AND months = ${months}`,
  );
}

/**
 * One that may be due: nothing that is closed, and only whom a mail reaches, never a protected identity. `askedOn` is an ISO
 * date in Sweden.
 */
export type CheckupCandidate = {
  agreementId: string;
  months: CheckupMonths;
  status: Checkup["status"];
  dueOn: string;
  askedOn: string | null;
  isReminded: boolean;
  email: string;
};

/** Check-ups that are due until a day, after the one of the page before; locked, so that two rounds send one mail. */
export async function listDueCheckups(
  tx: Tx,
  until: string,
  after: { agreementId: string; months: number },
  limit: number,
): Promise<CheckupCandidate[]> {
  const rows = await tx.execute<CheckupCandidate>(sql`
    SELECT c.agreement_id AS "agreementId", c.months, c.status, c.due_on::text AS "dueOn",
           (c.asked_at AT TIME ZONE 'Europe/Stockholm')::date::text AS "askedOn", c.reminded_at IS NOT NULL AS "isReminded",
           p.email
      FROM checkups c JOIN agreements g ON g.id = c.agreement_id JOIN participants p ON p.id = g.participant_id
     WHERE c.status IN ('planned', 'asked') AND c.due_on <= ${until}::date AND c.reminded_at IS NULL
       AND p.email IS NOT NULL AND p.protected_identity = 'none'
       AND (c.agreement_id, c.months) > (${after.agreementId}::uuid, ${after.months}::integer)
     ORDER BY c.agreement_id, c.months LIMIT ${limit} FOR UPDATE OF c SKIP LOCKED`);
  return [...rows];
}
