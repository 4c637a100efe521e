import { sql } from "drizzle-orm";
import { type Actor, systemActor } from "#app/domain/identity/actor";
import { db } from "#db/client.server";
import { withIdentity } from "#db/identity.server";

// The telephone numbers are among those kept free for made-up people (PTS).
export const demoAssociations = [
  {
    name: "Samordningsförbundet norra Örebro län",
    municipalities: ["1863", "1864", "1884", "1885"],
    contact: {
      askFor: "praktiksamordnaren",
      phone: "08-465 004 20",
      email: "praktik@norraorebrolan.example",
      hours: "Vardagar 9–12 och 13–16",
    },
  },
  {
    name: "Samordningsförbundet Heby–Tierp",
    municipalities: ["0331", "0360"],
    contact: {
      askFor: "praktiksamordnaren",
      phone: "08-465 004 31",
      email: "praktik@hebytierp.example",
      hours: "Måndag till torsdag 9–15",
    },
  },
];
const agencies = ["Försäkringskassan", "Arbetsförmedlingen", "Socialförvaltningen", "Vårdcentralen"];

/** The last thing that the demo world gets: when it is there, everything is. */
export const lastAccount = "admin@demo.example";

/** Whether there is nothing to fill in: the demo world is there already, or the database is somebody's own. */
export async function isDemoWorldFilled(): Promise<boolean> {
  const found = await db.execute<{ name: string }>(sql`SELECT name FROM associations`);
  if (found.length === 0) return false;
  const names = demoAssociations.map((association) => association.name);
  if (found.some(({ name }) => !names.includes(name))) return true;
  return withIdentity(async (tx) => {
    const accounts = await tx.execute(sql`SELECT FROM auth_users WHERE email = ${lastAccount}`);
    return accounts.length > 0;
  });
}

/** Makes the associations with their municipalities and the agencies. Answers the associations' ids in order. */
export async function openAssociations(): Promise<number[]> {
  const ids: number[] = [];
  for (const { name, municipalities, contact } of demoAssociations) {
    const rows = await db.execute<{ id: number }>(sql`
      INSERT INTO associations (name, public_contact) VALUES (${name}, ${JSON.stringify(contact)}::jsonb)
      ON CONFLICT (name) DO UPDATE SET name = excluded.name RETURNING id`);
    const id = rows[0]!.id;
    ids.push(id);
    for (const code of municipalities) {
      await db.execute(
        sql`INSERT INTO association_municipalities VALUES (${id}, ${code}) ON CONFLICT DO NOTHING`,
      );
    }
  }
  for (const name of agencies) {
    await db.execute(sql`INSERT INTO commissioning_agencies (name) VALUES (${name}) ON CONFLICT DO NOTHING`);
  }
  return ids;
}

/** Who fills in the demo world: a coordinator of one association, in nobody's name. */
export function seedActor(associationId: number): Actor {
  return { ...systemActor, role: "coordinator", name: "Demovärlden", associationId };
}
