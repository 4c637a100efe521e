import { sql } from "drizzle-orm";
import { mondayOf } from "#app/domain/agreements/period";
import { type Actor, publicActor, systemActor } from "#app/domain/identity/actor";
import { dayAfter } from "#app/domain/organisations/day";
import { today } from "#app/platform/clock.server";
import { writeCertificate } from "#app/services/agreements/certificate.server";
import { closeAgreement } from "#app/services/agreements/close-agreement.server";
import { saveWeek } from "#app/services/followups/save-week.server";
import { withActor } from "#db/client.server";
import { addReference } from "#db/queries/supervisor-references.server";
import { type DemoAccounts, demoParticipant } from "#db/seed/accounts";
import { drawUp, finish, freePlacements, moveBack, participantOf, sign } from "#db/seed/agreements";
import { seedActor } from "#db/seed/associations";

const title = "Arbetsträning i klädsorteringen";
/** Weeks from the first Monday until today. */
const weeksAgo = 22;

/**
 * The demo participant has had a place in the spring: it is over, the supervisor has said a few words, the certificate waits
 * for a yes, and somebody asks how it is going after three months.
 */
export async function seedClosings(associations: number[], accounts: DemoAccounts): Promise<void> {
  const associationId = associations[0]!;
  const coordinator: Actor = { ...seedActor(associationId), ...accounts.coordinators[0]! };
  const { employerId, employerUserId: userId } = accounts;
  const employer: Actor = { ...publicActor, role: "employer", userId, employerId, name: "Mehmet Aydin" };
  if (await isThere(coordinator)) return;
  const [placementId] = await freePlacements(employerId);
  if (placementId === undefined) return;
  const first = dayAfter(mondayOf(today()), -7 * weeksAgo);
  const id = await drawUp(coordinator, demoParticipant, { placementId });
  await finish(coordinator, id, title, first);
  await sign(coordinator, id, "coordinator");
  await sign(employer, id, "employer_1");
  const participant = await participantOf(coordinator, demoParticipant);
  await sign(participant, id, "participant");
  await moveBack(coordinator, id, 7 * weeksAgo + 5);
  for (const [week, hours] of [2, 2, 3, 3, 4, 4, 4, 5, 4, 5, 5, 5].entries()) {
    const monday = dayAfter(first, 7 * week);
    const day = (of: string) => ({
      agreementId: id,
      day: of,
      seen: 0,
      presence: { hours, absence: null } as const,
    });
    await saveWeek(coordinator, [day(monday), day(dayAfter(monday, 2))]);
  }
  await taken(
    closeAgreement(coordinator, id, {
      outcome: "arbetstraning_arbetsprovning",
      educationForm: null,
      selfSufficiency: "delvis",
      nextStep: "Arbetsträning i butik, åtta timmar i veckan",
      responsible: coordinator.name,
      nextOn: dayAfter(today(), 14),
      answer: "yes",
      answerWords: "Tio timmar i veckan har hållit i sex veckor, med korta pass och egen takt.",
      participantNote:
        "Du kom i tid varje vecka och lärde dig kassan. Nu provar vi en butik, och vi ses om två veckor.",
      employerMayKnow: true,
    }),
  );
  await withActor(systemActor, (tx) =>
    addReference(
      tx,
      { id, associationId },
      {
        supervisorName: "Mehmet Aydin",
        wentWell: "Lugn med kunderna, noggrann med märkningen och alltid i tid.",
        recommends: true,
        contact: "070-174 06 31",
        mayCertify: true,
      },
    ),
  );
  await taken(
    writeCertificate(
      { ...seedActor(associationId), role: "coach", ...accounts.coach },
      id,
      {
        tasks: "Sortera, prismärka och hänga upp kläder, och hjälpa till i kassan.",
        adaptations: "Korta pass och eget tempo",
        strengths: "Kommer i tid, är noggrann och bemöter kunderna lugnt. Lärde sig kassan på två veckor.",
      },
      0,
    ),
  );
}

async function taken(outcome: Promise<{ ok: boolean; code?: string }>): Promise<void> {
  const answer = await outcome;
  if (!answer.ok) throw new Error(answer.code);
}

function isThere(coordinator: Actor): Promise<boolean> {
  return withActor(
    coordinator,
    async (tx) => (await tx.execute(sql`SELECT FROM agreement_closings LIMIT 1`)).length > 0,
  );
}
