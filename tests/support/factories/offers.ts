import { publicActor } from "#app/domain/identity/actor";
import type { OfferAnswers } from "#app/domain/placements/offer-answers";
import { confirmOffer } from "#app/services/placements/offer-confirm.server";
import { beginOffer, saveAnswers } from "#app/services/placements/offer-draft.server";
import { sendOffer } from "#app/services/placements/offer-send.server";
import { runDueJobs } from "#tests/support/jobs";
import { mailsTo, secretIn } from "#tests/support/mailbox";

let count = 0;

/** A number of its own with a check digit that fits. */
export function aNumber(): string {
  count += 1;
  const nine = `5590${String(10_000 + count)}`;
  const sum = [...nine].reduce((total, digit, index) => {
    const weighted = Number(digit) * (index % 2 === 0 ? 2 : 1);
    return total + (weighted > 9 ? weighted - 9 : weighted);
  }, 0);
  return `${nine.slice(0, 6)}-${nine.slice(6)}${(10 - (sum % 10)) % 10}`;
}

/** Everything that a whole offer needs, from somebody of its own in Lindesberg. */
export function someAnswers(changed: OfferAnswers = {}): OfferAnswers {
  const organisationNumber = aNumber();
  return {
    tasks: ["packning", "second_hand"],
    description: "Vi packar varor på förmiddagarna.",
    title: "",
    suggestedTitle: "Packa varor och sortera kläder",
    employerName: `Återbruket ${count} AB`,
    organisationNumber,
    workplaceName: "",
    address: `Storgatan ${count}`,
    locality: "Lindesberg",
    lat: "",
    lon: "",
    hours: "two_a_day",
    weekdays: ["man", "ons", "fre"],
    weeks: "any",
    demand_lyft: "2",
    demand_tempo: "unknown",
    otherRequirements: [],
    adaptations: ["eget_tempo"],
    contactName: "Ulla Franzén",
    email: `ulla${count}@aterbruket.example`,
    phone: `0581-100 ${String(count).padStart(2, "0")}`,
    supervising: "self",
    supervisor: "",
    capacity: "2",
    supportLevel: "unknown",
    ...changed,
  };
}

const address = "192.0.2.7";

/** An offer that was typed and sent; `token` is what the mailed confirmation link carries. */
export async function aSentOffer(answers: OfferAnswers = someAnswers()) {
  const begun = await beginOffer(publicActor, "sv", address);
  if (!begun.ok) throw new Error(begun.code);
  await saveAnswers(publicActor, begun.secret, answers);
  const sent = await sendOffer(publicActor, begun.secret, address);
  if (!sent.ok) throw new Error(sent.code);
  await runDueJobs();
  const email = String(answers.email);
  return { answers, email, secret: begun.secret, token: secretIn(mailsTo(email).at(-1), "bekrafta") };
}

/** An offer whose address is confirmed. */
export async function aConfirmedOffer(answers: OfferAnswers = someAnswers()) {
  const offer = await aSentOffer(answers);
  const confirmed = await confirmOffer(publicActor, offer.token);
  if (!confirmed.ok) throw new Error(confirmed.code);
  await runDueJobs();
  return { ...offer, published: confirmed.published };
}
