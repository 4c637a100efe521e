import { sql } from "drizzle-orm";
import type { Point } from "#app/domain/geo/point";
import type { Executor, Tx } from "#db/client.server";

export type KnownEmployer = { id: number; name: string; verified: boolean };

/** Adds an employer that nobody has vouched for yet. Null: the organisation number is known already. */
export async function addUnverifiedEmployer(
  tx: Tx,
  employer: { organisationNumber: string; name: string; sector: string },
): Promise<number | null> {
  const rows = await tx.execute<{ id: number }>(sql`
    INSERT INTO employers (organisation_number, name, sector, verified)
    VALUES (${employer.organisationNumber}, ${employer.name}, ${employer.sector}, false)
    ON CONFLICT (organisation_number) DO NOTHING RETURNING id`);
  return rows[0]?.id ?? null;
}

export async function findEmployerByNumber(
  tx: Tx,
  organisationNumber: string,
): Promise<KnownEmployer | null> {
  const rows = await tx.execute<KnownEmployer>(
    sql`SELECT id, name, verified FROM employers WHERE organisation_number = ${organisationNumber}`,
  );
  return rows[0] ?? null;
}

export async function findEmployer(tx: Tx, id: number): Promise<KnownEmployer | null> {
  const rows = await tx.execute<KnownEmployer>(
    sql`SELECT id, name, verified FROM employers WHERE id = ${id}`,
  );
  return rows[0] ?? null;
}

/** Somebody has looked: the employer is who it says. Its later listings publish at once. */
export async function verifyEmployer(tx: Tx, id: number): Promise<void> {
  await tx.execute(sql`UPDATE employers SET verified = true WHERE id = ${id}`);
}

export type Place = {
  name: string;
  address: string;
  locality: string;
  municipalityCode: string;
  point: Point;
};

/**
 * The employer's workplace of that name. `mayChange`: the sender has the right to say where it is; otherwise an existing
 * one is left as it is, and one of the same name at another address becomes a workplace of its own.
 */
export async function placeWorkplace(
  tx: Tx,
  employerId: number,
  place: Place,
  mayChange: boolean,
): Promise<number> {
  const name = mayChange ? place.name : await freeName(tx, employerId, place);
  const rows = await tx.execute<{ id: number }>(sql`
    INSERT INTO workplaces (employer_id, name, address, locality, municipality_code, point)
    VALUES (${employerId}, ${name}, ${place.address}, ${place.locality}, ${place.municipalityCode},
            point(${place.point.east}, ${place.point.north}))
    ON CONFLICT (employer_id, name) DO ${
      mayChange
        ? sql`UPDATE SET address = excluded.address, locality = excluded.locality,
                         municipality_code = excluded.municipality_code, point = excluded.point`
        : sql`NOTHING`
    } RETURNING id`);
  if (rows[0]) return rows[0].id;
  const [known] = await tx.execute<{ id: number }>(
    sql`SELECT id FROM workplaces WHERE employer_id = ${employerId} AND name = ${name}`,
  );
  return known!.id;
}

async function freeName(tx: Tx, employerId: number, { name, address, locality }: Place): Promise<string> {
  const [elsewhere] = await tx.execute(sql`
    SELECT 1 FROM workplaces WHERE employer_id = ${employerId} AND name = ${name}
       AND (lower(address), locality) <> (lower(${address}), ${locality})`);
  return elsewhere ? `${name}, ${address}` : name;
}

/** Locks a placement that waits for a review; false when it does not. */
export async function lockInReview(tx: Tx, placementId: number): Promise<boolean> {
  const rows = await tx.execute(
    sql`SELECT 1 FROM placements WHERE id = ${placementId} AND status = 'in_review' FOR UPDATE`,
  );
  return rows.length === 1;
}

/** Whether a placement is the only one at its workplace: then the workplace is the sender's to mend. */
export async function isAloneAtWorkplace(tx: Tx, placementId: number): Promise<boolean> {
  const rows = await tx.execute(sql`
    SELECT 1 FROM placements p JOIN placements other ON other.workplace_id = p.workplace_id AND other.id <> p.id
     WHERE p.id = ${placementId} LIMIT 1`);
  return rows.length === 0;
}

/** A title that the workplace does not have yet: "Packa varor", "Packa varor (2)" … */
export async function freeTitle(tx: Tx, workplaceId: number, title: string): Promise<string> {
  const rows = await tx.execute<{ title: string }>(
    sql`SELECT title FROM placements WHERE workplace_id = ${workplaceId}`,
  );
  const taken = new Set(rows.map((row) => row.title));
  for (let number = 1; ; number++) {
    const wanted = number === 1 ? title : `${title.slice(0, 112)} (${number})`;
    if (!taken.has(wanted)) return wanted;
  }
}

/** Adds the contact person of a workplace, or mends address and telephone of the one with that name. */
export async function addContactPerson(
  tx: Tx,
  person: {
    employerId: number;
    workplaceId: number;
    name: string;
    email: string;
    phone: string;
    userId: string | null;
  },
): Promise<void> {
  await tx.execute(sql`
    INSERT INTO contact_persons AS c (employer_id, workplace_id, name, email, phone, user_id)
    VALUES (${person.employerId}, ${person.workplaceId}, ${person.name}, ${person.email}, ${person.phone}, ${person.userId})
    ON CONFLICT (employer_id, workplace_id, name) DO UPDATE
       SET email = excluded.email, phone = excluded.phone, user_id = coalesce(c.user_id, excluded.user_id)`);
}

/** Takes an employer's account away from whoever has this address, and the contact persons with it. As `identity`. */
export async function removeEmployerRights(tx: Tx, employerId: number, email: string): Promise<void> {
  await tx.execute(sql`
    DELETE FROM memberships m USING auth_users u
     WHERE u.id = m.user_id AND u.email = ${email} AND m.role = 'employer' AND m.employer_id = ${employerId}`);
}

export async function removeContactPerson(tx: Tx, employerId: number, email: string): Promise<void> {
  await tx.execute(
    sql`DELETE FROM contact_persons WHERE employer_id = ${employerId} AND lower(email) = ${email}`,
  );
}

/** The user with this address who may act for an employer, or null. As `identity`. */
export async function findEmployerUser(tx: Tx, employerId: number, email: string): Promise<string | null> {
  const rows = await tx.execute<{ id: string }>(sql`
    SELECT u.id FROM auth_users u JOIN memberships m ON m.user_id = u.id
     WHERE u.email = ${email} AND m.role = 'employer' AND m.employer_id = ${employerId}`);
  return rows[0]?.id ?? null;
}

/** Everybody who acts for an employer. As `identity`. */
export async function listEmployerUsers(tx: Tx, employerId: number): Promise<string[]> {
  const rows = await tx.execute<{ user_id: string }>(
    sql`SELECT user_id FROM memberships WHERE role = 'employer' AND employer_id = ${employerId} ORDER BY user_id`,
  );
  return rows.map((row) => row.user_id);
}

/**
 * Who looks through a listing in a municipality (0029, reviewers_of): the coordinators of the associations that have it;
 * when they have none, those associations' administrators; when no association has it, all administrators.
 */
export async function listReviewers(tx: Tx, municipalityCode: string): Promise<string[]> {
  const rows = await tx.execute<{ user_id: string }>(
    sql`SELECT DISTINCT user_id FROM reviewers_of(${municipalityCode}) ORDER BY 1`,
  );
  return rows.map((row) => row.user_id);
}

/** Name and address of a user, for a mail. As `identity`. */
export async function readUser(tx: Tx, userId: string): Promise<{ name: string; email: string } | null> {
  const rows = await tx.execute<{ name: string; email: string }>(
    sql`SELECT name, email FROM auth_users WHERE id = ${userId} AND wants_mail(id, 'incoming')`,
  );
  return rows[0] ?? null;
}

/** Whether a coordinator looks after a municipality; else its listings are the administrators' to look through. */
export async function hasCoordinator(tx: Executor, municipalityCode: string): Promise<boolean> {
  const rows = await tx.execute(
    sql`SELECT 1 FROM reviewers_of(${municipalityCode}) WHERE role = 'coordinator' LIMIT 1`,
  );
  return rows.length > 0;
}
