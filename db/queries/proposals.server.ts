import { type SQL, sql } from "drizzle-orm";
import type { Actor } from "#app/domain/identity/actor";
import type { AnonymousCard } from "#app/domain/matching/anonymous-card";
import type { Proposal, ProposalEvent } from "#app/domain/matching/proposal";
import type { AnsweredHow, ProposalStatus } from "#app/domain/matching/proposal-status";
import type { Appetite } from "#app/domain/organisations/employer";
import type { PlacementKind, Visibility } from "#app/domain/placements/vocabulary";
import { isUuid } from "#app/domain/uuid";
import type { Tx } from "#db/client.server";
import { consentHolds } from "#db/queries/consent.server";

type Row = {
  id: string;
  association_id: number;
  participant_id: string;
  reference: string | null;
  placement_id: number;
  title: string;
  kinds: PlacementKind[];
  employer_id: number;
  employer_name: string;
  locality: string;
  employer_appetite: Appetite;
  capacity: number;
  claimed: number;
  status: ProposalStatus;
  holds_slot: boolean;
  hold_until: string | null;
  slot_from: string | null;
  reason_code: string | null;
  anonymous_card: AnonymousCard | null;
  visit_at: string | null;
  visit_place: string | null;
  updated_at: string;
  consent_missing: boolean;
};

/** Whether the employer of a proposal `o` has not been asked yet and may not be: no consent to be shown holds today. */
export const consentIsMissing = sql`(o.status IN ('shortlisted', 'held', 'asked_participant', 'participant_yes')
  AND NOT ${consentHolds(sql`o.participant_id`, sql`(now() AT TIME ZONE 'Europe/Stockholm')`)})`;

// The reference comes through row level security: an employer's query finds no participant, and so no code.
const selectProposal = sql`
  SELECT o.id, o.association_id, o.participant_id, p.reference, o.placement_id, l.title, l.kinds, o.employer_id,
         l.employer_name, l.locality, l.employer_appetite, l.capacity, l.claimed, o.status, o.holds_slot, o.hold_until,
         o.slot_from::text, o.reason_code, o.anonymous_card, o.visit_at, o.visit_place, o.updated_at,
         ${consentIsMissing} AS consent_missing
    FROM proposals o
    JOIN placements l ON l.id = o.placement_id
    LEFT JOIN participants p ON p.id = o.participant_id`;

/** Whether a proposal `o` is on its way still; the index proposals_one_open says the same. */
export const isOpen = sql`o.status NOT IN ('participant_no', 'employer_no', 'agreed', 'withdrawn', 'expired')`;

function toProposal(row: Row): Proposal {
  return {
    id: row.id,
    associationId: row.association_id,
    participantId: row.participant_id,
    reference: row.reference,
    placementId: row.placement_id,
    title: row.title,
    kinds: row.kinds,
    employerId: row.employer_id,
    employerName: row.employer_name,
    locality: row.locality,
    appetite: row.employer_appetite,
    freeSlots: Math.max(0, row.capacity - row.claimed),
    capacity: row.capacity,
    status: row.status,
    holdsSlot: row.holds_slot,
    holdUntil: row.hold_until && new Date(row.hold_until).toISOString(),
    slotFrom: row.slot_from,
    reasonCode: row.reason_code,
    card: row.anonymous_card,
    visitAt: row.visit_at && new Date(row.visit_at).toISOString(),
    visitPlace: row.visit_place,
    updatedAt: new Date(row.updated_at).toISOString(),
    consentMissing: row.consent_missing,
  };
}

async function list(tx: Tx, rest: SQL): Promise<Proposal[]> {
  const rows = await tx.execute<Row>(sql`${selectProposal} ${rest}`);
  return rows.map(toProposal);
}

/** The proposal, or null when row level security hides it, or the text is no id at all. */
export async function findProposal(tx: Tx, id: string): Promise<Proposal | null> {
  if (!isUuid(id)) return null;
  return (await list(tx, sql`WHERE o.id = ${id}`))[0] ?? null;
}

/** The same, locked until the transaction ends. */
export async function lockProposal(tx: Tx, id: string): Promise<Proposal | null> {
  if (!isUuid(id)) return null;
  return (await list(tx, sql`WHERE o.id = ${id} FOR UPDATE OF o`))[0] ?? null;
}

/**
 * The participant's open proposals, locked until the transaction ends. By placement, for their slots are given back in
 * that order: of two who do so at once, one waits for the other and neither in a circle.
 */
export function lockOpenOf(tx: Tx, participantId: string): Promise<Proposal[]> {
  return list(
    tx,
    sql`WHERE o.participant_id = ${participantId} AND ${isOpen}
        ORDER BY o.placement_id, o.id FOR UPDATE OF o`,
  );
}

/** A participant's open proposal of one placement, or null. */
export async function findOpenProposal(
  tx: Tx,
  participantId: string,
  placementId: number,
): Promise<Proposal | null> {
  const found = await list(
    tx,
    sql`WHERE o.participant_id = ${participantId} AND o.placement_id = ${placementId} AND ${isOpen}`,
  );
  return found[0] ?? null;
}

/** Every proposal of one participant, open ones first, then newest. */
export function listOfParticipant(tx: Tx, participantId: string): Promise<Proposal[]> {
  return list(
    tx,
    sql`WHERE o.participant_id = ${participantId} ORDER BY ${isOpen} DESC, o.updated_at DESC LIMIT 100`,
  );
}

/** The association's open proposals, ending holds first. Protected identities are in no list (domain.md "Consent"). */
export function listOpen(tx: Tx, limit: number): Promise<Proposal[]> {
  return list(
    tx,
    sql`WHERE ${isOpen} AND p.protected_identity = 'none' ORDER BY o.hold_until NULLS LAST, o.updated_at LIMIT ${limit}`,
  );
}

/** How many open proposals an association has in each status; as in the list, without protected identities. */
export async function countOpen(
  tx: Tx,
  associationId: number,
): Promise<{ status: ProposalStatus; total: number }[]> {
  const rows = await tx.execute<{ status: ProposalStatus; total: number }>(sql`
    SELECT o.status, count(*)::integer AS total
      FROM proposals o JOIN participants p ON p.id = o.participant_id AND p.protected_identity = 'none'
     WHERE o.association_id = ${associationId} AND ${isOpen} GROUP BY o.status`);
  return [...rows];
}

/** What an employer has been shown, newest first. */
export function listOfEmployer(tx: Tx, employerId: number): Promise<Proposal[]> {
  return list(
    tx,
    sql`WHERE o.employer_id = ${employerId} AND o.anonymous_card IS NOT NULL
        ORDER BY ${isOpen} DESC, o.updated_at DESC LIMIT 100`,
  );
}

/** Adds a shortlisted proposal; null when one is open already (somebody else was quicker). */
export async function insertProposal(
  tx: Tx,
  of: { associationId: number; participantId: string; placementId: number; employerId: number },
): Promise<string | null> {
  const rows = await tx.execute<{ id: string }>(sql`
    INSERT INTO proposals (association_id, participant_id, placement_id, employer_id, status)
    VALUES (${of.associationId}, ${of.participantId}, ${of.placementId}, ${of.employerId}, 'shortlisted')
    ON CONFLICT DO NOTHING RETURNING id`);
  return rows[0]?.id ?? null;
}

/** Writes a step that the domain has decided. `visit` and `card` are kept when null. */
export async function saveStep(
  tx: Tx,
  id: string,
  step: {
    status: ProposalStatus;
    holdsSlot: boolean;
    holdUntil: Date | null;
    slotFrom: string | null;
    /** The coordinator who takes the slot with this step; null keeps what is written. */
    heldBy: string | null;
    reason: string | null;
    card: AnonymousCard | null;
    visit: { at: Date; place: string } | null;
  },
): Promise<void> {
  await tx.execute(sql`
    UPDATE proposals SET status = ${step.status}, holds_slot = ${step.holdsSlot},
           held_by_name = coalesce(${step.heldBy}, held_by_name),
           hold_until = ${step.holdUntil?.toISOString() ?? null}::timestamptz, slot_from = ${step.slotFrom}::date,
           reason_code = ${step.reason},
           anonymous_card = coalesce(${step.card && JSON.stringify(step.card)}::jsonb, anonymous_card),
           visit_at = coalesce(${step.visit?.at.toISOString() ?? null}::timestamptz, visit_at),
           visit_place = coalesce(${step.visit?.place ?? null}, visit_place),
           updated_at = now()
     WHERE id = ${id}`);
}

/** Adds one line to the history. */
export async function addEvent(
  tx: Tx,
  actor: Actor,
  event: {
    proposalId: string;
    associationId: number;
    from: ProposalStatus | null;
    to: ProposalStatus;
    how: AnsweredHow | null;
    reason: string | null;
    note: string;
  },
): Promise<void> {
  await tx.execute(sql`
    INSERT INTO proposal_events (association_id, proposal_id, from_status, to_status, by_role, by_name, answered_how,
                                 reason_code, note)
    VALUES (${event.associationId}, ${event.proposalId}, ${event.from}, ${event.to}, ${actor.role}, ${actor.name},
            ${event.how}, ${event.reason}, ${event.note})`);
}

/** The history, oldest first. Staff only: the notes are theirs. */
export async function listEvents(tx: Tx, proposalId: string): Promise<ProposalEvent[]> {
  const rows = await tx.execute<{
    to_status: ProposalStatus;
    by_role: string;
    by_name: string;
    answered_how: string | null;
    reason_code: string | null;
    note: string;
    happened_at: string;
  }>(sql`SELECT to_status, by_role, by_name, answered_how, reason_code, note, happened_at
           FROM proposal_events WHERE proposal_id = ${proposalId} ORDER BY id`);
  return rows.map((row) => ({
    to: row.to_status,
    byRole: row.by_role,
    byName: row.by_name,
    how: row.answered_how,
    reason: row.reason_code,
    note: row.note,
    at: new Date(row.happened_at).toISOString(),
  }));
}

/** An open proposal whose hold has passed, locked; rows that another process is working on are left to it. */
export async function lockOverdue(tx: Tx): Promise<string | null> {
  const rows = await tx.execute<{ id: string }>(sql`
    SELECT o.id FROM proposals o WHERE o.hold_until <= now() AND ${isOpen}
     ORDER BY o.hold_until LIMIT 1 FOR UPDATE SKIP LOCKED`);
  return rows[0]?.id ?? null;
}

/** Tells the employer the name, once: the row is what was told, to whom and when. NULL for a protected identity. */
export async function disclose(tx: Tx, actor: Actor, proposal: Proposal): Promise<void> {
  await tx.execute(sql`
    INSERT INTO disclosures (association_id, participant_id, proposal_id, employer_id, name, disclosed_by_name)
    SELECT ${proposal.associationId}, p.id, ${proposal.id}, ${proposal.employerId}, p.name, ${actor.name}
      FROM participants p WHERE p.id = ${proposal.participantId}
    ON CONFLICT (proposal_id) DO NOTHING`);
}

/** The name told for a proposal: null when nothing has been told, or when the identity is protected. */
export async function disclosedName(tx: Tx, proposalId: string): Promise<string | null> {
  const rows = await tx.execute<{ name: string | null }>(sql`
    SELECT name FROM disclosures WHERE proposal_id = ${proposalId}`);
  return rows[0]?.name ?? null;
}

/** What a new proposal needs to know of a placement; null when it is not published for whoever asks. */
export async function findProposable(
  tx: Tx,
  placementId: number,
  visible: readonly Visibility[],
): Promise<{ employerId: number } | null> {
  const rows = await tx.execute<{ employer_id: number }>(sql`
    SELECT employer_id FROM placements
     WHERE id = ${placementId} AND status = 'published'
       AND visibility = ANY (${sql.param([...visible])}::text[])`);
  return rows[0] ? { employerId: rows[0].employer_id } : null;
}

/** Days that a hold lasts in an association. */
export async function holdDays(tx: Tx, associationId: number): Promise<number> {
  const rows = await tx.execute<{ hold_days: number }>(sql`
    SELECT hold_days FROM associations WHERE id = ${associationId}`);
  return rows[0]?.hold_days ?? 10;
}
