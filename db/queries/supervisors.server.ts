import { sql } from "drizzle-orm";
import type { LinkChannel } from "#app/domain/agreements/signing-link";

/** A supervisor, as links know one: an address at an employer, with the agreements that are asked about. */
export type Supervisor = {
  associationId: number;
  employerId: number;
  channel: LinkChannel;
  address: string;
  agreementIds: string[];
};
/** Which supervisor it is, whatever is asked. */
export type SupervisorKey = Pick<Supervisor, "associationId" | "employerId" | "address">;

/** A link that was sent to a supervisor, as far as whoever opens or sends it needs it. */
export type SupervisorLink = Supervisor & {
  id: string;
  supervisorName: string;
  isExpired: boolean;
  /** ISO time. */
  expiresAt: string;
};

/** Of an agreement `g`: where its supervisor is reached, as `supervisorReach` in domain/followups/week-link.ts says it. */
export const supervisorAddress = sql`
  coalesce(nullif(g.contacts #>> '{supervisor,email}', ''), g.contacts #>> '{supervisor,phone}')`;
export const supervisorChannel = sql`CASE WHEN g.contacts #>> '{supervisor,email}' <> '' THEN 'mail' ELSE 'sms' END`;

/** The columns of a link that every kind of them has. */
export const linkColumns = sql`
  id, association_id AS "associationId", employer_id AS "employerId", agreement_ids AS "agreementIds",
  supervisor_name AS "supervisorName", channel, address, expires_at <= now() AS "isExpired", expires_at AS "expiresAt"`;

/** A row of these columns as a link, or null. */
export function toLink<Link extends SupervisorLink>(row: Link | undefined): Link | null {
  return row ? { ...row, expiresAt: new Date(row.expiresAt).toISOString() } : null;
}
