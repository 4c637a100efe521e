import { sql } from "drizzle-orm";
import type { AgreementContent } from "#app/domain/agreements/content";
import type {
  AssignmentMessage,
  AssignmentReport,
  Milestone,
  ReportFacts,
  ReportInput,
  VerdictKind,
} from "#app/domain/followups/assignment-report";
import type { Tx } from "#db/client.server";

type Owner = { id: string; associationId: number };

type ReportRow = Omit<AssignmentReport, "verdict"> & {
  verdict: VerdictKind | null;
  verdict_words: string | null;
  verdict_by: string | null;
  verdict_at: string | null;
  seen_at: string | null;
};

/** The reports of an agreement that the reader may read, in the order of their milestones. */
export async function listReports(tx: Tx, agreementId: string): Promise<AssignmentReport[]> {
  const rows = await tx.execute<ReportRow>(sql`
    SELECT t.id, t.milestone, t.answer, t.words, t.facts, t.written_by_name AS "writtenByName", t.saved_at AS "savedAt",
           t.sent_at AS "sentAt", t.version, v.verdict, v.words AS verdict_words, v.by_name AS verdict_by,
           v.at AS verdict_at, v.seen_at
      FROM assignment_reports t LEFT JOIN assignment_verdicts v ON v.report_id = t.id
     WHERE t.agreement_id = ${agreementId} ORDER BY t.milestone DESC`);
  return rows.map(({ verdict, verdict_words, verdict_by, verdict_at, seen_at, ...report }) => ({
    ...report,
    savedAt: iso(report.savedAt)!,
    sentAt: iso(report.sentAt),
    verdict: verdict && {
      kind: verdict,
      words: verdict_words ?? "",
      byName: verdict_by ?? "",
      at: iso(verdict_at)!,
      seenAt: iso(seen_at),
    },
  }));
}

/** Writes a report, sent when it says so; the agreement is locked by the caller. Answers its id. */
export async function saveReport(
  tx: Tx,
  of: Owner,
  { milestone, answer, words, send }: ReportInput,
  facts: ReportFacts,
  by: { userId: string | null; name: string },
): Promise<string> {
  const sent = send === "ja";
  const [row] = await tx.execute<{ id: string }>(sql`
    INSERT INTO assignment_reports (association_id, agreement_id, milestone, answer, words, facts, written_by_user,
                                    written_by_name, sent_at)
    VALUES (${of.associationId}, ${of.id}, ${milestone}, ${answer}, ${words}, ${JSON.stringify(facts)}::jsonb,
            ${by.userId}, ${by.name}, CASE WHEN ${sent}::boolean THEN now() END)
    ON CONFLICT (agreement_id, milestone) DO UPDATE
       SET answer = EXCLUDED.answer, words = EXCLUDED.words, facts = EXCLUDED.facts,
           written_by_user = EXCLUDED.written_by_user, written_by_name = EXCLUDED.written_by_name, saved_at = now(),
           sent_at = EXCLUDED.sent_at, version = assignment_reports.version + 1
    RETURNING id`);
  return row!.id;
}

/** What the case worker says of a report; false when something has been said already. */
export async function addVerdict(
  tx: Tx,
  of: Owner & { reportId: string },
  { kind, words }: { kind: VerdictKind; words: string },
  by: { userId: string; name: string },
): Promise<boolean> {
  const rows = await tx.execute(sql`
    INSERT INTO assignment_verdicts (report_id, association_id, agreement_id, verdict, words, by_user, by_name)
    VALUES (${of.reportId}, ${of.associationId}, ${of.id}, ${kind}, ${words}, ${by.userId}, ${by.name})
    ON CONFLICT (report_id) DO NOTHING RETURNING report_id`);
  return rows.length > 0;
}

/** Somebody of the staff has read what was said of an agreement's reports. */
export async function seeVerdicts(tx: Tx, agreementId: string): Promise<number> {
  const rows = await tx.execute(sql`
    UPDATE assignment_verdicts SET seen_at = now() WHERE agreement_id = ${agreementId} AND seen_at IS NULL
    RETURNING report_id`);
  return rows.length;
}

/** The questions and answers of an agreement, in the order they came. */
export async function listMessages(tx: Tx, agreementId: string): Promise<AssignmentMessage[]> {
  const rows = await tx.execute<AssignmentMessage>(sql`
    SELECT id, from_role AS "fromRole", from_name AS "fromName", words, at FROM assignment_messages
     WHERE agreement_id = ${agreementId} ORDER BY at, id`);
  return rows.map((row) => ({ ...row, at: iso(row.at)! }));
}

/** Adds a question or an answer; the same key again adds nothing and answers false. */
export async function addMessage(
  tx: Tx,
  of: Owner,
  { key, words }: { key: string; words: string },
  from: { role: string; userId: string | null; name: string },
): Promise<boolean> {
  const rows = await tx.execute(sql`
    INSERT INTO assignment_messages (id, association_id, agreement_id, from_role, from_user, from_name, words)
    VALUES (${key}, ${of.associationId}, ${of.id}, ${from.role}, ${from.userId}, ${from.name}, ${words})
    ON CONFLICT (id) DO NOTHING RETURNING id`);
  return rows.length > 0;
}

/** What a mail about a report or a question depends on; null when the agreement is no more. */
export async function findAssignment(tx: Tx, agreementId: string) {
  const [row] = await tx.execute<{ associationId: number; reference: string; isProtected: boolean }>(sql`
    SELECT g.association_id AS "associationId", p.reference, p.protected_identity <> 'none' AS "isProtected"
      FROM agreements g JOIN participants p ON p.id = g.participant_id WHERE g.id = ${agreementId}`);
  return row ?? null;
}

/** An assignment about which staff may have something to do. */
export type AssignmentTodoRow = {
  agreementId: string;
  reference: string;
  agencyName: string;
  content: Pick<AgreementContent, "period" | "assignment">;
  sent: Milestone[];
  lastFrom: AssignmentMessage["fromRole"] | null;
  lastAt: string | null;
  unseen: VerdictKind | null;
  isOpen: boolean;
};

/**
 * Assignments of an association whose case worker waits for an answer, those with something unread, and those near a
 * milestone, in this order; `coachUser`: only those of one. Never those of a protected identity. The dates of the agreement
 * are asked first: of thousands only those near the middle or the end have their text read.
 */
export async function listAssignments(
  tx: Tx,
  { associationId, coachUser }: { associationId: number; coachUser: string | null },
  today: string,
): Promise<AssignmentTodoRow[]> {
  const rows = await tx.execute<AssignmentTodoRow>(sql`
    SELECT g.id AS "agreementId", p.reference, a.name AS "agencyName", g.status = 'in_force' AS "isOpen",
           jsonb_build_object('period', v.content -> 'period', 'assignment', v.content -> 'assignment') AS content,
           ARRAY(SELECT t.milestone FROM assignment_reports t WHERE t.agreement_id = g.id AND t.sent_at IS NOT NULL) AS sent,
           q.from_role AS "lastFrom", q.at AS "lastAt",
           s.verdict AS unseen
      FROM (
        SELECT id FROM agreements
         WHERE association_id = ${associationId} AND agency_id IS NOT NULL AND status = 'in_force'
           AND (starts_on + (ends_on - starts_on) / 2 BETWEEN ${today}::date - 60 AND ${today}::date + 8
             OR ends_on BETWEEN ${today}::date - 60 AND ${today}::date + 60)
        UNION SELECT m.agreement_id FROM assignment_messages m
               WHERE m.association_id = ${associationId} AND m.from_role = 'case_worker'
                 AND NOT EXISTS (SELECT FROM assignment_messages n
                                  WHERE n.agreement_id = m.agreement_id AND (n.at, n.id) > (m.at, m.id))
        UNION SELECT s.agreement_id FROM assignment_verdicts s
               WHERE s.association_id = ${associationId} AND s.seen_at IS NULL) near
      JOIN agreements g ON g.id = near.id
      JOIN participants p ON p.id = g.participant_id AND p.protected_identity = 'none'
      JOIN commissioning_agencies a ON a.id = g.agency_id
      CROSS JOIN LATERAL (SELECT w.content FROM agreement_versions w WHERE w.agreement_id = g.id AND w.status = 'agreed'
                           ORDER BY w.number DESC LIMIT 1) v
      LEFT JOIN LATERAL (SELECT m.from_role, m.at FROM assignment_messages m WHERE m.agreement_id = g.id
                          ORDER BY m.at DESC, m.id DESC LIMIT 1) q ON true
      LEFT JOIN LATERAL (SELECT v.verdict FROM assignment_verdicts v WHERE v.agreement_id = g.id AND v.seen_at IS NULL
                          ORDER BY v.at DESC LIMIT 1) s ON true
     WHERE v.content -> 'assignment' <> 'null'::jsonb AND (${coachUser}::text IS NULL OR g.coach_user = ${coachUser})
     ORDER BY q.from_role IS DISTINCT FROM 'case_worker', s.verdict IS NULL, g.ends_on, g.id LIMIT 500`);
  return rows.map((row) => ({ ...row, lastAt: iso(row.lastAt) }));
}

function iso(moment: string | null): string | null {
  return moment === null ? null : new Date(moment).toISOString();
}
