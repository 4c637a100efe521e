import { type SQL, sql } from "drizzle-orm";
import type { Sex } from "#app/domain/profiles/participant";
import type { ProtectedIdentity } from "#app/domain/profiles/protected-identity";
import type { ReferralEvent } from "#app/domain/profiles/referral";
import type { ReferralStatus, Sender } from "#app/domain/profiles/referral-status";
import type { Tx } from "#db/client.server";

/** The status of a referral that the actor may change, locked until the transaction ends; null when it may not be changed. */
export async function lockReferral(tx: Tx, id: string): Promise<ReferralStatus | null> {
  const rows = await tx.execute<{ status: ReferralStatus }>(
    sql`SELECT status FROM referrals WHERE id = ${id} FOR UPDATE`,
  );
  return rows[0]?.status ?? null;
}

/** What a sender writes. */
export type ReferralWords = {
  purpose: string;
  question: string;
  tried: string;
  wishes: string;
  otherAgencies: number[];
  agenciesAgreed: boolean;
};

/** Who it is about, while nobody is enrolled. */
export type ReferralPersonFields = {
  protectedIdentity: ProtectedIdentity;
  name: string | null;
  email: string | null;
  phone: string | null;
  sex: Sex | null;
  birthYear: number | null;
  municipalityCode: string | null;
};

export const nobody: ReferralPersonFields = {
  protectedIdentity: "none",
  name: null,
  email: null,
  phone: null,
  sex: null,
  birthYear: null,
  municipalityCode: null,
};

/** Adds a referral that waits. Answers false when the form was sent before: its id is there already. */
export async function insertReferral(
  tx: Tx,
  referral: {
    id: string;
    associationId: number;
    participantId: string | null;
    agencyId: number | null;
    caseWorkerUser: string | null;
    sentBy: { role: Sender; userId: string | null; name: string };
    day: string;
    words: ReferralWords;
    person: ReferralPersonFields;
  },
): Promise<boolean> {
  const { words, person, sentBy } = referral;
  const rows = await tx.execute(sql`
    INSERT INTO referrals (id, association_id, participant_id, is_current, status, agency_id, case_worker_user,
           sent_by_role, sent_by_user, sent_by_name, referred_on, purpose, question, tried, wishes, other_agencies,
           agencies_agreed, person_protected, person_name, person_email, person_phone, person_sex, person_birth_year,
           person_municipality)
    SELECT ${referral.id}, ${referral.associationId}, ${referral.participantId}, false, 'sent', ${referral.agencyId},
           ${referral.caseWorkerUser}, ${sentBy.role}, ${sentBy.userId}, ${sentBy.name}, ${referral.day}::date,
           ${words.purpose}, ${words.question}, ${words.tried}, ${words.wishes},
           ${sql.param(words.otherAgencies)}::integer[], ${words.agenciesAgreed}, ${person.protectedIdentity},
           ${person.name}, ${person.email}, ${person.phone}, ${person.sex}, ${person.birthYear}::smallint,
           ${person.municipalityCode}
    ON CONFLICT (id) DO NOTHING RETURNING 1`);
  return rows.length > 0;
}

/** Answered and sent again: what was typed replaces what was there. */
export async function rewriteReferral(
  tx: Tx,
  id: string,
  again: { day: string; words: ReferralWords; person: ReferralPersonFields },
): Promise<void> {
  const { words, person } = again;
  await tx.execute(sql`
    UPDATE referrals
       SET status = 'sent', referred_on = ${again.day}::date, updated_at = now(), purpose = ${words.purpose},
           question = ${words.question}, tried = ${words.tried}, wishes = ${words.wishes},
           other_agencies = ${sql.param(words.otherAgencies)}::integer[], agencies_agreed = ${words.agenciesAgreed},
           person_protected = ${person.protectedIdentity}, person_name = ${person.name}, person_email = ${person.email},
           person_phone = ${person.phone}, person_sex = ${person.sex}, person_birth_year = ${person.birthYear}::smallint,
           person_municipality = ${person.municipalityCode}
     WHERE id = ${id}`);
}

/** Moves a referral on, with what the step brings. */
export async function saveStep(
  tx: Tx,
  id: string,
  step: { status: ReferralStatus; day: string; reason: string | null; text: string },
): Promise<void> {
  const { status, day, reason, text } = step;
  const more: Partial<Record<ReferralStatus, SQL>> = {
    returned: sql`, return_reason = ${reason}, return_text = ${text}`,
    closed: sql`, close_reason = ${reason}, closed_on = ${day}::date`,
  };
  await tx.execute(sql`
    UPDATE referrals SET status = ${status}, updated_at = now() ${more[status] ?? sql``} WHERE id = ${id}`);
}

/**
 * Accepts: the referral gets its participant and the decision, and gives up what it knew of the person, which the
 * participant carries from now on.
 */
export async function saveAccepted(
  tx: Tx,
  id: string,
  accepted: {
    participantId: string;
    decision: string;
    day: string;
    responsible: { userId: string | null; name: string };
    isCurrent: boolean;
  },
): Promise<void> {
  if (accepted.isCurrent) {
    // The participant's form shows the current referral: who has it open must notice. First, as that form's save locks.
    await tx.execute(sql`UPDATE participants SET updated_at = now() WHERE id = ${accepted.participantId}`);
    await tx.execute(sql`
      UPDATE referrals SET is_current = false WHERE participant_id = ${accepted.participantId} AND is_current`);
  }
  await tx.execute(sql`
    UPDATE referrals
       SET status = 'accepted', participant_id = ${accepted.participantId}, is_current = ${accepted.isCurrent},
           decision = ${accepted.decision}, decided_on = ${accepted.day}::date,
           main_responsible_user = ${accepted.responsible.userId}, main_responsible_name = ${accepted.responsible.name},
           person_name = NULL, person_email = NULL, person_phone = NULL, updated_at = now()
     WHERE id = ${id}`);
}

/** Remembers a step. */
export async function addReferralEvent(
  tx: Tx,
  actor: { role: string; name: string },
  event: {
    associationId: number;
    referralId: string;
    from: ReferralStatus | null;
    to: ReferralStatus;
    reason?: string | null;
    note?: string;
  },
): Promise<void> {
  await tx.execute(sql`
    INSERT INTO referral_events (association_id, referral_id, from_status, to_status, by_role, by_name, reason_code, note)
    VALUES (${event.associationId}, ${event.referralId}, ${event.from}, ${event.to}, ${actor.role}, ${actor.name},
            ${event.reason ?? null}, ${event.note ?? ""})`);
}

/** What has happened with a referral, oldest first. */
export async function listReferralEvents(tx: Tx, referralId: string): Promise<ReferralEvent[]> {
  const rows = await tx.execute<{
    id: string;
    from_status: ReferralStatus | null;
    to_status: ReferralStatus;
    by_role: string;
    by_name: string;
    reason_code: string | null;
    note: string;
    happened_at: string;
  }>(sql`
    SELECT id::text, from_status, to_status, by_role, by_name, reason_code, note, happened_at
      FROM referral_events WHERE referral_id = ${referralId} ORDER BY referral_events.id`);
  return rows.map((row) => ({
    id: row.id,
    from: row.from_status,
    to: row.to_status,
    byRole: row.by_role,
    byName: row.by_name,
    reason: row.reason_code,
    note: row.note,
    at: new Date(row.happened_at).toISOString(),
  }));
}
