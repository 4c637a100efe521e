import { sql } from "drizzle-orm";
import type { Suggestion, SuggestionStatus, SuggestionTurn } from "#app/domain/profiles/suggestion";
import type { SuggestionForm } from "#app/domain/profiles/suggestion-form";
import { planOnce, type Tx } from "#db/client.server";

type Row = {
  id: string;
  association_id: number;
  participant_id: string;
  reference: string;
  is_hidden: boolean;
  workplace: string;
  place: string;
  could_do: string;
  talked_with: string;
  may_contact: boolean;
  status: SuggestionStatus;
  reason_code: string | null;
  answer: string;
  employer_id: number | null;
  employer: string | null;
  placement_id: number | null;
  placement: string | null;
  created_at: string;
};

const selectSuggestion = sql`
  SELECT s.id, s.association_id, s.participant_id, p.reference, p.protected_identity <> 'none' AS is_hidden, s.workplace,
         s.place, s.could_do, s.talked_with, s.may_contact, s.status, s.reason_code, s.answer, e.id AS employer_id,
         e.name AS employer, s.placement_id, l.title AS placement, s.created_at
    FROM workplace_suggestions s JOIN participants p ON p.id = s.participant_id
    LEFT JOIN employers e ON e.id = (current_employers(ARRAY[s.employer_id]))[1]
    LEFT JOIN placements l ON l.id = s.placement_id`;

/** One suggestion, or null when there is none or row level security hides it. */
export async function findSuggestion(tx: Tx, id: string): Promise<Suggestion | null> {
  const rows = await tx.execute<Row>(sql`${selectSuggestion} WHERE s.id = ${id}`);
  return rows[0] ? toSuggestion(rows[0]) : null;
}

/** Its status, locked until the transaction ends. */
export async function lockSuggestion(tx: Tx, id: string): Promise<SuggestionStatus | null> {
  const rows = await tx.execute<{ status: SuggestionStatus }>(
    sql`SELECT status FROM workplace_suggestions WHERE id = ${id} FOR UPDATE`,
  );
  return rows[0]?.status ?? null;
}

/** The association's suggestions in some states, the longest waiting first; protected identities are in no list. */
export async function listSuggestions(
  tx: Tx,
  associationId: number,
  statuses: readonly SuggestionStatus[],
  limit: number,
): Promise<{ rows: Suggestion[]; total: number; hidden: number }> {
  const within = sql`s.association_id = ${associationId} AND s.status = ANY (${sql.param([...statuses])}::text[])`;
  const counted = await planOnce(tx).execute<{ total: number; hidden: number }>(sql`
    SELECT count(*) FILTER (WHERE p.protected_identity = 'none')::integer AS total,
           count(*) FILTER (WHERE p.protected_identity <> 'none')::integer AS hidden
      FROM workplace_suggestions s JOIN participants p ON p.id = s.participant_id WHERE ${within}`);
  const rows = await planOnce(tx).execute<Row>(sql`
    ${selectSuggestion} WHERE ${within} AND p.protected_identity = 'none'
     ORDER BY array_position('{sent,taken_up,contacted}'::text[], s.status), s.created_at, s.id LIMIT ${limit}`);
  return { rows: rows.map(toSuggestion), total: counted[0]?.total ?? 0, hidden: counted[0]?.hidden ?? 0 };
}

/** One participant's suggestions, the newest first. */
export async function listSuggestionsOf(tx: Tx, participantId: string): Promise<Suggestion[]> {
  const rows = await tx.execute<Row>(sql`
    ${selectSuggestion} WHERE s.participant_id = ${participantId} ORDER BY s.created_at DESC, s.id LIMIT 50`);
  return rows.map(toSuggestion);
}

/** Adds a suggestion. Answers false when the form was sent before. */
export async function insertSuggestion(
  tx: Tx,
  owner: { associationId: number; participantId: string },
  form: SuggestionForm,
): Promise<boolean> {
  const rows = await tx.execute(sql`
    INSERT INTO workplace_suggestions (id, association_id, participant_id, workplace, place, could_do, talked_with, may_contact)
    VALUES (${form.key}, ${owner.associationId}, ${owner.participantId}, ${form.workplace}, ${form.place}, ${form.couldDo},
            ${form.talkedWith}, ${form.mayContact === "yes"})
    ON CONFLICT (id) DO NOTHING RETURNING 1`);
  return rows.length > 0;
}

/** Moves a suggestion on, with what the turn brings. */
export async function saveTurn(
  tx: Tx,
  id: string,
  turn: {
    status: SuggestionStatus;
    reason?: string | null;
    answer?: string;
    employerId?: number;
    placementId?: number;
  },
): Promise<void> {
  await tx.execute(sql`
    UPDATE workplace_suggestions
       SET status = ${turn.status}, reason_code = ${turn.reason ?? null}, answer = ${turn.answer ?? ""},
           employer_id = coalesce(${turn.employerId ?? null}::integer, employer_id),
           placement_id = coalesce(${turn.placementId ?? null}::integer, placement_id), updated_at = now()
     WHERE id = ${id}`);
}

/** The participant's yes or no to a contact, changed afterwards. */
export async function setMayContact(tx: Tx, id: string, mayContact: boolean): Promise<void> {
  await tx.execute(sql`
    UPDATE workplace_suggestions SET may_contact = ${mayContact}, updated_at = now() WHERE id = ${id}`);
}

/** Remembers a turn. */
export async function addTurn(
  tx: Tx,
  actor: { role: string; name: string },
  turn: { associationId: number; suggestionId: string; from: SuggestionStatus | null; to: SuggestionStatus },
): Promise<void> {
  await tx.execute(sql`
    INSERT INTO suggestion_events (association_id, suggestion_id, from_status, to_status, by_role, by_name)
    VALUES (${turn.associationId}, ${turn.suggestionId}, ${turn.from}, ${turn.to}, ${actor.role}, ${actor.name})`);
}

/** The turns of some suggestions, oldest first. */
export async function listTurns(tx: Tx, ids: readonly string[]): Promise<Map<string, SuggestionTurn[]>> {
  const rows = await tx.execute<{
    id: string;
    suggestion_id: string;
    to_status: SuggestionStatus;
    by_role: string;
    by_name: string;
    happened_at: string;
  }>(sql`
    SELECT id::text, suggestion_id, to_status, by_role, by_name, happened_at FROM suggestion_events
     WHERE suggestion_id = ANY (${sql.param([...ids])}::uuid[]) ORDER BY suggestion_events.id`);
  const found = new Map<string, SuggestionTurn[]>(ids.map((id) => [id, []]));
  for (const row of rows) {
    found.get(row.suggestion_id)?.push({
      id: row.id,
      to: row.to_status,
      byRole: row.by_role,
      byName: row.by_name,
      at: new Date(row.happened_at).toISOString(),
    });
  }
  return found;
}

/** Employers of the register whose name or workplace is like this text, or in this place: the likeliest first. */
export async function suggestEmployers(
  tx: Tx,
  text: string,
  limit: number,
): Promise<
  { id: number; name: string; place: string | null; contactOwner: string | null; appetite: string }[]
> {
  const pattern = `%${text.replace(/[\\%_]/g, "\\$&")}%`;
  const rows = await tx.execute<{
    id: number;
    name: string;
    place: string | null;
    contact_owner_name: string | null;
    appetite: string;
  }>(sql`
    SELECT e.id, e.name, (SELECT min(w.locality) FROM workplaces w WHERE w.employer_id = e.id) AS place,
           e.contact_owner_name, e.appetite
      FROM employers e
     WHERE e.name ILIKE ${pattern} OR replace(e.organisation_number, '-', '') = replace(${text}, '-', '')
        OR EXISTS (SELECT FROM workplaces w WHERE w.employer_id = e.id AND w.name ILIKE ${pattern})
        OR EXISTS (SELECT FROM unnest(string_to_array(lower(${text}), ' ')) AS word
                    WHERE length(word) > 3 AND lower(e.name) LIKE '%' || replace(replace(replace(word, '\\', ''), '%', ''), '_', '') || '%')
     ORDER BY e.name ILIKE ${pattern} DESC, length(e.name), e.name, e.id LIMIT ${limit}`);
  return rows.map((row) => ({
    id: row.id,
    name: row.name,
    place: row.place,
    contactOwner: row.contact_owner_name,
    appetite: row.appetite,
  }));
}

/** The placements of an employer, the newest first, to connect with a suggestion. */
export async function listPlacementsOf(tx: Tx, employerId: number) {
  const rows = await tx.execute<{ id: number; title: string; locality: string; status: string }>(sql`
    SELECT id, title, locality, status FROM placements WHERE employer_id = ${employerId} AND status <> 'archived'
     ORDER BY created_at DESC, id DESC LIMIT 50`);
  return [...rows];
}

function toSuggestion(row: Row): Suggestion {
  return {
    id: row.id,
    associationId: row.association_id,
    participantId: row.participant_id,
    reference: row.reference,
    isHidden: row.is_hidden,
    workplace: row.workplace,
    place: row.place,
    couldDo: row.could_do,
    talkedWith: row.talked_with,
    mayContact: row.may_contact,
    status: row.status,
    reason: row.reason_code,
    answer: row.answer,
    employer: row.employer_id === null ? null : { id: row.employer_id, name: row.employer ?? "" },
    placement: row.placement_id === null ? null : { id: row.placement_id, title: row.placement ?? "" },
    createdAt: new Date(row.created_at).toISOString(),
  };
}
