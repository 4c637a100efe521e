import type { Tx } from "#db/client.server";
import { asRole } from "#db/role.server";

/**
 * Runs as the product itself within somebody's transaction: what follows from a step by itself, in tables that whoever took
 * the step does not reach. The role is changed for these statements and given back.
 */
export function asSystem<T>(tx: Tx, run: () => Promise<T>): Promise<T> {
  return asRole(tx, "system", run);
}
