import { describe, expect, test } from "vitest";
import { type Bounds, boundsAround } from "#app/domain/placements/view-bounds";

const nora = { lat: 59.52, lon: 15.04 };
const lindesberg = { lat: 59.59, lon: 15.23 };
const kiruna = { lat: 67.86, lon: 20.23 };

function holds([west, south, east, north]: Bounds, { lat, lon }: { lat: number; lon: number }): boolean {
  return west < lon && lon < east && south < lat && lat < north;
}

/** How many degrees of latitude are seen. */
const height = ([, south, , north]: Bounds) => north - south;

describe("around a start", () => {
  test("how far somebody said is what is seen, whatever the list shows", () => {
    const seen = boundsAround({ point: nora, km: 25 }, [kiruna]);
    expect(height(seen)).toBeCloseTo(50 / 111.2, 5);
    expect(holds(seen, kiruna)).toBe(false);
  });

  test("when nobody said how far: the start and all that the list shows, none at the very edge", () => {
    const seen = boundsAround({ point: nora, km: null }, [lindesberg, kiruna]);
    for (const place of [nora, lindesberg, kiruna]) expect(holds(seen, place)).toBe(true);
  });

  test("with nothing near it: thirty kilometres each way", () => {
    expect(height(boundsAround({ point: nora, km: null }, []))).toBeCloseTo(60 / 111.2, 5);
  });

  test("a placement at the start itself is not seen from so near that nothing else is", () => {
    const seen = boundsAround({ point: nora, km: null }, [nora]);
    expect(holds(seen, nora)).toBe(true);
    expect(height(seen)).toBeGreaterThan(10 / 111.2);
  });
});

test("without a start: all of a short list, or the country", () => {
  expect(boundsAround(null, [nora, kiruna])).toEqual([15.04, 59.52, 20.23, 67.86]);
  const country = boundsAround(null, []);
  for (const place of [nora, lindesberg, kiruna]) expect(holds(country, place)).toBe(true);
});
