import { sql } from "drizzle-orm";
import { type Actor, publicActor } from "#app/domain/identity/actor";
import { dayAfter } from "#app/domain/organisations/day";
import type { ReferralForm } from "#app/domain/profiles/referral-form";
import { today } from "#app/platform/clock.server";
import { moveReferral } from "#app/services/profiles/move-referral.server";
import {
  createMeeting,
  endMeeting,
  putOnAgenda,
  writeNotes,
} from "#app/services/profiles/save-meeting.server";
import {
  saveActivity,
  saveCommitment,
  saveGoal,
  writePlanNote,
} from "#app/services/profiles/save-plan.server";
import { sendReferral } from "#app/services/profiles/send-referral.server";
import { sendSuggestion } from "#app/services/profiles/send-suggestion.server";
import { withActor } from "#db/client.server";
import { listAgenda } from "#db/queries/meetings.server";
import { type DemoAccounts, demoParticipant } from "#db/seed/accounts";
import { seedActor } from "#db/seed/associations";
import { weekdayAt } from "#db/seed/weekday";

/** Ids of the demo world are its own: a filling that was interrupted makes nothing twice. */
const idOf = (beginning: string) => `${beginning}00-0000-4000-8000-000000000000`;

const person = {
  about: "new",
  protectedIdentity: "none" as const,
  agreed: "on" as const,
  agencies: [],
  agenciesAgreed: false,
  tried: "",
  wishes: "",
};

type Planned = { form: ReferralForm; to?: "taken_up" | "returned" | "withdrawn"; daysAgo: number };

function plannedReferrals(agencies: Map<string, number>): Planned[] {
  const office = agencies.get("Arbetsförmedlingen")!;
  const social = agencies.get("Socialförvaltningen")!;
  return [
    {
      daysAgo: 1,
      form: {
        ...person,
        key: idOf("4f7a21"),
        name: "Mira Sandell",
        phone: "070-000 00 11",
        sex: "kvinna",
        birthYear: 1994,
        municipality: "1884",
        purpose: "Pröva 8 timmar i veckan i 10 veckor",
        question: "Hur många timmar håller med två korta pass i veckan?",
        tried: "Kontorspraktik 2024. Slutade efter två veckor för att det var för mycket ljud.",
        wishes: "Något ute, gärna med växter. Inte så många människor samtidigt.",
        agencies: [office],
        agenciesAgreed: true,
      },
    },
    {
      daysAgo: 4,
      form: {
        ...person,
        key: idOf("c0ffe3"),
        protectedIdentity: "protected",
        sex: "man",
        birthYear: 1987,
        purpose: "Bygga upp arbetstiden från 4 timmar i veckan",
        question: "Vilka anpassningar gör skillnad?",
      },
    },
    {
      daysAgo: 8,
      to: "taken_up",
      form: {
        ...person,
        key: idOf("7d19e4"),
        name: "Jonas Wik",
        sex: "man",
        birthYear: 1979,
        municipality: "1885",
        purpose: "Komma tillbaka till arbete efter lång tid hemma",
        question: "Är arbetsträning eller praktik rätt första steg?",
        wishes: "Verkstad eller snickeri. Vill börja i lugn takt.",
        agencies: [social],
        agenciesAgreed: true,
      },
    },
    {
      daysAgo: 6,
      to: "returned",
      form: {
        ...person,
        key: idOf("b83f05"),
        name: "Elin Torsson",
        sex: "kvinna",
        birthYear: 2001,
        municipality: "1885",
        purpose: "Praktik",
        question: "Fungerar det?",
      },
    },
    {
      daysAgo: 15,
      to: "withdrawn",
      form: {
        ...person,
        key: idOf("9a60d2"),
        name: "Tommy Brolin",
        sex: "man",
        birthYear: 1972,
        purpose: "Få en referens",
        question: "Är nästa steg lönebidrag?",
      },
    },
  ];
}

/** Referrals in every state, one case meeting past and one to come, the demo participant's plan and own suggestion. */
export async function seedCases(associations: number[], accounts: DemoAccounts): Promise<void> {
  const associationId = associations[0]!;
  const coordinator: Actor = { ...seedActor(associationId), ...accounts.coordinators[0]! };
  const caseWorker: Actor = {
    ...publicActor,
    role: "case_worker",
    userId: accounts.caseWorker.userId,
    name: "Karin Hellgren",
    associationId,
    agencyId: accounts.caseWorker.agencyId,
  };
  const agencies = await agencyIds(coordinator);
  await seedReferrals(coordinator, caseWorker, plannedReferrals(agencies));
  await seedDecisions(coordinator, accounts.coach, caseWorker);
  await seedMeetings(coordinator, caseWorker, agencies.get("Socialförvaltningen")!);
  await seedPlan(coordinator, agencies);
  const participant: Actor = {
    ...publicActor,
    role: "participant",
    userId: accounts.participantUser,
    name: "Robin Falk",
    associationId,
    participantId: accounts.participantId,
  };
  await sendSuggestion(participant, {
    key: idOf("5ee0b7"),
    workplace: "Lindesbergs Cykelbod",
    place: "Lindesberg",
    couldDo: "Laga punkteringar och tvätta cyklar. Jag har gjort det hemma.",
    talkedWith: "Hasse som äger butiken. Han sa att jag kunde komma och titta.",
    mayContact: "yes",
  });
}

async function agencyIds(coordinator: Actor): Promise<Map<string, number>> {
  const rows = await withActor(coordinator, (tx) =>
    tx.execute<{ id: number; name: string }>(sql`SELECT id, name FROM commissioning_agencies`),
  );
  return new Map(rows.map(({ id, name }) => [name, id]));
}

async function seedReferrals(coordinator: Actor, caseWorker: Actor, planned: Planned[]): Promise<void> {
  for (const { form, to, daysAgo } of planned) {
    const sent = await sendReferral(caseWorker, form);
    if (!sent.ok) throw new Error(`${form.name ?? form.key}: ${sent.code}`);
    if (to === "withdrawn") await moveReferral(caseWorker, sent.id, { to });
    if (to === "returned") {
      await moveReferral(coordinator, sent.id, {
        to,
        reason: "question_unclear",
        text: "Vad ska praktiken svara på? Skriv gärna hur många timmar och hur länge.",
      });
    }
    await withActor(coordinator, async (tx) => {
      await tx.execute(sql`
        UPDATE referrals SET referred_on = ${dayAfter(today(), -daysAgo)}::date,
               created_at = now() - make_interval(days => ${daysAgo}), updated_at = now() - make_interval(days => ${daysAgo})
         WHERE id = ${sent.id}`);
      await tx.execute(sql`
        UPDATE referral_events e SET happened_at = now() - make_interval(days => ${daysAgo})
             + make_interval(hours => (SELECT count(*)::integer FROM referral_events earlier
                                        WHERE earlier.referral_id = e.referral_id AND earlier.id < e.id))
         WHERE referral_id = ${sent.id}`);
    });
  }
}

/** What was decided for the demo participant, and referrals that have ended with their participants. */
function seedDecisions(coordinator: Actor, coach: DemoAccounts["coach"], caseWorker: Actor): Promise<void> {
  return withActor(coordinator, async (tx) => {
    await tx.execute(sql`
      UPDATE referrals SET status = 'closed', closed_on = p.closed_on, close_reason = 'question_answered'
        FROM participants p WHERE p.id = participant_id AND p.closed_on IS NOT NULL`);
    const rows = await tx.execute<{ id: string }>(sql`
      UPDATE referrals SET decision = 'Robin är med. Kartläggning klar i juni, sedan praktik 10 timmar i veckan.',
             decided_on = referred_on + 14, main_responsible_user = ${coordinator.userId},
             main_responsible_name = ${coordinator.name}, tried = 'Kurs i cykelreparation. Praktik i butik, för högt tempo.',
             wishes = 'Laga saker med händerna. Gärna cyklar.'
       WHERE is_current AND participant_id = (SELECT id FROM participants WHERE reference = ${demoParticipant})
      RETURNING id`);
    const tasks = [
      [idOf("a10001"), "Fråga om busskort", coach, 5, null],
      [idOf("a10002"), "Skriva intyg från cykelkursen", null, 9, null],
      [idOf("a10003"), "Boka samtal om ersättningen", caseWorker, -6, -7],
      [idOf("a10004"), "Ringa cykelbutiken om en provdag", coordinator, -2, null],
      [idOf("a10005"), "Höra med läkaren om intyget", caseWorker, 3, null],
    ] as const;
    for (const [id, what, who, due, doneOn] of tasks) {
      await tx.execute(sql`
        INSERT INTO case_tasks (id, association_id, referral_id, what, responsible_user, responsible_name, due_on, done_on)
        VALUES (${id}, ${coordinator.associationId}, ${rows[0]!.id}, ${what}, ${who?.userId ?? null}, ${who?.name ?? ""}, ${dayAfter(today(), due)}::date,
                ${doneOn === null ? null : dayAfter(today(), doneOn)}::date) ON CONFLICT DO NOTHING`);
    }
  });
}

async function seedMeetings(coordinator: Actor, caseWorker: Actor, social: number): Promise<void> {
  const people = [coordinator.userId!, caseWorker.userId!];
  const coming = {
    key: idOf("e40a51"),
    date: "",
    time: "",
    place: "Kommunhuset i Lindesberg, rum Bergslagen",
  };
  const past = { ...coming, key: idOf("e40a50") };
  await createMeeting(coordinator, { ...coming, at: weekdayAt(6, 9), people, agencies: [social] });
  await createMeeting(coordinator, { ...past, at: weekdayAt(-22, 9), people, agencies: [], hasBeen: "on" });
  await putOnAgenda(coordinator, coming.key, idOf("7d19e4"));
  await putOnAgenda(coordinator, coming.key, await currentReferral(coordinator, "L-2602"));
  await putOnAgenda(coordinator, past.key, await currentReferral(coordinator, demoParticipant));
  const items = await withActor(coordinator, (tx) => listAgenda(tx, past.key));
  for (const item of items.filter(({ note }) => note === "")) {
    const note =
      "Vill prova cyklar. Börjar med två dagar i veckan. Karin kollar ersättningen, Nadja busskortet.";
    await writeNotes(coordinator, past.key, [{ item: item.id, version: item.version, note }]);
  }
  await endMeeting(coordinator, past.key, "held");
}

async function currentReferral(coordinator: Actor, reference: string): Promise<string> {
  const rows = await withActor(coordinator, (tx) =>
    tx.execute<{ id: string }>(sql`
      SELECT r.id FROM referrals r JOIN participants p ON p.id = r.participant_id
       WHERE p.reference = ${reference} AND r.is_current`),
  );
  return rows[0]!.id;
}

async function seedPlan(coordinator: Actor, agencies: Map<string, number>): Promise<void> {
  const day = (days: number) => dayAfter(today(), days);
  const goals = [idOf("d00001"), idOf("d00002")] as const;
  await saveGoal(coordinator, demoParticipant, {
    key: goals[0],
    version: 0,
    goal: "Jobba halvtid med att laga saker.",
    targetOn: day(180),
    status: "open",
  });
  await saveGoal(coordinator, demoParticipant, {
    key: goals[1],
    version: 0,
    goal: "Orka två dagar i rad.",
    targetOn: day(60),
    status: "open",
  });
  const activity = {
    version: 0,
    goal: goals[0],
    endsOn: undefined,
    startsAt: undefined,
    endsAt: undefined,
    place: "",
    wayThere: "",
    askFor: "",
    phone: "",
    bring: "",
  } as const;
  await saveActivity(coordinator, demoParticipant, {
    ...activity,
    key: idOf("ac0001"),
    kind: "studiebesok",
    title: "Studiebesök på cykelverkstaden",
    responsible: "Nadja Engström",
    startsOn: day(1),
    startsAt: "09:00",
    endsAt: "11:00",
    place: "Hällefors Återbruk\nSikforsvägen 12, Hällefors",
    wayThere:
      "Gå till Resecentrum, hållplats B.\nTa buss 304 klockan 8.12.\nGå av vid Torget.\nGå förbi kyrkan. Dörren är blå.",
    askFor: "Mehmet",
    phone: "070-000 00 22",
    bring: "oömma kläder",
    status: "planned",
  });
  await saveActivity(coordinator, demoParticipant, {
    ...activity,
    key: idOf("ac0002"),
    goal: goals[1],
    kind: "grupp",
    title: "Matlagning på tisdagar",
    responsible: "Kommunens aktivitetshus",
    startsOn: day(-30),
    endsOn: day(40),
    place: "Aktivitetshuset, Storgatan 4, Lindesberg",
    askFor: "Britta",
    status: "ongoing",
  });
  await saveActivity(coordinator, demoParticipant, {
    ...activity,
    key: idOf("ac0003"),
    goal: undefined,
    kind: "vard",
    title: "Samtal varannan vecka",
    responsible: "Vårdcentralen",
    startsOn: day(-60),
    endsOn: day(60),
    status: "ongoing",
  });
  await saveActivity(coordinator, demoParticipant, {
    ...activity,
    key: idOf("ac0004"),
    kind: "samtal",
    title: "Gå igenom cykelkursens intyg",
    responsible: "Sofia Lindqvist",
    startsOn: day(-12),
    status: "done",
  });
  const promised = { version: 0, party: "", startsOn: undefined, status: "promised" } as const;
  await saveCommitment(coordinator, demoParticipant, {
    ...promised,
    key: idOf("fa0001"),
    agency: agencies.get("Försäkringskassan"),
    what: "Ersättningen ändras inte under praktiken.",
    endsOn: day(90),
  });
  await saveCommitment(coordinator, demoParticipant, {
    ...promised,
    key: idOf("fa0002"),
    agency: undefined,
    party: "Lindesbergs kommun",
    what: "Busskort så länge praktiken pågår.",
    endsOn: undefined,
  });
  await writePlanNote(coordinator, demoParticipant, {
    key: idOf("dd0001"),
    note: "Ring på förmiddagen. Svarar bäst på sms.",
  });
}
