import { sql } from "drizzle-orm";
import { dayAfter } from "#app/domain/organisations/day";
import { today } from "#app/platform/clock.server";
import { withActor } from "#db/client.server";
import { type DemoAccounts, demoParticipant } from "#db/seed/accounts";
import { seedActor } from "#db/seed/associations";

const names = [
  "Robin Falk",
  "Selma Ekdahl",
  "Kim Berg",
  "Jenny Stolt",
  "Oskar Frid",
  "Hodan Jama",
  "Lena Åkerblom",
  "Pontus Lindh",
  "Miriam Yosef",
  "Kalle Sandström",
  "Tuva Berglund",
  "Arvid Nordahl",
  "Nour Khalil",
  "Eva Söder",
  "Filip Grahn",
  "Rebecka Mård",
  "Samuel Tesfay",
  "Ingrid Vall",
  "Dennis Hjort",
  "Aisha Noor",
  "Molly Rask",
  "Göran Pihl",
  "Petra Lund",
  "Yusuf Demir",
  "Alva Krantz",
  "Simon Öberg",
  "Katarina Dahl",
  "Johan Envall",
];
/** Those of the second association: nobody is in both. */
const otherNames = [
  "Hampus Lindell",
  "Zahra Karimi",
  "Britta Sjölin",
  "Elias Wretman",
  "Saga Norell",
  "Amanuel Haile",
  "Gunnel Frisk",
  "Linus Bergqvist",
  "Mona Haglund",
  "Tobias Roth",
  "Leila Sabri",
  "Ove Hellman",
  "Wilma Stark",
  "Emil Forsman",
];
/** Their work profiles are half a year old: time to ask again. */
const oldProfiles = ["L-2617", "L-2622", "T-2608"];
/** Nobody may see who or where these are. */
const protectedReferences = ["L-2611", "T-2606"];

const purposes = [
  "Pröva 10 timmar i veckan i 12 veckor",
  "Se vad hen orkar",
  "Bygga upp tiden steg för steg",
  "Få en referens",
];
const questions = [
  "Hur många timmar håller över tid?",
  "Vilka anpassningar gör skillnad?",
  "Fungerar det med fler människor runt omkring?",
  "Är nästa steg praktik eller lönebidrag?",
];

/** Gives the imported participants what a file does not carry: names, case worker, confirmed profiles, consents. */
export async function seedPeople(associations: number[], accounts: DemoAccounts): Promise<void> {
  for (const [index, associationId] of associations.entries()) {
    await withActor(seedActor(associationId), async (tx) => {
      const people = await tx.execute<{ id: string; reference: string }>(sql`
        SELECT id, reference FROM participants ORDER BY reference`);
      for (const [place, { id, reference }] of people.entries()) {
        const hidden = protectedReferences.includes(reference);
        const name = (index === 0 ? names : otherNames)[place];
        await tx.execute(sql`
          UPDATE participants
             SET protected_identity = ${hidden ? "protected" : "none"}, name = ${hidden ? null : name!},
                 email = ${reference === demoParticipant ? "deltagare@demo.example" : null},
                 locality = CASE WHEN ${hidden} THEN NULL ELSE locality END,
                 municipality_code = CASE WHEN ${hidden} THEN NULL ELSE municipality_code END
           WHERE id = ${id}`);
        await tx.execute(sql`
          UPDATE referrals
             SET purpose = ${purposes[place % purposes.length]!}, question = ${questions[(place * 3 + 1) % questions.length]!},
                 case_worker_user = CASE WHEN ${index === 0 && place % 2 === 0} AND agency_id = ${accounts.caseWorker.agencyId}
                                         THEN ${accounts.caseWorker.userId} END
           WHERE participant_id = ${id} AND is_current`);
        if (index === 0 && place % 4 === 1) {
          await tx.execute(sql`
            UPDATE referrals
               SET main_responsible_user = ${accounts.coach.userId}, main_responsible_name = ${accounts.coach.name}
             WHERE participant_id = ${id} AND is_current AND main_responsible_user IS NULL`);
        }
        const by = accounts.coordinators[index]!.name;
        await seedProfileStatus(
          tx,
          id,
          oldProfiles.includes(reference) ? 200 : 2 + ((place * 11) % 90),
          place,
          by,
        );
        // Only the one with an account of the own has said yes there; the others told their coordinator.
        const given =
          reference === demoParticipant
            ? { how: "self", by: name! }
            : { how: place % 2 === 0 ? "paper" : "spoken", by };
        if (place % 3 !== 2) await seedConsent(tx, associationId, id, place, given);
      }
    });
  }
}

type Tx = Parameters<Parameters<typeof withActor>[1]>[0];

/**
 * Most have said yes to their work profile, some still have to, and a few profiles are old or only begun. None is older
 * than the kartläggning it belongs to.
 */
async function seedProfileStatus(
  tx: Tx,
  participantId: string,
  daysAgo: number,
  place: number,
  by: string,
): Promise<void> {
  const moment = sql`(SELECT greatest(now() - make_interval(days => ${daysAgo}), p.mapped_on + time '10:00')
                        FROM participants p WHERE p.id = participant_id)`;
  if (place % 7 === 5) {
    await tx.execute(sql`
      UPDATE work_profiles SET status = 'started', profile = profile - 'maxKm' - 'supportNeed', updated_by_name = ${by},
             updated_at = ${moment}
       WHERE participant_id = ${participantId}`);
    return;
  }
  const confirmed = place === 0 || place % 4 !== 3;
  await tx.execute(sql`
    UPDATE work_profiles
       SET status = ${confirmed ? "confirmed" : "complete"}, updated_by_name = ${by},
           updated_at = ${moment}, confirmed_at = CASE WHEN ${confirmed} THEN ${moment} END
     WHERE participant_id = ${participantId}`);
}

async function seedConsent(
  tx: Tx,
  associationId: number,
  participantId: string,
  place: number,
  { how, by }: { how: string; by: string },
): Promise<void> {
  const from = dayAfter(today(), -(5 + ((place * 7) % 60)));
  await tx.execute(sql`
    INSERT INTO consents (association_id, participant_id, purpose, text_version, given_how, recorded_by_name, valid_from, valid_until)
    SELECT ${associationId}, ${participantId}, 'present_to_employers', '2026-1', ${how}, ${by},
           greatest(${from}::date, (SELECT max(referred_on) FROM referrals r WHERE r.participant_id = ${participantId})),
           ${dayAfter(from, 180)}::date
     WHERE NOT EXISTS (SELECT FROM consents WHERE participant_id = ${participantId})`);
}
