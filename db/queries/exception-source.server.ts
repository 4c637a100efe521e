import { type SQL, sql } from "drizzle-orm";
import type { ExceptionKind } from "#app/domain/followups/exceptions";

/** Whose exceptions, seen from which day. */
export type Within = { associationId: number; today: string };

/**
 * One kind: which things there are, found by an index that holds nothing of what is over, and what is told of those that are
 * shown. `found` gives the columns of `things`; `facts` is one JSON object about a thing `r`.
 */
export type Source = { found: (within: Within) => SQL; facts: SQL };

/** The same columns for every kind, so that they can be put off, counted and put in order in one way. */
export function things(
  kind: ExceptionKind,
  of: {
    subject: SQL;
    matter: SQL;
    /** The smaller, the more pressing. */
    rank: SQL;
    municipality?: SQL;
    /** Who follows it up. */
    responsible?: SQL;
    agreement?: SQL;
    participant?: SQL;
    employer?: SQL;
    placement?: SQL;
    from: SQL;
  },
): SQL {
  return sql`
    SELECT ${sql.raw(`'${kind}'`)}::text AS kind, (${of.subject})::text AS subject, (${of.matter})::text AS matter,
           (${of.rank})::float8 AS rank, ${of.municipality ?? sql`NULL`}::text AS municipality_code,
           ${of.responsible ?? sql`NULL`}::text AS responsible, ${of.agreement ?? sql`NULL`}::uuid AS agreement_id,
           ${of.participant ?? sql`NULL`}::uuid AS participant_id, ${of.employer ?? sql`NULL`}::integer AS employer_id,
           ${of.placement ?? sql`NULL`}::integer AS placement_id
      ${of.from}`;
}

export const byDay = (day: SQL) => sql`${day} - date '2000-01-01'`;
export const swedish = (moment: SQL) => sql`(${moment} AT TIME ZONE 'Europe/Stockholm')::date`;
/** Nobody with a protected identity is in any list. domain.md "Consent, secrecy, protection". */
export const listed = sql`CROSS JOIN LATERAL (
  SELECT FROM participants WHERE id = g.participant_id AND protected_identity = 'none' LIMIT 1) p`;
/** One row after the other by its key: joined as a whole, all that is long over would be read too. */
export const agreementOf = (id: SQL) =>
  sql`CROSS JOIN LATERAL (SELECT * FROM agreements WHERE id = ${id} LIMIT 1) g`;
export const placeOf = (id: SQL) =>
  sql`CROSS JOIN LATERAL (SELECT * FROM placements WHERE id = ${id} LIMIT 1) l`;
export const ofAgreement = {
  municipality: sql`l.municipality_code`,
  responsible: sql`g.coach_user`,
  agreement: sql`g.id`,
  participant: sql`g.participant_id`,
  employer: sql`g.employer_id`,
  placement: sql`g.placement_id`,
};
