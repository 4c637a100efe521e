import { systemActor } from "#app/domain/identity/actor";
import { MasterKeyMissing, SealBroken, unwrapKey, wrapKey } from "#app/platform/crypto.server";
import { masterKeys } from "#app/platform/medical-key.server";
import { keyPlace } from "#app/services/profiles/medical-seal.server";
import { type Tx, withActor } from "#db/client.server";
import { type FoundKey, lockKeysOfOtherMasters, replaceKey } from "#db/queries/medical.server";

const batch = 500;

/**
 * Wraps every person's key anew with the current master key; the notes themselves stay as they are. Needs the old master
 * key in MEDICAL_KEY_OLD. May be stopped and begun again. Answers how many keys were changed, and how many are left
 * because no master key at hand opens them: keep the old master key until none is.
 */
export async function rotateMedicalKeys(masters = masterKeys()): Promise<{ changed: number; left: number }> {
  const counted = { changed: 0, left: 0 };
  let after: FoundKey | null = null;
  do {
    after = await withActor(systemActor, async (tx): Promise<FoundKey | null> => {
      const keys: FoundKey[] = await lockKeysOfOtherMasters(tx, masters[0].id, after, batch);
      for (const key of keys) counted[(await wrapAnew(tx, key, masters)) ? "changed" : "left"] += 1;
      return keys.at(-1) ?? null;
    });
  } while (after);
  return counted;
}

async function wrapAnew(tx: Tx, key: FoundKey, masters: ReturnType<typeof masterKeys>): Promise<boolean> {
  try {
    const dataKey = unwrapKey(masters, key, keyPlace(key));
    await replaceKey(tx, key, wrapKey(masters[0], dataKey, keyPlace(key)));
    return true;
  } catch (error) {
    if (error instanceof MasterKeyMissing || error instanceof SealBroken) return false;
    throw error;
  }
}
