/** The packed form of public/karta/*.json; the format is described in its NOTICE.txt. */
export type PackedShapes = { scale: number; shapes: number[][][] };

/** A shape in Web Mercator, 0…1 over the whole world, y downwards: rings (or lines) of x, y, x, y, … */
export type Shape = { rings: Float64Array[]; west: number; north: number; east: number; south: number };

export function unpackShapes({ scale, shapes }: PackedShapes): Shape[] {
  return shapes.map((rings) => {
    const shape: Shape = { rings: [], west: 1, north: 1, east: 0, south: 0 };
    shape.rings = rings.map((packed) => unpackRing(packed, scale, shape));
    return shape;
  });
}

function unpackRing(packed: number[], scale: number, shape: Shape): Float64Array {
  const ring = new Float64Array(packed.length);
  let lon = 0;
  let lat = 0;
  for (let i = 0; i + 1 < packed.length; i += 2) {
    lon += packed[i] ?? 0;
    lat += packed[i + 1] ?? 0;
    const x = lon / scale / 360 + 0.5;
    const y = mercatorY(lat / scale);
    ring[i] = x;
    ring[i + 1] = y;
    shape.west = Math.min(shape.west, x);
    shape.east = Math.max(shape.east, x);
    shape.north = Math.min(shape.north, y);
    shape.south = Math.max(shape.south, y);
  }
  return ring;
}

function mercatorY(lat: number): number {
  return (1 - Math.asinh(Math.tan((lat * Math.PI) / 180)) / Math.PI) / 2;
}

/** The square that is drawn: its corner in the shapes' units, how many pixels one unit is, and its side in pixels. */
export type Window = { x: number; y: number; pixels: number; side: number };

/** Does any of the shape lie in the window? */
export function isInWindow(shape: Shape, { x, y, pixels, side }: Window): boolean {
  const width = (side + 2 * margin) / pixels;
  const edge = margin / pixels;
  return shape.west < x + width && shape.east > x - edge && shape.north < y + width && shape.south > y - edge;
}

const margin = 8;
const smallestStep = 0.7;

/**
 * Draws a ring's path in pixels. Points closer than a pixel are skipped, and of a run of points beyond the same
 * side of the window only the ends are kept: the picture is the same, and a whole coast costs little.
 */
export function traceRing(path: Pick<Path2D, "moveTo" | "lineTo">, ring: Float64Array, window: Window): void {
  let lastX = Number.NaN;
  let lastY = Number.NaN;
  let lastSide = 0;
  let waiting = false;
  for (let i = 0; i + 1 < ring.length; i += 2) {
    const x = ((ring[i] ?? 0) - window.x) * window.pixels;
    const y = ((ring[i + 1] ?? 0) - window.y) * window.pixels;
    const side = sideOf(x, y, window.side);
    if (i === 0) path.moveTo(x, y);
    else if (side !== 0 && side === lastSide) waiting = true;
    else {
      if (waiting) path.lineTo(lastX, lastY);
      else if (i + 2 < ring.length && Math.abs(x - lastX) + Math.abs(y - lastY) < smallestStep) continue;
      path.lineTo(x, y);
      waiting = false;
    }
    lastX = x;
    lastY = y;
    lastSide = side;
  }
  if (waiting) path.lineTo(lastX, lastY);
}

/** 0 inside, else a number for the side or corner that the point lies beyond. */
function sideOf(x: number, y: number, side: number): number {
  return (x < -margin ? 1 : x > side + margin ? 2 : 0) + (y < -margin ? 3 : y > side + margin ? 6 : 0);
}
