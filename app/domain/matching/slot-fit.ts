import type { Candidate } from "#app/domain/matching/candidate";
import { type HinderCode, hinderCodes, hindersOf } from "#app/domain/matching/hinders";
import type { Matchable } from "#app/domain/matching/matchable";

/** How many of those who wait a free place would suit, and what stands in the way when it suits nobody. */
export type SlotFit = { fits: number; hinder: HinderCode | null };

/** What an employer can be asked about. Never that somebody would rather not go there. */
const askable = hinderCodes.filter(
  (code) => code !== "excluded" && code !== "no_free_slot" && code !== "appetite_not_now",
);

/**
 * Nobody's name or code: a number. The hinder is told when it is the only one for somebody, and for most of those: then it
 * is what the employer can be asked about.
 */
export function slotFitOf(place: Candidate, people: readonly Matchable[]): SlotFit {
  const alone = new Map<HinderCode, number>();
  let fits = 0;
  for (const person of people) {
    const hinders = hindersOf(person, place);
    if (hinders.length === 0) fits += 1;
    else if (hinders.length === 1) alone.set(hinders[0]!, (alone.get(hinders[0]!) ?? 0) + 1);
  }
  if (fits > 0) return { fits, hinder: null };
  const [most] = askable
    .filter((code) => alone.has(code))
    .sort((a, b) => (alone.get(b) ?? 0) - (alone.get(a) ?? 0));
  return { fits, hinder: most ?? null };
}
