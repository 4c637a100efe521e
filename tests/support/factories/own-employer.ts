import { type Actor, publicActor } from "#app/domain/identity/actor";
import type { Duty } from "#app/domain/organisations/employer-rights";
import { demands } from "#app/domain/placements/vocabulary";
import { seedAccount } from "#app/services/identity/seed-account.server";
import { anOrganisationNumber } from "#tests/support/factories/placement-form";
import { owner } from "#tests/support/owner";

let count = 0;

/** An employer with two workplaces in Lindesberg and Nora, one published placement at each, and its own account. */
export async function anOwnEmployer({ verified = true, number = anOrganisationNumber() } = {}) {
  count += 1;
  const [employer] = await owner`
    INSERT INTO employers (organisation_number, name, sector, verified)
    VALUES (${number}, ${`Egna ${count}`}, 'privat', ${verified}) RETURNING id`;
  const employerId: number = employer!.id;
  const mill = await aWorkplace(employerId, "Kvarnen", "Lindesberg", "1885", "(510000,6605000)");
  const shop = await aWorkplace(employerId, "Butiken", "Nora", "1884", "(505000,6598000)");
  const administrator = await anAccount(employerId, `chef${count}@egna.example`, "Chefen");
  return {
    employerId,
    mill,
    shop,
    administrator,
    atMill: await aListing(employerId, mill, "Mala mjöl"),
    atShop: await aListing(employerId, shop, "Packa varor"),
  };
}

async function aWorkplace(employerId: number, name: string, town: string, code: string, point: string) {
  const [row] = await owner`
    INSERT INTO workplaces (employer_id, name, address, locality, municipality_code, point)
    VALUES (${employerId}, ${name}, 'Storgatan 1', ${town}, ${code}, ${point}::point) RETURNING id`;
  return row!.id as number;
}

/** A placement of an employer: published, confirmed today, one slot. */
export async function aListing(employerId: number, workplaceId: number, title: string): Promise<number> {
  const levels = Object.fromEntries(demands.map((demand) => [`demand_${demand}`, 1]));
  const [row] = await owner`INSERT INTO placements ${owner({
    employer_id: employerId,
    workplace_id: workplaceId,
    title,
    status: "published",
    kinds: ["praktik"],
    tasks: ["vaxthus"],
    hours_min: 4,
    hours_max: 20,
    shortest_day: 2,
    weekdays: ["man", "tis"],
    weeks_min: 1,
    weeks_max: 12,
    capacity: 1,
    support_level: 1,
    last_confirmed_on: new Date(),
    ...levels,
  })} RETURNING id`;
  return row!.id;
}

/** Somebody who may act for the employer; without a duty as far as an account that was never narrowed. */
export async function anAccount(employerId: number, email: string, name: string): Promise<Actor> {
  const userId = await seedAccount({ email, name, memberships: [{ role: "employer", employerId }] });
  return { ...publicActor, userId, name, role: "employer", employerId };
}

/** A person of the employer who signs in with just this right. */
export async function aColleague(
  employerId: number,
  name: string,
  right: { duty: Duty; workplaceId?: number; supervises?: number[] },
): Promise<Actor & { personId: number; email: string }> {
  count += 1;
  const email = `${name.toLowerCase()}${count}@egna.example`;
  const actor = await anAccount(employerId, email, name);
  await owner.begin(async (tx) => {
    await tx`SELECT set_config('app.role', 'identity', true)`;
    await tx`UPDATE memberships SET narrowed = true WHERE user_id = ${actor.userId}`;
  });
  const [row] = await owner`
    INSERT INTO contact_persons (employer_id, workplace_id, name, email, user_id, duty)
    VALUES (${employerId}, ${right.workplaceId ?? null}, ${name}, ${email}, ${actor.userId}, ${right.duty}) RETURNING id`;
  for (const placement of right.supervises ?? [])
    await owner`INSERT INTO placement_supervisors (placement_id, person_id) VALUES (${placement}, ${row!.id})`;
  return { ...actor, personId: row!.id, email };
}

/** A proposal that waits for the employer's answer, of a participant of an association of its own. */
export async function aPresentedProposal(employerId: number, placementId: number): Promise<string> {
  count += 1;
  const [association] =
    await owner`INSERT INTO associations (name) VALUES (${`Frågande ${count}`}) RETURNING id`;
  const [participant] = await owner`
    INSERT INTO participants (association_id, reference) VALUES (${association!.id}, ${`P-${count}`}) RETURNING id`;
  const [row] = await owner`
    INSERT INTO proposals (association_id, participant_id, placement_id, employer_id, status, anonymous_card)
    VALUES (${association!.id}, ${participant!.id}, ${placementId}, ${employerId}, 'presented',
            ${owner.json({ startHours: 8 })}) RETURNING id`;
  return row!.id;
}
