import { sql } from "drizzle-orm";
import { systemActor } from "#app/domain/identity/actor";
import { withActor } from "#db/client.server";
import type { DemoAccounts } from "#db/seed/accounts";

/** The people of the employer that signs in: who looks after everything, a contact person, and a supervisor. */
export async function seedEmployerPeople({ employerId, employerUserId }: DemoAccounts): Promise<void> {
  await withActor(systemActor, async (tx) => {
    await tx.execute(sql`
      UPDATE contact_persons SET user_id = ${employerUserId}, duty = 'administrator'
       WHERE employer_id = ${employerId} AND name = 'Mehmet Aydin'`);
    await tx.execute(sql`
      INSERT INTO contact_persons (employer_id, workplace_id, name, email, phone, duty)
      SELECT ${employerId}, id, 'Lena Sjöberg', 'lena.sjoberg@hallefors-aterbruk.example', '070-174 06 32', 'contact'
        FROM workplaces WHERE employer_id = ${employerId} ORDER BY id LIMIT 1
      ON CONFLICT DO NOTHING`);
    await tx.execute(sql`
      INSERT INTO contact_persons (employer_id, workplace_id, name, phone, duty)
      SELECT ${employerId}, id, 'Amir Haddad', '070-174 06 33', 'supervisor'
        FROM workplaces WHERE employer_id = ${employerId} ORDER BY id LIMIT 1
      ON CONFLICT DO NOTHING`);
    await tx.execute(sql`
      INSERT INTO placement_supervisors (placement_id, person_id)
      SELECT p.id, c.id FROM contact_persons c
        JOIN placements p ON p.employer_id = c.employer_id AND p.workplace_id = c.workplace_id
       WHERE c.employer_id = ${employerId} AND c.name = 'Amir Haddad' ORDER BY p.id LIMIT 1
      ON CONFLICT DO NOTHING`);
  });
}
