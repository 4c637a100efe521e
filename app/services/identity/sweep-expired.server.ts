import { withIdentity } from "#db/identity.server";
import { deleteExpired } from "#db/queries/identity.server";

const batch = 1000;

/** Removes sessions, mailed links and counts of attempts whose time has passed. Answers how many rows went. */
export async function sweepExpired(): Promise<number> {
  let swept = 0;
  for (;;) {
    const gone = await withIdentity((tx) => deleteExpired(tx, batch));
    swept += gone;
    if (gone < batch) return swept;
  }
}
