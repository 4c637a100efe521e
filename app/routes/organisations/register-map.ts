import { parseEmployerSearch } from "#app/domain/organisations/register-query";
import { parseMapView } from "#app/domain/placements/map-view";
import { page, unwrap } from "#app/http/handler.server";
import { mapEmployers } from "#app/services/organisations/list-employers.server";

const closest = 14;

/** The same employers as the register lists, for its map: `bbox=w,s,e,n` and `zoom` beside the register's choices. */
export const loader = page(["coordinator"], async ({ actor, url }) => {
  const { view, errors } = parseMapView(url.searchParams);
  if (!view?.bbox) return Response.json({ errors }, { status: 400 });
  const shown = { bbox: view.bbox, zoom: view.zoom ?? closest };
  const { places } = unwrap(await mapEmployers(actor, parseEmployerSearch(url.searchParams), shown));
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
});

function countKinds(kinds: readonly string[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const kind of kinds) counts[kind] = (counts[kind] ?? 0) + 1;
  return counts;
}
