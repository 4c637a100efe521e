import { sql } from "drizzle-orm";
import { dayAfter } from "#app/domain/organisations/day";
import { today } from "#app/platform/clock.server";
import { type Tx, withActor } from "#db/client.server";
import type { DemoAccounts } from "#db/seed/accounts";
import { seedActor } from "#db/seed/associations";

const ring = {
  name: "Lindesbergs arbetsgivarring",
  about:
    "Har en av oss inget att göra en vecka kan deltagaren prova hos någon annan. Vi hörs första måndagen varje månad.",
  members: [
    "Råsvalens Livs AB",
    "Bergslagens Cykel & Service AB",
    "Lindebygdens Möbelverkstad ek. för.",
    "Norra Bergslagens Fastighetsservice AB",
  ],
};
/** Called by everybody: the guard warns. */
const popular = "Råsvalens Livs AB";
/** The same shop a second time, with a digit written wrong. */
const double = { of: popular, name: "Råsvalens Livs", number: "559893-4312" };
const withWhom = ["den som svarade i telefon", "verksamhetschefen", "handledaren", "ägaren"];

/** What the register needs to look alive: steps due, a hand-over to answer, a ring, a tired employer, a double record. */
export async function seedEmployerRegister(associations: number[], accounts: DemoAccounts): Promise<void> {
  await withActor(seedActor(associations[0]!), async (tx) => {
    const [already] = await tx.execute(sql`SELECT FROM employer_rings WHERE name = ${ring.name}`);
    if (already) return;
    await seedRing(tx);
    await seedSteps(tx, accounts);
    await seedTired(tx, associations, accounts);
    await seedHandOver(tx, accounts);
    await seedDouble(tx, associations[1]!, accounts);
    // Two have been forgotten: they came before anybody wrote their profile, and nothing has happened since.
    await tx.execute(sql`
      UPDATE participants SET created_at = now() - interval '210 days' WHERE reference IN ('L-2617', 'L-2622')`);
  });
}

async function seedRing(tx: Tx): Promise<void> {
  await tx.execute(sql`
    INSERT INTO employer_rings (name, about, created_by_name) VALUES (${ring.name}, ${ring.about}, 'Sofia Lindqvist')`);
  for (const name of ring.members) {
    await tx.execute(sql`
      INSERT INTO employer_ring_members (ring_id, employer_id)
      SELECT r.id, e.id FROM employer_rings r, employers e WHERE r.name = ${ring.name} AND e.name = ${name}
      ON CONFLICT DO NOTHING`);
  }
}

/** With whom they spoke; and for a few, what was promised: some of it for today. */
async function seedSteps(tx: Tx, { coordinators }: DemoAccounts): Promise<void> {
  await tx.execute(sql`
    UPDATE employer_contacts SET with_whom = (${`{${withWhom.join(",")}}`}::text::text[])[1 + id % 4]
     WHERE channel <> 'forslag' AND with_whom = ''`);
  const steps: [what: string, days: number][] = [
    ["Skicka information om introduktion", -1],
    ["Ring och boka rundvisning", 0],
    ["Fråga om ny handledare", 6],
  ];
  for (const [place, [what, days]] of steps.entries()) {
    for (const { userId } of coordinators) {
      await tx.execute(sql`
        UPDATE employer_contacts SET next_step = ${what}, next_step_on = ${dayAfter(today(), days)}::date,
               next_step_user = ${userId}
         WHERE id = (SELECT id FROM employer_contacts WHERE user_id = ${userId} AND channel = 'telefon'
                      AND next_step_on IS NULL ORDER BY id OFFSET ${place} LIMIT 1)`);
    }
  }
  // One of those who were hesitant wants to be asked again today.
  await tx.execute(sql`
    UPDATE employers SET ask_again_on = ${today()}::date
     WHERE id = (SELECT id FROM employers WHERE appetite = 'maybe' AND contact_owner_user = ${coordinators[0]!.userId}
                  ORDER BY id LIMIT 1)`);
}

async function seedTired(tx: Tx, associations: number[], { coordinators }: DemoAccounts): Promise<void> {
  for (const [place, days] of [4, 9, 16, 23].entries()) {
    const nth = place % 2;
    await tx.execute(sql`
      INSERT INTO employer_contacts (employer_id, association_id, user_id, user_name, channel, note, with_whom, happened_on)
      SELECT id, ${associations[nth]!}, ${coordinators[nth]!.userId}, ${coordinators[nth]!.name},
             ${place % 3 === 0 ? "besok" : "telefon"}, 'Frågade om en plats till.', 'Leila i kassan',
             ${dayAfter(today(), -days)}::date
        FROM employers WHERE name = ${popular}`);
  }
}

/** The second association's coordinator wants to hand one over to the first. */
async function seedHandOver(tx: Tx, { coordinators: [to, from] }: DemoAccounts): Promise<void> {
  await tx.execute(sql`
    INSERT INTO contact_owner_changes (employer_id, how, status, from_user, from_name, to_user, to_name, by_user, by_name, note)
    SELECT id, 'proposed', 'open', ${from!.userId}, ${from!.name}, ${to!.userId}, ${to!.name}, ${from!.userId},
           ${from!.name}, 'De vill hellre ha någon som är i Heby ibland.'
      FROM employers WHERE contact_owner_user = ${from!.userId} ORDER BY id LIMIT 1`);
}

async function seedDouble(
  tx: Tx,
  association: number,
  { coordinators: [, by] }: DemoAccounts,
): Promise<void> {
  const [gone] = await tx.execute<{ id: number }>(sql`
    INSERT INTO employers (organisation_number, name, sector, verified, appetite)
    SELECT ${double.number}, ${double.name}, sector, true, 'maybe' FROM employers WHERE name = ${double.of}
    RETURNING id`);
  if (!gone) return;
  await tx.execute(sql`
    INSERT INTO workplaces (employer_id, name, address, locality, municipality_code, point)
    SELECT ${gone.id}, w.name, w.address, w.locality, w.municipality_code, w.point
      FROM workplaces w JOIN employers e ON e.id = w.employer_id WHERE e.name = ${double.of} ORDER BY w.id LIMIT 1`);
  await tx.execute(sql`
    INSERT INTO employer_contacts (employer_id, association_id, user_id, user_name, channel, note, with_whom, happened_on)
    VALUES (${gone.id}, ${association}, ${by!.userId}, ${by!.name}, 'telefon',
            'Ringde butiken. De undrar varför vi är så många som hör av oss.', 'Leila', ${dayAfter(today(), -12)}::date)`);
}
