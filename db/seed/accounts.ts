import { sql } from "drizzle-orm";
import { seedAccount } from "#app/services/identity/seed-account.server";
import { db, withActor } from "#db/client.server";
import { lastAccount, seedActor } from "#db/seed/associations";

/** product.md "Names and addresses": the accounts that outside checks sign in with. */
export const demoPassword = "praktikkartan-demo";

export type DemoAccounts = {
  coordinators: { userId: string; name: string }[];
  coach: { userId: string; name: string };
  caseWorker: { userId: string; agencyId: number };
  employerId: number;
  employerUserId: string;
  participantId: string;
  participantUser: string;
};

export const demoEmployer = "Hällefors Återbruk ek. för.";
export const demoParticipant = "L-2601";

/** Makes the demo accounts. The one that marks the demo world as complete comes last. */
export async function seedAccounts(associations: number[]): Promise<DemoAccounts> {
  const [first, second] = associations as [number, number];
  const agencyId = await idOf(sql`SELECT id FROM commissioning_agencies WHERE name = 'Försäkringskassan'`);
  const employerId = await idOf(sql`SELECT id FROM employers WHERE name = ${demoEmployer}`);
  const participantId = await withActor(seedActor(first), async (tx) => {
    const rows = await tx.execute<{ id: string }>(
      sql`SELECT id FROM participants WHERE reference = ${demoParticipant}`,
    );
    return rows[0]!.id;
  });

  const account = (
    name: string,
    email: string,
    membership: Parameters<typeof seedAccount>[0]["memberships"][number],
  ) =>
    seedAccount({ name, email: `${email}@demo.example`, password: demoPassword, memberships: [membership] });
  const coordinators = [
    { name: "Sofia Lindqvist", email: "samordnare", associationId: first },
    { name: "Elias Norberg", email: "samordnare2", associationId: second },
  ];
  const made: DemoAccounts["coordinators"] = [];
  for (const { name, email, associationId } of coordinators) {
    made.push({ name, userId: await account(name, email, { role: "coordinator", associationId }) });
  }
  const coach = {
    name: "Nadja Engström",
    userId: await account("Nadja Engström", "coach", { role: "coach", associationId: first }),
  };
  const participantUser = await account("Robin Falk", "deltagare", {
    role: "participant",
    associationId: first,
    participantId,
  });
  const employerUserId = await account("Mehmet Aydin", "arbetsgivare", { role: "employer", employerId });
  const caseWorkerUser = await account("Karin Hellgren", "handlaggare", {
    role: "case_worker",
    associationId: first,
    agencyId,
  });
  await account("Lars Wallin", "styrgrupp", { role: "board", associationId: first });
  // One person with two roles chooses at sign-in.
  await seedAccount({
    name: "Ulrika Stenmark",
    email: "tvaroller@demo.example",
    password: demoPassword,
    memberships: [
      { role: "coordinator", associationId: first },
      { role: "coach", associationId: first },
    ],
  });
  const caseWorker = { userId: caseWorkerUser, agencyId };
  return {
    coordinators: made,
    coach,
    caseWorker,
    employerId,
    employerUserId,
    participantId,
    participantUser,
  };
}

/** The account that says: everything is there. */
export async function seedLastAccount(associations: number[]): Promise<void> {
  const memberships = [{ role: "admin" as const, associationId: associations[0]! }];
  await seedAccount({ name: "Helena Björk", email: lastAccount, password: demoPassword, memberships });
}

async function idOf(query: ReturnType<typeof sql>): Promise<number> {
  const rows = await db.execute<{ id: number }>(query);
  return rows[0]!.id;
}
