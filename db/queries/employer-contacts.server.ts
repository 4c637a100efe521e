import { sql } from "drizzle-orm";
import type { Actor } from "#app/domain/identity/actor";
import {
  type ContactForm,
  type Correction,
  type EmployerContact,
  mayCorrect,
  type StrikeReason,
} from "#app/domain/organisations/contact-log";
import { countedSince } from "#app/domain/organisations/fatigue";
import type { Colleague } from "#app/domain/organisations/policy";
import type { Executor, Tx } from "#db/client.server";

/** Of `employer_contacts`: not written down by mistake. */
export const tookPlace = sql`struck_as IS DISTINCT FROM 'mistake'`;

/** Notes that this coordinator has asked the employer about a proposal: others see who already talks with whom. */
export async function noteProposalContact(
  tx: Tx,
  actor: Actor,
  employerId: number,
  day: string,
): Promise<void> {
  await tx.execute(sql`
    INSERT INTO employer_contacts (employer_id, association_id, user_id, user_name, channel, happened_on)
    VALUES (${employerId}, ${actor.associationId}, ${actor.userId}, ${actor.name}, 'forslag', ${day}::date)`);
}

/** Writes a contact down, once: the same form sent again adds nothing. */
export async function insertContact(
  tx: Tx,
  by: Colleague,
  employerId: number,
  form: ContactForm,
): Promise<void> {
  await tx.execute(sql`
    INSERT INTO employer_contacts (employer_id, association_id, user_id, user_name, channel, note, happened_on,
                                   with_whom, next_step, next_step_on, next_step_user, form_key)
    VALUES (${employerId}, ${by.associationId}, ${by.userId}, ${by.name}, ${form.channel}, ${form.note},
            ${form.happenedOn}::date, ${form.withWhom}, ${form.nextStep}, ${form.nextStepOn ?? null}::date,
            CASE WHEN ${form.nextStepOn ?? null}::date IS NOT NULL THEN ${by.userId} END, ${form.key}::uuid)
    ON CONFLICT (form_key) DO NOTHING`);
}

/**
 * Whether a text names one of the association's participants, by code or by whole name. Answers yes or no only: nothing of
 * a participant leaves here.
 */
export async function namesParticipant(tx: Tx, associationId: number, text: string): Promise<boolean> {
  const [row] = await tx.execute<{ named: boolean }>(sql`
    SELECT EXISTS (
      SELECT FROM participants p WHERE p.association_id = ${associationId}
         AND (strpos(lower(${text}), lower(p.reference)) > 0
           OR (length(trim(p.name)) >= 5 AND strpos(lower(${text}), lower(trim(p.name))) > 0))) AS named`);
  return row?.named ?? false;
}

/** The contacts with an employer, the newest first, by every association's coordinators. */
export async function listContacts(
  tx: Tx,
  employerId: number,
  userId: string,
  limit: number,
): Promise<EmployerContact[]> {
  const rows = await tx.execute<ContactRow>(sql`
    ${selectContact(userId)} WHERE c.employer_id = ${employerId} ORDER BY c.happened_on DESC, c.id DESC LIMIT ${limit}`);
  return rows.map((row) => toContact(row, userId));
}

const selectContact = (userId: string) => sql`
  SELECT c.id, c.channel, c.happened_on::text AS "happenedOn", c.with_whom AS "withWhom", c.note,
         c.user_name AS "userName", a.name AS association, c.next_step AS "nextStep",
         c.next_step_on::text AS "nextStepOn", coalesce(c.next_step_user = ${userId}, false) AS "isMine",
         c.next_step_done_by AS "nextStepDoneBy", c.user_id, e.contact_owner_user AS owner_user,
         c.corrected_by, (c.corrected_at AT TIME ZONE 'Europe/Stockholm')::date::text AS corrected_on,
         c.struck_by, (c.struck_at AT TIME ZONE 'Europe/Stockholm')::date::text AS struck_on, c.struck_as
    FROM employer_contacts c JOIN associations a ON a.id = c.association_id JOIN employers e ON e.id = c.employer_id`;

type ContactRow = Omit<EmployerContact, "corrected" | "struck" | "mayCorrect"> & {
  user_id: string | null;
  owner_user: string | null;
  corrected_by: string | null;
  corrected_on: string;
  struck_by: string | null;
  struck_on: string;
  struck_as: StrikeReason;
};

function toContact(row: ContactRow, reader: string): EmployerContact {
  const { user_id, owner_user, corrected_by, corrected_on, struck_by, struck_on, struck_as, ...contact } =
    row;
  const written = { channel: row.channel, userId: user_id, ownerUserId: owner_user };
  return {
    ...contact,
    corrected: corrected_by === null ? null : { by: corrected_by, on: corrected_on },
    struck: struck_by === null ? null : { by: struck_by, on: struck_on, as: struck_as },
    mayCorrect: mayCorrect({ ...written, isStruck: struck_by !== null }, reader),
  };
}

/** One contact with an employer, locked; null when there is none. */
export async function lockContact(
  tx: Tx,
  employerId: number,
  id: number,
  userId: string,
): Promise<EmployerContact | null> {
  const [row] = await tx.execute<ContactRow>(
    sql`${selectContact(userId)} WHERE c.employer_id = ${employerId} AND c.id = ${id} FOR UPDATE OF c`,
  );
  return row ? toContact(row, userId) : null;
}

/** Puts a note right; who did so and when stays with it. */
export async function correctContact(tx: Tx, id: number, by: Colleague, form: Correction): Promise<void> {
  await tx.execute(sql`
    UPDATE employer_contacts SET channel = ${form.channel}, happened_on = ${form.happenedOn}::date,
           with_whom = ${form.withWhom}, note = ${form.note}, corrected_at = now(), corrected_by = ${by.name}
     WHERE id = ${id}`);
}

/** Strikes a note: it stays, and what was to be done next is not waited for. */
export async function strikeContact(tx: Tx, id: number, by: Colleague, as: StrikeReason): Promise<void> {
  await tx.execute(sql`
    UPDATE employer_contacts SET struck_at = now(), struck_by = ${by.name}, struck_as = ${as} WHERE id = ${id}`);
}

/** How many contacts with an employer there are. */
export async function countContacts(tx: Tx, employerId: number): Promise<number> {
  const [row] = await tx.execute<{ total: number }>(sql`
    SELECT count(*)::integer AS total FROM employer_contacts WHERE employer_id = ${employerId}`);
  return row?.total ?? 0;
}

/** Contacts of the last thirty days by everybody, for each of these employers that has any. */
export async function countRecentContacts(
  db: Executor,
  employerIds: readonly number[],
  today: string,
): Promise<Map<number, number>> {
  if (employerIds.length === 0) return new Map();
  const rows = await db.execute<{ employer_id: number; contacts: number }>(sql`
    SELECT employer_id, count(*)::integer AS contacts FROM employer_contacts
     WHERE employer_id = ANY (${`{${employerIds.join(",")}}`}::text::integer[]) AND ${tookPlace}
       AND happened_on BETWEEN ${countedSince(today)}::date AND ${today}::date
     GROUP BY employer_id`);
  return new Map(rows.map((row) => [row.employer_id, row.contacts]));
}

/** So many contacts are enough, says the association. */
export async function contactLimit(db: Executor, associationId: number): Promise<number> {
  const [row] = await db.execute<{ contact_limit: number }>(sql`
    SELECT contact_limit FROM associations WHERE id = ${associationId}`);
  return row!.contact_limit;
}

export async function setContactLimit(tx: Tx, associationId: number, limit: number): Promise<void> {
  await tx.execute(sql`UPDATE associations SET contact_limit = ${limit} WHERE id = ${associationId}`);
}

/** Marks a next step as done, once. False: there is no such step at this employer. */
export async function finishStep(
  tx: Tx,
  by: Colleague,
  employerId: number,
  contactId: number,
): Promise<boolean> {
  const rows = await tx.execute(sql`
    UPDATE employer_contacts SET next_step_done_at = coalesce(next_step_done_at, now()),
           next_step_done_by = coalesce(next_step_done_by, ${by.name})
     WHERE id = ${contactId} AND employer_id = ${employerId} AND next_step_on IS NOT NULL AND struck_at IS NULL
     RETURNING 1`);
  return rows.length > 0;
}

/** The steps that wait go along with the relation to its new holder. */
export async function moveSteps(tx: Tx, employerId: number, from: string, to: string): Promise<void> {
  await tx.execute(sql`
    UPDATE employer_contacts SET next_step_user = ${to}
     WHERE employer_id = ${employerId} AND next_step_user = ${from} AND next_step_done_at IS NULL`);
}

export type ContactDate = {
  happenedOn: string;
  channel: EmployerContact["channel"];
  userName: string;
  association: string;
};

/** When the actor's own employer was contacted: day, way and who. The notes stay with staff. */
export async function ownContactDates(tx: Tx, limit: number): Promise<ContactDate[]> {
  const rows = await tx.execute<ContactDate>(sql`
    SELECT happened_on::text AS "happenedOn", channel, user_name AS "userName", association
      FROM own_contact_dates(${limit}::integer)`);
  return [...rows];
}
