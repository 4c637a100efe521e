import type { FirstActivity } from "#app/domain/profiles/first-activity";
import type { KartlaggningPart } from "#app/domain/profiles/kartlaggning-parts";
import type { PartState } from "#app/domain/profiles/part-state";
import { outdatedBefore } from "#app/domain/profiles/status";

export type KartlaggningStatus = "none" | "started" | "complete" | "confirmed" | "outdated";

/** One part, as far as the whole needs it. Versions begin at 1; 0 is a part that nobody has begun. */
export type PartFacts = {
  part: KartlaggningPart;
  state: PartState;
  version: number;
  /** The version that the participant has said yes to. */
  confirmedVersion: number | null;
  /** Last saved or confirmed. */
  touchedAt: Date | null;
  /** The participant has written about this version, and has not said yes to it since. */
  openComment?: boolean;
};

/** What stands in the way of marking a kartläggning complete: the part to open, and the code of its text. */
export type Obstruction = { part: KartlaggningPart; code: "first_activity_missing" | "part_unfinished" };

/**
 * What must be mended before a kartläggning can be marked complete, in the order of the parts: every part asked through
 * ("vet inte" is an answer), and a first activity with its start date, which nobody can leave unknown. domain.md "Profile".
 */
export function obstructions(parts: readonly PartFacts[], first: FirstActivity | null): Obstruction[] {
  return parts.flatMap(({ part, state }): Obstruction[] => {
    if (part === "plan" && first === null) return [{ part, code: "first_activity_missing" }];
    return state === "none" || state === "started" ? [{ part, code: "part_unfinished" }] : [];
  });
}

/**
 * How the whole stands, derived: only the act of marking it complete is stored. A change that takes away what completion
 * asks for makes it started again; a change after the participant's yes asks for a new yes; six months untouched is old.
 */
export function kartlaggningStatus(
  completedAt: Date | null,
  parts: readonly PartFacts[],
  first: FirstActivity | null,
  now: Date,
): KartlaggningStatus {
  if (completedAt === null || obstructions(parts, first).length > 0) {
    return completedAt !== null || parts.some(({ version }) => version > 0) ? "started" : "none";
  }
  const touched = Math.max(completedAt.getTime(), ...parts.map(({ touchedAt }) => touchedAt?.getTime() ?? 0));
  if (touched < outdatedBefore(now).getTime()) return "outdated";
  return parts.every((part) => isConfirmed(part) && !part.openComment) ? "confirmed" : "complete";
}

/** The parts that one yes may cover: begun, without a yes, and nothing written against them. */
export function coveredByOneYes<P extends PartFacts>(parts: readonly P[]): P[] {
  return parts.filter((part) => part.version > 0 && !isConfirmed(part) && !part.openComment);
}

/** Whether the participant has said yes to what the part says now. */
export function isConfirmed({ version, confirmedVersion }: PartFacts): boolean {
  return version > 0 && confirmedVersion === version;
}
