import { expect, test } from "vitest";
import { schedule } from "#app/jobs/tasks.server";
import { seedAccount } from "#app/services/identity/seed-account.server";
import { sweepExpired } from "#app/services/identity/sweep-expired.server";
import { anAgreementInForce } from "#tests/support/factories/notifications";
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

test("links without account, reminders and days' mails go a year after their time, and not before; answers stay", async () => {
  const { id, circle } = await anAgreementInForce();
  const whose = { association_id: circle.associationId };
  const user = await seedAccount({ email: "svep2@probe.example", name: "Svep", memberships: [] });
  await owner`DELETE FROM agreement_links`;
  for (const [name, age] of [
    ["gammal", "13 months"],
    ["ny", "11 months"],
  ] as const) {
    const past = owner`now() - ${age}::interval`;
    await owner`INSERT INTO agreement_links (association_id, agreement_id, version, slot, channel, address, asked_by_name, expires_at)
      VALUES (${circle.associationId}, ${id}, 1, 'employer_1', 'mail', ${name}, '', ${past})`;
    await owner`INSERT INTO attendance_links (association_id, employer_id, week, agreement_ids, supervisor_name, channel, address,
      asked_by_name, expires_at) VALUES (${circle.associationId}, ${circle.employerId}, '2026-02-02', ${[id]}, '', 'mail', ${name},
      '', ${past})`;
    await owner`INSERT INTO closing_links (association_id, agreement_id, purpose, channel, address, asked_by_name, expires_at)
      VALUES (${circle.associationId}, ${id}, 'reference', 'mail', ${name}, '', ${past})`;
    const [link] =
      await owner`INSERT INTO rating_links (association_id, employer_id, month, agreement_ids, supervisor_name,
      channel, address, expires_at) VALUES (${circle.associationId}, ${circle.employerId}, '2026-02-01', ${[id]}, '', 'mail',
      ${name}, ${past}) RETURNING id`;
    await owner`INSERT INTO ratings (association_id, agreement_id, party, day, instrument, version, answers, way, by_name, link_id)
      VALUES (${circle.associationId}, ${id}, 'supervisor', '2026-02-02', 'arbetsplats', 1, '{"trivs": 4}', 'link', ${name},
      ${link!.id})`;
    const [digest] = await owner`INSERT INTO notification_digests (association_id, user_id, day, mailed_at)
      VALUES (${circle.associationId}, ${user}, (${past})::date, now()) RETURNING id`;
    const reminder = {
      ...whose,
      agreement_id: id,
      kind: "ends_soon",
      subject: name,
      recipient: "participant",
    };
    await owner`INSERT INTO notifications ${owner({ ...reminder, digest_id: digest!.id, send_at: new Date() })}`;
    await owner`UPDATE notifications SET planned_at = ${past}, settled_at = now() WHERE subject = ${name}`;
  }
  expect(await sweepExpired()).toBe(6);
  expect(await ids("agreement_links", "address")).toEqual(["ny"]);
  expect(await ids("attendance_links", "address")).toEqual(["ny"]);
  expect(await ids("closing_links", "address")).toEqual(["ny"]);
  expect(await ids("rating_links", "address")).toEqual(["ny"]);
  expect(await ids("ratings", "by_name")).toEqual(["gammal", "ny"]);
  expect(await ids("notifications", "subject")).toEqual(["ny"]);
  expect(await owner`SELECT id FROM notification_digests`).toHaveLength(1);
});

test("it happens by itself, every hour", () => {
  expect(schedule.find(({ task }) => task === "sweep_expired")?.match).toMatch(/^\d+ \* \* \* \*$/);
});
