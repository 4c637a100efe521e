import { page, unwrap } from "#app/http/handler.server";
import { readTile } from "#app/services/geo/read-tile.server";

/** GET /karta/rutor/:z/:x/:y: one picture of the configured map, or 404. */
export const loader = page("public", async ({ params }) => {
  const { body, type } = unwrap(await readTile(params.z ?? "", params.x ?? "", params.y ?? ""));
  return new Response(body as BodyInit, {
    headers: { "Content-Type": type, "Cache-Control": "public, max-age=604800" },
  });
});
