/** Tiles are served for the region that the built-in map covers, and for the zooms that the map offers. */
const region = { west: 4, south: 53.5, east: 33, north: 71.6 };
const zooms = { min: 4, max: 15 };

/** Whole numbers of a tile in the region, or null. */
export function parseTile(...parts: [string, string, string]): { z: number; x: number; y: number } | null {
  if (!parts.every((part) => /^(0|[1-9]\d{0,5})$/.test(part))) return null;
  const [z, x, y] = parts.map(Number) as [number, number, number];
  if (z < zooms.min || z > zooms.max) return null;
  const inside =
    x >= column(region.west, z) &&
    x <= column(region.east, z) &&
    y >= row(region.north, z) &&
    y <= row(region.south, z);
  return inside ? { z, x, y } : null;
}

function column(lon: number, z: number): number {
  return Math.floor(((lon + 180) / 360) * 2 ** z);
}

function row(lat: number, z: number): number {
  const radians = (lat * Math.PI) / 180;
  return Math.floor(((1 - Math.asinh(Math.tan(radians)) / Math.PI) / 2) * 2 ** z);
}
