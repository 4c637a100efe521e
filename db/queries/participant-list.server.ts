import { type SQL, sql } from "drizzle-orm";
import type { ListedParticipant } from "#app/domain/profiles/participant";
import type { WorkProfileStatus } from "#app/domain/profiles/work-profile";
import type { Tx } from "#db/client.server";
import { consentHolds } from "#db/queries/consent.server";
import { isOpen } from "#db/queries/proposals.server";

/** What the list is narrowed to. `outdatedBefore` comes from domain/profiles/status.ts. */
export type ParticipantFilter = {
  associationId: number;
  reference: string | null;
  municipalityCode: string | null;
  status: WorkProfileStatus | "none" | "closed" | null;
  outdatedBefore: Date;
  day: string;
};

type ListRow = {
  reference: string;
  hidden: boolean;
  municipality: string | null;
  status: ListedParticipant["status"];
  has_consent: boolean;
  open_proposals: number;
  updated_on: string;
};

/** The status of a work profile `w` as people read it; `none` where there is none. As `statusOn` in domain/profiles/status.ts. */
export function profileStanding(outdatedBefore: Date): SQL {
  return sql`CASE
    WHEN w.status IS NULL THEN 'none'
    WHEN w.status IN ('complete', 'confirmed')
      AND greatest(w.updated_at, w.confirmed_at) < ${outdatedBefore.toISOString()}::timestamptz THEN 'outdated'
    ELSE w.status END`;
}

/** A protected identity is found by its whole reference and by nothing else. */
function matching(filter: ParticipantFilter) {
  const prefix = filter.reference === null ? null : `${filter.reference.replace(/[\\%_]/g, "\\$&")}%`;
  return sql`
    FROM participants p
    LEFT JOIN municipalities m ON m.code = p.municipality_code
    LEFT JOIN work_profiles w ON w.participant_id = p.id
    CROSS JOIN LATERAL (SELECT ${profileStanding(filter.outdatedBefore)} AS status) s
   WHERE p.association_id = ${filter.associationId}
     AND ((p.closed_on IS NOT NULL AND p.closed_on <= ${filter.day}::date) = ${filter.status === "closed"})
     AND (${filter.status === null || filter.status === "closed"} OR s.status = ${filter.status ?? ""})
     AND (${filter.municipalityCode}::text IS NULL OR p.municipality_code = ${filter.municipalityCode})
     AND (${prefix}::text IS NULL OR p.reference ILIKE ${prefix})
     AND (p.protected_identity = 'none'
          OR (upper(p.reference) = upper(${filter.reference ?? ""}) AND ${filter.municipalityCode}::text IS NULL))`;
}

/** One page of the list, by reference, and how many there are in all. */
export async function listParticipants(
  tx: Tx,
  filter: ParticipantFilter,
  page: { limit: number; offset: number },
): Promise<{ rows: ListedParticipant[]; total: number }> {
  const counted = await tx.execute<{ total: number }>(
    sql`SELECT count(*)::integer AS total ${matching(filter)}`,
  );
  const rows = await tx.execute<ListRow>(sql`
    SELECT p.reference, p.protected_identity <> 'none' AS hidden,
           CASE WHEN p.protected_identity = 'none' THEN m.name END AS municipality, s.status,
           ${consentHolds(sql`p.id`, filter.day)} AS has_consent,
           (SELECT count(*)::integer FROM proposals o WHERE o.participant_id = p.id AND ${isOpen})
             AS open_proposals,
           (greatest(p.updated_at, w.updated_at) AT TIME ZONE 'Europe/Stockholm')::date::text AS updated_on
      ${matching(filter)}
     ORDER BY p.reference, p.id
     LIMIT ${page.limit} OFFSET ${page.offset}`);
  return {
    total: counted[0]?.total ?? 0,
    rows: rows.map((row) => ({
      reference: row.reference,
      hidden: row.hidden,
      municipality: row.municipality,
      status: row.status,
      hasConsent: row.has_consent,
      openProposals: row.open_proposals,
      updatedOn: row.updated_on,
    })),
  };
}

/** How many of the association's open cases are kept out of the list. */
export async function countHidden(tx: Tx, associationId: number, day: string): Promise<number> {
  const rows = await tx.execute<{ hidden: number }>(sql`
    SELECT count(*)::integer AS hidden FROM participants
     WHERE association_id = ${associationId} AND protected_identity <> 'none'
       AND (closed_on IS NULL OR closed_on > ${day}::date)`);
  return rows[0]?.hidden ?? 0;
}
