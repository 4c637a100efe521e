import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { isInWindow, type PackedShapes, traceRing, unpackShapes } from "#app/components/geo/base-shapes";

function read(name: string): PackedShapes {
  return JSON.parse(readFileSync(new URL(`../../../public/karta/${name}.json`, import.meta.url), "utf8"));
}

function mercator(lat: number, lon: number) {
  return { x: lon / 360 + 0.5, y: (1 - Math.asinh(Math.tan((lat * Math.PI) / 180)) / Math.PI) / 2 };
}

function isInside(shapes: ReturnType<typeof unpackShapes>, lat: number, lon: number): boolean {
  const { x, y } = mercator(lat, lon);
  return shapes.some((shape) => {
    let inside = false;
    for (const ring of shape.rings) {
      for (let i = 0, j = ring.length - 2; i < ring.length; j = i, i += 2) {
        const [ax, ay, bx, by] = [ring[i]!, ring[i + 1]!, ring[j]!, ring[j + 1]!];
        if (ay > y !== by > y && x < ((bx - ax) * (y - ay)) / (by - ay) + ax) inside = !inside;
      }
    }
    return inside;
  });
}

describe("the built-in base map", () => {
  const land = unpackShapes(read("land"));
  const lakes = unpackShapes(read("sjoar"));

  test.each([
    ["Lindesberg", 59.592, 15.23],
    ["Kiruna", 67.856, 20.225],
    ["Visby", 57.63, 18.31],
    ["Malmö", 55.59, 13.03],
    ["Oslo", 59.93, 10.76],
  ])("%s is on land and in no lake", (_, lat, lon) => {
    expect(isInside(land, lat, lon)).toBe(true);
    expect(isInside(lakes, lat, lon)).toBe(false);
  });

  test.each([
    ["the Baltic", 58, 19.9],
    ["Kattegatt", 57, 11.5],
    ["the Gulf of Bothnia", 62, 19.5],
  ])("%s is water", (_, lat, lon) => {
    expect(isInside(land, lat, lon)).toBe(false);
  });

  test.each([
    ["Vänern", 58.9, 13.3],
    ["Vättern", 58.3, 14.5],
    ["Hjälmaren", 59.23, 15.8],
    ["Väringen by Frövi", 59.43, 15.38],
  ])("%s is a lake", (_, lat, lon) => {
    expect(isInside(lakes, lat, lon)).toBe(true);
  });

  test("all files together stay small", () => {
    const bytes = ["land", "sjoar", "granser", "vattendrag", "orter"].map(
      (name) => readFileSync(new URL(`../../../public/karta/${name}.json`, import.meta.url)).length,
    );
    expect(bytes.reduce((sum, size) => sum + size, 0)).toBeLessThan(500_000);
  });
});

describe("traceRing", () => {
  const view = { x: 0, y: 0, pixels: 100, side: 100 };
  const trace = (points: number[]) => {
    const steps: [number, number][] = [];
    traceRing(
      { moveTo: (x, y) => steps.push([x, y]), lineTo: (x, y) => steps.push([x, y]) },
      Float64Array.from(points),
      view,
    );
    return steps;
  };

  test("points in view are kept", () => {
    expect(trace([0.1, 0.1, 0.5, 0.1, 0.5, 0.5])).toEqual([
      [10, 10],
      [50, 10],
      [50, 50],
    ]);
  });

  test("points closer than a pixel are left out", () => {
    expect(trace([0.1, 0.1, 0.101, 0.1, 0.5, 0.5])).toEqual([
      [10, 10],
      [50, 50],
    ]);
  });

  test("of a run beyond one side the ends are kept, so the line enters and leaves where it should", () => {
    expect(trace([0.5, 0.5, 2, 0.5, 2, 0.6, 3, 0.7, 2, 0.8, 0.5, 0.8])).toEqual([
      [50, 50],
      [200, 50],
      [200, 80],
      [50, 80],
    ]);
  });
});

test("a shape beside the window is not drawn", () => {
  const [shape] = unpackShapes({ scale: 1, shapes: [[[10, 50, 1, 0, 0, 1]]] });
  const at = (lat: number, lon: number) => ({ ...mercator(lat, lon), pixels: 10_000, side: 100 });
  expect(isInWindow(shape!, at(51, 10))).toBe(true);
  expect(isInWindow(shape!, at(51, 30))).toBe(false);
  expect(isInWindow(shape!, at(40, 10))).toBe(false);
});
