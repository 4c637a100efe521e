import { expect, test } from "vitest";
import { auditActions } from "#app/domain/audit/actions";
import { foldLooks, type Look } from "#app/domain/audit/looks";
import { proposals } from "#app/i18n/proposals";

let count = 0;
const look = (changes: Partial<Look> = {}): Look => {
  count += 1;
  return {
    id: String(count),
    at: "2026-03-03T10:00:00.000Z",
    day: "2026-03-03",
    by: "Sofia",
    role: "coordinator",
    action: "plan.read",
    ...changes,
  };
};

test("the same person doing the same thing on one day is one line, with the latest moment", () => {
  const looks = [
    look({ at: "2026-03-03T15:00:00.000Z" }),
    look({ action: "part.read" }),
    look({ at: "2026-03-03T09:00:00.000Z" }),
    look({ at: "2026-03-03T08:00:00.000Z" }),
  ];
  expect(foldLooks(looks)).toEqual([looks[0], looks[1]]);
});

test("another day, person, role or deed is another line; nothing is left out", () => {
  const looks = [
    look(),
    look({ day: "2026-03-02" }),
    look({ by: "Nadja" }),
    look({ role: "coach" }),
    look({ action: "plan.changed" }),
  ];
  const lines = foldLooks([...looks, ...looks]);
  expect(lines.map(({ id }) => id)).toEqual(looks.map(({ id }) => id));
});

test.each(["sv", "en"] as const)(
  "everything that can be done with somebody's data has its words in %s",
  (language) => {
    const did: Record<string, string> = proposals[language].did;
    expect(auditActions.filter((action) => !did[action.replace(".", "_")])).toEqual([]);
  },
);
