import { toApiRow } from "#app/domain/placements/api-row";
import { parseSearch } from "#app/domain/placements/search";
import { api } from "#app/http/public-api.server";
import { toWgs84 } from "#app/platform/projection.server";
import { searchPlacements } from "#app/services/placements/search-placements.server";

/** GET /api/platser.json → {"totalt","sida","per_sida","platser":[…]}. The query string is that of /platser. */
export const loader = api(async ({ actor, url }) => {
  const { search, errors } = parseSearch(url.searchParams);
  if (!search) return { errors };
  const found = await searchPlacements(actor, search);
  if (!found.ok) return { errors: [found.error] };
  const platser = found.placements.map((placement) => toApiRow(placement, toWgs84(placement.point)));
  return { body: { totalt: found.total, sida: search.page, per_sida: search.perPage, platser } };
});
