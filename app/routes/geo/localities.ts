import { page } from "#app/http/handler.server";
import { suggestLocalities } from "#app/services/geo/suggest-localities.server";

/** GET /api/orter.json?q=lin → {"orter":[{"id","namn","kommun","kommunkod","lat","lon"}]}, at most 8. */
export const loader = page("public", async ({ url }) => {
  const found = await suggestLocalities(url.searchParams.get("q") ?? "");
  const orter = found.map(({ id, name, municipality, municipalityCode, coordinates }) => ({
    id,
    namn: name,
    kommun: municipality,
    kommunkod: municipalityCode,
    ...coordinates,
  }));
  return Response.json({ orter }, { headers: { "Cache-Control": "public, max-age=3600" } });
});
