import type { Actor } from "#app/domain/identity/actor";
import type { KartlaggningPart } from "#app/domain/profiles/kartlaggning-parts";
import { isHidden, type ProtectedIdentity } from "#app/domain/profiles/protected-identity";

/** Who may read a part: coordinator, coach and participant; or the person's own case worker too. */
export const visibilities = ["circle", "case_worker"] as const;
export type Visibility = (typeof visibilities)[number];

/** The most that each part may ever be opened. Health, home, obstacles and the work profile stay in the circle. */
export const mostVisible: Record<KartlaggningPart, Visibility> = {
  nulage: "case_worker",
  social: "circle",
  halsa: "circle",
  resurser: "case_worker",
  kompetens: "case_worker",
  framtid: "case_worker",
  hinder: "circle",
  arbetsprofil: "circle",
  insatser: "case_worker",
  bedomningar: "case_worker",
  plan: "case_worker",
};

const readers: Record<Visibility, readonly Actor["role"][]> = {
  circle: ["coordinator", "coach", "participant"],
  case_worker: ["coordinator", "coach", "participant", "case_worker"],
};

/** Whether this part can be opened to the case worker at all. Nothing of a protected identity leaves the circle. */
export function mayBeShared(part: KartlaggningPart, identity: ProtectedIdentity): boolean {
  return mostVisible[part] === "case_worker" && !isHidden(identity);
}

/** Whether a role reads a part that is set to `visibility`. Whose part it is, is the policy's question. */
export function readsPart(
  role: Actor["role"],
  part: KartlaggningPart,
  visibility: Visibility,
  identity: ProtectedIdentity,
): boolean {
  const effective = mayBeShared(part, identity) ? visibility : "circle";
  return readers[effective].includes(role);
}
