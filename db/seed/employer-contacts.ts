import { sql } from "drizzle-orm";
import { dayAfter } from "#app/domain/organisations/day";
import { today } from "#app/platform/clock.server";
import { orderAskAgain } from "#app/services/organisations/remind-ask-again.server";
import { withActor } from "#db/client.server";
import type { DemoAccounts } from "#db/seed/accounts";
import { seedActor } from "#db/seed/associations";

const notes: [channel: string, note: string][] = [
  ["telefon", "Kan ta emot en person till efter nyår. Vill ha korta pass i början."],
  ["besok", "Visade runt i lokalerna. Lugnt på förmiddagarna, gott om plats att sitta."],
  ["mejl", "Skickade information om vad handledaren behöver göra."],
  ["telefon", "Ont om tid före jul. Ringer igen i januari."],
  ["besok", "Träffade handledaren. Hon har haft praktikanter förut och vill gärna ha fler."],
  ["sms", "Bekräftade tiden för nästa besök."],
];

const tired = ["Järnboås Djurgård AB", "Karlholms Marina AB"];
const hesitant = [
  "Tärnsjö Läderverkstad AB",
  "Kopparberg Hantverkshus ek. för.",
  "Skäret Packservice AB",
  "Ljusnarshyttans Värdshus AB",
];

/** Who holds each relation, what was said lately, and a few who want to be left in peace for now. */
export async function seedEmployerContacts(associations: number[], accounts: DemoAccounts): Promise<void> {
  await withActor(seedActor(associations[0]!), async (tx) => {
    const employers = await tx.execute<{
      id: number;
      name: string;
      municipality: string;
      contacts: number;
    }>(sql`
      SELECT e.id, e.name, min(w.municipality_code) AS municipality, (SELECT count(*)::integer FROM employer_contacts c
               WHERE c.employer_id = e.id) AS contacts
        FROM employers e JOIN workplaces w ON w.employer_id = e.id
       GROUP BY e.id ORDER BY e.id`);
    for (const [place, { id, name, municipality, contacts }] of employers.entries()) {
      const holder = accounts.coordinators[municipality.startsWith("03") ? 1 : 0]!;
      if (place % 6 !== 4) {
        await tx.execute(sql`
          UPDATE employers SET contact_owner_user = ${holder.userId}, contact_owner_name = ${holder.name} WHERE id = ${id}`);
      }
      // A few are tired of being asked: nobody calls before the day they named.
      const appetite = tired.includes(name) ? "not_now" : hesitant.includes(name) ? "maybe" : "yes";
      if (appetite !== "yes") {
        const day = dayAfter(today(), 20 + place);
        await tx.execute(sql`
          UPDATE employers SET appetite = ${appetite}, ask_again_on = ${day}::date WHERE id = ${id}`);
        await orderAskAgain(tx, id, day);
      }
      if (contacts > 0) continue;
      for (let nth = 0; nth < 1 + (place % 3); nth++) {
        const [channel, note] = notes[(place + nth * 2) % notes.length]!;
        const associationId = associations[accounts.coordinators.indexOf(holder)]!;
        await tx.execute(sql`
          INSERT INTO employer_contacts (employer_id, association_id, user_id, user_name, channel, note, happened_on)
          VALUES (${id}, ${associationId}, ${holder.userId}, ${holder.name}, ${channel}, ${note},
                  ${dayAfter(today(), -(3 + ((place * 5) % 40) + nth * 25))}::date)`);
      }
    }
  });
}
