import { describe, expect, test } from "vitest";
import { countPlaces, isCluster, type MapMarker, readPlaces } from "#app/components/geo/map-places";
import { clusterNear } from "#app/components/geo/near-markers";
import { parseLocality } from "#app/domain/geo/locality";
import { parseTile } from "#app/domain/geo/tile";

const marker = (id: number, lat: number, lon: number, more: Partial<MapMarker> = {}): MapMarker => ({
  id,
  lat,
  lon,
  kinds: ["praktik"],
  title: `Plats ${id}`,
  ...more,
});
const pixelOf = ({ lat, lon }: { lat: number; lon: number }) => ({ x: lon * 100, y: lat * 100 });

describe("clusterNear", () => {
  test("three that would cover each other become one, counted by first kind", () => {
    const near = [marker(1, 1, 1), marker(2, 1, 1.1, { kinds: ["skyddad", "praktik"] }), marker(3, 1.1, 1)];
    const places = clusterNear([...near, marker(4, 5, 5)], pixelOf);
    expect(places).toHaveLength(2);
    expect(places.find(isCluster)).toMatchObject({ count: 3, kinds: { praktik: 2, skyddad: 1 } });
    expect(countPlaces(places)).toBe(4);
  });

  test("two stay themselves, and so do numbered ones", () => {
    expect(clusterNear([marker(1, 1, 1), marker(2, 1, 1)], pixelOf).some(isCluster)).toBe(false);
    const ranked = [1, 2, 3, 4].map((number) => marker(number, 1, 1, { number }));
    expect(clusterNear(ranked, pixelOf).some(isCluster)).toBe(false);
  });
});

test("readPlaces reads placements and clusters from GeoJSON", () => {
  const places = readPlaces(
    {
      features: [
        {
          geometry: { type: "Point", coordinates: [15.2, 59.6] },
          properties: { id: 7, title: "Lager", kinds: ["arbetstraning"] },
        },
        {
          geometry: { type: "Point", coordinates: [18, 59] },
          properties: { cluster: true, count: 12, kinds: { praktik: 12 } },
        },
      ],
    },
    (id) => `/platser/${id}`,
  );
  expect(places[0]).toMatchObject({ id: 7, lat: 59.6, lon: 15.2, href: "/platser/7" });
  expect(places[1]).toMatchObject({ count: 12, lat: 59, lon: 18 });
  expect(countPlaces(places)).toBe(13);
});

test.each([
  ["Nora", "Nora", null],
  ["  Nora ", "Nora", null],
  ["Hestra (Gislaved)", "Hestra", "Gislaved"],
  ["Hestra, Gislaveds kommun", "Hestra", "Gislaveds"],
  ["Storå, Lindesberg", "Storå", "Lindesberg"],
  ["", "", null],
])("parseLocality reads %j", (text, name, municipality) => {
  expect(parseLocality(text)).toEqual({ name, municipality });
});

describe("parseTile", () => {
  test("takes a tile over Lindesberg", () => {
    expect(parseTile("9", "277", "149")).toEqual({ z: 9, x: 277, y: 149 });
  });

  test.each([
    ["not a number", ["9", "a", "149"]],
    ["a sign", ["9", "-1", "149"]],
    ["a path", ["9", "277", "../149"]],
    ["leading zeros", ["9", "0277", "149"]],
    ["a zoom too far out", ["3", "4", "2"]],
    ["a zoom too far in", ["19", "283000", "152000"]],
    ["America", ["9", "100", "149"]],
    ["Africa", ["9", "277", "250"]],
  ] as const)("refuses %s", (_, parts) => {
    expect(parseTile(...(parts as [string, string, string]))).toBeNull();
  });
});
