import { distanceKm } from "#app/domain/geo/point";
import type { Offer } from "#app/domain/placements/offer-form";
import { toSweref } from "#app/platform/projection.server";
import { findLocality } from "#app/services/geo/find-locality.server";
import { db, type Executor } from "#db/client.server";
import { hasCoordinator } from "#db/queries/offer-listings.server";

/** How far a pin may be from the middle of its locality: beyond, it is a slip of the hand. */
export const farthestPinKm = 60;

/** Where the offer's place is, or null when nobody knows the locality. The pin decides, the locality names it. */
export async function findPlace(
  place: Pick<Offer["place"], "locality" | "lat" | "lon">,
  executor?: Executor,
) {
  const locality = await findLocality(place.locality, executor);
  if (!locality) return null;
  const pin = place.lat !== null && place.lon !== null ? toSweref({ lat: place.lat, lon: place.lon }) : null;
  const pinKm = pin ? distanceKm(pin, locality.point) : 0;
  return { locality, point: pin ?? locality.point, pinKm };
}

/** The municipality of a locality when no coordinator looks after it; null when one does, or nobody knows. */
export async function unservedMunicipality(text: string): Promise<string | null> {
  const locality = await findLocality(text);
  if (!locality) return null;
  return (await hasCoordinator(db, locality.municipalityCode)) ? null : locality.municipality;
}
