import { type Weekday, weekdays } from "#app/domain/placements/vocabulary";

type Offer = { weekdays: Weekday[]; shortestDay: number };
type Wish = { weekdays: Weekday[]; longestDay: number; startHours: number };

/** The days that suit both, in the order of the week. */
export function commonWeekdays(offer: Pick<Offer, "weekdays">, wish: Pick<Wish, "weekdays">): Weekday[] {
  return weekdays.filter((day) => offer.weekdays.includes(day) && wish.weekdays.includes(day));
}

/**
 * The fewest days a week on which the start hours can be worked, or null when no week works out:
 * with c = number of common weekdays, the least k in 1..c with k × shortest day ≤ start hours ≤ k × longest day.
 * domain.md "Matching".
 */
export function daysAWeek(offer: Offer, wish: Wish): number | null {
  const common = commonWeekdays(offer, wish).length;
  for (let days = 1; days <= common; days++) {
    if (days * offer.shortestDay <= wish.startHours && wish.startHours <= days * wish.longestDay) return days;
  }
  return null;
}
