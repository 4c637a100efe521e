import { type SQL, sql } from "drizzle-orm";
import type { Agreement, AgreementEvent } from "#app/domain/agreements/agreement";
import {
  type AgreementStatus,
  agreementStatuses,
  type Initiative,
} from "#app/domain/agreements/agreement-status";
import type { Contacts } from "#app/domain/agreements/contacts";
import type { AgreementContent } from "#app/domain/agreements/content";
import { agreementNumber } from "#app/domain/agreements/number";
import type { Period } from "#app/domain/agreements/period";
import { planOnce, type Tx } from "#db/client.server";

type Row = {
  id: string;
  association_id: number;
  number: string;
  status: AgreementStatus;
  participant_id: string;
  reference: string | null;
  participant_name: string | null;
  employer_id: number;
  employer_name: string;
  placement_id: number;
  placement_title: string;
  proposal_id: string | null;
  agency_id: number | null;
  agency_name: string | null;
  holds_slot: boolean;
  starts_on: string | null;
  ends_on: string | null;
  ended_on: string | null;
  contacts: Contacts;
  reason_code: string | null;
  initiative: Initiative | null;
};

// The name comes from the register, through row level security, and for an employer from what was disclosed: never from
// the signed text. A protected identity has none in either.
const selectAgreement = sql`
  SELECT g.id, g.association_id, g.number, g.status, g.participant_id, p.reference,
         coalesce(p.name, (SELECT d.name FROM disclosures d WHERE d.agreement_id = g.id OR d.proposal_id = g.proposal_id LIMIT 1))
           AS participant_name,
         g.employer_id, e.name AS employer_name, g.placement_id, l.title AS placement_title, g.proposal_id, g.agency_id,
         c.name AS agency_name, g.holds_slot, g.starts_on::text, g.ends_on::text, g.ended_on::text, g.contacts,
         g.reason_code, g.initiative
    FROM agreements g
    JOIN employers e ON e.id = g.employer_id
    JOIN placements l ON l.id = g.placement_id
    LEFT JOIN commissioning_agencies c ON c.id = g.agency_id
    LEFT JOIN participants p ON p.id = g.participant_id`;

async function list(tx: Tx, rest: SQL): Promise<Agreement[]> {
  const rows = await tx.execute<Row>(sql`${selectAgreement} ${rest}`);
  return rows.map(toAgreement);
}

/** The agreement, or null when row level security hides it. `id` is a UUID. */
export async function findAgreement(tx: Tx, id: string): Promise<Agreement | null> {
  const [row] = await planOnce(tx).execute<Row>(sql`${selectAgreement} WHERE g.id = ${id}`);
  return row ? toAgreement(row) : null;
}

/** The same, locked until the transaction ends. */
export async function lockAgreement(tx: Tx, id: string): Promise<Agreement | null> {
  return (await list(tx, sql`WHERE g.id = ${id} FOR UPDATE OF g`))[0] ?? null;
}

/** The agreements that the reader reaches (row level security), newest first; of some statuses when these are given. */
export function listReached(
  tx: Tx,
  limit: number,
  statuses: readonly AgreementStatus[] = agreementStatuses,
): Promise<Agreement[]> {
  return list(
    tx,
    sql`WHERE g.status = ANY (${sql.param([...statuses])}::text[]) ORDER BY g.created_at DESC, g.id LIMIT ${limit}`,
  );
}

/** Those of one participant that the reader reaches, newest first. */
export function listReachedOf(tx: Tx, participantId: string, limit: number): Promise<Agreement[]> {
  return list(
    tx,
    sql`WHERE g.participant_id = ${participantId} ORDER BY g.created_at DESC, g.id LIMIT ${limit}`,
  );
}

/** The person's other agreements that are out or in force, with the week of each: what a new one may conflict with. */
export async function listOthers(tx: Tx, participantId: string, exceptId: string | null) {
  const rows = await tx.execute<{
    number: string;
    starts_on: string;
    ends_on: string;
    schedule: AgreementContent["schedule"];
  }>(sql`
    SELECT g.number, g.starts_on::text, g.ends_on::text,
           (SELECT v.content -> 'schedule' FROM agreement_versions v
             WHERE v.agreement_id = g.id AND v.hash IS NOT NULL AND v.status <> 'withdrawn'
             ORDER BY v.number DESC LIMIT 1) AS schedule
      FROM agreements g
     WHERE g.participant_id = ${participantId} AND g.id IS DISTINCT FROM ${exceptId}::uuid
       AND g.status IN ('out_for_signature', 'in_force') AND g.starts_on IS NOT NULL AND g.ends_on IS NOT NULL
     ORDER BY g.starts_on LIMIT 20`);
  return rows.map((row) => ({
    number: row.number,
    period: { startsOn: row.starts_on, endsOn: row.ends_on },
    schedule: row.schedule ?? [],
  }));
}

/** The next number of an association and year; two who ask at once wait for each other. */
export async function nextNumber(tx: Tx, associationId: number, year: number): Promise<string> {
  await tx.execute(sql`SELECT pg_advisory_xact_lock(hashtext('agreement number'), ${associationId})`);
  const [row] = await tx.execute<{ last: number }>(sql`
    SELECT coalesce(max(split_part(number, '-', 2)::integer), 0) AS last FROM agreements
     WHERE association_id = ${associationId} AND number LIKE ${`${year}-%`}`);
  return agreementNumber(year, (row?.last ?? 0) + 1);
}

export type NewAgreement = {
  associationId: number;
  participantId: string;
  number: string;
  employerId: number;
  placementId: number;
  proposalId: string | null;
  agencyId: number | null;
  contacts: Contacts;
  formKey: string | null;
  by: { userId: string | null; name: string };
};

/** Adds a draft. */
export async function insertAgreement(tx: Tx, of: NewAgreement): Promise<string> {
  const rows = await tx.execute<{ id: string }>(sql`
    INSERT INTO agreements (association_id, participant_id, number, employer_id, placement_id, proposal_id, agency_id,
                            contacts, form_key, created_by_user, created_by_name)
    VALUES (${of.associationId}, ${of.participantId}, ${of.number}, ${of.employerId}, ${of.placementId}, ${of.proposalId},
            ${of.agencyId}, ${JSON.stringify(of.contacts)}::jsonb, ${of.formKey}::uuid, ${of.by.userId}, ${of.by.name})
    RETURNING id`);
  return rows[0]!.id;
}

/** The one drawn up by this form already, or from this proposal. */
export async function findDrawnUp(
  tx: Tx,
  by: { associationId: number; formKey: string | null; proposalId: string | null },
): Promise<string | null> {
  const rows = await tx.execute<{ id: string }>(sql`
    SELECT id FROM agreements WHERE association_id = ${by.associationId}
       AND (form_key = ${by.formKey}::uuid OR proposal_id = ${by.proposalId}::uuid) LIMIT 1`);
  return rows[0]?.id ?? null;
}

/** Writes where the agreement stands after a step. `period` is kept when null. */
export async function saveStatus(
  tx: Tx,
  id: string,
  step: {
    status: AgreementStatus;
    holdsSlot: boolean;
    period?: Period | null;
    reason?: string | null;
    initiative?: string | null;
    endedOn?: string | null;
  },
): Promise<void> {
  await tx.execute(sql`
    UPDATE agreements
       SET status = ${step.status}, holds_slot = ${step.holdsSlot},
           starts_on = coalesce(${step.period?.startsOn ?? null}::date, starts_on),
           ends_on = coalesce(${step.period?.endsOn ?? null}::date, ends_on),
           reason_code = coalesce(${step.reason ?? null}, reason_code),
           initiative = coalesce(${step.initiative ?? null}, initiative),
           ended_on = coalesce(${step.endedOn ?? null}::date, ended_on),
           first_sent_at = CASE WHEN ${step.status} = 'out_for_signature' THEN coalesce(first_sent_at, now()) ELSE first_sent_at END,
           updated_at = now()
     WHERE id = ${id}`);
}

/** The period of a draft, as far as it is known, and how people are reached. */
export async function saveDraftFacts(
  tx: Tx,
  id: string,
  facts: { period: Period | null; contacts: Contacts },
): Promise<void> {
  await tx.execute(sql`
    UPDATE agreements
       SET starts_on = CASE WHEN status = 'draft' THEN ${facts.period?.startsOn ?? null}::date ELSE starts_on END,
           ends_on = CASE WHEN status = 'draft' THEN ${facts.period?.endsOn ?? null}::date ELSE ends_on END,
           contacts = ${JSON.stringify(facts.contacts)}::jsonb, updated_at = now()
     WHERE id = ${id}`);
}

/** How people are reached: beside the text, signatures stay. */
export async function saveContacts(tx: Tx, id: string, contacts: Contacts): Promise<void> {
  await tx.execute(sql`
    UPDATE agreements SET contacts = ${JSON.stringify(contacts)}::jsonb, updated_at = now() WHERE id = ${id}`);
}

/** Adds a line to the history. A participant is named by code. */
export async function addAgreementEvent(
  tx: Tx,
  agreement: { id: string; associationId: number },
  event: Pick<AgreementEvent, "version" | "what" | "byRole" | "byName"> &
    Partial<Pick<AgreementEvent, "reason" | "note">> & { initiative?: string | null },
): Promise<void> {
  await tx.execute(sql`
    INSERT INTO agreement_events (association_id, agreement_id, version, what, by_role, by_name, reason_code, initiative, note)
    VALUES (${agreement.associationId}, ${agreement.id}, ${event.version}, ${event.what}, ${event.byRole}, ${event.byName},
            ${event.reason ?? null}, ${event.initiative ?? null}, ${event.note ?? ""})`);
}

/** The history, oldest first. Staff only: the notes are theirs. */
export async function listAgreementEvents(tx: Tx, id: string): Promise<AgreementEvent[]> {
  const rows = await planOnce(tx).execute<{
    id: string;
    version: number;
    what: AgreementEvent["what"];
    by_role: string;
    by_name: string;
    reason_code: string | null;
    initiative: Initiative | null;
    note: string;
    happened_at: string;
  }>(sql`
    SELECT id::text, version, what, by_role, by_name, reason_code, initiative, note, happened_at
      FROM agreement_events WHERE agreement_id = ${id} ORDER BY agreement_events.id LIMIT 300`);
  return rows.map((row) => ({
    id: row.id,
    version: row.version,
    what: row.what,
    byRole: row.by_role,
    byName: row.by_name,
    reason: row.reason_code,
    initiative: row.initiative,
    note: row.note,
    at: new Date(row.happened_at).toISOString(),
  }));
}

/** Tells the employer the name, once, when there was no proposal that had told it. NULL for a protected identity. */
export async function discloseForAgreement(tx: Tx, agreement: Agreement, byName: string): Promise<boolean> {
  const rows = await tx.execute(sql`
    INSERT INTO disclosures (association_id, participant_id, agreement_id, proposal_id, employer_id, name, disclosed_by_name)
    SELECT ${agreement.associationId}, p.id, ${agreement.id}, ${agreement.proposalId}::uuid, ${agreement.employerId}, p.name, ${byName}
      FROM participants p WHERE p.id = ${agreement.participantId}
    ON CONFLICT DO NOTHING RETURNING 1`);
  return rows.length > 0;
}

/** The period as the columns have it. */
export function periodOf(row: { starts_on: string | null; ends_on: string | null }): Period | null {
  return row.starts_on && row.ends_on ? { startsOn: row.starts_on, endsOn: row.ends_on } : null;
}

function toAgreement(row: Row): Agreement {
  return {
    id: row.id,
    associationId: row.association_id,
    number: row.number,
    status: row.status,
    participantId: row.participant_id,
    reference: row.reference,
    participantName: row.participant_name,
    employerId: row.employer_id,
    employerName: row.employer_name,
    placementId: row.placement_id,
    placementTitle: row.placement_title,
    proposalId: row.proposal_id,
    agencyId: row.agency_id,
    agencyName: row.agency_name,
    holdsSlot: row.holds_slot,
    period: periodOf(row),
    endedOn: row.ended_on,
    contacts: row.contacts,
    reasonCode: row.reason_code,
    initiative: row.initiative,
  };
}
