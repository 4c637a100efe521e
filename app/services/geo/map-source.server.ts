import { tileAttribution, tilesConfigured } from "#app/platform/tiles.server";

/** Which base map is drawn: tiles of a configured server, or the built-in one; and what must be said about it. */
export function mapSource(): { tiles: boolean; attribution: string | null } {
  const tiles = tilesConfigured();
  return { tiles, attribution: tiles ? tileAttribution : null };
}
