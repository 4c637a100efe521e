/** Kinds of activity in a plan; `vard` is care beside it, told to nobody outside the circle but by its kind. */
export const activityKinds = [
  "samtal",
  "studiebesok",
  "grupp",
  "utbildning",
  "praktik",
  "vard",
  "eget",
  "annat",
] as const;
export type ActivityKind = (typeof activityKinds)[number];

export const activityStatuses = ["planned", "ongoing", "done", "cancelled"] as const;
export type ActivityStatus = (typeof activityStatuses)[number];
/** What an activity may become: a mistake can be taken back. */
export const activitySteps: Record<ActivityStatus, readonly ActivityStatus[]> = {
  planned: ["ongoing", "done", "cancelled"],
  ongoing: ["done", "cancelled"],
  done: ["ongoing"],
  cancelled: ["planned"],
};

/** Whether an activity that is there may be saved with this status. */
export function mayBecome(from: ActivityStatus, to: ActivityStatus): boolean {
  return from === to || activitySteps[from].includes(to);
}

export const goalStatuses = ["open", "reached", "changed"] as const;
export type GoalStatus = (typeof goalStatuses)[number];

export const commitmentStatuses = ["promised", "kept", "ended"] as const;
export type CommitmentStatus = (typeof commitmentStatuses)[number];

/** What the person wants. Dates are ISO dates. */
export type PlanGoal = {
  id: string;
  goal: string;
  targetOn: string | null;
  status: GoalStatus;
  version: number;
};

/** Something that happens on the way. Times are HH:MM. */
export type PlanActivity = {
  id: string;
  goalId: string | null;
  kind: ActivityKind;
  title: string;
  responsible: string;
  startsOn: string;
  endsOn: string | null;
  startsAt: string | null;
  endsAt: string | null;
  place: string;
  wayThere: string;
  askFor: string;
  phone: string;
  bring: string;
  status: ActivityStatus;
  /** The first activity of part 11 of the kartläggning. */
  isFirst: boolean;
  version: number;
};

/** What an agency, or somebody else by name, has promised. */
export type PlanCommitment = {
  id: string;
  agencyId: number | null;
  agency: string | null;
  party: string;
  what: string;
  startsOn: string | null;
  endsOn: string | null;
  status: CommitmentStatus;
  version: number;
};

/** A working note of the staff's. */
export type PlanNote = { id: string; note: string; byName: string; notedAt: string };

export type Plan = {
  goals: PlanGoal[];
  activities: PlanActivity[];
  commitments: PlanCommitment[];
};

/** The plan as a case worker may read it: of care beside it only that there is some, and when. */
export function forCaseWorker(plan: Plan): Plan {
  return {
    ...plan,
    activities: plan.activities.map((activity) =>
      activity.kind === "vard"
        ? {
            ...activity,
            title: "",
            responsible: "",
            place: "",
            wayThere: "",
            askFor: "",
            phone: "",
            bring: "",
          }
        : activity,
    ),
  };
}
