import { sql } from "drizzle-orm";
import type { Duty, Post } from "#app/domain/organisations/employer-rights";
import type { Tx } from "#db/client.server";

/** What whoever asks holds at the employer today (0018_employer_people: employer_posts). */
export async function listPosts(tx: Tx): Promise<Post[]> {
  const rows = await tx.execute<Post>(sql`
    SELECT post.duty, post.workplace_id AS "workplaceId", post.stands_in_for AS "standsInFor",
           coalesce((SELECT array_agg(s.placement_id) FROM placement_supervisors s WHERE s.person_id = post.person_id),
                    '{}') AS supervises
      FROM employer_posts() AS post`);
  return [...rows];
}

/** A person at the own employer. Dates are ISO dates. */
export type OwnPersonRow = {
  id: number;
  name: string;
  email: string | null;
  phone: string | null;
  duty: Duty | null;
  workplaceId: number | null;
  workplace: string | null;
  supervises: number[];
  signsIn: boolean;
  isOneself: boolean;
  isInvited: boolean;
  awayFrom: string | null;
  awayUntil: string | null;
  delegateId: number | null;
};

const selectPerson = (userId: string) => sql`
  SELECT c.id, c.name, c.email, c.phone,
         coalesce(c.duty, CASE WHEN c.user_id IS NOT NULL THEN 'administrator' END) AS duty,
         c.workplace_id AS "workplaceId", w.name AS workplace, c.user_id IS NOT NULL AS "signsIn",
         c.user_id IS NOT DISTINCT FROM ${userId} AS "isOneself",
         c.user_id IS NULL AND c.invitation_expires_at > now() AS "isInvited", c.away_from::text AS "awayFrom",
         c.away_until::text AS "awayUntil", c.delegate_id AS "delegateId",
         coalesce((SELECT array_agg(s.placement_id ORDER BY s.placement_id) FROM placement_supervisors s
                    WHERE s.person_id = c.id), '{}') AS supervises
    FROM contact_persons c LEFT JOIN workplaces w ON w.id = c.workplace_id`;

/** Everybody at the employer, by name. */
export async function listPeople(tx: Tx, employerId: number, userId: string): Promise<OwnPersonRow[]> {
  const rows = await tx.execute<OwnPersonRow>(sql`
    ${selectPerson(userId)} WHERE c.employer_id = ${employerId} ORDER BY lower(c.name), c.id LIMIT 500`);
  return [...rows];
}

/** One of them. Null: missing, or another employer's. */
export async function findPerson(
  tx: Tx,
  employerId: number,
  id: number,
  userId: string,
): Promise<OwnPersonRow | null> {
  const [row] = await tx.execute<OwnPersonRow>(
    sql`${selectPerson(userId)} WHERE c.id = ${id} AND c.employer_id = ${employerId}`,
  );
  return row ?? null;
}

/** The same, locked for a change, with the account. */
export async function lockPerson(
  tx: Tx,
  employerId: number,
  id: number,
  userId: string,
): Promise<(OwnPersonRow & { userId: string | null }) | null> {
  const [known] = await tx.execute<{ userId: string | null }>(sql`
    SELECT user_id AS "userId" FROM contact_persons WHERE id = ${id} AND employer_id = ${employerId} FOR UPDATE`);
  if (!known) return null;
  const row = await findPerson(tx, employerId, id, userId);
  return row && { ...row, userId: known.userId };
}

/** Changes of the employer's people come one after the other: the last administrator is never lost between two. */
export async function lockEmployer(tx: Tx, employerId: number): Promise<{ verified: boolean } | null> {
  const [row] = await tx.execute<{ verified: boolean }>(
    sql`SELECT verified FROM employers WHERE id = ${employerId} FOR UPDATE`,
  );
  return row ?? null;
}

/** The own row among the employer's people, made when the account has none yet. Answers its id. */
export async function ensureOwnPerson(
  tx: Tx,
  of: { employerId: number; userId: string; name: string },
): Promise<number> {
  const find = () =>
    tx.execute<{ id: number }>(sql`
      SELECT id FROM contact_persons WHERE employer_id = ${of.employerId} AND user_id = ${of.userId}
       ORDER BY id LIMIT 1`);
  const [known] = await find();
  if (known) return known.id;
  await tx.execute(sql`
    INSERT INTO contact_persons AS c (employer_id, workplace_id, name, email, user_id, duty)
    VALUES (${of.employerId}, NULL, ${of.name}, (SELECT email FROM auth_users WHERE id = ${of.userId}), ${of.userId},
            'administrator')
    ON CONFLICT (employer_id, workplace_id, name) DO UPDATE
       SET user_id = excluded.user_id, duty = excluded.duty, email = coalesce(c.email, excluded.email)
     WHERE c.user_id IS NULL`);
  const [made] = await find();
  if (made) return made.id;
  // A namesake signs in already: the row gets a name of its own.
  const [row] = await tx.execute<{ id: number }>(sql`
    INSERT INTO contact_persons (employer_id, workplace_id, name, email, user_id, duty)
    VALUES (${of.employerId}, NULL, ${`${of.name} (2)`}, NULL, ${of.userId}, 'administrator') RETURNING id`);
  return row!.id;
}

export type PersonToWrite = {
  name: string;
  email: string | null;
  phone: string | null;
  /** Null: known, with no right to act for the employer. */
  duty: Duty | null;
  workplaceId: number | null;
  supervises: readonly number[];
};

/** Adds or changes a person with what they supervise. Null: the workplace has somebody of that name already. */
export async function writePerson(
  tx: Tx,
  employerId: number,
  id: number | null,
  person: PersonToWrite,
): Promise<number | null> {
  const { name, email, phone, duty, workplaceId, supervises } = person;
  const [taken] = await tx.execute(sql`
    SELECT FROM contact_persons WHERE employer_id = ${employerId} AND name = ${name}
       AND workplace_id IS NOT DISTINCT FROM ${workplaceId}::integer AND id IS DISTINCT FROM ${id}::integer`);
  if (taken) return null;
  const [row] =
    id === null
      ? await tx.execute<{ id: number }>(sql`
          INSERT INTO contact_persons (employer_id, workplace_id, name, email, phone, duty)
          VALUES (${employerId}, ${workplaceId}::integer, ${name}, ${email}, ${phone}, ${duty}) RETURNING id`)
      : await tx.execute<{ id: number }>(sql`
          UPDATE contact_persons SET workplace_id = ${workplaceId}::integer, name = ${name}, email = ${email},
                 phone = ${phone}, duty = ${duty}
           WHERE id = ${id} AND employer_id = ${employerId} RETURNING id`);
  if (!row) return null;
  await tx.execute(sql`DELETE FROM placement_supervisors WHERE person_id = ${row.id}`);
  if (duty === "supervisor")
    await tx.execute(sql`
      INSERT INTO placement_supervisors (placement_id, person_id)
      SELECT id, ${row.id} FROM placements
       WHERE employer_id = ${employerId} AND id = ANY (${`{${supervises.join(",")}}`}::text::integer[])`);
  return row.id;
}

/** How many people besides this one are administrators and sign in. */
export async function countOtherAdministrators(tx: Tx, employerId: number, id: number): Promise<number> {
  const [row] = await tx.execute<{ others: number }>(sql`
    SELECT count(*)::integer AS others FROM contact_persons
     WHERE employer_id = ${employerId} AND id <> ${id} AND user_id IS NOT NULL
       AND coalesce(duty, 'administrator') = 'administrator'`);
  return row?.others ?? 0;
}

export async function deletePerson(tx: Tx, employerId: number, id: number): Promise<void> {
  await tx.execute(sql`DELETE FROM contact_persons WHERE id = ${id} AND employer_id = ${employerId}`);
}

/** Takes somebody's right to act for the employer away, unless another row of theirs is left. As `identity`. */
export async function removeMembership(tx: Tx, employerId: number, userId: string): Promise<void> {
  await tx.execute(sql`
    DELETE FROM memberships WHERE role = 'employer' AND employer_id = ${employerId} AND user_id = ${userId}`);
}

export async function hasRowAt(tx: Tx, employerId: number, userId: string): Promise<boolean> {
  const rows = await tx.execute(
    sql`SELECT 1 FROM contact_persons WHERE employer_id = ${employerId} AND user_id = ${userId} LIMIT 1`,
  );
  return rows.length > 0;
}

/** Somebody is away and another one (or nobody) stands in; null ends it. */
export async function setAway(
  tx: Tx,
  id: number,
  away: { from: string; until: string; delegate: number | null } | null,
): Promise<void> {
  await tx.execute(sql`
    UPDATE contact_persons SET away_from = ${away?.from ?? null}::date, away_until = ${away?.until ?? null}::date,
           delegate_id = ${away?.delegate ?? null}::integer
     WHERE id = ${id}`);
}

/** Where a mail about a placement goes, and whether whoever reads it can sign in. */
export type Recipient = { name: string; email: string; signsIn: boolean };

/**
 * Whom a mail about a placement reaches today: the contact persons of its workplace (or of all workplaces) with an
 * address; when there are none, the administrators. Who is away is replaced by whoever stands in. As `system`.
 */
export async function listRecipients(tx: Tx, placementId: number, today: string): Promise<Recipient[]> {
  const rows = await tx.execute<Recipient>(sql`
    WITH those AS (
      SELECT c.*, coalesce(c.duty, CASE WHEN c.user_id IS NULL OR c.workplace_id IS NOT NULL THEN 'contact'
                                        ELSE 'administrator' END) AS post
        FROM placements p JOIN contact_persons c ON c.employer_id = p.employer_id
         AND (c.workplace_id = p.workplace_id OR c.workplace_id IS NULL)
       WHERE p.id = ${placementId}),
    nearest AS (
      SELECT * FROM those WHERE post = 'contact'
      UNION ALL
      SELECT * FROM those WHERE post = 'administrator'
         AND NOT EXISTS (SELECT FROM those WHERE post = 'contact' AND email IS NOT NULL))
    SELECT DISTINCT ON (lower(coalesce(d.email, n.email))) coalesce(d.name, n.name) AS name,
           lower(coalesce(d.email, n.email)) AS email,
           CASE WHEN d.id IS NULL THEN n.user_id ELSE d.user_id END IS NOT NULL AS "signsIn"
      FROM nearest n
      LEFT JOIN contact_persons d ON d.id = n.delegate_id AND d.email IS NOT NULL
       AND ${today}::date BETWEEN n.away_from AND n.away_until
     WHERE coalesce(d.email, n.email) IS NOT NULL AND wants_mail(CASE WHEN d.id IS NULL THEN n.user_id ELSE d.user_id END, 'incoming')
     ORDER BY lower(coalesce(d.email, n.email)), 3 DESC, 1`);
  return [...rows];
}
