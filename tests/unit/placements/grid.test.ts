import fc from "fast-check";
import { expect, test } from "vitest";
import { type Cover, coverCircle, coverView, levelOfView, rangesOf } from "#app/domain/placements/grid";

/** The number of the finest square of a point, bit by bit as the migration's placement_cell() does. */
function finest(east: number, north: number): number {
  const x = Math.min(2047, Math.max(0, Math.floor(east / 1024)));
  const y = Math.min(2047, Math.max(0, Math.floor((north - 6_000_000) / 1024)));
  let z = 0;
  for (let bit = 0; bit < 11; bit++)
    z |= (((x >> bit) & 1) << (2 * bit)) | (((y >> bit) & 1) << (2 * bit + 1));
  return z;
}

function find(cover: Cover, cell: number): "whole" | "rim" | "outside" {
  const whole = cover.whole.filter((key) => cell >> (2 * (key >> 22)) === (key & 0x3fffff)).length;
  const rim = cover.rim.first.filter((first, at) => first <= cell && cell <= cover.rim.last[at]!).length;
  expect(whole + rim).toBeLessThanOrEqual(1);
  return whole ? "whole" : rim ? "rim" : "outside";
}

test("every point of a circle is covered once, and no square counted as a whole reaches outside", () => {
  fc.assert(
    fc.property(
      fc.record({
        east: fc.double({ min: 2e5, max: 1e6, noNaN: true }),
        north: fc.double({ min: 6.05e6, max: 7.8e6, noNaN: true }),
      }),
      fc.double({ min: 50, max: 6e5, noNaN: true }),
      fc.array(
        fc.tuple(
          fc.double({ min: -1.3, max: 1.3, noNaN: true }),
          fc.double({ min: -1.3, max: 1.3, noNaN: true }),
        ),
        { minLength: 20 },
      ),
      (center, radius, offsets) => {
        const cover = coverCircle({ center, radius });
        const all = rangesOf(cover);
        for (const [dx, dy] of offsets) {
          const [east, north] = [center.east + dx * radius, center.north + dy * radius];
          const cell = finest(east, north);
          const inside = Math.hypot(center.east - east, center.north - north) <= radius;
          const found = find(cover, cell);
          if (inside) expect(found).not.toBe("outside");
          else expect(found).not.toBe("whole");
          if (found !== "outside")
            expect(all.first.some((first, at) => first <= cell && cell <= all.last[at]!)).toBe(true);
        }
      },
    ),
  );
});

test("a thirty kilometre circle is put together from few squares", () => {
  const cover = coverCircle({ center: { east: 674_000, north: 6_580_000 }, radius: 30_000 });
  expect(cover.whole.length + cover.rim.first.length).toBeLessThan(500);
});

test.each([5, 8, 11, 14])(
  "zoom %i: a screen has a bounded number of squares, even when asked about all of Sweden",
  (zoom) => {
    const sweden = { west: 250_000, east: 930_000, south: 6_130_000, north: 7_700_000 };
    expect(coverView(sweden, levelOfView(zoom, sweden), null).whole.length).toBeLessThan(1500);
    const metres = (156_543 * 0.5) / 2 ** zoom;
    const screen = {
      west: 600_000,
      east: 600_000 + 1280 * metres,
      south: 6_600_000,
      north: 6_600_000 + 800 * metres,
    };
    expect(coverView(screen, levelOfView(zoom, screen), null).whole.length).toBeLessThan(250);
  },
);
