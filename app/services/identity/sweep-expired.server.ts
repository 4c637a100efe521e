import { systemActor } from "#app/domain/identity/actor";
import { today } from "#app/platform/clock.server";
import { withActor } from "#db/client.server";
import { withIdentity } from "#db/identity.server";
import { deleteEndedSnoozes } from "#db/queries/exceptions.server";
import { deleteExpired } from "#db/queries/identity.server";
import { deleteLongPast } from "#db/queries/long-past.server";

const batch = 1000;

/**
 * Removes sessions, mailed links to sign in and counts of attempts whose time has passed, and what else was sent and is long
 * past. Answers how many rows went.
 */
export async function sweepExpired(): Promise<number> {
  const expired = await sweep(() => withIdentity((tx) => deleteExpired(tx, batch)));
  const woken = await withActor(systemActor, (tx) => deleteEndedSnoozes(tx, today()));
  return expired + woken + (await sweep(() => withActor(systemActor, (tx) => deleteLongPast(tx, batch))));
}

async function sweep(round: () => Promise<number>): Promise<number> {
  let swept = 0;
  for (;;) {
    const gone = await round();
    swept += gone;
    if (gone < batch) return swept;
  }
}
