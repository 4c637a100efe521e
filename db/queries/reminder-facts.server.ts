import { type SQL, sql } from "drizzle-orm";
import type { AgreementStatus } from "#app/domain/agreements/agreement-status";
import type { Contacts } from "#app/domain/agreements/contacts";
import type { AgreementContent } from "#app/domain/agreements/content";
import { countsFrom } from "#app/domain/agreements/counts-from";
import type { ContentField } from "#app/domain/agreements/field-classes";
import { isPausedOn } from "#app/domain/agreements/pause";
import { openSlots, requiredSlots, type SignatureSlot } from "#app/domain/agreements/signatures";
import { type Calendar, firstWorkingDay } from "#app/domain/agreements/working-days";
import { daysToLookAt, type ReminderFacts } from "#app/domain/notifications/reminders";
import type { Tx } from "#db/client.server";

/** An agreement as the nightly job meets it: what the rules need, and which staff answer for it. */
export type Candidate = ReminderFacts & {
  id: string;
  associationId: number;
  isProtected: boolean;
  /** Who drew it up, and who has the main responsibility for the participant: accounts, staff or not. */
  staff: string[];
};

type Row = {
  id: string;
  association_id: number;
  status: AgreementStatus;
  starts_on: string | null;
  ends_on: string | null;
  pauses: { from: string; until: string | null }[] | null;
  rated_on: string | null;
  is_protected: boolean;
  created_by_user: string | null;
  main_responsible_user: string | null;
  version: number | null;
  sent_on: string | null;
  content: AgreementContent | null;
  /** The text in force, when the one that is out changes it. */
  changes: AgreementContent | null;
  agreed: Pick<AgreementContent, "schedule" | "closedDays"> | null;
  changed: ContentField[] | null;
  signed: SignatureSlot[] | null;
};

/** `rest`: which of them, in which order. As the product itself. */
const selectCandidates = (day: string, rest: SQL) => sql`
  SELECT g.id, g.association_id, g.status, g.starts_on::text, g.ends_on::text, g.created_by_user,
         (SELECT json_agg(json_build_object('from', s.from_on, 'until', s.until_on)) FROM agreement_pauses s
           WHERE s.agreement_id = g.id AND (s.until_on IS NULL OR s.until_on >= ${day}::date)) AS pauses,
         (SELECT p.protected_identity <> 'none' FROM participants p WHERE p.id = g.participant_id) AS is_protected,
         (SELECT r.main_responsible_user FROM referrals r WHERE r.participant_id = g.participant_id AND r.is_current)
           AS main_responsible_user,
         (SELECT max(a.day)::text FROM ratings a WHERE a.agreement_id = g.id AND a.party = 'participant' AND a.way = 'own')
           AS rated_on,
         o.number AS version, (o.sent_at AT TIME ZONE 'Europe/Stockholm')::date::text AS sent_on, o.content, o.changed,
         CASE WHEN g.status = 'in_force' AND o.number IS NOT NULL THEN
           (SELECT v.content FROM agreement_versions v WHERE v.agreement_id = g.id AND v.status = 'agreed'
             ORDER BY v.number DESC LIMIT 1) END AS changes,
         CASE WHEN g.status = 'in_force' AND g.starts_on >= ${daysToLookAt(day).firstDay.from}::date THEN
           (SELECT jsonb_build_object('schedule', v.content -> 'schedule', 'closedDays', v.content -> 'closedDays')
              FROM agreement_versions v WHERE v.agreement_id = g.id AND v.status = 'agreed'
             ORDER BY v.number DESC LIMIT 1) END AS agreed,
         CASE WHEN o.number IS NOT NULL THEN
           (SELECT array_agg(s.slot) FROM agreement_signatures s
             WHERE s.agreement_id = g.id AND s.version = o.number AND s.voided_at IS NULL) END AS signed
    FROM agreements g
    LEFT JOIN agreement_versions o
      ON o.agreement_id = g.id AND o.status = 'out_for_signature' AND g.status IN ('out_for_signature', 'in_force')
   ${rest}`;

/**
 * The next agreements, of all associations, of which something may be due on this day: at most `limit`, in the order of their
 * ids after `after`. The primary key is read once from end to end, so a pass takes as long as there are agreements.
 */
export async function listCandidates(
  tx: Tx,
  day: string,
  after: string,
  limit: number,
  isHoliday: Calendar["isHoliday"],
): Promise<Candidate[]> {
  const { unsignedStart, firstDay, lastDay, rating } = daysToLookAt(day);
  const rows = await tx.execute<Row>(
    selectCandidates(
      day,
      sql`
      WHERE g.id > ${after}::uuid AND (
        (g.status = 'out_for_signature'
          AND g.starts_on BETWEEN ${unsignedStart.from}::date AND ${unsignedStart.to}::date)
        OR (g.status = 'in_force' AND (o.number IS NOT NULL OR g.starts_on BETWEEN ${firstDay.from}::date AND ${firstDay.to}::date
          OR g.ends_on BETWEEN ${lastDay.from}::date AND ${lastDay.to}::date
          OR (g.starts_on < ${rating.before}::date
            AND extract(day FROM g.starts_on)::integer = ANY (${sql.param(rating.daysOfMonth)}::integer[])))))
      ORDER BY g.id LIMIT ${limit}`,
    ),
  );
  return rows.map((row) => toCandidate(row, day, isHoliday));
}

/** One agreement on a day, and what is needed to write about it. Null: it is gone. */
export async function findCandidate(tx: Tx, id: string, day: string, isHoliday: Calendar["isHoliday"]) {
  const [row] = await tx.execute<Row>(selectCandidates(day, sql`WHERE g.id = ${id}`));
  if (!row) return null;
  const [about] = await tx.execute<{
    number: string;
    participantId: string;
    employerId: number;
    placementId: number;
    agencyId: number | null;
    contacts: Contacts;
    content: AgreementContent | null;
  }>(sql`
    SELECT g.number, g.participant_id AS "participantId", g.employer_id AS "employerId", g.placement_id AS "placementId",
           g.agency_id AS "agencyId", g.contacts,
           (SELECT v.content FROM agreement_versions v WHERE v.agreement_id = g.id AND v.status IN ('agreed', 'out_for_signature')
             ORDER BY v.status = 'agreed' DESC, v.number DESC LIMIT 1) AS content
      FROM agreements g WHERE g.id = ${id}`);
  return { ...toCandidate(row, day, isHoliday), ...about! };
}
export type ReminderAgreement = NonNullable<Awaited<ReturnType<typeof findCandidate>>>;

function toCandidate(row: Row, day: string, isHoliday: Calendar["isHoliday"]): Candidate {
  const { agreed, starts_on: startsOn, ends_on: endsOn } = row;
  const firstDay =
    agreed && startsOn !== null && endsOn !== null
      ? firstWorkingDay({ startsOn, endsOn }, agreed.schedule, { isHoliday, closed: agreed.closedDays })
      : null;
  const looked = [day, startsOn ?? day, firstDay ?? day].sort().at(-1)!;
  const staff = [row.main_responsible_user, row.created_by_user].filter((user) => user !== null);
  return {
    id: row.id,
    associationId: row.association_id,
    status: row.status,
    startsOn,
    endsOn,
    firstDay,
    isPaused: isPausedOn(row.pauses ?? [], looked),
    ratedOn: row.rated_on,
    isProtected: row.is_protected,
    staff: [...new Set(staff)],
    out:
      row.version !== null && row.content !== null && row.sent_on !== null
        ? {
            version: row.version,
            sentOn: row.sent_on,
            open: openSlots(requiredSlots(row.content, row.changed), row.signed ?? []),
            ...(row.changes ? { countsFrom: countsFrom(row.changes, row.content, row.sent_on) } : {}),
          }
        : null,
  };
}
