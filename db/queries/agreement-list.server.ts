import { sql } from "drizzle-orm";
import type { AgreementRow } from "#app/domain/agreements/agreement";
import type { AgreementStatus } from "#app/domain/agreements/agreement-status";
import type { AgreementContent } from "#app/domain/agreements/content";
import type { ContentField } from "#app/domain/agreements/field-classes";
import { missingSlots, requiredSlots, type SignatureSlot } from "#app/domain/agreements/signatures";
import type { Tx } from "#db/client.server";
import { periodOf } from "#db/queries/agreements.server";

/**
 * The association's agreements, those on their way and in force first, and how many of people who are in no list (a
 * protected identity, domain.md "Consent"). `status` narrows.
 */
export async function listAgreements(
  tx: Tx,
  statuses: readonly AgreementStatus[],
  limit: number,
): Promise<{ rows: AgreementRow[]; hidden: number }> {
  const unrecorded = sql`(g.status = 'ended_early'
    AND NOT EXISTS (SELECT FROM agreement_closings c WHERE c.agreement_id = g.id))`;
  // What was ended early is not over before somebody has written how it ended.
  const isOpen = statuses.includes("in_force");
  const within = isOpen
    ? sql`(g.status = ANY (${sql.param([...statuses])}::text[]) OR ${unrecorded})`
    : sql`g.status = ANY (${sql.param([...statuses])}::text[])`;
  const rows = await tx.execute<{
    id: string;
    number: string;
    status: AgreementStatus;
    title: string | null;
    placement_title: string;
    reference: string;
    employer_name: string;
    starts_on: string | null;
    ends_on: string | null;
    out: AgreementContent | null;
    out_changed: ContentField[] | null;
    out_amendment: number | null;
    signed: SignatureSlot[];
    pauses: AgreementRow["pauses"];
    unrecorded: boolean;
  }>(sql`
    SELECT g.id, g.number, g.status, shown.content ->> 'title' AS title, l.title AS placement_title, p.reference,
           e.name AS employer_name, g.starts_on::text, g.ends_on::text, o.content AS out, o.changed AS out_changed,
           o.amendment AS out_amendment,
           coalesce((SELECT array_agg(s.slot) FROM agreement_signatures s
                      WHERE s.agreement_id = g.id AND s.version = o.number AND s.voided_at IS NULL), '{}') AS signed,
           coalesce((SELECT json_agg(json_build_object('from', u.from_on, 'until', u.until_on) ORDER BY u.from_on)
                       FROM agreement_pauses u WHERE u.agreement_id = g.id AND g.status = 'in_force'), '[]') AS pauses,
           ${unrecorded} AS unrecorded
      FROM agreements g
      JOIN participants p ON p.id = g.participant_id
      JOIN employers e ON e.id = g.employer_id
      JOIN placements l ON l.id = g.placement_id
      JOIN LATERAL (SELECT v.content FROM agreement_versions v WHERE v.agreement_id = g.id
                     ORDER BY v.status = 'agreed' DESC, v.number DESC LIMIT 1) AS shown ON true
      LEFT JOIN agreement_versions o ON o.agreement_id = g.id AND o.status = 'out_for_signature'
     WHERE ${within} AND p.protected_identity = 'none'
     ORDER BY array_position('{out_for_signature,draft,in_force,closed,ended_early,cancelled}'::text[], g.status),
              g.starts_on NULLS FIRST, g.number DESC LIMIT ${limit}`);
  const [hidden] = await tx.execute<{ count: number }>(sql`
    SELECT count(*)::integer AS count FROM agreements g JOIN participants p ON p.id = g.participant_id
     WHERE ${within} AND p.protected_identity <> 'none'`);
  return {
    rows: rows.map((row) => ({
      id: row.id,
      number: row.number,
      status: row.status,
      title: row.title || row.placement_title,
      reference: row.reference,
      employerName: row.employer_name,
      period: periodOf(row),
      missing: row.out ? missingSlots(requiredSlots(row.out, row.out_changed), row.signed) : [],
      amendmentOut: (row.out_amendment ?? 0) > 0,
      pauses: row.pauses,
      recordMissing: row.unrecorded,
    })),
    hidden: hidden?.count ?? 0,
  };
}
