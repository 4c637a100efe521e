import { randomUUID } from "node:crypto";
import { sql } from "drizzle-orm";
import type { Agreement } from "#app/domain/agreements/agreement";
import type { Answers, RatingParty } from "#app/domain/followups/rating";
import { shippedInstrument } from "#app/domain/followups/shipped-instrument";
import type { Actor } from "#app/domain/identity/actor";
import { dayAfter } from "#app/domain/organisations/day";
import { today } from "#app/platform/clock.server";
import { refreshDisagreementsIn } from "#app/services/followups/save-ratings.server";
import { type Tx, withActor } from "#db/client.server";
import { writeRating } from "#db/queries/ratings.server";
import { seedActor } from "#db/seed/associations";

/** Whom the demo employer has had for five weeks. */
const reference = "L-2603";

/** So many days ago, who said what; the values in the order of the shipped statements. */
const said: [number, RatingParty, (number | "vet_inte" | "vill_inte")[]][] = [
  [28, "coach", [3, 3, 3, 3, 3, 3]],
  [28, "participant", [3, 4, 3, 3, 3, 2]],
  [28, "supervisor", [3, 3, 4, 4, "vet_inte", 3]],
  [16, "coach", [4, 4, 3, 4, 3, 3]],
  [14, "participant", [4, 4, 3, 4, 3, 3]],
  [13, "supervisor", [4, 4, 4, 4, "vet_inte", 3]],
  [3, "supervisor", [4, 4, 5, 4, "vet_inte", 4]],
  [2, "participant", [4, 4, 2, 4, "vill_inte", 3]],
];

/** Ratings of five weeks for the agreement under way; participant and supervisor have come to see the pace differently. */
export async function seedRatings(associations: number[]): Promise<void> {
  const coach: Actor = { ...seedActor(associations[0]!), role: "coach" };
  await withActor(coach, async (tx) => {
    const agreement = await findUnrated(tx);
    if (!agreement) return;
    const { code, version, items } = shippedInstrument;
    for (const [daysAgo, party, values] of said) {
      const answers = Object.fromEntries(items.map(({ id }, index) => [id, values[index]])) as Answers;
      const day = dayAfter(today(), -daysAgo);
      const by = { party, day, code, version, answers, byUser: null };
      if (party === "participant") await writeRating(tx, agreement, { ...by, way: "own", byName: reference });
      else await writeRating(tx, agreement, { ...by, way: "log", logId: randomUUID(), byName: coach.name });
    }
    await refreshDisagreementsIn(tx, agreement);
  });
}

/** The agreement under way, while nobody has answered anything about it. */
async function findUnrated(tx: Tx): Promise<Pick<Agreement, "id" | "associationId"> | null> {
  const [row] = await tx.execute<{ id: string; associationId: number }>(sql`
    SELECT g.id, g.association_id AS "associationId" FROM agreements g JOIN participants p ON p.id = g.participant_id
     WHERE p.reference = ${reference} AND g.status = 'in_force'
       AND NOT EXISTS (SELECT FROM ratings r WHERE r.agreement_id = g.id) LIMIT 1`);
  return row ?? null;
}
