import { minutesOf } from "#app/domain/agreements/clock-time";
import { distanceKm, type Point } from "#app/domain/geo/point";

/** A visit of one day. `at` is "HH:MM" when a time is booked; `point` is null where the workplace is not on the map. */
export type VisitStop = { id: string; at: string | null; point: Point | null };
/** A visit in its place, and how far as the crow flies from the one before; null for the first and where nobody knows. */
export type OrderedStop<S extends VisitStop> = S & { km: number | null };

/** What the proposal reckons with, said beside it: a visit's length, and how fast one comes as the crow flies. */
export const visitMinutes = 45;
export const crowKmPerHour = 50;
const dayStarts = minutesOf("08:30");

/**
 * A proposed order of a day's visits. Booked times are kept in their order; a visit without a time goes where it is nearest,
 * and before a booked one only when there is time for it. Without anything booked the first of the list begins.
 */
export function orderVisits<S extends VisitStop>(stops: readonly S[]): OrderedStop<S>[] {
  const booked = stops
    .filter(({ at }) => at !== null)
    .sort((a, b) => minutesOf(a.at!) - minutesOf(b.at!) || a.id.localeCompare(b.id));
  const free = stops.filter(({ at, point }) => at === null && point !== null);
  const unplaced = stops.filter(({ at, point }) => at === null && point === null);
  const order: OrderedStop<S>[] = [];
  let here: Point | null = null;
  let clock = dayStarts;
  const go = (stop: S, list: S[]) => {
    list.splice(list.indexOf(stop), 1);
    const km = here && stop.point ? distanceKm(here, stop.point) : null;
    const arrived = clock + minutesFor(here, stop.point);
    clock = (stop.at === null ? arrived : Math.max(arrived, minutesOf(stop.at))) + visitMinutes;
    here = stop.point ?? here;
    order.push({ ...stop, km });
  };
  while (booked.length + free.length > 0) {
    const next = booked[0];
    const from = here ?? next?.point ?? free[0]?.point ?? null;
    const there = next
      ? free.filter(({ point }) => clock + roundabout(here, point, next.point) <= minutesOf(next.at!))
      : free;
    const nearest = nearestTo(from, there);
    if (nearest) go(nearest, free);
    else go(next!, booked);
  }
  return [...order, ...unplaced.map((stop) => ({ ...stop, km: null }))];
}

/** The whole way in kilometres as the crow flies, as far as it is known. */
export function wayKm(order: readonly { km: number | null }[]): number {
  return order.reduce((sum, { km }) => sum + (km ?? 0), 0);
}

function minutesFor(from: Point | null, to: Point | null): number {
  return from && to ? (distanceKm(from, to) / crowKmPerHour) * 60 : 0;
}

/** Minutes for a visit on the way to another. */
function roundabout(here: Point | null, point: Point | null, next: Point | null): number {
  return minutesFor(here, point) + visitMinutes + minutesFor(point, next);
}

function nearestTo<S extends VisitStop>(from: Point | null, stops: readonly S[]): S | null {
  const far = ({ point }: S) => (from && point ? distanceKm(from, point) : 0);
  return stops.reduce<S | null>((best, stop) => (best === null || far(stop) < far(best) ? stop : best), null);
}
