import { type Actor, publicActor } from "#app/domain/identity/actor";
import { owner } from "#tests/support/owner";

let count = 0;

/** A published placement at an employer of its own in Lindesberg, with so many slots; the employer signs in. */
export async function aPlacement(capacity = 1): Promise<{ id: number; employerId: number; employer: Actor }> {
  count += 1;
  const number = `559${String(count).padStart(3, "0")}-0000`;
  const [employer] = await owner`
    INSERT INTO employers (organisation_number, name, sector, verified)
    VALUES (${number}, ${`Arbetsgivare ${count}`}, 'privat', true) RETURNING id`;
  const employerId: number = employer!.id;
  const [workplace] = await owner`
    INSERT INTO workplaces (employer_id, name, address, locality, municipality_code, point)
    VALUES (${employerId}, 'Kvarnen', 'Storgatan 1', 'Lindesberg', '1885', '(510000,6605000)') RETURNING id`;
  const [placement] = await owner`
    INSERT INTO placements (employer_id, workplace_id, title, status, kinds, tasks, hours_min, hours_max, shortest_day,
      weekdays, weeks_min, weeks_max, capacity, support_level, demand_lyft, demand_staende, demand_tempo,
      demand_sociala_kontakter, demand_buller, demand_koncentration, demand_sjalvstandighet, demand_lasa_skriva,
      demand_tala_svenska, demand_finmotorik, last_confirmed_on)
    VALUES (${employerId}, ${workplace!.id}, ${`Plats ${count}`}, 'published', '{praktik}', '{vaxthus}', 4, 20, 2,
      '{man,tis,ons,tors,fre}', 1, 12, ${capacity}, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, current_date) RETURNING id`;
  const userId = `employer-${count}`;
  await owner.begin(async (tx) => {
    await tx`SELECT set_config('app.role', 'identity', true)`;
    await tx`INSERT INTO auth_users (id, name, email)
      VALUES (${userId}, ${`Arbetsgivare ${count}`}, ${`arbetsgivare${count}@example.org`})`;
    await tx`INSERT INTO memberships (user_id, role, employer_id) VALUES (${userId}, 'employer', ${employerId})`;
  });
  const actor: Actor = {
    ...publicActor,
    userId,
    name: `Arbetsgivare ${count}`,
    role: "employer",
    employerId,
  };
  return { id: placement!.id, employerId, employer: actor };
}
