import { lastDay } from "#app/domain/consent/consent-form";
import { dayAfter } from "#app/domain/organisations/day";
import { demands, weekdays } from "#app/domain/placements/vocabulary";
import { today } from "#app/platform/clock.server";
import { agreementHash } from "#tests/support/factories/agreement-hash";

// Forms of the product, filled in as a person would: see `Form` in routes.ts.

const levels = (level: string) =>
  Object.fromEntries(
    demands.flatMap((demand) => [
      [`abilities.${demand}`, level],
      [`demands.${demand}`, level],
    ]),
  );

export const newParticipant = {
  reference: "N-7300",
  protectedIdentity: "none",
  name: "Ny Person",
  sex: "kvinna",
  birthYear: "1990",
  municipality: "1884",
  locality: "Nora",
};

/** The canaries stay in their places, so that they can still be found afterwards. */
export const changedParticipant = {
  ...newParticipant,
  reference: ":participant",
  name: "kanarie-:whose-namn",
  email: "kanarie-:whose-epost@probe.example",
  locality: "kanarie-:whose-ort",
  version: "1",
};

export const workProfile = {
  version: "2",
  gor: "klar",
  kinds: ["praktik"],
  startHours: "8",
  targetHours: "20",
  longestDay: "4",
  weekdays: [...weekdays.slice(0, 5)],
  ...levels("2"),
  supportNeed: "1",
  tasks: ["kontor"],
  locality: "Nora",
  maxKm: "25",
};

export const employer = {
  organisationNumber: "556016-0714",
  name: "Ekens Café",
  locality: "Nora",
  sector: "privat",
  appetite: "yes",
};

/** In the order that `weightsKey` writes them. */
export const weights = {
  demands: "40",
  adaptations: "10",
  wishes: "20",
  distance: "15",
  growth: "10",
  support: "5",
};

export const employerContact = {
  key: "5f0c7c1e-8a43-4a4e-9f0e-0d6c1b6f0a11",
  channel: "telefon",
  happenedOn: today(),
  note: "Ringde",
};

export const consentOnPaper = {
  givenHow: "paper",
  language: "sv",
  validFrom: today(),
  validUntil: lastDay(today(), 11),
  read: "on",
};

export const placement = {
  organisationNumber: "556016-0680",
  employerName: "Kvarnen",
  sector: "privat",
  workplaceName: "Kvarnen",
  address: "Storgatan 1",
  locality: "Nora",
  contactName: "Kim Kontakt",
  contactPhone: "0587-123 45",
  title: "Mala mjöl",
  kinds: ["praktik"],
  tasks: ["kontor"],
  hoursMin: "8",
  hoursMax: "20",
  shortestDay: "2",
  weekdays: [...weekdays.slice(0, 5)],
  weeksMin: "4",
  weeksMax: "12",
  capacity: "3",
  supportLevel: "1",
  ...levels("1"),
  financing: "none",
  visibility: "public",
};

/** What the employer of a1 writes itself, at its only workplace. */
export const ownPlacement = { ...placement, workplace: "1", title: "Mala eget mjöl" };

export const changedPlacement = { ...placement, title: "Mala mer mjöl" };

export const importedFile = {
  innehall: "deltagare",
  fil: { file: "deltagare.csv", text: "referens;kommun\r\nN-7301;Nora\r\n" },
};

/** What a form carries so that it counts once, however often it is sent. */
export const key = "3b241101-e2bb-4255-8caf-4136c566a962";

export const referral = {
  key,
  about: "new",
  protectedIdentity: "none",
  name: "Ny Person",
  purpose: "Pröva 8 timmar i veckan",
  question: "Hur många timmar håller?",
  agreed: "on",
};

export const interest = { key: "3b241101-e2bb-4255-8caf-4136c566a963", purpose: "Komma ut" };

export const meeting = { key, date: dayAfter(today(), 100), time: "13.00" };

export const activity = {
  key: ":activity",
  version: "1",
  kind: "grupp",
  title: "kanarie-:whose-aktivitet",
  responsible: "kanarie-:whose-ansvarig",
  startsOn: dayAfter(today(), 100),
};

export const suggestion = { key, workplace: "Kvarnen", place: "Nora", mayContact: "yes" };

export const onPaper = {
  version: "1",
  hash: agreementHash,
  slot: "participant",
  reason: "signed_on_paper",
  note: "I pärmen",
  typed: "Person samordnare",
  underlag: { file: "papper.pdf", text: "%PDF-1.7" },
};

/** Days of rest in an agreement that lasts long, and an earlier end of those that it has (factories/agreement-canaries). */
export const pause = { gor: "pausa", from: "2098-01-01", returnsOn: "2098-01-08", note: "Vilar." };
export const resume = { gor: "borja-igen", returnsOn: "2097-01-05" };

/** One day's attendance. */
export const attendanceOf = (day: string) => ({
  gor: "narvaro",
  p0: ":agreement",
  [`p0.${day}.val`]: "present",
  [`p0.${day}.timmar`]: "2,5",
  [`p0.${day}.last`]: "0",
});

/** How an agreement ended. */
export const closing = {
  outcome: "utbildning",
  educationForm: "komvux",
  selfSufficiency: "delvis",
  answer: "partly",
  answerWords: "Åtta timmar.",
  nextStep: "Ansöka till komvux",
  responsible: "Coachen",
  nextOn: "2099-05-01",
};

/** How the supervisor is reached; the name stays as it is (a coach may not change it). */
export const reached = {
  supervisorName: "Maj Lindqvist",
  supervisorTitle: "trädgårdsmästare",
  supervisorPhone: "070-174 06 55",
};

/** What was said at a contact; the id is the phone's own. */
export const contactLog = (id: string) => ({
  id,
  heldOn: "2026-02-03",
  heldAt: "10:15",
  form: "telefon",
  withWhom: ["participant"],
  words: "kanarie-:whose-uppfoljning",
  workingNote: "on",
  next: "none",
});

const six = ["trivs", "uppgifter", "tempo", "stod", "ork", "nasta_steg"];

/** A participant's own answers, one of them skipped. */
export const ownRating = {
  p0: ":agreement",
  "p0.skattning": "grund.1",
  ...Object.fromEntries(six.map((item) => [`p0.i.${item}`, item === "ork" ? "vill_inte" : "4"])),
};

/** What was said to staff. */
export const notedRating = {
  gor: "skriv-in",
  day: "2026-02-04",
  logId: "7c0c9a9e-9f9d-4d0f-8f3a-0e4f4a6b7c11",
  skattning: "grund.1",
  "skattning.coach.trivs": "4",
};

/** One statement of an association's own. */
export const instrument = {
  gor: "spara",
  seen: "0",
  name: "Våra påståenden",
  "p0.statement.sv": "Kommer i tid",
  "p0.plain.sv": "Jag kommer i tid.",
  "p0.topic.sv": "tiderna",
  "p0.low.sv": "inte alls",
  "p0.high.sv": "alltid",
};

/** What staff do when it is over: a certificate, the supervisor asked, an answer that was given by telephone. */
export const afterwards: readonly Record<string, string>[] = [
  {
    gor: "intyg",
    seen: "1",
    tasks: "kanarie-:whose-intyg",
    strengths: "kanarie-:whose-intyg",
    adaptations: "",
  },
  { gor: "referens" },
  { gor: "svar", months: "3", doing: "annat", feeling: "bra", words: "", how: "telefon" },
];

/** One step of a rhythm: contact every third week. */
export const rhythm = (intent: string) => ({
  gor: intent,
  version: "0",
  "steg.0.time": "every",
  "steg.0.count": "3",
  "steg.0.unit": "weeks",
  "steg.0.purpose": "contact",
  "steg.0.form": "telefon",
});

/** A follow-up that is late, put off. */
export const snooze = {
  until: dayAfter(today(), 7),
  reason: "kanarie-:whose-uppfoljning",
};
