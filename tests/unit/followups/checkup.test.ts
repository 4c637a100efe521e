import { describe, expect, test } from "vitest";
import { checkupDays, dueCheckup } from "#app/domain/followups/checkup";
import { dayAfter, monthsAfter } from "#app/domain/organisations/day";

describe("months after a day", () => {
  test.each([
    ["2026-01-15", 3, "2026-04-15"],
    ["2025-11-30", 3, "2026-02-28"],
    ["2023-11-30", 3, "2024-02-29"],
    ["2026-08-31", 6, "2027-02-28"],
    ["2024-02-29", 12, "2025-02-28"],
  ])("%s + %i is %s", (day, months, then) => expect(monthsAfter(day, months)).toBe(then));
});

describe("a check-up", () => {
  const [first] = checkupDays("2026-01-15");
  const planned = { status: "planned", dueOn: first!.dueOn, askedOn: null, isReminded: false } as const;
  const asked = { ...planned, status: "asked", askedOn: first!.dueOn } as const;

  test("is asked from its day on, and not any more when it is long past", () => {
    expect(dueCheckup(planned, dayAfter(first!.dueOn, -1))).toBeNull();
    expect(dueCheckup(planned, first!.dueOn)).toBe("ask");
    expect(dueCheckup(planned, dayAfter(first!.dueOn, 45))).toBe("ask");
    expect(dueCheckup(planned, dayAfter(first!.dueOn, 46))).toBeNull();
  });
  test("is reminded of once after a week, and never when it is answered or dropped", () => {
    expect(dueCheckup(asked, dayAfter(first!.dueOn, 6))).toBeNull();
    expect(dueCheckup(asked, dayAfter(first!.dueOn, 7))).toBe("remind");
    expect(dueCheckup({ ...asked, isReminded: true }, dayAfter(first!.dueOn, 30))).toBeNull();
    for (const status of ["answered", "dropped"] as const)
      expect(dueCheckup({ ...asked, status }, dayAfter(first!.dueOn, 30))).toBeNull();
  });
});
