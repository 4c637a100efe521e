import { type Role, roles } from "#app/domain/identity/actor";
import type { ProposalStatus } from "#app/domain/matching/proposal-status";
import { defaultWeights, weightsKey } from "#app/domain/matching/weights";
import * as forms from "#tests/integration/access/forms";
import { agreementHash, endedHash } from "#tests/support/factories/agreement-hash";
import type { Whose } from "#tests/support/factories/two-associations";

/** Who may knock at a route: everybody, everybody signed in, these roles, or nobody (there is no such method). */
export type Knock = "public" | "signed_in" | readonly Role[] | "nobody";
/** What a route's address names. Shared things are reached by everyone who may knock. */
export type Thing =
  | "participant"
  | "proposal"
  | "agreement"
  | "ended"
  | "evidence"
  | "followup"
  | "import"
  | "placement"
  | "referral"
  | "meeting"
  | "goal"
  | "activity"
  | "commitment"
  | "suggestion"
  | "task"
  | "comment"
  | "listing"
  | { value: string };
/** Things that belong to somebody: who does not reach them must not learn that they exist. */
export const personalThings = [
  "participant",
  "proposal",
  "agreement",
  "ended",
  "evidence",
  "followup",
  "import",
  "referral",
  "meeting",
  "goal",
  "activity",
  "commitment",
  "suggestion",
  "task",
  "comment",
  "listing",
] as const;

/**
 * A form filled in so that it would be taken from somebody who may send it. ":proposal" (any kind of thing) stands for
 * the thing of whoever it is tried on, ":whose" within a text for a1, a2 or b1.
 */
export type Form = Record<string, string | readonly string[] | { file: string; text: string }>;

export type Line = {
  get: Knock;
  post: Knock;
  /** What stands in the address, by the name of its parameter. */
  params?: Record<string, Thing>;
  /** The form filled in, or each way to fill it in. An empty form is always sent as well. */
  form?: Form | readonly Form[];
  /** Where every proposal stands when such a form is sent: a visit is booked when nothing is said. */
  at?: ProposalStatus;
  /** Why even a right form is refused here, with 409: the moment is wrong. Every other filled-in form has to be taken. */
  notNow?: string;
  /** Whose things each role reaches; others are not there at all (404). Staff of a: a1 and a2, others: a1. */
  reach?: Partial<Record<Role, readonly Whose[]>>;
  /** The page answers a person without the right as if it were not there. */
  hidden?: true;
};

export type Caller = Role | "nobody signed in";
export const callers: readonly Caller[] = ["nobody signed in", ...roles];

/** Whose personal data each caller may ever be shown. */
export const reachOf: Record<Caller, readonly Whose[]> = {
  "nobody signed in": [],
  participant: ["a1"],
  employer: ["a1"],
  coordinator: ["a1", "a2"],
  coach: ["a1", "a2"],
  case_worker: ["a1"],
  board: [],
  admin: ["a1", "a2"],
};

/** The fields that a caller may be shown of those; absent means all. An employer is shown what was presented. */
export const fieldsOf: Partial<Record<Caller, readonly string[]>> = {
  employer: ["kort", "namn", "motesplats", "avtal"],
};
/** Fields that are never for these eyes, however near the person: staff's notes on a proposal. */
export const neverFor: Partial<Record<Caller, readonly string[]>> = {
  participant: [
    "fraga",
    "avslutslank",
    "uppfoljning",
    "narvarolank",
    "avtalsutkast",
    "avtalssteg",
    "avtalsnotering",
    "anteckning",
    "arbetsnotering",
    "noteradav",
    "motesnotering",
  ],
  case_worker: [
    "avslutslank",
    "intyg",
    "handledarord",
    "narvaro",
    "samtal",
    "uppfoljning",
    "narvarolank",
    "avtalsutkast",
    "avtalssteg",
    "avtalsnotering",
    "anteckning",
    "kort",
    "kommentar",
    "halsa",
    "delkommentar",
    "medicinskt",
    "arbetsnotering",
    "noteradav",
    "vardbredvid",
    "vardgivare",
  ],
  // The kartläggning is for coordinator, coach and participant.
  admin: ["halsa", "plan", "delkommentar", "medicinskt", "samtal", "uppfoljning"],
  board: ["medicinskt", "samtal", "uppfoljning"],
};

const coordinators = ["coordinator"] as const;
const readers = ["coordinator", "coach"] as const;
const importers = ["coordinator", "admin"] as const;
const participants = ["participant"] as const;
const caseWorkers = ["case_worker"] as const;
/** Everybody around an agreement. */
const agreed = ["coordinator", "coach", "participant", "employer", "case_worker"] as const;

/**
 * Every address of the product and who may knock. A route that is not here fails the probe, and so does a line without
 * a route. `get: "nobody"` is a route that only takes forms.
 */
export const table: Record<string, Line> = {
  "/": { get: "public", post: "nobody" },
  "/sa-fungerar-det": { get: "public", post: "nobody" },
  "/for-arbetsgivare": { get: "public", post: "nobody" },
  "/sa-skyddar-vi-dina-uppgifter": { get: "public", post: "nobody" },
  "/tillganglighet": { get: "public", post: "nobody" },
  "/kontakt": { get: "public", post: "nobody" },
  "/texter/:lang.json": { get: "public", post: "nobody", params: { lang: { value: "sv" } } },

  "/logga-in": { get: "public", post: "public" },
  "/logga-in/skickad": { get: "public", post: "nobody" },
  "/logga-in/glomt-losenord": { get: "public", post: "public" },
  "/logga-in/lank/:token": { get: "public", post: "public", params: { token: { value: "hittepa" } } },
  "/logga-in/nytt-losenord/:token": {
    get: "public",
    post: "public",
    params: { token: { value: "hittepa" } },
  },
  "/logga-ut": { get: "public", post: "public" },
  "/valj-roll": { get: "signed_in", post: "signed_in" },
  "/konto": { get: "signed_in", post: "signed_in" },
  "/paminnelser": { get: roles, post: roles, form: { gor: "alla-lasta" } },
  "/paminnelse/:token": {
    get: "public",
    post: "public",
    params: { token: { value: "hittepa" } },
    hidden: true,
  },
  "/konto/paminnelser": { get: roles, post: roles, form: { unsigned: ["mail", "app"], phone: "" } },
  // Only in a developer's start.
  "/dev/mail": { get: "public", post: "nobody", hidden: true },

  "/coach": { get: ["coach"], post: "nobody" },
  "/coach/deltagare": { get: ["coach"], post: "nobody" },
  "/kommentarer": { get: ["coordinator", "coach"], post: "nobody" },
  "/uppgifter": {
    get: ["coordinator", "coach", "case_worker"],
    post: ["coordinator", "coach", "case_worker"],
    form: { gor: "klar", task: ":task", remiss: ":referral" },
    // The case workers have these tasks: a coach does not do them.
    reach: { coach: [] },
  },
  "/styrgrupp": { get: ["board"], post: "nobody" },
  "/admin": { get: ["admin"], post: "nobody" },
  "/handlaggare": { get: ["case_worker"], post: "nobody" },

  "/deltagare": { get: readers, post: "nobody" },
  "/deltagare/ny": { get: coordinators, post: coordinators, form: forms.newParticipant },
  "/deltagare/:referens": {
    get: readers,
    post: coordinators,
    params: { referens: "participant" },
    form: [{ reason: "returns" }, { gor: "slutar-inte" }, { gor: "bjud-in" }],
  },
  "/deltagare/:referens/andra": {
    get: coordinators,
    post: coordinators,
    params: { referens: "participant" },
    form: forms.changedParticipant,
  },
  "/deltagare/:referens/arbetsprofil": {
    get: readers,
    post: coordinators,
    params: { referens: "participant" },
    form: forms.workProfile,
  },
  "/deltagare/:referens/kartlaggning": {
    get: readers,
    post: coordinators,
    params: { referens: "participant" },
    form: { gor: "traff", metOn: "2026-01-12" },
  },
  "/deltagare/:referens/kartlaggning/:del": {
    get: readers,
    post: coordinators,
    params: { referens: "participant", del: { value: "plan" } },
    form: { gor: "spara", version: "2", "answers.egna_ord": "kanarie-:whose-plan", "answers.mal": "Ifyllt" },
  },
  "/deltagare/:referens/kartlaggning/halsa/medicinskt": {
    get: readers,
    post: coordinators,
    params: { referens: "participant" },
    form: { version: "1", dokumenterat: "kanarie-:whose-medicinskt" },
  },
  "/min-sida/kartlaggning": { get: participants, post: participants, form: { last: "halsa:2" } },
  "/min-sida/kartlaggning/:del": {
    get: participants,
    post: participants,
    params: { del: { value: "halsa" } },
    form: [
      { gor: "stammer", version: "2" },
      { version: "2", comment: "Ifyllt" },
      { gor: "ta-tillbaka", version: "2" },
      { gor: "skatta", rating: "4", version: "2" },
      { gor: "efter", version: "2", comment: "Ifyllt" },
    ],
  },
  "/min-sida/kartlaggning/halsa/medicinskt": { get: participants, post: "nobody" },
  "/handlaggare/kartlaggning/:referens": {
    get: ["case_worker"],
    post: "nobody",
    params: { referens: "participant" },
  },
  "/deltagare/:referens/kommentar": {
    get: "nobody",
    post: readers,
    params: { referens: "participant" },
    form: { kommentar: ":comment" },
    // Nobody here is the coach's main responsibility.
    reach: { coach: [] },
  },
  "/deltagare/:referens/samtycke": {
    get: readers,
    post: coordinators,
    params: { referens: "participant" },
    form: [{ gor: "aterta" }, forms.consentOnPaper],
  },
  "/deltagare/:referens/matchning": { get: readers, post: "nobody", params: { referens: "participant" } },
  "/deltagare/:referens/matchning.csv": { get: readers, post: "nobody", params: { referens: "participant" } },
  "/admin/viktning": {
    get: importers,
    post: ["admin"],
    form: [
      { ...forms.weights, seen: weightsKey(defaultWeights) },
      { gor: "forvalt", seen: Object.values(forms.weights).join("-") },
    ],
  },
  "/min-sida/platser": { get: participants, post: "nobody" },
  "/min-sida/arbetsprofil": {
    get: participants,
    post: participants,
    form: [
      { gor: "stammer", version: "2" },
      { version: "2", comment: "Ifyllt" },
    ],
  },
  "/min-sida/samtycken": {
    get: participants,
    post: participants,
    form: [{ gor: "aterta" }, { gor: "ja", text: "2026-1" }],
  },
  "/api/undantag.json": { get: coordinators, post: "nobody" },

  "/deltagare/:referens/overenskommelse/ny": {
    get: coordinators,
    post: coordinators,
    params: { referens: "participant" },
    form: [{ forslag: ":proposal" }, { plats: ":placement" }],
  },
  "/overenskommelser": { get: readers, post: "nobody" },
  "/overenskommelser/:id": {
    get: readers,
    post: readers,
    params: { id: "agreement" },
    form: { gor: "takt", risk: "closer" },
  },
  "/overenskommelser/:id/text": { get: readers, post: "nobody", params: { id: "agreement" } },
  "/overenskommelser/:id/paus": {
    get: readers,
    post: readers,
    params: { id: "agreement" },
    form: [
      { gor: "avsluta", to: "ended_early", reason: "got_work", initiative: "together" },
      forms.pause,
      forms.resume,
    ],
  },
  "/overenskommelser/:id/andra": {
    get: readers,
    post: readers,
    params: { id: "agreement" },
    form: [{ gor: "spara", revision: "1", title: "kanarie-:whose-avtalsutkast" }, { gor: "slang" }],
  },
  "/overenskommelser/:id/andra/kontroll": {
    get: "nobody",
    post: readers,
    params: { id: "agreement" },
    form: { revision: "1", title: "kanarie-:whose-avtalskoll" },
  },
  "/min-sida/overenskommelse": {
    get: participants,
    post: participants,
    form: [{ gor: "avsluta", to: "ended_early", reason: "health" }, forms.pause, forms.resume],
  },
  "/arbetsgivare/overenskommelser/:id": {
    get: ["employer"],
    post: ["employer"],
    params: { id: "agreement" },
    form: [{ gor: "avsluta", to: "ended_early", reason: "workplace_cannot" }, forms.pause, forms.resume],
  },
  "/handlaggare/overenskommelser/:id": {
    get: caseWorkers,
    post: caseWorkers,
    params: { id: "agreement" },
    form: {
      gor: "skriv-under",
      version: "1",
      hash: agreementHash,
      slot: "agency",
      typed: "Person handlaggare",
    },
    notNow: "nothing is out to be signed",
  },
  "/overenskommelser/:id.pdf": { get: agreed, post: "nobody", params: { id: "agreement" } },
  "/overenskommelser/:id.ics": { get: agreed, post: "nobody", params: { id: "agreement" } },
  "/overenskommelser/:id/avslut": {
    get: readers,
    post: readers,
    params: { id: "agreement" },
    form: forms.closing,
  },
  "/overenskommelser/:id/sammanfattning.pdf": {
    get: ["coordinator", "coach", "case_worker"],
    post: "nobody",
    params: { id: "ended" },
  },
  "/overenskommelser/:id/efter": {
    get: readers,
    post: readers,
    params: { id: "ended" },
    form: forms.afterwards,
  },
  "/overenskommelser/:id/intyg.pdf": {
    get: ["coordinator", "coach", "participant"],
    post: "nobody",
    params: { id: "ended" },
  },
  "/min-sida/intyg": {
    get: participants,
    post: participants,
    form: [
      { gor: "val", number: "1", adaptations: "ja" },
      { gor: "andra", number: "1", words: "kanarie-:whose-intyg" },
      { gor: "ja", number: "1", hash: endedHash },
    ],
  },
  "/referens/:token": {
    get: "public",
    post: "public",
    params: { token: { value: "hittepa" } },
    hidden: true,
  },
  "/hur-gar-det/:token": {
    get: "public",
    post: "public",
    params: { token: { value: "hittepa" } },
    hidden: true,
  },
  "/tack/:token": {
    get: "public",
    post: "public",
    params: { token: { value: "hittepa" } },
    hidden: true,
  },
  "/arbetsgivare/tack/:id": {
    get: ["employer"],
    post: ["employer"],
    params: { id: "ended" },
    form: { gor: "lart", wentWell: "kanarie-:whose-avtal" },
  },
  "/overenskommelser/:id/forlang": {
    get: readers,
    post: readers,
    params: { id: "agreement" },
    form: [{ gor: "visa", revision: "1", endsOn: "2099-06-30", reportDueOn: "2099-07-10" }, { gor: "slang" }],
  },
  "/overenskommelser/:id/handledare": {
    get: readers,
    post: readers,
    params: { id: "agreement" },
    form: forms.reached,
  },
  "/overenskommelser/:id/underskrifter": {
    get: coordinators,
    post: coordinators,
    params: { id: "agreement" },
    form: [{ gor: "lank", slot: "employer_1" }, forms.onPaper],
    notNow: "nothing is out to be signed",
  },
  "/overenskommelser/:id/underlag/:underlag": {
    get: ["coordinator", "coach", "participant"],
    post: "nobody",
    params: { id: "agreement", underlag: "evidence" },
  },
  "/skriv-under/:token": {
    get: "public",
    post: "public",
    params: { token: { value: "hittepa" } },
    hidden: true,
  },
  "/uppfoljningar": { get: readers, post: "nobody" },
  "/uppfoljningar/:id/flytta": {
    get: readers,
    post: readers,
    params: { id: "followup" },
    form: { dueOn: "2097-03-04", dueAt: "10:15", form: "besok", reason: "kanarie-:whose-uppfoljning" },
  },
  "/uppfoljningar/overlamna": {
    get: readers,
    post: readers,
    form: {
      from: "probe-samordnare",
      to: "probe-coach",
      what: "chosen",
      agreements: ":agreement",
      reason: "other",
    },
    // A coach hands over the own, and has none.
    reach: { coach: [] },
  },
  "/admin/rytmer": {
    get: ["admin"],
    post: ["admin"],
    form: [forms.rhythm("visa"), forms.rhythm("spara"), { gor: "aterga", version: "1" }],
  },
  "/overenskommelser/:id/narvaro": {
    get: readers,
    post: readers,
    params: { id: "agreement" },
    form: [
      forms.attendanceOf("2026-02-04"),
      { gor: "uppfoljt", kind: "unreported", since: "2026-03-02", note: "kanarie-:whose-uppfoljning" },
      { gor: "lank", monday: "2026-02-02" },
    ],
  },
  "/overenskommelser/:id/logga": {
    get: readers,
    post: readers,
    params: { id: "agreement" },
    form: forms.contactLog("2d7c7a0e-5f1b-4c8e-9a53-0c9b0f4f01:whose"),
  },
  "/uppfoljningar/:id/logga": {
    get: readers,
    post: readers,
    params: { id: "followup" },
    form: forms.contactLog("2d7c7a0e-5f1b-4c8e-9a53-0c9b0f4f02:whose"),
  },
  "/uppfoljningar/skicka": {
    get: "nobody",
    post: readers,
    form: { ...forms.contactLog("2d7c7a0e-5f1b-4c8e-9a53-0c9b0f4f03:whose"), followup: ":followup" },
  },
  "/min-sida/narvaro": { get: participants, post: participants, form: forms.attendanceOf("2026-02-05") },
  "/arbetsgivare/narvaro": { get: ["employer"], post: ["employer"], form: forms.attendanceOf("2026-02-06") },
  "/handlaggare/overenskommelser/:id/narvaro": {
    get: caseWorkers,
    post: "nobody",
    params: { id: "agreement" },
  },
  "/narvaro/:token": {
    get: "public",
    post: "public",
    params: { token: { value: "hittepa" } },
    hidden: true,
  },
  "/overenskommelser/:id/skattningar": {
    get: readers,
    post: readers,
    params: { id: "agreement" },
    form: [
      {
        gor: "omtalat",
        code: "grund",
        item: "tempo",
        since: "2026-03-02",
        note: "kanarie-:whose-uppfoljning",
      },
      forms.notedRating,
      { gor: "lank" },
    ],
  },
  "/min-sida/skattning": { get: participants, post: participants, form: forms.ownRating },
  "/skattning/:token": {
    get: "public",
    post: "public",
    params: { token: { value: "hittepa" } },
    hidden: true,
  },
  "/admin/skattningar": {
    get: ["admin"],
    post: ["admin"],
    form: [
      { gor: "anvand", code: "egen-0000000a", version: "1", seen: "1" },
      { gor: "sluta", code: "egen-0000000a" },
    ],
  },
  "/admin/skattningar/:kod": {
    get: ["admin"],
    post: ["admin"],
    params: { kod: { value: "egen-0000000a" } },
    form: forms.instrument,
  },
  "/verifiera": { get: "public", post: "public" },
  "/kalender/:token.ics": {
    get: "public",
    post: "nobody",
    params: { token: { value: "hittepa" } },
    hidden: true,
  },
  "/konto/kalender": {
    get: ["participant", "employer"],
    post: ["participant", "employer"],
    form: [{ gor: "skapa" }, { gor: "stang" }],
  },

  "/forslag": { get: readers, post: "nobody" },
  "/forslag/:id": {
    get: readers,
    post: readers,
    params: { id: "proposal" },
    form: [{ to: "agreed" }, { to: "withdrawn" }],
  },
  "/deltagare/:referens/forslag": {
    get: readers,
    post: coordinators,
    params: { referens: "participant" },
    at: "shortlisted",
    form: [
      { intent: "shortlist", placementId: ":placement" },
      { intent: "hold", placementId: ":placement" },
      { intent: "ask", placementId: ":placement" },
      { intent: "withdraw", placementId: ":placement" },
    ],
  },
  "/min-sida": { get: participants, post: "nobody" },
  "/min-sida/kansla": { get: participants, post: participants, form: { kansla: "4" } },
  "/min-sida/kan-inte-komma": {
    get: "nobody",
    post: participants,
    form: [
      { id: ":agreement", day: "2026-02-03" },
      { id: ":agreement", day: "2026-02-03", gor: "kommer" },
    ],
  },
  "/min-sida/pausa": {
    get: participants,
    post: participants,
    form: [
      { id: ":agreement", gor: "pausa" },
      { id: ":agreement", gor: "borja-igen" },
      { id: ":agreement", gor: "sluta" },
    ],
  },
  "/min-sida/svar": { get: participants, post: "nobody" },
  "/min-sida/vagen": { get: participants, post: "nobody" },
  "/overenskommelser/:id/rapport": {
    get: readers,
    post: readers,
    params: { id: "agreement" },
    form: [
      { gor: "rapport", milestone: "due", answer: "partly", words: "kanarie-:whose-rapport", version: "0" },
      { gor: "fraga", key: "7d0f4a1e-5f43-4f0c-9a53-0f5b6c1d2e31", words: "kanarie-:whose-fraga" },
      { gor: "last" },
    ],
  },
  "/handlaggare/arenden/:referens": {
    get: caseWorkers,
    post: caseWorkers,
    params: { referens: "participant" },
    form: {
      gor: "fraga",
      agreement: ":agreement",
      key: "7d0f4a1e-5f43-4f0c-9a53-0f5b6c1d2e32",
      words: "kanarie-:whose-fraga",
    },
  },
  "/overenskommelser/:id/deltagarens-plan": {
    get: readers,
    post: readers,
    params: { id: "agreement" },
    form: [
      { gor: "vagen", steps: "Buss 304", bring: "Matlåda", recognise: "Röd väst", version: "1" },
      { gor: "hort-av" },
    ],
  },
  "/arbetsgivare/overenskommelser/:id/vagen": {
    get: ["employer"],
    post: ["employer"],
    params: { id: "agreement" },
    form: { gor: "vagen", steps: "Buss 305", bring: "Matlåda", recognise: "Röd väst", version: "1" },
  },
  "/min-sida/forslag": {
    get: "nobody",
    post: participants,
    at: "asked_participant",
    form: [
      { intent: "yes", proposalId: ":proposal" },
      { intent: "no", proposalId: ":proposal", reason: "other" },
      { intent: "withdraw", proposalId: ":proposal" },
      { intent: "interested", placementId: ":placement" },
    ],
  },

  "/handlaggare/remiss/ny": { get: caseWorkers, post: caseWorkers, form: forms.referral },
  "/handlaggare/remiss/:id": {
    get: caseWorkers,
    post: caseWorkers,
    params: { id: "referral" },
    form: forms.referral,
    notNow: "an accepted referral is not sent again",
  },
  "/min-sida/anmal-intresse": {
    get: participants,
    post: participants,
    form: forms.interest,
    notNow: "who is in does not ask to be let in",
  },
  "/remisser": { get: coordinators, post: "nobody" },
  "/remisser/:id": {
    get: coordinators,
    post: coordinators,
    params: { id: "referral" },
    form: { gor: "ta-upp" },
    notNow: "an accepted referral is not taken up",
  },
  "/arendemoten": { get: coordinators, post: "nobody" },
  "/arendemoten/ny": { get: coordinators, post: coordinators, form: forms.meeting },
  "/arendemoten/:id": {
    get: ["coordinator", "case_worker"],
    post: coordinators,
    params: { id: "meeting" },
    form: { gor: "lagg-till", referral: ":referral" },
  },
  "/arendemoten/:id/dagordning": {
    get: ["coordinator", "case_worker"],
    post: "nobody",
    params: { id: "meeting" },
  },
  "/deltagare/:referens/plan": {
    get: [...readers, "case_worker"],
    post: readers,
    params: { referens: "participant" },
    form: { key: forms.key, note: "kanarie-:whose-arbetsnotering" },
  },
  "/deltagare/:referens/plan/mal/:id": {
    get: readers,
    post: readers,
    params: { referens: "participant", id: "goal" },
    form: { key: ":goal", version: "1", goal: "kanarie-:whose-malet", status: "reached" },
  },
  "/deltagare/:referens/plan/aktivitet/:id": {
    get: readers,
    post: readers,
    params: { referens: "participant", id: "activity" },
    form: forms.activity,
  },
  "/deltagare/:referens/plan/atagande/:id": {
    get: readers,
    post: readers,
    params: { referens: "participant", id: "commitment" },
    form: { key: ":commitment", version: "1", party: "kanarie-:whose-lovar", what: "kanarie-:whose-lofte" },
  },
  "/min-sida/plan": { get: participants, post: "nobody" },
  "/min-sida/eget-forslag": { get: participants, post: participants, form: forms.suggestion },
  "/samordnare/egna-forslag": { get: coordinators, post: "nobody" },
  "/samordnare/egna-forslag/:id": {
    get: coordinators,
    post: coordinators,
    params: { id: "suggestion" },
    form: { gor: "gar-inte", reason: "other" },
  },

  "/samordnare": { get: coordinators, post: coordinators, form: { gor: "paminn", uppfoljning: ":followup" } },
  "/samordnare/vilande": { get: readers, post: readers, form: { slag: "late", vad: ":followup" } },
  "/samordnare/vilande/:slag/:vad": {
    get: readers,
    post: readers,
    params: { slag: { value: "late" }, vad: "followup" },
    form: forms.snooze,
  },
  "/arbetsgivare": {
    get: ["employer"],
    post: ["employer"],
    form: [
      { intent: "confirm", placementId: ":placement" },
      { intent: "paused", placementId: ":placement" },
      { intent: "published", placementId: ":placement" },
      { intent: "appetite", appetite: "yes" },
    ],
  },
  "/arbetsgivare/platser/:id": {
    get: ["employer"],
    post: ["employer"],
    params: { id: "placement" },
    form: forms.ownPlacement,
  },
  "/arbetsgivare/arbetsstallen": { get: ["employer"], post: "nobody" },
  "/arbetsgivare/arbetsstallen/:id": {
    get: ["employer"],
    post: ["employer"],
    params: { id: { value: "ny" } },
    form: { name: "Nya kvarnen", address: "Kvarngatan 1", locality: "Nora" },
  },
  "/arbetsgivare/personer": { get: ["employer"], post: "nobody" },
  "/arbetsgivare/personer/:id": {
    get: ["employer"],
    post: ["employer"],
    params: { id: { value: "ny" } },
    form: { name: "Ny Kollega", duty: "contact", email: "kollega@probe.example", invite: "yes" },
  },
  "/arbetsgivare/borta": { get: ["employer"], post: ["employer"], form: { gor: "tillbaka" } },
  "/arbetsgivare/att-ta-emot": { get: ["employer"], post: "nobody" },
  "/arbetsgivare/inbjudan/:token": {
    get: "public",
    post: "public",
    params: { token: { value: "hittepa" } },
  },
  "/stammer/:token": { get: "public", post: "public", params: { token: { value: "hittepa" } } },
  "/arbetsgivare/forslag/:id": {
    get: ["employer"],
    post: ["employer"],
    params: { id: "proposal" },
    at: "presented",
    form: [{ answer: "ja" }, { answer: "traffas" }, { answer: "nej", reason: "no_time" }],
  },

  "/platser": { get: "public", post: "nobody" },
  "/platser/:id": { get: "public", post: "nobody", params: { id: "placement" } },
  "/api/platser.json": { get: "public", post: "nobody" },
  "/api/platser.geojson": { get: "public", post: "nobody" },
  "/api/openapi.json": { get: "public", post: "nobody" },
  "/samordnare/platser": {
    get: coordinators,
    post: coordinators,
    form: [{ plats: ":placement" }, { plats: ":placement", status: "paused" }],
  },
  "/samordnare/platser/ny": { get: coordinators, post: coordinators, form: forms.placement },
  // Employers are everybody's: an address names one, and every coordinator reaches it.
  "/samordnare/arbetsgivare": { get: coordinators, post: "nobody" },
  "/samordnare/arbetsgivare.geojson": { get: coordinators, post: "nobody" },
  "/samordnare/arbetsgivare/ny": { get: coordinators, post: coordinators, form: forms.employer },
  "/samordnare/arbetsgivare/:id": {
    get: coordinators,
    post: coordinators,
    params: { id: { value: "1" } },
    form: forms.employerContact,
  },
  "/samordnare/arbetsgivare/:id/andra": {
    get: coordinators,
    post: coordinators,
    params: { id: { value: "1" } },
    form: forms.employer,
    notNow: "the form carries no mark of what was read",
  },
  "/samordnare/arbetsgivare/:id/arbetsstalle/:stalle": {
    get: coordinators,
    post: coordinators,
    params: { id: { value: "1" }, stalle: { value: "nytt" } },
    form: { name: "Verkstaden", address: "Storgatan 9", locality: "Nora" },
  },
  "/samordnare/arbetsgivare/:id/person/:person": {
    get: coordinators,
    post: coordinators,
    params: { id: { value: "1" }, person: { value: "ny" } },
    form: { name: "Kim Ny", phone: "070-123 45 67" },
  },
  "/samordnare/arbetsgivare/:id/kontakt/:kontakt": {
    get: coordinators,
    post: coordinators,
    params: { id: { value: "1" }, kontakt: { value: "2" } },
    form: { channel: "telefon", happenedOn: forms.employerContact.happenedOn, note: "Ringde igen" },
  },
  "/samordnare/arbetsgivare/:id/kontaktagare": {
    get: coordinators,
    post: coordinators,
    params: { id: { value: "1" } },
    form: { act: "claim", seenOwner: "", seenOpen: "" },
  },
  "/samordnare/arbetsgivare/:id/sla-ihop": {
    get: coordinators,
    post: coordinators,
    params: { id: { value: "1" } },
    form: { med: "2", typed: "556000-0002", version: "" },
    notNow: "the form carries no mark of what was read",
  },
  "/samordnare/arbetsgivarringar": { get: coordinators, post: coordinators, form: { name: "Noraringen" } },
  "/samordnare/arbetsgivarringar/:id": {
    get: coordinators,
    post: coordinators,
    params: { id: { value: "1" } },
    form: { intent: "put", employer: "1" },
  },
  "/arbetsgivare/antecknat": { get: ["employer"], post: "nobody" },
  "/admin/kontaktgrans": { get: ["admin"], post: ["admin"], form: { limit: "4" } },
  "/admin/uppdragsgivare": {
    get: ["admin"],
    post: ["admin"],
    form: { "limits[0].agencyId": "1", "limits[0].days": "14" },
  },
  "/admin/kontakt": {
    get: ["admin"],
    post: ["admin"],
    form: { askFor: "samordnaren", phone: "0980-319 210", email: "", hours: "" },
  },
  "/samordnare/platser/:id/passar": { get: coordinators, post: "nobody", params: { id: "placement" } },
  "/samordnare/platser/:id": {
    get: coordinators,
    post: coordinators,
    params: { id: "placement" },
    form: forms.changedPlacement,
    notNow: "the form carries no mark of what was read",
  },

  "/erbjud-plats": { get: "public", post: "public" },
  "/erbjud-plats/sammanfattning": { get: "public", post: "public" },
  "/erbjud-plats/senare": { get: "public", post: "public" },
  "/erbjud-plats/skickad": { get: "public", post: "public" },
  "/erbjud-plats/lank/:token": { get: "public", post: "public", params: { token: { value: "hittepa" } } },
  "/erbjud-plats/bekrafta/:token": { get: "public", post: "public", params: { token: { value: "hittepa" } } },
  "/erbjud-plats/:steg": { get: "public", post: "public", params: { steg: { value: "uppgifter" } } },
  "/samordnare/granska/:id": {
    get: importers,
    post: importers,
    params: { id: "listing" },
    form: { beslut: "refused", reasons: ["is_a_vacancy"], phone: "0587-123 45" },
    // Where a coordinator works, listings are not the administrator's to look through.
    reach: { admin: [] },
  },
  "/arbetsgivare/granska/:id": {
    get: ["employer"],
    post: ["employer"],
    params: { id: "placement" },
    form: { svar: "ours" },
  },

  "/samordnare/importera": { get: importers, post: importers, form: forms.importedFile },
  "/samordnare/importera/:id": {
    get: importers,
    post: importers,
    params: { id: "import" },
    form: { gor: "importera" },
    notNow: "no file waits to be taken in",
  },
  "/samordnare/importera/:id/fel.csv": { get: importers, post: "nobody", params: { id: "import" } },
  "/samordnare/importera/mall/platser.csv": { get: importers, post: "nobody" },
  "/samordnare/importera/mall/deltagare.csv": { get: importers, post: "nobody" },
  "/samordnare/importera/mall/arbetsprofiler.csv": { get: importers, post: "nobody" },
  "/samordnare/exportera/platser.csv": { get: importers, post: "nobody" },
  "/samordnare/exportera/deltagare.csv": { get: importers, post: "nobody" },
  "/samordnare/exportera/arbetsprofiler.csv": { get: importers, post: "nobody" },

  "/api/orter.json": { get: "public", post: "nobody" },
  "/karta/kalla.json": { get: "public", post: "nobody" },
  // Every address that is none.
  "/*": { get: "public", post: "nobody", hidden: true, params: { "*": { value: "finns-inte" } } },
  // Only with TILE_URL.
  "/karta/rutor/:z/:x/:y": {
    get: "public",
    post: "nobody",
    hidden: true,
    params: { z: { value: "1" }, x: { value: "1" }, y: { value: "1" } },
  },
};
