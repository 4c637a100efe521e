import { type SQL, sql } from "drizzle-orm";
import type { Sex } from "#app/domain/profiles/participant";
import type { ProtectedIdentity } from "#app/domain/profiles/protected-identity";
import type { CaseTask, ReferralCase, ReferralEvent } from "#app/domain/profiles/referral";
import type { CloseReason, ReferralStatus, ReturnReason, Sender } from "#app/domain/profiles/referral-status";
import type { Tx } from "#db/client.server";

type Row = {
  id: string;
  association_id: number;
  status: ReferralStatus;
  is_current: boolean;
  participant_id: string | null;
  reference: string | null;
  is_hidden: boolean;
  agency_id: number | null;
  agency: string | null;
  case_worker_user: string | null;
  sent_by_role: Sender;
  sent_by_user: string | null;
  sent_by_name: string;
  referred_on: string | null;
  purpose: string;
  question: string;
  tried: string;
  wishes: string;
  other_agencies: { id: number; name: string }[];
  agencies_agreed: boolean;
  person_protected: ProtectedIdentity;
  person_name: string | null;
  person_email: string | null;
  person_phone: string | null;
  person_sex: Sex | null;
  person_birth_year: number | null;
  person_municipality: string | null;
  municipality: string | null;
  decision: string;
  decided_on: string | null;
  main_responsible_user: string | null;
  main_responsible_name: string;
  return_reason: ReturnReason | null;
  return_text: string;
  close_reason: CloseReason | null;
  closed_on: string | null;
  updated_at: string;
};

// A participant whom the reader may not meet (a case worker before the referral is accepted) has no code here.
const isHidden = sql`(coalesce(p.protected_identity, r.person_protected) <> 'none')`;
const selectReferral = sql`
  SELECT r.id, r.association_id, r.status, r.is_current, r.participant_id, p.reference, ${isHidden} AS is_hidden,
         r.agency_id, a.name AS agency, r.case_worker_user, r.sent_by_role, r.sent_by_user, r.sent_by_name,
         r.referred_on::text, r.purpose, r.question, r.tried, r.wishes, r.agencies_agreed,
         coalesce((SELECT jsonb_agg(jsonb_build_object('id', o.id, 'name', o.name) ORDER BY o.name)
                     FROM commissioning_agencies o WHERE o.id = ANY (r.other_agencies)), '[]') AS other_agencies,
         r.person_protected, r.person_name, r.person_email, r.person_phone, r.person_sex, r.person_birth_year,
         r.person_municipality, m.name AS municipality, r.decision, r.decided_on::text, r.main_responsible_user,
         r.main_responsible_name, r.return_reason, r.return_text, r.close_reason, r.closed_on::text, r.updated_at
    FROM referrals r
    LEFT JOIN participants p ON p.id = r.participant_id
    LEFT JOIN commissioning_agencies a ON a.id = r.agency_id
    LEFT JOIN municipalities m ON m.code = r.person_municipality`;

/** One referral, or null when there is none or row level security hides it. Writes no audit event. */
export async function findReferral(tx: Tx, id: string): Promise<ReferralCase | null> {
  const rows = await tx.execute<Row>(sql`${selectReferral} WHERE r.id = ${id}`);
  return rows[0] ? toReferral(rows[0]) : null;
}

/** The status of a referral that the actor may change, locked until the transaction ends; null when it may not be changed. */
export async function lockReferral(tx: Tx, id: string): Promise<ReferralStatus | null> {
  const rows = await tx.execute<{ status: ReferralStatus }>(
    sql`SELECT status FROM referrals WHERE id = ${id} FOR UPDATE`,
  );
  return rows[0]?.status ?? null;
}

/** The association's referral whose id begins like this: what a code read out on the telephone means. */
export async function findByCode(tx: Tx, associationId: number, beginning: string): Promise<string | null> {
  const rows = await tx.execute<{ id: string }>(sql`
    SELECT id FROM referrals WHERE association_id = ${associationId} AND id::text LIKE ${`${beginning}%`}
     ORDER BY created_at DESC LIMIT 1`);
  return rows[0]?.id ?? null;
}

/** The referrals of one participant, the newest first. */
export async function listReferralsOf(tx: Tx, participantId: string): Promise<ReferralCase[]> {
  const rows = await tx.execute<Row>(sql`
    ${selectReferral} WHERE r.participant_id = ${participantId} ORDER BY r.created_at DESC, r.id`);
  return rows.map(toReferral);
}

/** One page of the association's referrals in some states, the longest waiting first; protected identities are in no list. */
export async function listReferrals(
  tx: Tx,
  filter: { associationId: number; statuses: readonly ReferralStatus[] },
  page: { limit: number; offset: number },
): Promise<{ rows: ReferralCase[]; total: number; hidden: number }> {
  const within = sql`r.association_id = ${filter.associationId}
    AND r.status = ANY (${sql.param([...filter.statuses])}::text[])`;
  const counted = await tx.execute<{ total: number; hidden: number }>(sql`
    SELECT count(*) FILTER (WHERE NOT ${isHidden})::integer AS total, count(*) FILTER (WHERE ${isHidden})::integer AS hidden
      FROM referrals r LEFT JOIN participants p ON p.id = r.participant_id WHERE ${within}`);
  const rows = await tx.execute<Row>(sql`
    ${selectReferral} WHERE ${within} AND NOT ${isHidden}
     ORDER BY array_position('{sent,taken_up,returned,accepted,withdrawn,closed}'::text[], r.status), r.updated_at, r.id
     LIMIT ${page.limit} OFFSET ${page.offset}`);
  return {
    rows: rows.map(toReferral),
    total: counted[0]?.total ?? 0,
    hidden: counted[0]?.hidden ?? 0,
  };
}

/** The referrals that one case worker has sent, or is case worker of; the newest change first. */
export async function listReferralsOfCaseWorker(tx: Tx, userId: string): Promise<ReferralCase[]> {
  const rows = await tx.execute<Row>(sql`
    ${selectReferral} WHERE r.case_worker_user = ${userId} AND r.sent_by_role = 'case_worker'
     ORDER BY array_position('{returned,sent,taken_up,accepted,withdrawn,closed}'::text[], r.status), r.updated_at DESC, r.id
     LIMIT 100`);
  return rows.map(toReferral);
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

/** How the current referral of a participant stands; null when there is none. */
export async function findCurrent(tx: Tx, participantId: string): Promise<{ isOpen: boolean } | null> {
  const rows = await tx.execute<{ status: ReferralStatus; agency_id: number | null }>(sql`
    SELECT status, agency_id FROM referrals WHERE participant_id = ${participantId} AND is_current`);
  const current = rows[0];
  return current ? { isOpen: current.status === "accepted" && current.agency_id !== null } : null;
}

/** The code that the association used last. */
export async function lastReference(tx: Tx, associationId: number): Promise<string | null> {
  const rows = await tx.execute<{ reference: string }>(sql`
    SELECT reference FROM participants WHERE association_id = ${associationId} AND reference ~ '[0-9]$'
     ORDER BY created_at DESC, reference DESC LIMIT 1`);
  return rows[0]?.reference ?? null;
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

function toReferral(row: Row): ReferralCase {
  const hidden = row.is_hidden;
  return {
    id: row.id,
    associationId: row.association_id,
    status: row.status,
    isCurrent: row.is_current,
    participantId: row.participant_id,
    reference: row.reference,
    isHidden: hidden,
    agencyId: row.agency_id,
    agency: row.agency,
    caseWorkerUser: row.case_worker_user,
    sentByRole: row.sent_by_role,
    sentByUser: row.sent_by_user,
    sentByName: row.sent_by_name,
    referredOn: row.referred_on,
    purpose: row.purpose,
    question: row.question,
    tried: row.tried,
    wishes: row.wishes,
    otherAgencies: row.other_agencies,
    agenciesAgreed: row.agencies_agreed,
    person: {
      protectedIdentity: row.person_protected,
      name: row.person_name,
      email: row.person_email,
      phone: row.person_phone,
      sex: row.person_sex,
      birthYear: row.person_birth_year,
      municipalityCode: hidden ? null : row.person_municipality,
      municipality: hidden ? null : row.municipality,
    },
    decision: row.decision,
    decidedOn: row.decided_on,
    mainResponsibleUser: row.main_responsible_user,
    mainResponsibleName: row.main_responsible_name,
    returnReason: row.return_reason,
    returnText: row.return_text,
    closeReason: row.close_reason,
    closedOn: row.closed_on,
    updatedAt: new Date(row.updated_at).toISOString(),
  };
}
