import type { Candidate } from "#app/domain/matching/candidate";
import { fitOf } from "#app/domain/matching/demand-fit";
import type { Tone } from "#app/domain/matching/reason";
import { type Demand, demands } from "#app/domain/placements/vocabulary";
import type { WorkProfile } from "#app/domain/profiles/work-profile";

/** One row of "behov mot krav": bars of four steps, how many of the asked ones are within reach, and the verdict. */
export type ComparedRow = {
  area: "hours" | "travel" | Demand;
  can: number;
  asked: number;
  within: number;
  tone: Tone;
};

const demandTone = { met: "yes", eased: "adapt", hinder: "no" } as const;
const fullWeek = 40;

/**
 * Both sides beside each other: hours, the ten demands, the way there. What clashes comes first, then what is eased,
 * then what the placement asks at all.
 */
export function compare(profile: WorkProfile, place: Omit<Candidate, "point">, km: number): ComparedRow[] {
  const rows: ComparedRow[] = [hours(profile, place)];
  for (const demand of demands) {
    const asked = place.demands[demand];
    const ability = profile.abilities[demand];
    const { fit } = fitOf(demand, asked, ability, place.adaptations);
    rows.push({
      area: demand,
      can: ability + 1,
      asked: asked + 1,
      within: Math.min(asked, ability) + 1,
      tone: demandTone[fit],
    });
  }
  rows.push(travel(profile, km));
  return rows;
}

/** The rows that say most: everything that does not simply fit, hours and way, and the highest demands; at most `most`. */
export function mostTelling(rows: readonly ComparedRow[], most: number): ComparedRow[] {
  const weight = ({ area, tone, asked }: ComparedRow) =>
    (tone === "yes" ? 0 : 100) + (area === "hours" || area === "travel" ? 10 : asked);
  const kept = new Set(rows.toSorted((a, b) => weight(b) - weight(a)).slice(0, most));
  return rows.filter((row) => kept.has(row));
}

function hours({ startHours }: WorkProfile, place: Pick<Candidate, "hoursMin" | "hoursMax">): ComparedRow {
  const can = steps(startHours / fullWeek);
  const asked = steps(place.hoursMin / fullWeek);
  const fits = place.hoursMin <= startHours && startHours <= place.hoursMax;
  if (fits) return { area: "hours", can, asked, within: asked, tone: "yes" };
  return { area: "hours", can, asked: Math.max(asked, 2), within: Math.min(can, asked, 3) - 1, tone: "no" };
}

function travel({ maxKm }: WorkProfile, km: number): ComparedRow {
  if (km > maxKm) return { area: "travel", can: 3, asked: 4, within: 3, tone: "no" };
  const asked = maxKm > 0 ? steps(km / maxKm) : 1;
  return { area: "travel", can: 4, asked, within: asked, tone: "yes" };
}

function steps(share: number): number {
  return Math.min(4, Math.max(1, Math.ceil(share * 4)));
}
