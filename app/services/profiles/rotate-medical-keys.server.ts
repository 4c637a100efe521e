import { systemActor } from "#app/domain/identity/actor";
import { unwrapKey, wrapKey } from "#app/platform/crypto.server";
import { masterKeys } from "#app/platform/medical-key.server";
import { keyPlace } from "#app/services/profiles/medical-seal.server";
import { withActor } from "#db/client.server";
import { lockKeysOfOtherMasters, replaceKey } from "#db/queries/medical.server";

const batch = 500;

/**
 * Wraps every person's key anew with the current master key; the notes themselves stay as they are. Needs the old master
 * key in MEDICAL_KEY_OLD. May be stopped and begun again. Answers how many keys were changed.
 * @throws MasterKeyMissing when a key was wrapped by a master key that is not at hand
 */
export async function rotateMedicalKeys(masters = masterKeys()): Promise<number> {
  let changed = 0;
  for (;;) {
    const done = await withActor(systemActor, async (tx) => {
      const keys = await lockKeysOfOtherMasters(tx, masters[0].id, batch);
      for (const key of keys) {
        const dataKey = unwrapKey(masters, key, keyPlace(key));
        await replaceKey(tx, key, wrapKey(masters[0], dataKey, keyPlace(key)));
      }
      return keys.length;
    });
    changed += done;
    if (done < batch) return changed;
  }
}
