import { expect, test } from "vitest";
import { placementColumns } from "#app/domain/import/placement-row";
import { columnName } from "#app/i18n/column-name";

test.each([
  ["kommun", "Kommun"],
  ["arbetsstalle", "Arbetsställe (arbetsstalle)"],
  ["timmar_per_vecka_min", "Timmar per vecka minst (timmar_per_vecka_min)"],
  ["krav_lasa_skriva", "Krav läsa och skriva (krav_lasa_skriva)"],
])("%s is called %s on the page", (header, name) => expect(columnName(header)).toBe(name));

test("every column is still found in the file by its own header", () => {
  for (const header of placementColumns) {
    const name = columnName(header);
    expect(name.toLowerCase() === header || name.endsWith(`(${header})`)).toBe(true);
  }
});
