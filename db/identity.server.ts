import { sql } from "drizzle-orm";
import { db, type Tx, withDeadline } from "#db/client.server";
import { asRole } from "#db/role.server";

/**
 * Runs one transaction as the sign-in code, the only one that reads users, sessions and memberships of everybody.
 * Nothing of a participant is visible here.
 */
export function withIdentity<T>(run: (tx: Tx) => Promise<T>): Promise<T> {
  return withDeadline(
    db.transaction(async (tx) => {
      await tx.execute(sql`SELECT set_config('app.role', 'identity', true)`);
      return run(tx);
    }),
  );
}

/**
 * Does a part of somebody's transaction as the sign-in code, and gives the role back: an account and what it is for come
 * to be together, or not at all.
 */
export function asIdentity<T>(tx: Tx, run: () => Promise<T>): Promise<T> {
  return asRole(tx, "identity", run);
}
