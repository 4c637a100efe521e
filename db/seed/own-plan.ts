import { sql } from "drizzle-orm";
import type { Agreement } from "#app/domain/agreements/agreement";
import type { Actor } from "#app/domain/identity/actor";
import { dayAfter } from "#app/domain/organisations/day";
import { today } from "#app/platform/clock.server";
import { writeReport } from "#app/services/followups/assignment-reports.server";
import { saveWayThere } from "#app/services/followups/way-there.server";
import { seedAccount } from "#app/services/identity/seed-account.server";
import { type Tx, withActor } from "#db/client.server";
import { addMessage } from "#db/queries/assignment-reports.server";
import { saveFeeling } from "#db/queries/own-plan.server";
import { type DemoAccounts, demoPassword } from "#db/seed/accounts";
import { participantOf } from "#db/seed/agreements";
import { seedActor } from "#db/seed/associations";

/** Whom the demo employer has had for five weeks: the one with days ahead. */
const reference = "L-2603";

/**
 * The own plan of the participant under way, with an account of the demo's own: how to get there, how it has felt, the report
 * half-way and a question by the case worker that waits for an answer.
 */
export async function seedOwnPlan(associations: number[], accounts: DemoAccounts): Promise<void> {
  const associationId = associations[0]!;
  const coach: Actor = { ...seedActor(associationId), ...accounts.coach, role: "coach" };
  const agreement = await withActor(coach, findUnderWay);
  if (!agreement) return;
  const participant = await participantOf(coach, reference);
  const { participantId } = participant;
  if (participantId === null) return;
  await seedAccount({
    name: "Kim Berg",
    email: "deltagare2@demo.example",
    password: demoPassword,
    memberships: [{ role: "participant", associationId, participantId }],
  });
  await saveWayThere(coach, agreement.id, {
    steps:
      "Gå till Resecentrum, hållplats C.\nTa buss 304 klockan 8.22.\nGå av vid Hyttan klockan 8.44.\nGå rakt fram i 4 minuter. Dörren är grön.",
    bring: "matlåda och oömma skor.",
    recognise: "Har en röd väst.",
    version: 0,
  });
  await withActor(participant, async (tx) => {
    for (const [daysAgo, value] of [
      [5, 3],
      [3, 2],
      [1, 4],
    ] as const)
      await saveFeeling(tx, { participantId, associationId }, { day: dayAfter(today(), -daysAgo), value });
  });
  await writeReport(coach, agreement.id, {
    milestone: "halfway",
    answer: "partly",
    words: "Sex timmar i veckan fungerar bra när måndagarna börjar lugnt. Vi provar åtta från nästa steg.",
    version: 0,
    send: "ja",
  });
  const { userId } = accounts.caseWorker;
  await withActor(coach, (tx) =>
    addMessage(
      tx,
      { id: agreement.id, associationId },
      { key: crypto.randomUUID(), words: "Vad behövs för att måndagarna ska fungera?" },
      { role: "case_worker", userId, name: "Karin Hellgren" },
    ),
  );
}

/** The agreement under way, while nobody has written the way there. */
async function findUnderWay(tx: Tx): Promise<Pick<Agreement, "id"> | null> {
  const [row] = await tx.execute<{ id: string }>(sql`
    SELECT g.id FROM agreements g JOIN participants p ON p.id = g.participant_id
     WHERE p.reference = ${reference} AND g.status = 'in_force'
       AND NOT EXISTS (SELECT FROM agreement_ways w WHERE w.agreement_id = g.id) LIMIT 1`);
  return row ?? null;
}
