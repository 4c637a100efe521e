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

/** Steps that can be taken. `amended` leads nowhere else: the agreement stays in force and gets a version on its way. */
export const agreementSteps = [...agreementStatuses, "amended"] as const;
export type AgreementStep = (typeof agreementSteps)[number];

/** Where an agreement stands after a step. */
export function statusAfter(step: AgreementStep): AgreementStatus {
  return step === "amended" ? "in_force" : step;
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
export type ReasonCode = (typeof cancelReasons)[number] | (typeof earlyEndReasons)[number];

/** Who wanted it to stop. */
export const initiatives = ["participant", "employer", "coordinator", "agency", "together"] as const;
export type Initiative = (typeof initiatives)[number];
