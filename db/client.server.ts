import { sql as raw, type SQL } from "drizzle-orm";
import { PgDialect } from "drizzle-orm/pg-core";
import { drizzle, type PostgresJsDatabase } from "drizzle-orm/postgres-js";
import postgres from "postgres";
import type { Actor } from "#app/domain/identity/actor";
import { DatabaseUnavailable } from "#app/platform/database-unavailable";
import { env } from "#app/platform/env.server";

const statementSeconds = 15;
const transactionSeconds = 20;

/** The pool as the app's role: it owns nothing and cannot pass row level security. docs/decisions/002. */
export const pool = postgres(env.DATABASE_URL, {
  max: env.DATABASE_POOL,
  prepare: env.DATABASE_PREPARE === "on",
  connect_timeout: 5,
  idle_timeout: 60,
  onnotice: () => {},
  connection: { application_name: "praktikkartan", statement_timeout: statementSeconds * 1000 },
});

/** For tables without personal data, outside a transaction. Personal tables show no rows here. */
export const db = drizzle(pool);

export type Db = PostgresJsDatabase;
export type Tx = Parameters<Parameters<Db["transaction"]>[0]>[0];
/** What a query function takes first: a transaction, or the plain handle for tables without personal data. */
export type Executor = Db | Tx;

const dialect = new PgDialect();

/**
 * Its `execute` has the connection keep the statement and its plan: drizzle's own has every statement read and planned
 * anew, and with row level security that takes longer than the answer. For a text that is always the same and finds its
 * rows by a key, so that one plan is right for all values: not for searches and lists. docs/decisions/002.
 */
export function planOnce(executor: Executor) {
  return {
    execute<Row extends object>(statement: SQL): Promise<Row[]> {
      type Rows = { execute: Row[]; all: unknown; values: unknown };
      const query = dialect.sqlToQuery(statement);
      // That there is a name is what counts: the driver makes the names itself.
      return executor._.session.prepareQuery<Rows>(query, undefined, "kept", false).execute();
    },
  };
}

/**
 * Runs one transaction as an actor: row level security sees who asks, and nothing of it remains afterwards. One that
 * misses its deadline writes nothing: who is told that it failed can do it again.
 * @throws DatabaseUnavailable when the whole transaction misses its deadline or no connection is to be had
 */
export function withActor<T>(
  actor: Actor,
  run: (tx: Tx) => Promise<T>,
  seconds = transactionSeconds,
): Promise<T> {
  let missed = false;
  const work = db.transaction(async (tx) => {
    // Sent with the first question: they are done in turn, and after a statement that failed nothing is answered.
    const known = planOnce(tx).execute(raw`SELECT
      set_config('app.role', ${actor.role}, true),
      set_config('app.user_id', ${actor.userId ?? ""}, true),
      set_config('app.association_id', ${actor.associationId?.toString() ?? ""}, true),
      set_config('app.employer_id', ${actor.employerId?.toString() ?? ""}, true),
      set_config('app.agency_id', ${actor.agencyId?.toString() ?? ""}, true),
      set_config('app.participant_id', ${actor.participantId ?? ""}, true)`);
    const [value] = await Promise.all([run(tx), known]);
    if (missed) throw new DatabaseUnavailable("deadline");
    return value;
  });
  return withDeadline(work, seconds, () => {
    missed = true;
  });
}

/** A query into a dead connection waits for ever in postgres.js: give every answer a deadline. */
export async function withDeadline<T>(
  work: Promise<T>,
  seconds = transactionSeconds,
  onMissed: () => void = () => {},
): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const deadline = new Promise<never>((_, reject) => {
    timer = setTimeout(() => {
      onMissed();
      reject(new DatabaseUnavailable("deadline"));
    }, seconds * 1000);
  });
  try {
    return await Promise.race([work, deadline]);
  } catch (error) {
    throw isConnectionError(error) ? new DatabaseUnavailable("unreachable", { cause: error }) : error;
  } finally {
    clearTimeout(timer);
  }
}

const connectionCodes = new Set([
  "CONNECT_TIMEOUT",
  "CONNECTION_CLOSED",
  "CONNECTION_DESTROYED",
  "CONNECTION_ENDED",
  "ECONNREFUSED",
  "ECONNRESET",
  "ENOTFOUND",
  "57P01",
  "57P03",
  "57014",
]);

function isConnectionError(error: unknown): boolean {
  for (let cause = error; cause instanceof Error; cause = cause.cause) {
    if ("code" in cause && connectionCodes.has(String(cause.code))) return true;
  }
  return false;
}

/** Ends every connection; waits at most two seconds for what is under way. */
export function closeDatabase(): Promise<void> {
  return pool.end({ timeout: 2 });
}
