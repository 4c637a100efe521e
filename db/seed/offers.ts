import { sql } from "drizzle-orm";
import { publicActor, systemActor } from "#app/domain/identity/actor";
import type { OfferAnswers } from "#app/domain/placements/offer-answers";
import { hashToken } from "#app/platform/session-cookie.server";
import { beginOffer, saveAnswers } from "#app/services/placements/offer-draft.server";
import { takeIn } from "#app/services/placements/offer-take-in.server";
import { withActor } from "#db/client.server";
import { findByKey, holdKey } from "#db/queries/offers.server";

const often: OfferAnswers = {
  workplaceName: "",
  lat: "",
  lon: "",
  weekdays: ["man", "tis", "ons", "tors", "fre"],
  weeks: "any",
  otherRequirements: [],
  supervising: "self",
  supervisor: "",
  capacity: "1",
  supportLevel: "unknown",
};

/** A café nobody knows yet, with much left for the coordinator to ask. */
const cafe: OfferAnswers = {
  ...often,
  tasks: ["kafe", "bageri"],
  description: "Duka, plocka disk och baka bullar. Lugnast före lunch.",
  title: "",
  suggestedTitle: "Hjälpa till i kaféet och baka och packa bröd",
  employerName: "Kafé Kvarnhjulet Nora AB",
  organisationNumber: "559401-1024",
  address: "Kvarngatan 4",
  locality: "Nora",
  hours: "two_a_day",
  demand_lyft: "1",
  demand_staende: "2",
  demand_tempo: "unknown",
  adaptations: ["eget_tempo", "korta_pass"],
  contactName: "Greta Holm",
  email: "greta@kvarnhjulet.example",
  phone: "0587-105 50",
};

/** A listing for an employer that we know, from somebody who has no right there. */
const claim: OfferAnswers = {
  ...often,
  tasks: ["packning", "atervinning"],
  description: "Sortera och packa det som lämnas in på lördagar.",
  title: "Sortera på lördagar",
  suggestedTitle: "Packa varor och sortera återvinning",
  employerName: "Hällefors Återbruk",
  organisationNumber: "559195-7187",
  workplaceName: "Återbruket Centrum",
  address: "Sikforsvägen 9",
  locality: "Hällefors",
  hours: "half_days",
  weekdays: ["lor"],
  adaptations: ["tata_pauser"],
  contactName: "Bo Ekman",
  email: "bo.ekman@aterbruk.example",
  phone: "0591-120 34",
  supervising: "unknown",
};

/** Somebody who was called away in the middle. */
const draft: OfferAnswers = {
  tasks: ["tradgard_park"],
  description: "",
  title: "",
  suggestedTitle: "Sköta trädgård och park",
  employerName: "Lindesbergs Kyrkogårdar",
  organisationNumber: "",
  workplaceName: "",
};

/** Two listings that wait for a coordinator, and one that its employer has only begun. */
export async function seedOffers(): Promise<void> {
  const there = await withActor(systemActor, (tx) => tx.execute(sql`SELECT 1 FROM placement_offers LIMIT 1`));
  if (there.length > 0) return;
  await begun(draft);
  for (const answers of [cafe, claim]) {
    const hash = hashToken(await begun(answers));
    await withActor(systemActor, async (tx) => {
      await holdKey(tx, hash);
      const offer = await findByKey(tx, hash, "write");
      const taken = offer && (await takeIn(tx, offer, String(answers.email)));
      if (!taken?.ok) throw new Error(`the demo world's offer of ${answers.employerName} is not whole`);
    });
  }
}

async function begun(answers: OfferAnswers): Promise<string> {
  const made = await beginOffer(publicActor, "sv", "demo");
  if (!made.ok) throw new Error(made.code);
  await saveAnswers(publicActor, made.secret, answers);
  return made.secret;
}
