import { sql } from "drizzle-orm";
import type { ExceptionAbout, ExceptionKind } from "#app/domain/followups/exceptions";
import type { SnoozedThing } from "#app/domain/followups/snooze";
import { planOnce, type Tx } from "#db/client.server";
import { sources } from "#db/queries/exception-kinds.server";
import type { Within } from "#db/queries/exception-source.server";

/** A thing of some kind, what its source told of it, and until when and why somebody has put it off. */
export type FoundException = ExceptionAbout & {
  kind: ExceptionKind;
  facts: Record<string, unknown> | null;
  until: string | null;
  reason: string | null;
  byName: string | null;
};
export type ExceptionCount = {
  kind: ExceptionKind;
  code: string | null;
  name: string | null;
  snoozed: boolean;
  count: number;
};
export type Asked = Within & {
  kinds: readonly ExceptionKind[];
  /** Whose own come first; null: nobody's. */
  userId: string | null;
  /** Only there; null: everywhere. */
  municipality: string | null;
  /** How many of each kind. */
  limit: number;
  /** Those that were put off, instead of those that were not. */
  snoozed?: boolean;
};

/**
 * The first of each kind and how many there are, in one statement: what each source finds, less what was put off and is
 * still about the same. Each kind is found by an index of what is open, and the rest is read for the rows that are shown.
 */
export async function readExceptions(
  tx: Tx,
  asked: Asked,
): Promise<{ rows: FoundException[]; counts: ExceptionCount[] }> {
  const { associationId, today, kinds, userId, municipality, limit, snoozed = false } = asked;
  const each = kinds.map((kind) => sources[kind].found(asked));
  const facts = kinds.map((kind) => sql`WHEN ${sql.raw(`'${kind}'`)} THEN ${sources[kind].facts}`);
  const [read] = await planOnce(tx).execute<{ rows: FoundException[]; counts: ExceptionCount[] }>(sql`
    WITH found AS MATERIALIZED (${sql.join(each, sql` UNION ALL `)}),
    things AS MATERIALIZED (
      SELECT f.*, z.until, z.reason, z.by_name, z.until IS NOT NULL AS snoozed
        FROM found f LEFT JOIN snoozes z ON z.association_id = ${associationId} AND z.kind = f.kind
         AND z.subject = f.subject AND z.matter = f.matter AND z.until > ${today}::date),
    ranked AS (
      SELECT t.*, ${associationId}::integer AS association_id, coalesce(t.responsible = ${userId}::text, false) AS own,
             row_number() OVER (PARTITION BY t.kind ORDER BY t.responsible = ${userId}::text DESC NULLS LAST, t.rank, t.subject)
               AS place
        FROM things t
       WHERE t.snoozed = ${snoozed}::boolean
         AND (${municipality}::text IS NULL OR t.municipality_code = ${municipality}::text)),
    shown AS (
      SELECT r.kind, r.place, jsonb_build_object('kind', r.kind, 'subject', r.subject, 'matter', r.matter, 'isOwn', r.own,
               'reference', p.reference, 'agreementId', r.agreement_id, 'employerId', r.employer_id,
               'employerName', coalesce(e.name, ''), 'placementId', r.placement_id, 'title', coalesce(l.title, ''),
               'locality', coalesce(l.locality, p.locality, ''), 'until', r.until, 'reason', r.reason, 'byName', r.by_name,
               'facts', CASE r.kind ${sql.join(facts, sql` `)} END) AS thing
        FROM ranked r
        LEFT JOIN LATERAL (SELECT * FROM participants WHERE id = r.participant_id LIMIT 1) p ON true
        LEFT JOIN LATERAL (SELECT * FROM employers WHERE id = r.employer_id LIMIT 1) e ON true
        LEFT JOIN LATERAL (SELECT * FROM placements WHERE id = r.placement_id LIMIT 1) l ON true
       WHERE r.place <= ${limit})
    SELECT coalesce((SELECT jsonb_agg(s.thing ORDER BY s.kind, s.place) FROM shown s), '[]') AS rows,
           coalesce((SELECT jsonb_agg(jsonb_build_object('kind', c.kind, 'code', c.municipality_code, 'name', m.name,
                                                         'snoozed', c.snoozed, 'count', c.count))
              FROM (SELECT kind, municipality_code, snoozed, count(*) FROM things GROUP BY 1, 2, 3) c
              LEFT JOIN municipalities m ON m.code = c.municipality_code), '[]') AS counts`);
  return read ?? { rows: [], counts: [] };
}

/** What one thing is about today; null when it asks for nobody any more, or never did. */
export async function findException(
  tx: Tx,
  within: Within,
  { kind, subject }: SnoozedThing,
): Promise<{ matter: string; reference: string | null; participantId: string | null; who: string } | null> {
  const [row] = await tx.execute<{
    matter: string;
    reference: string | null;
    participant_id: string | null;
    who: string;
  }>(sql`
    SELECT f.matter, p.reference, f.participant_id, coalesce(nullif(l.title, ''), e.name, '') AS who
      FROM (${sources[kind].found(within)}) f
      LEFT JOIN participants p ON p.id = f.participant_id
      LEFT JOIN employers e ON e.id = f.employer_id
      LEFT JOIN placements l ON l.id = f.placement_id AND f.kind <> 'silent'
     WHERE f.subject = ${subject}`);
  if (!row) return null;
  const { participant_id: participantId, ...of } = row;
  return { ...of, participantId };
}

/** Puts it off, or changes until when and why. */
export async function snooze(
  tx: Tx,
  of: SnoozedThing & {
    associationId: number;
    whose: string;
    matter: string;
    until: string;
    reason: string;
    by: { userId: string | null; name: string };
  },
): Promise<void> {
  await tx.execute(sql`
    INSERT INTO snoozes (association_id, whose, kind, subject, matter, until, reason, by_user, by_name)
    VALUES (${of.associationId}, ${of.whose}, ${of.kind}, ${of.subject}, ${of.matter}, ${of.until}::date, ${of.reason},
            ${of.by.userId}, ${of.by.name})
    ON CONFLICT (association_id, whose, kind, subject) DO UPDATE
       SET matter = excluded.matter, until = excluded.until, reason = excluded.reason, by_user = excluded.by_user,
           by_name = excluded.by_name, at = now()`);
}

/** Shows it again. Answers whether it had been put off. */
export async function wake(tx: Tx, { kind, subject }: SnoozedThing): Promise<boolean> {
  const rows = await tx.execute(sql`
    DELETE FROM snoozes WHERE kind = ${kind} AND subject = ${subject} RETURNING 1`);
  return rows.length > 0;
}

/** Forgets what was put off until a day that has come. As the product itself. */
export async function deleteEndedSnoozes(tx: Tx, today: string): Promise<number> {
  const rows = await tx.execute(sql`DELETE FROM snoozes WHERE until <= ${today}::date RETURNING 1`);
  return rows.length;
}
