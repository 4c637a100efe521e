import { sql } from "drizzle-orm";
import type { Actor } from "#app/domain/identity/actor";
import type { TaskPlacement } from "#app/domain/matching/todo";
import type { UnknownLevel } from "#app/domain/placements/offer-listing";
import type { Decision } from "#app/domain/placements/review-decision";
import {
  type Demand,
  demands,
  type Level,
  type PlacementKind,
  type PlacementStatus,
} from "#app/domain/placements/vocabulary";
import type { Tx } from "#db/client.server";

/** What a review needs to know of a listing besides what its own page shows. */
export type ReviewedListing = {
  id: number;
  status: PlacementStatus;
  claimed: number;
  employerId: number;
  employerName: string;
  organisationNumber: string | null;
  employerVerified: boolean;
  otherPlacements: number;
  workplaceId: number;
  workplaceAlone: boolean;
  municipalityCode: string;
  supervisor: string;
  /** What the employer did not know. */
  unknownLevels: UnknownLevel[];
  createdOn: string;
  othersAtAddress: string[];
};

/** Whether a listing is this coordinator's to look through; or, where nobody is one, this administrator's (0029). */
const isTheirs = ({ role, associationId }: Actor) =>
  role === "admin"
    ? sql`reviews_as_administrator(p.municipality_code)`
    : sql`p.municipality_code IN
        (SELECT municipality_code FROM association_municipalities WHERE association_id = ${associationId})`;

const listing = sql`
  SELECT p.id, p.status, p.claimed, p.employer_id AS "employerId", e.name AS "employerName",
         e.organisation_number AS "organisationNumber", e.verified AS "employerVerified",
         (SELECT count(*)::integer FROM placements o
           WHERE o.employer_id = p.employer_id AND o.id <> p.id AND o.status <> 'archived') AS "otherPlacements",
         p.workplace_id AS "workplaceId",
         NOT EXISTS (SELECT FROM placements o WHERE o.workplace_id = p.workplace_id AND o.id <> p.id) AS "workplaceAlone",
         p.municipality_code AS "municipalityCode", p.supervisor,
         p.unknown_levels AS "unknownLevels",
         (p.created_at AT TIME ZONE 'Europe/Stockholm')::date::text AS "createdOn",
         ARRAY(SELECT DISTINCT f.name FROM workplaces x JOIN employers f ON f.id = x.employer_id
                WHERE x.municipality_code = w.municipality_code AND x.locality = w.locality
                  AND lower(x.address) = lower(w.address) AND x.employer_id <> p.employer_id AND w.address <> ''
                ORDER BY 1 LIMIT 5) AS "othersAtAddress"
    FROM placements p JOIN employers e ON e.id = p.employer_id JOIN workplaces w ON w.id = p.workplace_id`;

/** Locks a listing that is the actor's to review. Null: missing, or somebody else's. */
export async function lockToReview(tx: Tx, id: number, actor: Actor): Promise<ReviewedListing | null> {
  const rows = await tx.execute<ReviewedListing>(
    sql`${listing} WHERE p.id = ${id} AND ${isTheirs(actor)} FOR UPDATE OF p`,
  );
  return rows[0] ?? null;
}

/** Locks a listing at an employer. Null: missing, or another employer's. */
export async function lockAtEmployer(
  tx: Tx,
  id: number,
  employerId: number,
): Promise<ReviewedListing | null> {
  const rows = await tx.execute<ReviewedListing>(
    sql`${listing} WHERE p.id = ${id} AND p.employer_id = ${employerId} FOR UPDATE OF p`,
  );
  return rows[0] ?? null;
}

/** Employers, other than this one, whose contact person has the same telephone number. */
export async function employersWithPhone(tx: Tx, phone: string, employerId: number): Promise<string[]> {
  const digits = phone.replace(/\D/g, "").replace(/^(00)?46/, "0");
  if (digits.length < 5) return [];
  const rows = await tx.execute<{ name: string }>(sql`
    SELECT DISTINCT e.name FROM contact_persons c JOIN employers e ON e.id = c.employer_id
     WHERE c.employer_id <> ${employerId}
       AND regexp_replace(regexp_replace(c.phone, '[^0-9]', '', 'g'), '^(00)?46', '0') = ${digits} ORDER BY 1 LIMIT 5`);
  return rows.map((row) => row.name);
}

/** Writes what the coordinator completed before publishing. */
export async function completeListing(
  tx: Tx,
  id: number,
  completed: { kinds: PlacementKind[]; supportLevel: Level; demands: Partial<Record<Demand, Level>> },
): Promise<void> {
  const given = demands.filter((demand) => completed.demands[demand] !== undefined);
  await tx.execute(sql`
    UPDATE placements SET kinds = ${`{${completed.kinds.join(",")}}`}::text[], support_level = ${completed.supportLevel},
           unknown_levels = '{}',
           ${sql.join(
             given.map((demand) => sql`${sql.raw(`demand_${demand}`)} = ${completed.demands[demand]}, `),
             sql``,
           )} updated_at = now()
     WHERE id = ${id}`);
}

export type Review = {
  id: string;
  decision: Decision;
  reasons: string[];
  note: string;
  callName: string;
  callPhone: string;
  userName: string;
  decidedAt: string;
};
export type NewReview = Omit<Review, "id" | "decidedAt"> & {
  placementId: number;
  employerId: number;
  associationId: number | null;
  userId: string | null;
};

/** Adds a decision and gives its id. */
export async function addReview(tx: Tx, review: NewReview): Promise<string> {
  const rows = await tx.execute<{ id: string }>(sql`
    INSERT INTO placement_reviews (placement_id, employer_id, association_id, decision, reasons, note, call_name,
      call_phone, user_id, user_name)
    VALUES (${review.placementId}, ${review.employerId}, ${review.associationId}, ${review.decision},
      ${`{${review.reasons.join(",")}}`}::text[], ${review.note}, ${review.callName}, ${review.callPhone},
      ${review.userId}, ${review.userName})
    RETURNING id`);
  return rows[0]!.id;
}

const reviewColumns = sql`r.id, r.decision, r.reasons, r.note, r.call_name AS "callName", r.call_phone AS "callPhone",
  r.user_name AS "userName", to_char(r.decided_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') AS "decidedAt"`;

/** What has been said about a listing, the latest first. */
export async function listReviews(tx: Tx, placementId: number): Promise<Review[]> {
  const rows = await tx.execute<Review>(sql`
    SELECT ${reviewColumns} FROM placement_reviews r WHERE r.placement_id = ${placementId}
     ORDER BY r.decided_at DESC, r.id`);
  return [...rows];
}

export async function findReview(
  tx: Tx,
  id: string,
): Promise<(Review & { placementId: number; employerId: number; byStaff: boolean }) | null> {
  const rows = await tx.execute<Review & { placementId: number; employerId: number; byStaff: boolean }>(sql`
    SELECT ${reviewColumns}, r.placement_id AS "placementId", r.employer_id AS "employerId",
           r.association_id IS NOT NULL AS "byStaff"
      FROM placement_reviews r WHERE r.id = ${id}`);
  return rows[0] ?? null;
}

/** The number that this coordinator last gave employers to call. */
export async function lastCallPhone(tx: Tx, userId: string): Promise<string> {
  const rows = await tx.execute<{ phone: string }>(sql`
    SELECT call_phone AS phone FROM placement_reviews WHERE user_id = ${userId} AND call_phone <> ''
     ORDER BY decided_at DESC LIMIT 1`);
  return rows[0]?.phone ?? "";
}

/** What mails about a listing tell: its title, whose it is, and its workplace's contact persons with an address. */
export async function readForMail(tx: Tx, placementId: number) {
  const rows = await tx.execute<{
    title: string;
    employerId: number;
    employerName: string;
    locality: string;
    municipality: string;
    municipalityCode: string;
    status: PlacementStatus;
    emails: string[];
  }>(sql`
    SELECT p.title, p.employer_id AS "employerId", p.employer_name AS "employerName", p.locality, m.name AS municipality,
           p.municipality_code AS "municipalityCode", p.status,
           ARRAY(SELECT lower(c.email) FROM contact_persons c
                  WHERE c.employer_id = p.employer_id AND c.email <> '' AND c.user_id IS NOT NULL
                  ORDER BY c.workplace_id IS DISTINCT FROM p.workplace_id, c.id LIMIT 1) AS emails
      FROM placements p JOIN municipalities m ON m.code = p.municipality_code WHERE p.id = ${placementId}`);
  return rows[0] ?? null;
}

/** Whom to talk to about a listing that did not come from the public form: the workplace's people first. */
export async function contactFor(
  tx: Tx,
  { employerId, workplaceId }: { employerId: number; workplaceId: number },
): Promise<{ name: string; email: string; phone: string } | null> {
  const rows = await tx.execute<{ name: string; email: string; phone: string }>(sql`
    SELECT name, coalesce(email, '') AS email, coalesce(phone, '') AS phone FROM contact_persons
     WHERE employer_id = ${employerId} ORDER BY workplace_id IS DISTINCT FROM ${workplaceId}, id LIMIT 1`);
  return rows[0] ?? null;
}

/** Listings in review at a verified employer that somebody without a right there sent in, the oldest first. */
export async function listClaims(tx: Tx, employerId: number): Promise<{ id: number; title: string }[]> {
  const rows = await tx.execute<{ id: number; title: string }>(sql`
    SELECT p.id, p.title FROM placement_offers o JOIN placements p ON p.id = o.placement_id
      JOIN employers e ON e.id = p.employer_id
     WHERE o.employer_id = ${employerId} AND o.is_claim AND p.status = 'in_review' AND e.verified
     ORDER BY p.created_at, p.id`);
  return [...rows];
}

/** Listings that wait for this administrator, because no coordinator works where they are; the oldest first. */
export async function listForAdministrator(
  tx: Tx,
  limit: number,
): Promise<{ rows: TaskPlacement[]; total: number }> {
  const rows = await tx.execute<TaskPlacement & { total: number }>(sql`
    SELECT p.id, p.title, p.employer_name AS "employerName", p.locality, p.last_confirmed_on::text AS "lastConfirmedOn",
           (p.created_at AT TIME ZONE 'Europe/Stockholm')::date::text AS "createdOn", NULL AS "contactName",
           count(*) OVER ()::integer AS total
      FROM placements p
     WHERE p.status = 'in_review' AND reviews_as_administrator(p.municipality_code)
       AND NOT EXISTS (SELECT FROM placement_offers o WHERE o.placement_id = p.id AND o.status = 'more_needed')
     ORDER BY p.created_at, p.id LIMIT ${limit}`);
  return { rows: rows.map(({ total: _, ...row }) => row), total: rows[0]?.total ?? 0 };
}
