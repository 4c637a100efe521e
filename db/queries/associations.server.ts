import { sql } from "drizzle-orm";
import { inAlphabet } from "#app/domain/alphabet";
import type { AssociationContact, PublicContact } from "#app/domain/organisations/association-contact";
import type { Executor, Tx } from "#db/client.server";

/** An association with what a caller finds it by. */
export type KnownAssociation = AssociationContact & { id: number; municipalityCodes: string[] };

/** All associations in Swedish alphabetical order, with their municipalities. There are some eighty in the country. */
export async function listAssociations(db: Executor): Promise<KnownAssociation[]> {
  const rows = await db.execute<{
    id: number;
    name: string;
    public_contact: Partial<PublicContact>;
    codes: string[];
    municipalities: string[];
  }>(sql`
    SELECT a.id, a.name, a.public_contact,
           array_remove(array_agg(m.code ORDER BY m.name), NULL) AS codes,
           array_remove(array_agg(m.name ORDER BY m.name), NULL) AS municipalities
      FROM associations a
      LEFT JOIN association_municipalities am ON am.association_id = a.id
      LEFT JOIN municipalities m ON m.code = am.municipality_code
     GROUP BY a.id`);
  return rows
    .map(({ id, name, public_contact, codes, municipalities }) => ({
      id,
      name,
      municipalities: municipalities.sort(inAlphabet),
      municipalityCodes: codes,
      contact: public_contact.askFor ? filledIn(public_contact) : null,
    }))
    .sort((a, b) => inAlphabet(a.name, b.name));
}

function filledIn(stored: Partial<PublicContact>): PublicContact {
  return {
    askFor: stored.askFor ?? "",
    phone: stored.phone ?? null,
    email: stored.email ?? null,
    hours: stored.hours ?? "",
  };
}

/** Writes how to reach an association. */
export async function setPublicContact(tx: Tx, associationId: number, contact: PublicContact): Promise<void> {
  await tx.execute(sql`
    UPDATE associations SET public_contact = ${JSON.stringify(contact)}::jsonb WHERE id = ${associationId}`);
}

/** In which municipalities an employer has its workplaces. */
export async function employerMunicipalities(db: Executor, employerId: number): Promise<string[]> {
  const rows = await db.execute<{ code: string }>(sql`
    SELECT DISTINCT municipality_code AS code FROM workplaces WHERE employer_id = ${employerId}`);
  return rows.map(({ code }) => code);
}
