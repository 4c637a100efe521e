import { parseLocality } from "#app/domain/geo/locality";
import { type FoundAddress, searchAddresses } from "#app/platform/geocoder.server";
import { findLocality } from "#app/services/geo/find-locality.server";
import { suggestLocalities } from "#app/services/geo/suggest-localities.server";

/** Where an address may be. `exact`: streets were searched; otherwise each is the middle of a locality. */
export async function searchAddress(
  address: string,
  locality: string,
): Promise<{ exact: boolean; found: FoundAddress[] }> {
  const asked = [address.trim(), locality.trim()].filter(Boolean).join(", ").slice(0, 200);
  const streets = asked.length > 2 ? await searchAddresses(asked) : null;
  if (streets?.length) return { exact: true, found: streets };
  const meant = await findLocality(locality);
  const near = meant ? [meant] : await suggestLocalities(parseLocality(locality).name.slice(0, 4), 5);
  return {
    exact: false,
    found: near.map(({ name, municipality, coordinates }) => ({
      ...coordinates,
      label: name === municipality ? name : `${name}, ${municipality}`,
    })),
  };
}
