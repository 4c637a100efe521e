import { sql } from "drizzle-orm";
import type { AgreementDraft } from "#app/domain/agreements/draft";
import { mondayOf } from "#app/domain/agreements/period";
import type { SignatureSlot } from "#app/domain/agreements/signatures";
import { type Actor, publicActor } from "#app/domain/identity/actor";
import { dayAfter } from "#app/domain/organisations/day";
import { today } from "#app/platform/clock.server";
import { type DrawUp, drawUpAgreement } from "#app/services/agreements/draw-up.server";
import { readAgreement } from "#app/services/agreements/read-agreement.server";
import { editAgreement, saveAgreement } from "#app/services/agreements/save-agreement.server";
import { sendAgreement } from "#app/services/agreements/send-agreement.server";
import { signAgreement } from "#app/services/agreements/sign-agreement.server";
import { db, withActor } from "#db/client.server";
import { type DemoAccounts, demoParticipant } from "#db/seed/accounts";
import { seedActor } from "#db/seed/associations";

/** Whom the demo employer has had for five weeks, and whose agreed proposal has become a draft. */
const underWay = "L-2603";
const drafted = "L-2614";

/**
 * The demo world's agreements: one under way since five weeks, one that waits for the demo participant's signature, and a
 * draft from an agreed proposal. Days follow the day on which the world is filled in.
 */
export async function seedAgreements(associations: number[], accounts: DemoAccounts): Promise<void> {
  const associationId = associations[0]!;
  const coordinator: Actor = { ...seedActor(associationId), ...accounts.coordinators[0]! };
  const { employerId, employerUserId: userId } = accounts;
  const employer: Actor = { ...publicActor, role: "employer", userId, employerId, name: "Mehmet Aydin" };
  if (await areThere(coordinator)) return;
  const [first, second] = await freePlacements(employerId);
  const monday = mondayOf(today());

  const running = await drawUp(coordinator, underWay, { placementId: first! });
  await finish(coordinator, running, "Arbetsträning i återbruket", dayAfter(monday, -35));
  await sign(coordinator, running, "coordinator");
  await sign(employer, running, "employer_1");
  await sign(await participantOf(coordinator, underWay), running, "participant");
  await moveBack(coordinator, running, 40);

  const waiting = await drawUp(coordinator, demoParticipant, { placementId: second ?? first! });
  await finish(coordinator, waiting, "Arbetsträning i butiken", dayAfter(monday, 14));
  await sign(coordinator, waiting, "coordinator");
  await sign(employer, waiting, "employer_1");

  const proposalId = await agreedProposal(coordinator);
  if (proposalId) await drawUp(coordinator, drafted, { proposalId });
}

/** Draws up a draft for somebody. */
export async function drawUp(
  coordinator: Actor,
  reference: string,
  from: { proposalId: string } | { placementId: number },
) {
  const drawn = await drawUpAgreement(coordinator, reference, { formKey: null, ...from } as DrawUp);
  if (!drawn.ok) throw new Error(`${reference}: ${drawn.code}`);
  return drawn.id;
}

/** Fills in what nobody knew beforehand, and sends it to be signed. */
export async function finish(coordinator: Actor, id: string, title: string, startsOn: string): Promise<void> {
  const edited = await editAgreement(coordinator, id);
  if (!edited.ok) throw new Error(edited.code);
  const contacts = {
    ...edited.agreement.contacts,
    supervisor: { email: "", phone: "070-174 06 31" },
    trouble: { name: coordinator.name, phone: "08-465 004 20" },
  };
  const saved = await saveAgreement(coordinator, id, {
    revision: edited.version.revision,
    contacts,
    write: (draft) => whole(draft, title, startsOn),
  });
  if (!saved.ok) throw new Error(saved.code);
  const sent = await sendAgreement(coordinator, id, saved.revision);
  if (!sent.ok) throw new Error(JSON.stringify(sent));
}

function whole(draft: AgreementDraft, title: string, startsOn: string): AgreementDraft {
  const { agency, employer } = draft.parties;
  const endsOn = dayAfter(startsOn, 12 * 7 - 3);
  return {
    ...draft,
    title,
    kind: "arbetstraning",
    purpose: "Se hur många timmar som håller över tid.",
    parties: {
      ...draft.parties,
      employer: {
        ...employer,
        signatories: [{ personId: null, name: "Mehmet Aydin", title: "föreståndare" }],
      },
    },
    assignment: agency && {
      question: "Håller 10 timmar i veckan?",
      hoursPerWeek: 10,
      weeks: 12,
      reportDueOn: dayAfter(endsOn, 7),
    },
    period: { startsOn, endsOn },
    schedule: [
      { weekday: "man", from: "09:00", to: "11:00", breakMinutes: 0 },
      { weekday: "ons", from: "09:00", to: "11:00", breakMinutes: 0 },
    ],
    stepPlan: [
      { fromWeek: 1, hoursPerWeek: 4 },
      { fromWeek: 3, hoursPerWeek: 6 },
      { fromWeek: 5, hoursPerWeek: 8 },
      { fromWeek: 7, hoursPerWeek: 10 },
    ],
    tasks: { ...draft.tasks, words: "Sortera, prismärka och hänga upp kläder." },
    goals: [
      "Komma på avtalad tid två dagar i veckan",
      "Säga till när det behövs en paus",
      "Klara 10 timmar i veckan utan att bli sämre",
    ],
    supervisor: { name: "Mehmet Aydin", title: "föreståndare" },
  };
}

/** Signs what the actor can read, in the own name. */
export async function sign(actor: Actor, id: string, slot: SignatureSlot): Promise<void> {
  const read = await readAgreement(actor, id);
  if (!read.ok || read.shown.hash === null) throw new Error(`${slot} reads no agreement`);
  const { number: version, hash: hashRead } = read.shown;
  const signed = await signAgreement(actor, id, { version, hashRead, slot, typed: actor.name });
  if (!signed.ok) throw new Error(`${slot}: ${signed.code}`);
}

/** Somebody of the demo world without an account of the demo's own. */
export function participantOf(coordinator: Actor, reference: string): Promise<Actor> {
  return withActor(coordinator, async (tx) => {
    const [row] = await tx.execute<{ id: string }>(
      sql`SELECT id FROM participants WHERE reference = ${reference}`,
    );
    return {
      ...publicActor,
      role: "participant",
      userId: `demo ${reference}`,
      name: reference,
      associationId: coordinator.associationId,
      participantId: row!.id,
    };
  });
}

/** As if it had been sent and signed so many days ago. */
export async function moveBack(coordinator: Actor, id: string, days: number): Promise<void> {
  await withActor(coordinator, async (tx) => {
    await tx.execute(sql`
      UPDATE agreement_versions SET sent_at = sent_at - make_interval(days => ${days}),
             saved_at = saved_at - make_interval(days => ${days}), agreed_at = agreed_at - make_interval(days => ${days})
       WHERE agreement_id = ${id}`);
    await tx.execute(sql`
      UPDATE agreement_signatures SET signed_at = signed_at - make_interval(days => ${days}) WHERE agreement_id = ${id}`);
    await tx.execute(sql`
      UPDATE agreement_events SET happened_at = happened_at - make_interval(days => ${days}) WHERE agreement_id = ${id}`);
  });
}

/** Those with the most room first. */
export async function freePlacements(employerId: number): Promise<number[]> {
  const rows = await db.execute<{ id: number }>(sql`
    SELECT id FROM placements WHERE employer_id = ${employerId} AND status = 'published' AND claimed < capacity
     ORDER BY capacity - claimed DESC, id`);
  return rows.map(({ id }) => id);
}

function agreedProposal(coordinator: Actor): Promise<string | null> {
  return withActor(coordinator, async (tx) => {
    const [row] = await tx.execute<{ id: string }>(sql`
      SELECT o.id FROM proposals o JOIN participants p ON p.id = o.participant_id
       WHERE p.reference = ${drafted} AND o.status = 'agreed' LIMIT 1`);
    return row?.id ?? null;
  });
}

function areThere(coordinator: Actor): Promise<boolean> {
  return withActor(
    coordinator,
    async (tx) => (await tx.execute(sql`SELECT FROM agreements LIMIT 1`)).length > 0,
  );
}
