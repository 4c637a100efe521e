import { sql } from "drizzle-orm";
import type { CertificateLimit } from "#app/domain/organisations/certificate-limits";
import type { Tx } from "#db/client.server";

/** Every agency, by name, with the association's limit or else the agency's own. */
export async function listCertificateLimits(tx: Tx, associationId: number): Promise<CertificateLimit[]> {
  const rows = await tx.execute<CertificateLimit>(sql`
    SELECT a.id AS "agencyId", a.name, coalesce(l.days, a.certificate_days) AS days FROM commissioning_agencies a
      LEFT JOIN certificate_limits l ON l.agency_id = a.id AND l.association_id = ${associationId}
     ORDER BY a.name`);
  return [...rows];
}

/** Two who change an association's limits at once wait for each other. */
export async function lockCertificateLimits(tx: Tx, associationId: number): Promise<void> {
  await tx.execute(sql`SELECT pg_advisory_xact_lock(hashtext('certificate limits'), ${associationId})`);
}

/** Writes an association's limits in place of those it had; an agency that is not there is passed over. */
export async function saveCertificateLimits(
  tx: Tx,
  associationId: number,
  limits: readonly Pick<CertificateLimit, "agencyId" | "days">[],
): Promise<void> {
  await tx.execute(sql`
    INSERT INTO certificate_limits (association_id, agency_id, days)
    SELECT DISTINCT ON (a.id) ${associationId}::integer, a.id, (l ->> 'days')::integer
      FROM jsonb_array_elements(${JSON.stringify(limits)}::jsonb) l
      JOIN commissioning_agencies a ON a.id = (l ->> 'agencyId')::integer
     ORDER BY a.id
    ON CONFLICT (association_id, agency_id) DO UPDATE SET days = excluded.days`);
}
