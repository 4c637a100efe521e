import { expect, test } from "vitest";
import { schedule } from "#app/jobs/tasks.server";
import { seedAccount } from "#app/services/identity/seed-account.server";
import { sweepExpired } from "#app/services/identity/sweep-expired.server";
import { owner } from "#tests/support/owner";

const ids = async (table: string, column: string) =>
  (await owner`SELECT ${owner(column)} AS id FROM ${owner(table)} ORDER BY 1`).map(({ id }) => id);

test("sessions, mailed links and counts of attempts go when their time has passed, and not before", async () => {
  const user = await seedAccount({ email: "svep@probe.example", name: "Svep", memberships: [] });
  for (const [id, until] of [
    ["gammal", "-1 second"],
    ["ny", "1 hour"],
  ] as const) {
    await owner`INSERT INTO auth_sessions (id, user_id, token_hash, expires_at)
      VALUES (${id}, ${user}, ${id}, now() + ${until}::interval)`;
    await owner`INSERT INTO auth_verifications (id, identifier, value, expires_at)
      VALUES (${id}, ${id}, ${id}, now() + ${until}::interval)`;
    await owner`INSERT INTO auth_rate_limits (key, attempts, resets_at) VALUES (${id}, 1, now() + ${until}::interval)`;
  }
  expect(await sweepExpired()).toBe(3);
  expect(await ids("auth_sessions", "id")).toEqual(["ny"]);
  expect(await ids("auth_verifications", "id")).toEqual(["ny"]);
  expect(await ids("auth_rate_limits", "key")).toEqual(["ny"]);
  expect(await sweepExpired()).toBe(0);
});

test("thousands of them go in one round, and two rounds at once do not stand in each other's way", async () => {
  await owner`INSERT INTO auth_rate_limits (key, attempts, resets_at)
    SELECT 'gammal-' || n, 1, now() - interval '1 day' FROM generate_series(1, 2500) AS n`;
  const swept = await Promise.all([sweepExpired(), sweepExpired()]);
  expect(swept[0]! + swept[1]! + (await sweepExpired())).toBe(2500);
});

test("it happens by itself, every hour", () => {
  expect(schedule.find(({ task }) => task === "sweep_expired")?.match).toMatch(/^\d+ \* \* \* \*$/);
});
