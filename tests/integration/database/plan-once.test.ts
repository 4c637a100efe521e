import { sql } from "drizzle-orm";
import { expect, test } from "vitest";
import { systemActor } from "#app/domain/identity/actor";
import { planOnce, withActor } from "#db/client.server";

test("a statement sent by planOnce is kept by its connection, and sent again it uses the plan; others are not kept", async () => {
  await withActor(systemActor, async (tx) => {
    const asked = (answer: number) =>
      planOnce(tx).execute<{ kept: number }>(sql`SELECT ${answer}::integer AS kept`);
    expect(await asked(1)).toEqual([{ kept: 1 }]);
    expect(await asked(2)).toEqual([{ kept: 2 }]);
    await tx.execute(sql`SELECT ${3}::integer AS forgotten`);
    const known = await tx.execute<{ statement: string; used: number }>(sql`
      SELECT statement, (generic_plans + custom_plans)::integer AS used FROM pg_prepared_statements
       WHERE statement LIKE 'SELECT $1::integer AS %'`);
    expect([...known]).toEqual([{ statement: "SELECT $1::integer AS kept", used: 2 }]);
  });
});
