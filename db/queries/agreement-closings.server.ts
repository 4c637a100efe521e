import { sql } from "drizzle-orm";
import type { Closing } from "#app/domain/agreements/closing";
import { planOnce, type Tx } from "#db/client.server";

/** How an agreement ended, when it is written and the reader may know (row level security). */
export async function findClosing(tx: Tx, agreementId: string): Promise<Closing | null> {
  const [row] = await planOnce(tx).execute<Closing>(sql`
    SELECT outcome, education_form AS "educationForm", self_sufficiency AS "selfSufficiency", next_step AS "nextStep",
           responsible, next_on::text AS "nextOn", answer, answer_words AS "answerWords",
           participant_note AS "participantNote", employer_may_know AS "employerMayKnow"
      FROM agreement_closings WHERE agreement_id = ${agreementId}`);
  return row ?? null;
}

/** Writes how an agreement ended, once. */
export async function addClosing(
  tx: Tx,
  of: { id: string; associationId: number },
  closing: Closing,
  byName: string,
): Promise<void> {
  await tx.execute(sql`
    INSERT INTO agreement_closings (association_id, agreement_id, outcome, education_form, self_sufficiency, next_step,
                                    responsible, next_on, answer, answer_words, participant_note, employer_may_know,
                                    recorded_by_name)
    VALUES (${of.associationId}, ${of.id}, ${closing.outcome}, ${closing.educationForm}, ${closing.selfSufficiency},
            ${closing.nextStep}, ${closing.responsible}, ${closing.nextOn}::date, ${closing.answer},
            ${closing.answerWords}, ${closing.participantNote}, ${closing.employerMayKnow}, ${byName})`);
}

/** When it was written how an agreement ended, as an ISO string, and by whom. */
export async function findClosingMoment(
  tx: Tx,
  agreementId: string,
): Promise<{ recordedAt: string; recordedByName: string } | null> {
  const [row] = await tx.execute<{ at: string; name: string }>(sql`
    SELECT recorded_at AS at, recorded_by_name AS name FROM agreement_closings WHERE agreement_id = ${agreementId}`);
  return row ? { recordedAt: new Date(row.at).toISOString(), recordedByName: row.name } : null;
}
