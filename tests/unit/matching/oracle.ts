import type { Candidate } from "#app/domain/matching/candidate";
import type { Matchable } from "#app/domain/matching/matchable";
import { adaptationEases, demands } from "#app/domain/placements/vocabulary";

/** domain.md "Matching", hinders, written once more from the text and in another way than the product does it. */
export function mustBeHinder({ profile: p, age }: Matchable, q: Candidate): boolean {
  if (new Set([...p.kinds, ...q.kinds]).size === p.kinds.length + q.kinds.length) return true;
  if (q.freeSlots < 1 || q.appetite === "not_now") return true;
  if (new Set(p.excludedEmployerIds).has(q.employerId)) return true;
  if (new Set(p.excludedWorkplaceIds).has(q.workplaceId)) return true;
  if (age !== null && (age < (q.ageMin ?? -1) || age > (q.ageMax ?? 999))) return true;
  const metres = Math.sqrt((p.from.east - q.point.east) ** 2 + (p.from.north - q.point.north) ** 2);
  if (metres > p.maxKm * 1000) return true;
  if (p.startHours < q.hoursMin || p.startHours > q.hoursMax) return true;
  let common = 0;
  for (const day of p.weekdays) if (q.weekdays.includes(day)) common++;
  const works = Array.from({ length: common }, (_, i) => i + 1).some(
    (k) => p.startHours / k >= q.shortestDay && p.startHours / k <= p.longestDay,
  );
  if (!works) return true;
  if (q.otherRequirements.includes("korkort_b") && p.drivingLicenceB === false) return true;
  const eased = new Set<string>(q.adaptations.flatMap((one) => [...adaptationEases[one]]));
  for (const demand of demands) {
    const gap = q.demands[demand] - p.abilities[demand];
    if (gap > 1 || (gap === 1 && !eased.has(demand))) return true;
  }
  return p.supportNeed > q.supportLevel + 1;
}
