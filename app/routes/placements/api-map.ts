import { toClusterFeature, toPinFeature } from "#app/domain/placements/api-row";
import { parseMapView } from "#app/domain/placements/map-view";
import { parseSearch } from "#app/domain/placements/search";
import { api } from "#app/http/public-api.server";
import { toWgs84 } from "#app/platform/projection.server";
import { clusterPlacements } from "#app/services/placements/cluster-placements.server";

/** GET /api/platser.geojson?bbox=w,s,e,n[&zoom=9] → a FeatureCollection of placements, with a zoom clustered. */
export const loader = api(async ({ actor, url }) => {
  const { search, errors } = parseSearch(url.searchParams);
  const { view, errors: viewErrors } = parseMapView(url.searchParams);
  if (!search || !view) return { errors: [...errors, ...viewErrors] };
  const found = await clusterPlacements(actor, search, view);
  if (!found.ok) return { errors: [found.error] };
  const features = [
    ...found.clusters.map((cluster) => toClusterFeature(cluster, toWgs84(cluster.point))),
    ...found.pins.map((pin) => toPinFeature(pin, toWgs84(pin.point))),
  ];
  const body = { type: "FeatureCollection", totalt: found.total, features };
  return { body, type: "application/geo+json; charset=utf-8" };
});
