import { parseTile } from "#app/domain/geo/tile";
import type { Outcome } from "#app/domain/outcome";
import { done, fail } from "#app/domain/outcome";
import { fetchTile, type Tile, tilesConfigured } from "#app/platform/tiles.server";

/**
 * One map tile of the configured tile server, through our own cache: the tile server never sees who looks.
 * Errors: `not_found` (no tile server, or outside the region), `unavailable` (the tile server does not answer).
 */
export async function readTile(
  z: string,
  x: string,
  y: string,
): Promise<Outcome<Tile, "not_found" | "unavailable">> {
  const address = parseTile(z, x, y);
  if (!tilesConfigured() || !address) return fail("not_found");
  const tile = await fetchTile(address.z, address.x, address.y);
  return tile ? done(tile) : fail("unavailable");
}
