import { sql } from "drizzle-orm";
import { mondayOf } from "#app/domain/agreements/period";
import type { Presence } from "#app/domain/followups/attendance";
import { type Actor, publicActor } from "#app/domain/identity/actor";
import { dayAfter } from "#app/domain/organisations/day";
import { today } from "#app/platform/clock.server";
import { saveWeek } from "#app/services/followups/save-week.server";
import { withActor } from "#db/client.server";
import type { DemoAccounts } from "#db/seed/accounts";
import { seedActor } from "#db/seed/associations";

/** Whom the demo employer has had for five weeks. */
const reference = "L-2603";

/** Three weeks of the agreement under way, the third with a reason to call; the last two wait for the supervisor. */
export async function seedAttendance(associations: number[], accounts: DemoAccounts): Promise<void> {
  const associationId = associations[0]!;
  const coach: Actor = { ...seedActor(associationId), role: "coach" };
  const { employerId, employerUserId: userId } = accounts;
  const employer: Actor = { ...publicActor, role: "employer", userId, employerId, name: "Mehmet Aydin" };
  const id = await agreementOf(coach);
  if (!id) return;
  const first = dayAfter(mondayOf(today()), -35);
  const weeks: [Presence, Presence][] = [
    [
      { hours: 2, absence: null },
      { hours: 2, absence: null },
    ],
    [
      { hours: 2, absence: null },
      { hours: null, absence: "sjuk" },
    ],
    [
      { hours: null, absence: "oanmald_franvaro" },
      { hours: null, absence: "oanmald_franvaro" },
    ],
  ];
  for (const [index, [onMonday, onWednesday]] of weeks.entries()) {
    const monday = dayAfter(first, index * 7);
    const saved = await saveWeek(employer, [
      { agreementId: id, day: monday, seen: 0, presence: onMonday },
      { agreementId: id, day: dayAfter(monday, 2), seen: 0, presence: onWednesday },
    ]);
    if (!saved.ok) throw new Error(JSON.stringify(saved));
  }
}

/** The agreement under way, while nothing is written of its days. */
function agreementOf(coach: Actor): Promise<string | null> {
  return withActor(coach, async (tx) => {
    const [row] = await tx.execute<{ id: string }>(sql`
      SELECT g.id FROM agreements g JOIN participants p ON p.id = g.participant_id
       WHERE p.reference = ${reference} AND g.status = 'in_force'
         AND NOT EXISTS (SELECT FROM attendance_entries e WHERE e.agreement_id = g.id) LIMIT 1`);
    return row?.id ?? null;
  });
}
