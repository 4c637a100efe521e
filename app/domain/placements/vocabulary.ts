/** The closed word lists of a placement. Source: domain.md "Placement". Order is display order. */

export const placementKinds = ["praktik", "arbetsprovning", "arbetstraning", "skyddad"] as const;
export type PlacementKind = (typeof placementKinds)[number];

export const purposes = [
  "prova_pa",
  "arbetslivserfarenhet",
  "referens",
  "sprak",
  "bedomning",
  "stegforflyttning",
] as const;
export type Purpose = (typeof purposes)[number];

/** Every task belongs to exactly one group; the groups decide the half-way wish score. */
export const taskGroups = {
  kok: ["kok_restaurang", "kafe", "bageri"],
  handel: ["butik_lager", "packning", "second_hand", "atervinning"],
  ute: ["tradgard_park", "vaxthus", "skog", "utomhusservice", "djur"],
  hantverk: ["snickeri", "malning", "textil", "montering", "verkstad", "fordon", "cykelverkstad"],
  service: ["vaktmasteri", "lokalvard", "tvatt"],
  kontor: ["kontor", "reception", "media_data", "bibliotek_kultur"],
  manniskor: ["vard_omsorg", "barn_skola"],
} as const;
export type TaskGroup = keyof typeof taskGroups;
export const taskGroupNames = Object.keys(taskGroups) as TaskGroup[];
export type Task = (typeof taskGroups)[TaskGroup][number];
export const tasks: readonly Task[] = Object.values(taskGroups).flat();

const groupByTask = new Map<Task, TaskGroup>(
  taskGroupNames.flatMap((group) => taskGroups[group].map((task) => [task, group] as const)),
);

/** The group that a task belongs to. */
export function groupOf(task: Task): TaskGroup {
  return groupByTask.get(task)!;
}

/** What a place asks (0 none … 3 much), mirrored by what a person manages (0 … 3). */
export const demands = [
  "lyft",
  "staende",
  "tempo",
  "sociala_kontakter",
  "buller",
  "koncentration",
  "sjalvstandighet",
  "lasa_skriva",
  "tala_svenska",
  "finmotorik",
] as const;
export type Demand = (typeof demands)[number];
export const levels = [0, 1, 2, 3] as const;
export type Level = (typeof levels)[number];
export type Levels = Record<Demand, Level>;

/** Each adaptation and the demands it eases. `flexibel_start` eases none: it is a need of its own. */
export const adaptationEases = {
  eget_tempo: ["tempo"],
  tata_pauser: ["tempo", "staende", "koncentration"],
  tyst_rum: ["buller", "koncentration"],
  sittande_arbete: ["staende"],
  hjalpmedel: ["lyft", "finmotorik"],
  fast_handledare: ["sjalvstandighet", "sociala_kontakter"],
  korta_pass: ["staende", "koncentration", "tempo"],
  skriftliga_instruktioner: ["tala_svenska", "koncentration"],
  bildstod: ["lasa_skriva", "tala_svenska"],
  flexibel_start: [],
} as const satisfies Record<string, readonly Demand[]>;
export type Adaptation = keyof typeof adaptationEases;
export const adaptations = Object.keys(adaptationEases) as Adaptation[];

export const otherRequirements = [
  "korkort_b",
  "utdrag_belastningsregistret",
  "drogfri_arbetsplats",
  "skyddsklader",
  "tystnadsplikt",
] as const;
export type OtherRequirement = (typeof otherRequirements)[number];

export const weekdays = ["man", "tis", "ons", "tors", "fre", "lor", "son"] as const;
export type Weekday = (typeof weekdays)[number];

export const placementStatuses = ["draft", "in_review", "published", "paused", "archived"] as const;
export type PlacementStatus = (typeof placementStatuses)[number];

export const visibilities = ["public", "signed_in", "coordinators"] as const;
export type Visibility = (typeof visibilities)[number];

/** Who pays for a placement: nobody, or the agency that commissions it. */
export const financings = ["none", "agency"] as const;
export type Financing = (typeof financings)[number];

export const sectors = [
  "privat",
  "kommun",
  "region",
  "stat",
  "ideell",
  "socialt_foretag",
  "samhall",
] as const;
export type Sector = (typeof sectors)[number];

/** Days after which a listing asks to be confirmed. After 120 search hides it (0004). domain.md "Placement". */
export const confirmReminderDays = 60;
