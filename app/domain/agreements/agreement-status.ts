/** Where an agreement stands. What follows from dates and signatures is derived, never stored (state.ts). domain.md "Agreement". */
export const agreementStatuses = [
  "draft",
  "out_for_signature",
  "in_force",
  "closed",
  "ended_early",
  "cancelled",
] as const;
export type AgreementStatus = (typeof agreementStatuses)[number];

export const openStatuses = ["draft", "out_for_signature", "in_force"] as const;

/** Whether nothing more is written or signed. */
export function hasEnded(status: AgreementStatus): boolean {
  return !openStatuses.some((open) => open === status);
}

/**
 * Steps that can be taken. Some lead nowhere else: `amended` gives an agreement in force a version on its way, `paused` and
 * `resumed` leave days out of it, and `recorded` writes how one ended that was ended early.
 */
export const agreementSteps = [...agreementStatuses, "amended", "paused", "resumed", "recorded"] as const;
export type AgreementStep = (typeof agreementSteps)[number];

const staying: Partial<Record<AgreementStep, AgreementStatus>> = {
  amended: "in_force",
  paused: "in_force",
  resumed: "in_force",
  recorded: "ended_early",
};

/** Where an agreement stands after a step. */
export function statusAfter(step: AgreementStep): AgreementStatus {
  return staying[step] ?? (step as AgreementStatus);
}

/**
 * Where one version of the text stands. `withdrawn`: it was out, was called back, and lives on as the history of what
 * had been signed. `dropped`: an amendment that nobody wants any more.
 */
export const versionStatuses = ["draft", "out_for_signature", "agreed", "withdrawn", "dropped"] as const;
export type VersionStatus = (typeof versionStatuses)[number];

/** Why an agreement never began. */
export const cancelReasons = [
  "participant_changed_mind",
  "employer_changed_mind",
  "other_plan",
  "drawn_up_wrong",
  "other",
] as const;
/** Why it stopped before its last day. Without blame: nobody has to say more. */
export const earlyEndReasons = [
  "got_work",
  "got_education",
  "other_placement",
  "health",
  "does_not_fit",
  "workplace_cannot",
  "moved",
  "other",
] as const;
/** What an employer is asked to choose among: nothing about the person's strength or life. */
export const employersEndReasons = ["workplace_cannot", "does_not_fit", "got_work", "other"] as const;
export type ReasonCode = (typeof cancelReasons)[number] | (typeof earlyEndReasons)[number];

/** Who wanted it to stop. */
export const initiatives = ["participant", "employer", "coordinator", "agency", "together"] as const;
export type Initiative = (typeof initiatives)[number];
