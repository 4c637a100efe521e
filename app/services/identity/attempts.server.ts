import { type AttemptKind, attemptLimits, blockedUntil } from "#app/domain/identity/attempts";
import { keyedHash } from "#app/platform/auth.server";
import { withIdentity } from "#db/identity.server";
import { clearAttempts, countAttempt, readAttempts } from "#db/queries/attempts.server";

/** Whose attempts are counted: each kind with the address, account or pair it is about. */
export type Subjects = Partial<Record<AttemptKind, string>>;

const keysOf = (subjects: Subjects) =>
  Object.entries(subjects).map(([kind, subject]) => ({
    kind: kind as AttemptKind,
    key: `${kind}:${keyedHash(subject)}`,
  }));

/** When these may try again, or null when they may now. */
export async function waitFor(subjects: Subjects): Promise<Date | null> {
  const keys = keysOf(subjects);
  return withIdentity(async (tx) => {
    const rows = await readAttempts(
      tx,
      keys.map(({ key }) => key),
    );
    const kindOf = new Map(keys.map(({ key, kind }) => [key, kind]));
    return blockedUntil(rows.map((row) => ({ ...row, kind: kindOf.get(row.key)! })));
  });
}

/** Counts one attempt for each; all processes share the count. */
export function count(subjects: Subjects): Promise<void> {
  return withIdentity(async (tx) => {
    for (const { key, kind } of keysOf(subjects)) await countAttempt(tx, key, attemptLimits[kind].minutes);
  });
}

/** Forgets the attempts of these, after a success. */
export function forget(subjects: Subjects): Promise<void> {
  return withIdentity((tx) =>
    clearAttempts(
      tx,
      keysOf(subjects).map(({ key }) => key),
    ),
  );
}
