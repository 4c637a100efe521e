import type { AddressAnswer, FoundAddress } from "#app/domain/geo/found-address";
import { parseLocality } from "#app/domain/geo/locality";
import { searchAddresses } from "#app/platform/geocoder.server";
import { findLocality } from "#app/services/geo/find-locality.server";
import { suggestLocalities } from "#app/services/geo/suggest-localities.server";

/** Where an address may be: on its street, or in the middle of its locality when no street is found or searched. */
export async function searchAddress(address: string, locality: string): Promise<AddressAnswer> {
  const asked = [address.trim(), locality.trim()].filter(Boolean).join(", ").slice(0, 200);
  const streets = asked.length > 2 ? await searchAddresses(asked) : null;
  if (streets?.ok && streets.found.length > 0) return { source: "streets", found: streets.found };
  const source = streets?.ok ? "not_found" : (streets?.code ?? "not_found");
  return { source, found: await placesNamed(locality) };
}

/** The middle of the locality of that name in the built-in gazetteer, or of those that begin alike. */
export async function placesNamed(locality: string): Promise<FoundAddress[]> {
  const meant = await findLocality(locality);
  const near = meant ? [meant] : await suggestLocalities(parseLocality(locality).name.slice(0, 4), 5);
  return near.map(({ name, municipality, coordinates }) => ({
    ...coordinates,
    label: name === municipality ? name : `${name}, ${municipality}`,
  }));
}
