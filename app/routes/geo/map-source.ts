import { page } from "#app/http/handler.server";
import { mapSource } from "#app/services/geo/map-source.server";

/** GET /karta/kalla.json → {"tiles":false,"attribution":null}: the map asks which base to draw. */
export const loader = page("public", async () =>
  Response.json(mapSource(), { headers: { "Cache-Control": "public, max-age=3600" } }),
);
