import { z } from "zod";
import {
  type Adaptation,
  adaptationEases,
  type Demand,
  demands,
  type Level,
} from "#app/domain/placements/vocabulary";
import { noPersonalNumber } from "#app/domain/profiles/plain-words";

/** What the listing says, as far as it can be compared with what was. Hours per week. */
export type ListingFacts = {
  hoursMin: number;
  hoursMax: number;
  adaptations: readonly Adaptation[];
  /** Null where nobody knows yet. */
  demands: Partial<Record<Demand, Level | null>>;
};
/** What was agreed and lived: the hours of the first week, the most of any week, and what was made easier. */
export type LivedFacts = { firstHours: number; mostHours: number; adaptations: readonly Adaptation[] };

/** One concrete change of a listing. */
export type ListingChange =
  | { key: "hours"; is: "hours"; from: readonly [number, number]; to: readonly [number, number] }
  | { key: string; is: "adaptation"; adaptation: Adaptation }
  | { key: string; is: "demand"; demand: Demand; from: Level; to: Level; because: Adaptation };

/**
 * What to change in a listing so that it says what it was like: hours outside its range widen it, an adaptation that was used
 * is offered, and a demand that such an adaptation eased, and that is asked much of, is one step lower: once, so not what was
 * `taken` already.
 */
export function listingChanges(
  listing: ListingFacts,
  lived: LivedFacts,
  taken: readonly string[] = [],
): ListingChange[] {
  const to = [
    Math.max(1, Math.min(listing.hoursMin, lived.firstHours)),
    Math.min(60, Math.max(listing.hoursMax, lived.mostHours)),
  ] as const;
  const changes: ListingChange[] = [];
  if (to[0] !== listing.hoursMin || to[1] !== listing.hoursMax)
    changes.push({ key: "hours", is: "hours", from: [listing.hoursMin, listing.hoursMax], to });
  for (const adaptation of lived.adaptations)
    if (!listing.adaptations.includes(adaptation))
      changes.push({ key: `adaptation:${adaptation}`, is: "adaptation", adaptation });
  for (const demand of demands) {
    const from = listing.demands[demand];
    const because = lived.adaptations.find((one) => adaptationEases[one].some((eased) => eased === demand));
    const key = `demand:${demand}`;
    if (from !== undefined && from !== null && from >= 2 && because && !taken.includes(key))
      changes.push({ key, is: "demand", demand, from, to: (from - 1) as Level, because });
  }
  return changes;
}

/** The listing with these of the changes made. */
export function withChanges(listing: ListingFacts, changes: readonly ListingChange[]): ListingFacts {
  const changed = { ...listing, adaptations: [...listing.adaptations], demands: { ...listing.demands } };
  for (const change of changes) {
    if (change.is === "hours") [changed.hoursMin, changed.hoursMax] = change.to;
    else if (change.is === "adaptation") changed.adaptations.push(change.adaptation);
    else changed.demands[change.demand] = change.to;
  }
  return changed;
}

/** What an employer says afterwards. */
export type Lessons = { wentWell: string; toChange: string };

/** The same with the listing that it is about, who wrote it and when; nobody's name or code. Times are ISO strings. */
export type EmployerLesson = Lessons & {
  title: string;
  byName: string;
  writtenAt: string;
  accepted: string[];
};

const words = z
  .string()
  .trim()
  .max(800, { error: "text_too_long" })
  .refine(...noPersonalNumber)
  .default("");
/** At least one of the two. Messages are codes of `closing:error.*`. */
export const lessonsFormSchema = z
  .object({ wentWell: words, toChange: words })
  .superRefine(({ wentWell, toChange }, context) => {
    if (wentWell === "" && toChange === "")
      context.addIssue({ code: "custom", path: ["wentWell"], message: "lessons_required" });
  });
export type LessonsForm = z.input<typeof lessonsFormSchema>;
