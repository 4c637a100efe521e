import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { distanceKm } from "#app/domain/geo/point";
import { toSweref, toWgs84 } from "#app/platform/projection.server";

// Lantmäteriet's published check points for SWEREF 99 TM: latitude, longitude, north, east.
const checkPoints = [
  [55, 12.75, 6097106.672, 356083.438],
  [55, 14.25, 6095048.642, 452024.069],
  [57, 12.75, 6319636.937, 363331.554],
  [57, 19.5, 6326392.707, 773251.054],
  [59, 11.25, 6546096.724, 284626.066],
  [59, 19.5, 6548757.206, 758410.519],
  [61, 18.75, 6768593.345, 702745.127],
] as const;

describe("projection", () => {
  test.each(checkPoints)("%f N %f E is %f north, %f east", (lat, lon, north, east) => {
    const point = toSweref({ lat, lon });
    expect(point.north).toBeCloseTo(north, 2);
    expect(point.east).toBeCloseTo(east, 2);
  });

  test("there and back is the same place anywhere in Sweden", () => {
    fc.assert(
      fc.property(
        fc.double({ min: 55, max: 69.1, noNaN: true }),
        fc.double({ min: 10.5, max: 24.3, noNaN: true }),
        (lat, lon) => {
          const back = toWgs84(toSweref({ lat, lon }));
          expect(back.lat).toBeCloseTo(lat, 8);
          expect(back.lon).toBeCloseTo(lon, 8);
        },
      ),
    );
  });

  test("Lindesberg to Nora is 13 km", () => {
    const lindesberg = toSweref({ lat: 59.592, lon: 15.2304 });
    const nora = toSweref({ lat: 59.51926, lon: 15.03979 });
    expect(distanceKm(lindesberg, nora)).toBeCloseTo(13.5, 0);
  });
});
