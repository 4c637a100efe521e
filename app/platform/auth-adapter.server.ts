import type { BetterAuthOptions } from "better-auth";
import { type DB, drizzleAdapter } from "better-auth/adapters/drizzle";
import { hashToken } from "#app/platform/session-cookie.server";
import { db, type Executor, type Tx } from "#db/client.server";
import { withIdentity } from "#db/identity.server";
import * as schema from "#db/schema/identity.server";

/**
 * better-auth's drizzle adapter with two things mended: every call runs in a transaction of the sign-in code (row level
 * security), and session tokens are hashed on the way in. Rows answer with the caller's own token in clear, or the hash.
 */
export function identityAdapter(options: BetterAuthOptions) {
  const over = (executor: Executor) => drizzleAdapter(executor as DB, { provider: "pg", schema })(options);
  type Adapter = ReturnType<typeof over>;

  const bound = (tx: Tx): Adapter => {
    const inner = over(tx);
    return {
      ...inner,
      create: (input) => inHashes(input, inner.create),
      findOne: (input) => inHashes(input, inner.findOne),
      findMany: (input) => inHashes(input, inner.findMany),
      count: (input) => inHashes(input, inner.count),
      update: (input) => inHashes(input, inner.update),
      updateMany: (input) => inHashes(input, inner.updateMany),
      delete: (input) => inHashes(input, inner.delete),
      deleteMany: (input) => inHashes(input, inner.deleteMany),
      consumeOne: (input) => inHashes(input, inner.consumeOne),
      incrementOne: (input) => inHashes(input, inner.incrementOne),
    } as Adapter;
  };

  return {
    ...over(db),
    create: (input) => withIdentity((tx) => bound(tx).create(input)),
    findOne: (input) => withIdentity((tx) => bound(tx).findOne(input)),
    findMany: (input) => withIdentity((tx) => bound(tx).findMany(input)),
    count: (input) => withIdentity((tx) => bound(tx).count(input)),
    update: (input) => withIdentity((tx) => bound(tx).update(input)),
    updateMany: (input) => withIdentity((tx) => bound(tx).updateMany(input)),
    delete: (input) => withIdentity((tx) => bound(tx).delete(input)),
    deleteMany: (input) => withIdentity((tx) => bound(tx).deleteMany(input)),
    consumeOne: (input) => withIdentity((tx) => bound(tx).consumeOne(input)),
    incrementOne: (input) => withIdentity((tx) => bound(tx).incrementOne(input)),
    transaction: (run) => withIdentity((tx) => run(bound(tx))),
  } as Adapter;
}

type Condition = { field: string; value: unknown };
type Call = { model: string; where?: Condition[]; data?: Row; update?: Row; set?: Row };
type Row = Record<string, unknown>;

async function inHashes<Input, Output>(
  input: Input,
  run: (input: Input) => Promise<Output>,
): Promise<Output> {
  const call = input as Call;
  if (call.model !== "session") return run(input);
  const clear = new Map<unknown, string>();
  const hashed = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(hashed);
    if (typeof value !== "string") return value;
    const hash = hashToken(value);
    clear.set(hash, value);
    return hash;
  };
  const inRow = (row: Row | undefined) =>
    row && "token" in row ? { ...row, token: hashed(row.token) } : row;
  const asked: Call = { ...call };
  for (const part of ["data", "update", "set"] as const) if (call[part]) asked[part] = inRow(call[part]);
  if (call.where) {
    asked.where = call.where.map((one) =>
      one.field === "token" ? { ...one, value: hashed(one.value) } : one,
    );
  }
  const answer = await run(asked as Input);
  const restored = (row: unknown) =>
    row && typeof row === "object" && "token" in row
      ? { ...row, token: clear.get(row.token) ?? row.token }
      : row;
  return (Array.isArray(answer) ? answer.map(restored) : restored(answer)) as Output;
}
