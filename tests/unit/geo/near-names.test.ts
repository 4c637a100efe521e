import { describe, expect, test } from "vitest";
import { nearNames } from "#app/domain/geo/near-names";

const known = [
  { name: "Lindesberg", population: 9000 },
  { name: "Lindsberg", population: 300 },
  { name: "Örebro", population: 120_000 },
  { name: "Nora", population: 6000 },
  { name: "Norra Byn", population: 500 },
  { name: "Mora", population: 12_000 },
];
const meant = (typed: string) => nearNames(typed, known).map(({ name }) => name);

describe("nearNames", () => {
  test("two swapped letters are one slip: the nearest comes first", () => {
    expect(meant("Lindesbreg")).toEqual(["Lindesberg", "Lindsberg"]);
  });

  test("marks over letters and case are no slips", () => {
    expect(meant("orebro")).toEqual(["Örebro"]);
  });

  test("of names equally near the one that begins alike goes first, then the larger", () => {
    expect(meant("Nira")).toEqual(["Nora"]);
    expect(meant("Noora")).toEqual(["Nora"]);
    expect(meant("Tora")).toEqual(["Mora", "Nora"]);
  });

  test.each(["", "No", "Ingenstans", "Xyzzyxyz"])("%j is near nothing", (typed) => {
    expect(meant(typed)).toEqual([]);
  });
});
