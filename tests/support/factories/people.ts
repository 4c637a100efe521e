import { type Actor, publicActor } from "#app/domain/identity/actor";
import { owner } from "#tests/support/owner";

let count = 0;
const next = () => {
  count += 1;
  return count;
};

/** An association that serves these municipalities, with a name of its own. */
export async function anAssociation(municipalities = ["1885", "1884"]): Promise<number> {
  const [row] = await owner`INSERT INTO associations (name) VALUES (${`Förbund ${next()}`}) RETURNING id`;
  for (const code of municipalities) {
    await owner`INSERT INTO association_municipalities VALUES (${row!.id}, ${code})`;
  }
  return row!.id;
}

/** A commissioning agency with a name of its own. */
export async function anAgency(): Promise<number> {
  const [row] =
    await owner`INSERT INTO commissioning_agencies (name) VALUES (${`Myndighet ${next()}`}) RETURNING id`;
  return row!.id;
}

/** Staff of an association, as a service meets them. */
export function staff(role: "coordinator" | "coach" | "admin", associationId: number): Actor {
  const id = next();
  return { ...publicActor, userId: `user-${id}`, name: `${role} ${id}`, role, associationId };
}

/** A case worker with an account of its own. */
export async function aCaseWorker(associationId: number, agencyId: number): Promise<Actor> {
  const id = next();
  const userId = `case-worker-${id}`;
  await owner.begin(async (tx) => {
    await tx`SELECT set_config('app.role', 'identity', true)`;
    await tx`INSERT INTO auth_users (id, name, email)
      VALUES (${userId}, ${`Handläggare ${id}`}, ${`handlaggare${id}@example.org`})`;
    await tx`INSERT INTO memberships (user_id, role, association_id, agency_id)
      VALUES (${userId}, 'case_worker', ${associationId}, ${agencyId})`;
  });
  return { ...publicActor, userId, name: `Handläggare ${id}`, role: "case_worker", associationId, agencyId };
}

/** The participant signed in. */
export function asParticipant(associationId: number, participantId: string): Actor {
  return {
    ...publicActor,
    userId: `participant-${next()}`,
    name: "Deltagaren",
    role: "participant",
    associationId,
    participantId,
  };
}
