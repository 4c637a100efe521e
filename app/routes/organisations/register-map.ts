import { parseEmployerSearch } from "#app/domain/organisations/register-query";
import { type MapView, parseMapView } from "#app/domain/placements/map-view";
import { page, unwrap } from "#app/http/handler.server";
import { mapEmployers } from "#app/services/organisations/list-employers.server";

const closest = 14;

/** The same employers as the register lists, for its map: `bbox=w,s,e,n` and `zoom` beside the register's choices. */
export const loader = page(["coordinator"], async ({ actor, url }) => {
  const { view } = parseMapView(url.searchParams);
  // A map that is hidden (the list is shown instead) asks for a box without a size: nothing is in it.
  const places = view ? await placesIn(view) : [];
  const features = places.map((place) => ({
    type: "Feature",
    geometry: { type: "Point", coordinates: [place.at.lon, place.at.lat] },
    properties:
      place.count > 1
        ? { cluster: true, count: place.count, kinds: countKinds(place.kinds) }
        : {
            id: `${place.employerId}-${place.workplaceId}`,
            title: place.name,
            kinds: place.kinds,
            locality: place.locality,
          },
  }));
  return Response.json(
    { type: "FeatureCollection", features },
    { headers: { "Content-Type": "application/geo+json; charset=utf-8", "Cache-Control": "no-store" } },
  );

  async function placesIn({ bbox, zoom }: MapView) {
    const shown = { bbox, zoom: zoom ?? closest };
    return unwrap(await mapEmployers(actor, parseEmployerSearch(url.searchParams), shown)).places;
  }
});

function countKinds(kinds: readonly string[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const kind of kinds) counts[kind] = (counts[kind] ?? 0) + 1;
  return counts;
}
