import { educations, households, incomeSources } from "#app/domain/profiles/participant-vocabulary";

/** The eleven parts of a kartläggning, in order: the number that people see is the place plus one. domain.md "Profile". */
export const kartlaggningParts = [
  "nulage",
  "social",
  "halsa",
  "resurser",
  "kompetens",
  "framtid",
  "hinder",
  "arbetsprofil",
  "insatser",
  "bedomningar",
  "plan",
] as const;
export type KartlaggningPart = (typeof kartlaggningParts)[number];

/** The parts that are made of questions. The work profile has a form, versions and comments of its own. */
export type QuestionPart = Exclude<KartlaggningPart, "arbetsprofil">;
export const questionParts = kartlaggningParts.filter((part) => part !== "arbetsprofil");

/** The number of a part as people say it, 1 to 11. */
export function numberOf(part: KartlaggningPart): number {
  return kartlaggningParts.indexOf(part) + 1;
}

export function isQuestionPart(part: string): part is QuestionPart {
  return (questionParts as readonly string[]).includes(part);
}

/** The closed word lists of the questions. Unknown is no word of a list: it is an answer to every question. */
export const answerLists = {
  yesNo: ["ja", "nej"],
  rating: ["1", "2", "3", "4", "5"],
  education: educations,
  household: households,
  incomeSource: incomeSources,
  employment: ["arbetssokande", "sjukskriven", "anstalld", "studerar", "foraldraledig", "inget"],
  agency: [
    "forsakringskassan",
    "arbetsformedlingen",
    "socialtjansten",
    "varden",
    "kommunen",
    "kriminalvarden",
    "annan",
  ],
  housing: ["egen", "andra_hand", "hos_nagon", "med_stod", "tillfalligt", "saknar"],
  licence: ["korkort_c", "truckkort", "heta_arbeten", "maskinforare", "motorsag"],
} as const satisfies Record<string, readonly string[]>;
export type AnswerList = keyof typeof answerLists;

/** A column of participants that reports count: the part writes it, and keeps no copy. domain.md "Statistics". */
export type StatisticColumn = "education" | "household" | "incomeSource" | "obstacles";

/** One field of a row: short text, a date, or one word of a list. `required` as soon as the row says anything. */
export type Column = { key: string; kind: "line" | "text" | "date" | AnswerList; required?: true };

/** One question of a part. `optional` ones are not waited for. */
export type Question = {
  key: string;
  /** Text of several lines, one line, one word, several words, or rows of fields. */
  kind: "text" | "line" | "date" | "one" | "several" | "rows";
  list?: AnswerList;
  columns?: readonly Column[];
  optional?: true;
  column?: StatisticColumn;
};

const ownWords: Question = { key: "egna_ord", kind: "text", optional: true };
const obstacle = (key: string): Question => ({ key, kind: "one", list: "yesNo", column: "obstacles" });

/** What each part asks, the participant's own words first. domain.md "Profile"; one text each in i18n/kartlaggning.ts. */
export const questions: Record<QuestionPart, readonly Question[]> = {
  nulage: [
    ownWords,
    { key: "forsorjning", kind: "one", list: "incomeSource", column: "incomeSource" },
    { key: "sysselsattning", kind: "one", list: "employment" },
    { key: "myndigheter", kind: "several", list: "agency" },
    { key: "sedan", kind: "line" },
  ],
  social: [
    ownWords,
    { key: "hushall", kind: "one", list: "household", column: "household" },
    { key: "boende", kind: "one", list: "housing" },
    { key: "ekonomi", kind: "text" },
    { key: "tider", kind: "text" },
  ],
  halsa: [
    { key: "egna_ord", kind: "text" },
    { key: "vardag", kind: "text" },
    { key: "hjalper", kind: "text" },
  ],
  resurser: [
    { key: "egna_ord", kind: "text" },
    { key: "styrkor", kind: "text" },
    { key: "intressen", kind: "text" },
    { key: "stod", kind: "text" },
  ],
  kompetens: [
    ownWords,
    { key: "utbildning", kind: "one", list: "education", column: "education" },
    {
      key: "arbeten",
      kind: "rows",
      columns: [
        { key: "vad", kind: "line", required: true },
        { key: "var", kind: "line" },
        { key: "nar", kind: "line" },
      ],
    },
    { key: "sprak", kind: "line" },
    { key: "behorigheter", kind: "several", list: "licence" },
  ],
  framtid: [ownWords, { key: "mal", kind: "text" }, { key: "uppgifter", kind: "text" }],
  hinder: [
    ownWords,
    obstacle("psykiska"),
    obstacle("fysiska"),
    obstacle("kompetens"),
    obstacle("sjalvfortroende"),
    { key: "egen_skattning", kind: "one", list: "rating" },
    obstacle("social"),
    { key: "lattare", kind: "text", optional: true },
  ],
  insatser: [
    ownWords,
    {
      key: "insatser",
      kind: "rows",
      columns: [
        { key: "vad", kind: "line", required: true },
        { key: "vem", kind: "agency" },
        { key: "fran", kind: "date" },
        { key: "till", kind: "date" },
      ],
    },
    {
      key: "kontakter",
      kind: "rows",
      columns: [
        { key: "vem", kind: "line", required: true },
        { key: "var", kind: "agency" },
        { key: "nas", kind: "line" },
      ],
    },
  ],
  bedomningar: [
    ownWords,
    {
      key: "bedomningar",
      kind: "rows",
      columns: [
        { key: "datum", kind: "date", required: true },
        { key: "myndighet", kind: "agency", required: true },
        { key: "bedomning", kind: "text", required: true },
      ],
    },
  ],
  plan: [
    ownWords,
    { key: "mal", kind: "text" },
    {
      key: "delmal",
      kind: "rows",
      columns: [
        { key: "delmal", kind: "line", required: true },
        { key: "senast", kind: "date" },
      ],
    },
    { key: "forsta_aktivitet", kind: "line" },
    { key: "forsta_start", kind: "date" },
    { key: "forsta_ansvarig", kind: "line", optional: true },
  ],
};

/** The questions whose answer may be that there are none: several words, or rows. */
export function mayBeNone(question: Question): boolean {
  return question.kind === "several" || question.kind === "rows";
}
