import { expect, test } from "vitest";
import { attemptLimits, blockedUntil } from "#app/domain/identity/attempts";

const soon = new Date("2026-03-03T13:05:00Z");
const later = new Date("2026-03-03T13:10:00Z");
const { attempts } = attemptLimits.sign_in_pair;

test("below every limit nobody waits", () => {
  expect(blockedUntil([])).toBeNull();
  expect(blockedUntil([{ kind: "sign_in_pair", attempts: attempts - 1, resetsAt: soon }])).toBeNull();
});

test("at a limit one waits until its window ends, for several until the last", () => {
  const pair = { kind: "sign_in_pair", attempts, resetsAt: soon } as const;
  const account = { kind: "sign_in_account", attempts: 50, resetsAt: later } as const;
  expect(blockedUntil([pair])).toEqual(soon);
  expect(blockedUntil([account, pair])).toEqual(later);
});
