import type { Tx } from "#db/client.server";

/**
 * Does what a unique key may refuse, in a savepoint: the transaction goes on after a refusal. Null: it is taken, perhaps by
 * somebody who wrote a moment ago.
 */
export async function unlessTaken<T>(tx: Tx, write: (inner: Tx) => Promise<T>): Promise<T | null> {
  try {
    return await tx.transaction(write);
  } catch (error) {
    if (isTaken(error)) return null;
    throw error;
  }
}

/** Whether an error is a unique key's refusal. */
export function isTaken(error: unknown): boolean {
  const cause = error instanceof Error ? error.cause : null;
  return cause instanceof Error && "code" in cause && cause.code === "23505";
}
