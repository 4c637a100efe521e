import { sql } from "drizzle-orm";
import type { AgendaItem, MeetingParty, MeetingStatus } from "#app/domain/profiles/meeting";
import { referralCode } from "#app/domain/profiles/referral";
import type { ReferralStatus } from "#app/domain/profiles/referral-status";
import type { Tx } from "#db/client.server";
import { listTasks } from "#db/queries/case-tasks.server";

/** A case meeting. `at` is an ISO moment. */
export type Meeting = {
  id: string;
  associationId: number;
  at: string;
  place: string;
  status: MeetingStatus;
  version: number;
};

type Row = {
  id: string;
  association_id: number;
  held_at: string;
  place: string;
  status: MeetingStatus;
  version: number;
};

const toMeeting = (row: Row): Meeting => ({
  id: row.id,
  associationId: row.association_id,
  at: new Date(row.held_at).toISOString(),
  place: row.place,
  status: row.status,
  version: row.version,
});

/** One meeting, or null when there is none or row level security hides it. */
export async function findMeeting(tx: Tx, id: string): Promise<Meeting | null> {
  const rows = await tx.execute<Row>(sql`
    SELECT id, association_id, held_at, place, status, version FROM case_meetings WHERE id = ${id}`);
  return rows[0] ? toMeeting(rows[0]) : null;
}

/** The same, locked until the transaction ends. */
export async function lockMeeting(tx: Tx, id: string): Promise<Meeting | null> {
  const rows = await tx.execute<Row>(sql`
    SELECT id, association_id, held_at, place, status, version FROM case_meetings WHERE id = ${id} FOR UPDATE`);
  return rows[0] ? toMeeting(rows[0]) : null;
}

/** A row of the list of meetings. */
export type ListedMeeting = Meeting & { cases: number; parties: string[] };

/** The meetings that the actor may see: those to come first, the nearest first; then those that were, newest first. */
export async function listMeetings(tx: Tx, since: string, limit: number): Promise<ListedMeeting[]> {
  const rows = await tx.execute<Row & { cases: number; parties: string[] }>(sql`
    SELECT m.id, m.association_id, m.held_at, m.place, m.status, m.version,
           (SELECT count(*)::integer FROM case_meeting_items i WHERE i.meeting_id = m.id) AS cases,
           ARRAY(SELECT DISTINCT coalesce(a.name, y.name) FROM case_meeting_parties y
                   LEFT JOIN commissioning_agencies a ON a.id = y.agency_id
                  WHERE y.meeting_id = m.id ORDER BY 1) AS parties
      FROM case_meetings m
     ORDER BY m.held_at < ${since}::timestamptz OR m.status <> 'planned',
              CASE WHEN m.held_at >= ${since}::timestamptz THEN m.held_at END, m.held_at DESC, m.id
     LIMIT ${limit}`);
  return rows.map((row) => ({ ...toMeeting(row), cases: row.cases, parties: row.parties }));
}

/** Adds a meeting. Answers false when the form was sent before. */
export async function insertMeeting(
  tx: Tx,
  meeting: { id: string; associationId: number; at: Date; place: string; by: string },
): Promise<boolean> {
  const rows = await tx.execute(sql`
    INSERT INTO case_meetings (id, association_id, held_at, place, created_by_name)
    VALUES (${meeting.id}, ${meeting.associationId}, ${meeting.at.toISOString()}::timestamptz, ${meeting.place}, ${meeting.by})
    ON CONFLICT (id) DO NOTHING RETURNING 1`);
  return rows.length > 0;
}

/** Changes when, where, or how it stands; the version counts up. */
export async function updateMeeting(
  tx: Tx,
  id: string,
  to: { at: string; place: string; status: MeetingStatus },
): Promise<void> {
  await tx.execute(sql`
    UPDATE case_meetings SET held_at = ${to.at}::timestamptz, place = ${to.place}, status = ${to.status}, version = version + 1
     WHERE id = ${id}`);
}

/** Who is there, staff first, then by agency and name. */
export async function listParties(tx: Tx, meetingId: string): Promise<MeetingParty[]> {
  const rows = await tx.execute<{
    id: string;
    agency_id: number | null;
    agency: string | null;
    user_id: string | null;
    name: string;
  }>(sql`
    SELECT y.id, y.agency_id, a.name AS agency, y.user_id, y.name FROM case_meeting_parties y
      LEFT JOIN commissioning_agencies a ON a.id = y.agency_id
     WHERE y.meeting_id = ${meetingId} ORDER BY a.name NULLS FIRST, y.name, y.id`);
  return rows.map((row) => ({
    id: row.id,
    agencyId: row.agency_id,
    agency: row.agency,
    userId: row.user_id,
    name: row.name,
  }));
}

/** Sets who is there. */
export async function replaceParties(
  tx: Tx,
  meeting: { id: string; associationId: number },
  parties: readonly { agencyId: number | null; userId: string | null; name: string }[],
): Promise<void> {
  await tx.execute(sql`DELETE FROM case_meeting_parties WHERE meeting_id = ${meeting.id}`);
  for (const { agencyId, userId, name } of parties) {
    await tx.execute(sql`
      INSERT INTO case_meeting_parties (association_id, meeting_id, agency_id, user_id, name)
      VALUES (${meeting.associationId}, ${meeting.id}, ${agencyId}, ${userId}, ${name}) ON CONFLICT DO NOTHING`);
  }
}

/** The agenda in the order in which cases were put on it: all that the actor may see, protected identities too. */
export async function listAgenda(tx: Tx, meetingId: string): Promise<AgendaItem[]> {
  const rows = await tx.execute<{
    id: string;
    referral_id: string;
    reference: string | null;
    agency: string | null;
    agency_id: number | null;
    case_worker_user: string | null;
    other_agencies: number[];
    agencies_agreed: boolean;
    is_hidden: boolean;
    status: ReferralStatus;
    purpose: string;
    question: string;
    decision: string;
    main_responsible_name: string;
    note: string;
    version: number;
  }>(sql`
    SELECT i.id, i.referral_id, p.reference, a.name AS agency, r.agency_id, r.case_worker_user, r.other_agencies,
           r.agencies_agreed, coalesce(p.protected_identity, r.person_protected) <> 'none' AS is_hidden, r.status, r.purpose,
           r.question, r.decision, r.main_responsible_name, i.note, i.version
      FROM case_meeting_items i JOIN referrals r ON r.id = i.referral_id
      LEFT JOIN participants p ON p.id = r.participant_id
      LEFT JOIN commissioning_agencies a ON a.id = r.agency_id
     WHERE i.meeting_id = ${meetingId} ORDER BY i.added_at, i.id`);
  const tasks = await listTasks(
    tx,
    rows.map((row) => row.referral_id),
  );
  return rows.map((row) => ({
    id: row.id,
    referralId: row.referral_id,
    code: row.reference ?? referralCode(row.referral_id),
    reference: row.reference,
    agency: row.agency,
    status: row.status,
    purpose: row.purpose,
    question: row.question,
    decision: row.decision,
    mainResponsibleName: row.main_responsible_name,
    note: row.note,
    version: row.version,
    access: {
      agencyId: row.agency_id,
      caseWorkerUser: row.case_worker_user,
      otherAgencyIds: row.other_agencies,
      agenciesAgreed: row.agencies_agreed,
      isHidden: row.is_hidden,
    },
    tasks: tasks.get(row.referral_id) ?? [],
  }));
}

/** Puts a case on the agenda; one that is there stays. */
export async function insertItem(
  tx: Tx,
  item: { associationId: number; meetingId: string; referralId: string },
): Promise<void> {
  await tx.execute(sql`
    INSERT INTO case_meeting_items (association_id, meeting_id, referral_id)
    VALUES (${item.associationId}, ${item.meetingId}, ${item.referralId})
    ON CONFLICT (meeting_id, referral_id) DO NOTHING`);
}

/** Takes a case off the agenda, while nothing is written about it. Answers whether it went. */
export async function deleteItem(tx: Tx, meetingId: string, itemId: string): Promise<boolean> {
  const rows = await tx.execute(sql`
    DELETE FROM case_meeting_items WHERE meeting_id = ${meetingId} AND id = ${itemId} AND note = '' RETURNING 1`);
  return rows.length > 0;
}

/** Writes what was said, when nobody else has written since. Answers whether it was written. */
export async function saveNote(
  tx: Tx,
  item: { meetingId: string; id: string; version: number; note: string },
): Promise<boolean> {
  const rows = await tx.execute(sql`
    UPDATE case_meeting_items SET note = ${item.note}, version = version + 1
     WHERE meeting_id = ${item.meetingId} AND id = ${item.id} AND version = ${item.version} RETURNING 1`);
  return rows.length > 0;
}

/** The referrals that can be put on an agenda: waiting ones first, then those accepted; never protected identities. */
export async function listAgendaChoices(
  tx: Tx,
  associationId: number,
  meetingId: string,
): Promise<{ id: string; code: string; agency: string | null; status: ReferralStatus }[]> {
  const rows = await tx.execute<{
    id: string;
    reference: string | null;
    agency: string | null;
    status: ReferralStatus;
  }>(sql`
    SELECT r.id, p.reference, a.name AS agency, r.status
      FROM referrals r LEFT JOIN participants p ON p.id = r.participant_id
      LEFT JOIN commissioning_agencies a ON a.id = r.agency_id
     WHERE r.association_id = ${associationId} AND r.status IN ('sent', 'taken_up', 'accepted')
       AND coalesce(p.protected_identity, r.person_protected) = 'none' AND p.closed_on IS NULL
       AND NOT EXISTS (SELECT FROM case_meeting_items i WHERE i.meeting_id = ${meetingId} AND i.referral_id = r.id)
     ORDER BY array_position('{sent,taken_up,accepted}'::text[], r.status), p.reference, r.created_at, r.id
     LIMIT 300`);
  return rows.map((row) => ({
    id: row.id,
    code: row.reference ?? referralCode(row.id),
    agency: row.agency,
    status: row.status,
  }));
}

/** The meetings where a referral has been or will be talked about, the nearest last. */
export async function listMeetingsOf(tx: Tx, referralId: string): Promise<Meeting[]> {
  const rows = await tx.execute<Row>(sql`
    SELECT m.id, m.association_id, m.held_at, m.place, m.status, m.version
      FROM case_meetings m JOIN case_meeting_items i ON i.meeting_id = m.id
     WHERE i.referral_id = ${referralId} ORDER BY m.held_at, m.id`);
  return rows.map(toMeeting);
}
