import type { QuestionPart } from "#app/domain/profiles/kartlaggning-parts";
import { type PartAnswers, unasked } from "#app/domain/profiles/part-answers";
import { outdatedBefore } from "#app/domain/profiles/status";
import type { WorkProfileStatus } from "#app/domain/profiles/work-profile";

/** How a part stands. `unknown`: everything was asked and nobody knew. `outdated`: done more than six months ago. */
export const partStates = ["none", "started", "done", "unknown", "outdated"] as const;
export type PartState = (typeof partStates)[number];

/** How a part of questions stands at a moment. `touchedAt`: last saved, or confirmed by the participant. */
export function partState(
  part: QuestionPart,
  stored: (PartAnswers & { touchedAt: Date }) | null,
  now: Date,
): PartState {
  if (!stored) return "none";
  if (unasked(part, stored).length > 0) return "started";
  if (stored.touchedAt < outdatedBefore(now)) return "outdated";
  return Object.keys(stored.answers).length === 0 ? "unknown" : "done";
}

/** How part 8 stands, said as the other parts say it. */
export function workProfileState(status: WorkProfileStatus | "none"): PartState {
  return status === "complete" || status === "confirmed" ? "done" : status;
}
