import { sql } from "drizzle-orm";
import { expect, test } from "vitest";
import { systemActor } from "#app/domain/identity/actor";
import { DatabaseUnavailable } from "#app/platform/database-unavailable";
import { withActor } from "#db/client.server";
import { owner } from "#tests/support/owner";

test("a transaction that misses its deadline writes nothing, not even when its work is done later", async () => {
  let goOn = () => {};
  const gate = new Promise<void>((open) => {
    goOn = open;
  });
  let finished = () => {};
  const end = new Promise<void>((done) => {
    finished = done;
  });
  const late = withActor(
    systemActor,
    async (tx) => {
      await tx.execute(sql`INSERT INTO associations (name) VALUES ('För sent')`);
      await gate;
      finished();
    },
    0.05,
  );
  await expect(late).rejects.toBeInstanceOf(DatabaseUnavailable);
  goOn();
  await end;
  // The name is taken by whoever holds it until the transaction is over: this waits for that, and then gets it.
  const [row] = await owner`INSERT INTO associations (name) VALUES ('För sent')
    ON CONFLICT (name) DO NOTHING RETURNING id`;
  expect(row).toBeDefined();
});
