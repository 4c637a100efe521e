import { sql } from "drizzle-orm";
import { type Actor, publicActor } from "#app/domain/identity/actor";
import { dayAfter } from "#app/domain/organisations/day";
import { type QuestionPart, questionParts } from "#app/domain/profiles/kartlaggning-parts";
import { type PartForm, partFormSchema } from "#app/domain/profiles/part-form";
import { today } from "#app/platform/clock.server";
import { giveOwnConsent } from "#app/services/consent/give-consent.server";
import { completeKartlaggning, noteMeeting } from "#app/services/profiles/complete-kartlaggning.server";
import { commentPart, confirmEverything } from "#app/services/profiles/confirm-part.server";
import { rateOneself } from "#app/services/profiles/rate-oneself.server";
import { readOwnKartlaggning } from "#app/services/profiles/read-kartlaggning.server";
import { readPart } from "#app/services/profiles/read-part.server";
import { saveMedical } from "#app/services/profiles/save-medical.server";
import { savePart } from "#app/services/profiles/save-part.server";
import { withActor } from "#db/client.server";
import { type DemoAccounts, demoParticipant } from "#db/seed/accounts";
import { seedActor } from "#db/seed/associations";

type Answers = Partial<Record<QuestionPart, Record<string, unknown>>>;
type Planned = {
  reference: string;
  answers: Answers;
  /** Parts that nobody has begun. */
  leave?: QuestionPart[];
  complete?: true;
  /** The parts that the participant has said yes to. */
  confirmed?: "all" | QuestionPart[];
  comment?: { part: QuestionPart; text: string };
  daysAgo: number;
};

const aFullOne: Answers = {
  nulage: {
    egna_ord: "Jag har väntat länge på att något ska hända. Nu vill jag börja.",
    sysselsattning: "arbetssokande",
    myndigheter: ["forsakringskassan", "arbetsformedlingen"],
    sedan: "Sedan våren 2025",
  },
  social: {
    boende: "egen",
    ekonomi: "Det går runt, men bussen är dyr.",
    tider: "Inget före klockan 9. Bussen går en gång i timmen.",
  },
  halsa: {
    egna_ord: "Jag sover bättre nu. Jag blir trött av många människor på en gång.",
    vardag: "Promenad på morgonen, vila efter lunch.",
    hjalper: "Att veta vad som ska hända, och en paus varje timme.",
  },
  resurser: {
    egna_ord: "Jag är envis och bra med händerna. Jag kommer i tid.",
    styrkor: "Noggrann. Lugn med djur.",
    intressen: "Växter, cyklar, att laga saker.",
    stod: "Mamma och en vän på gymmet.",
  },
  kompetens: {
    arbeten: [
      { vad: "Sommarjobb på plantskola", var: "Lindesberg", nar: "2023 och 2024" },
      { vad: "Praktik i cykelverkstad", var: "Nora", nar: "Åtta veckor 2024" },
    ],
    sprak: "Svenska, lite engelska",
  },
  framtid: {
    egna_ord: "Jag vill ha ett jobb där jag får använda kroppen.",
    mal: "Arbete på halvtid om ett år.",
    uppgifter: "Växthus eller verkstad.",
  },
  hinder: { egen_skattning: "2", lattare: "En handledare som är samma varje dag." },
  insatser: {
    insatser: [
      { vad: "Förberedande grupp", vem: "arbetsformedlingen", fran: "2026-01-12", till: "2026-02-20" },
      { vad: "Stödsamtal varannan vecka", vem: "varden", fran: "2025-09-01" },
    ],
    kontakter: [{ vem: "Arbetsterapeut", var: "varden", nas: "Vårdcentralen, telefontid 8–9" }],
  },
  bedomningar: {
    egna_ord: "Jag tror själv på 12 timmar, om det är lugnt.",
    bedomningar: [
      { datum: "2026-02-02", myndighet: "forsakringskassan", bedomning: "Kan pröva 10 timmar i veckan." },
      { datum: "2026-02-16", myndighet: "varden", bedomning: "Börja med 6 timmar i veckan och höj sakta." },
      { datum: "2025-11-20", myndighet: "varden", bedomning: "Vänta med praktik till efter jul." },
    ],
  },
  plan: {
    egna_ord: "Först vill jag se stället.",
    mal: "En praktik på 12 veckor som kan leda till anställning.",
    delmal: [
      { delmal: "Åka bussen själv till platsen" },
      { delmal: "Tre dagar i veckan", senast: dayAfter(today(), 60) },
    ],
    forsta_aktivitet: "Studiebesök på växthuset",
    forsta_start: dayAfter(today(), 6),
    forsta_ansvarig: "Samordnaren",
  },
};

const planned: Planned[] = [
  {
    reference: "L-2601",
    answers: aFullOne,
    complete: true,
    confirmed: ["nulage", "social", "resurser", "kompetens", "framtid"],
    comment: { part: "framtid", text: "Jag vill gärna pröva djur också, inte bara växter." },
    daysAgo: 5,
  },
  {
    reference: "L-2604",
    answers: {
      ...aFullOne,
      resurser: { egna_ord: "Jag lagar det mesta. Jag gillar ordning." },
      bedomningar: {},
    },
    complete: true,
    confirmed: "all",
    daysAgo: 20,
  },
  {
    reference: "L-2605",
    answers: {
      nulage: { myndigheter: ["socialtjansten"], sedan: "Två år" },
      resurser: { egna_ord: "Jag är bra på att lyssna." },
      framtid: { mal: "Komma hemifrån några timmar i veckan." },
    },
    leave: ["social", "halsa", "kompetens", "hinder", "insatser", "bedomningar", "plan"],
    daysAgo: 3,
  },
  {
    reference: "L-2617",
    answers: { ...aFullOne, plan: { ...aFullOne.plan, forsta_start: dayAfter(today(), -190) } },
    complete: true,
    confirmed: "all",
    daysAgo: 200,
  },
];

/** One complete that waits for the participant's yes, one confirmed, one just begun and one that has grown old. */
export async function seedKartlaggning(associations: number[], accounts: DemoAccounts): Promise<void> {
  const associationId = associations[0]!;
  const { userId, name } = accounts.coordinators[0]!;
  const coordinator: Actor = { ...seedActor(associationId), userId, name };
  for (const plan of planned) {
    const participantId = await idOf(coordinator, plan.reference);
    if (participantId === null || (await isBegun(coordinator, participantId))) continue;
    const oneself: Actor = { ...publicActor, userId, role: "participant", associationId, participantId };
    const isDemo = plan.reference === demoParticipant;
    await carryOut(coordinator, { ...oneself, name: isDemo ? "Robin Falk" : "Deltagaren" }, plan);
    if (isDemo) await seedMedical(coordinator, { ...oneself, name: "Robin Falk" });
    await moveBack(coordinator, participantId, plan.daysAgo);
  }
}

async function carryOut(coordinator: Actor, oneself: Actor, plan: Planned): Promise<void> {
  for (const part of questionParts.filter((one) => !plan.leave?.includes(one))) {
    const shared = part === "plan" && plan.complete ? { visibility: "case_worker", agreed: "on" } : {};
    const known = await columnsOf(coordinator, plan.reference, part);
    const answers = { ...known, ...plan.answers[part] };
    const form = partFormSchema(part).parse({ version: 0, answers, ...shared }) as PartForm;
    const rest = plan.complete ? "unknown" : "as_is";
    const saved = await savePart(coordinator, plan.reference, part, form, rest);
    if (!saved.ok) throw new Error(`${plan.reference}, ${part}: ${saved.code}`);
  }
  await noteMeeting(coordinator, plan.reference, dayAfter(today(), -plan.daysAgo - 4));
  if (plan.complete) {
    const completed = await completeKartlaggning(coordinator, plan.reference);
    if (!completed.ok) throw new Error(`${plan.reference}: ${JSON.stringify(completed)}`);
  }
  if (plan.confirmed) {
    const own = await readOwnKartlaggning(oneself);
    if (!own.ok) throw new Error(own.code);
    const { confirmed } = plan;
    const read = own.overview.parts.filter(
      ({ part }) => confirmed === "all" || confirmed.some((one) => one === part),
    );
    await confirmEverything(oneself, read);
  }
  if (plan.complete) await rateOneself(oneself, 3);
  if (plan.comment) await commentPart(oneself, plan.comment.part, { version: 1, text: plan.comment.text });
}

/** What the imported file already says, so that filling in a part takes nothing away from the statistics. */
async function columnsOf(coordinator: Actor, reference: string, part: QuestionPart) {
  const read = await readPart(coordinator, reference, part);
  return read.ok ? read.part.answers : {};
}

async function seedMedical(coordinator: Actor, oneself: Actor): Promise<void> {
  const given = { purpose: "keep_medical_notes" as const, textVersion: "2026-1", language: "sv" };
  await giveOwnConsent(oneself, given);
  const saved = await saveMedical(coordinator, "L-2601", {
    version: 0,
    dokumenterat: "Läkarintyg från januari: utmattning, på väg tillbaka.",
    behandling: "Samtal på vårdcentralen varannan torsdag klockan 13.",
    sjukskrivning: "Sjukskriven på halvtid till och med sista april.",
  });
  if (!saved.ok) throw new Error(saved.code);
}

async function idOf(coordinator: Actor, reference: string): Promise<string | null> {
  const rows = await withActor(coordinator, (tx) =>
    tx.execute<{ id: string }>(sql`SELECT id FROM participants WHERE reference = ${reference}`),
  );
  return rows[0]?.id ?? null;
}

async function isBegun(coordinator: Actor, participantId: string): Promise<boolean> {
  const rows = await withActor(coordinator, (tx) =>
    tx.execute(sql`SELECT FROM profiles WHERE participant_id = ${participantId} AND met_on IS NOT NULL`),
  );
  return rows.length > 0;
}

async function moveBack(coordinator: Actor, participantId: string, daysAgo: number): Promise<void> {
  await withActor(coordinator, async (tx) => {
    await tx.execute(sql`
      UPDATE profile_parts SET saved_at = now() - make_interval(days => ${daysAgo}) WHERE participant_id = ${participantId}`);
    await tx.execute(sql`
      UPDATE profiles SET completed_at = completed_at - make_interval(days => ${daysAgo})
       WHERE participant_id = ${participantId}`);
  });
  const participant: Actor = { ...publicActor, role: "participant", participantId };
  await withActor(participant, (tx) =>
    tx.execute(sql`
      UPDATE profile_part_confirmations SET confirmed_at = now() - make_interval(days => ${Math.max(0, daysAgo - 2)})
       WHERE participant_id = ${participantId}`),
  );
}
