import {
  adaptations,
  demands,
  type Level,
  type Levels,
  placementKinds,
  tasks,
} from "#app/domain/placements/vocabulary";
import type { WorkProfile } from "#app/domain/profiles/work-profile";
import { drawCentres } from "#tests/bench/generate";
import { asOwner } from "#tests/bench/owner";

/** How likely each ability is: 0 one in thirty, 1 every fifth, else 2 or 3. */
const abilityShares = [0.03, 0.22, 0.62, 1];

/** Adds people with a complete work profile around the towns, always the same ones, and answers whose they are. */
export async function addPeople(ownerUrl: string, count: number) {
  const sql = asOwner(ownerUrl);
  try {
    const [association] = await sql<[{ id: number }]>`
      INSERT INTO associations (name) VALUES ('Bench') ON CONFLICT (name) DO UPDATE SET name = excluded.name
      RETURNING id`;
    await sql`DELETE FROM participants WHERE association_id = ${association.id}`;
    const centres = await drawCentres(ownerUrl, count);
    const random = sequence(7);
    const people = centres.map((centre, i) => ({
      reference: `B-${i}`,
      profile: drawProfile(random, centre.town, { east: centre.east, north: centre.north }),
    }));
    for (const { reference, profile } of people) {
      await sql`
        WITH one AS (INSERT INTO participants (association_id, reference, birth_year)
                     VALUES (${association.id}, ${reference}, 1990) RETURNING id)
        INSERT INTO work_profiles (participant_id, association_id, status, profile)
        SELECT id, ${association.id}, 'complete', ${sql.json(profile)} FROM one`;
    }
    return { associationId: association.id, people };
  } finally {
    await sql.end({ timeout: 5 });
  }
}

function drawProfile(random: () => number, locality: string, from: WorkProfile["from"]): WorkProfile {
  const pick = <T>(values: readonly T[]): T => values[Math.floor(random() * values.length)]!;
  const startHours = pick([4, 8, 10, 12, 15, 20]);
  const draw = random();
  return {
    kinds: [...new Set([pick(placementKinds), pick(placementKinds)])],
    startHours,
    targetHours: pick([startHours, 20, 25, 40]),
    longestDay: pick([4, 6, 8]),
    weekdays: ["man", "tis", "ons", "tors", "fre"],
    abilities: Object.fromEntries(demands.map((demand) => [demand, drawAbility(random())])) as Levels,
    neededAdaptations: adaptations.filter(() => random() < 0.12),
    supportNeed: pick([0, 1, 1, 2]),
    wishedTasks: draw < 0.25 ? [] : [...new Set([pick(tasks), pick(tasks)])],
    locality,
    from,
    maxKm: pick([10, 20, 25, 30, 50]),
    drivingLicenceB: random() < 0.5,
    excludedEmployerIds: [],
    excludedWorkplaceIds: [],
  };
}

function drawAbility(draw: number): Level {
  return abilityShares.findIndex((share) => draw < share) as Level;
}

/** The same numbers in every run. */
function sequence(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    return state / 2_147_483_648;
  };
}
