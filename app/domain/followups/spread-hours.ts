import type { Session } from "#app/domain/agreements/content";
import { daysOf, longestDay, sumHours } from "#app/domain/agreements/schedule";
import { type Weekday, weekdays } from "#app/domain/placements/vocabulary";

/** Hours of a usual whole day: more than that is not put on one day by itself. */
const wholeDay = 8;
const workingWeek = weekdays.slice(0, 5);

/**
 * The hours of each weekday when the plan says so many for the week. The schedule has the times of the first week; later
 * steps raise its days evenly, in quarters of an hour, and take further weekdays when the days are full.
 */
export function spreadHours(schedule: readonly Session[], hoursOfWeek: number): Map<Weekday, number> {
  const most = Math.max(wholeDay, Math.floor(longestDay(schedule) * 4) / 4) * 4;
  const total = Math.round(hoursOfWeek * 4);
  const days = daysOf(schedule);
  const weights = days.map((day) => sumHours(schedule.filter(({ weekday }) => weekday === day)));
  const usual = weights.reduce((sum, one) => sum + one, 0) / (weights.length || 1);
  for (const day of workingWeek) {
    if (total <= days.length * most) break;
    if (days.includes(day)) continue;
    days.push(day);
    weights.push(usual);
  }
  const shares = share(total, weights, most);
  return new Map(days.map((day, index) => [day, shares[index]! / 4]));
}

/** So many whole parts by weight, none with more than `most` as long as that is possible; largest remainder first. */
function share(total: number, weights: readonly number[], most: number): number[] {
  const parts = weights.map(() => 0);
  let open = weights.map((_, index) => index);
  let left = total;
  const exact = (index: number) => {
    const sum = open.reduce((all, one) => all + weights[one]!, 0);
    return sum > 0 ? (left * weights[index]!) / sum : left / open.length;
  };
  for (let full = open.filter((one) => exact(one) > most); full.length > 0; ) {
    for (const one of full) parts[one] = most;
    left -= most * full.length;
    open = open.filter((one) => !full.includes(one));
    full = open.filter((one) => exact(one) > most);
  }
  for (const one of open) parts[one] = Math.floor(exact(one) + 1e-9);
  const rest = left - open.reduce((sum, one) => sum + parts[one]!, 0);
  const byRemainder = [...open].sort((a, b) => exact(b) - parts[b]! - (exact(a) - parts[a]!) || a - b);
  for (const one of byRemainder.slice(0, Math.max(0, rest))) parts[one]! += 1;
  return parts;
}
