import { type MedicalNotes, notesFromText, notesToText } from "#app/domain/profiles/medical-form";
import {
  MasterKeyMissing,
  newDataKey,
  open,
  SealBroken,
  seal,
  unwrapKey,
  wrapKey,
} from "#app/platform/crypto.server";
import { log } from "#app/platform/log.server";
import { masterKeys } from "#app/platform/medical-key.server";
import type { Tx } from "#db/client.server";
import type { Whose } from "#db/queries/kartlaggning.server";
import * as medical from "#db/queries/medical.server";

// The addresses that ciphertexts are bound to: association and person, table, column and version.
const rowOf = ({ associationId, participantId }: Whose) => `${associationId}/${participantId}`;
export const keyPlace = (whose: Whose) => ({
  table: "medical_keys",
  column: "wrapped",
  row: rowOf(whose),
});
const notesPlace = (whose: Whose, version: number) => ({
  table: "medical_notes",
  column: "sealed",
  row: rowOf(whose),
  version,
});

/** Why notes cannot be opened: the master key is another one, or the ciphertext was moved or changed. */
export type CannotOpen = "master_key_missing" | "seal_broken";

/** One version in clear text. */
export type OpenedNotes = { version: number; notes: MedicalNotes; savedByName: string; savedAt: Date };

/** Every version of a person's notes in clear text, the newest first; or why they cannot be opened. */
export async function openNotes(tx: Tx, whose: Whose): Promise<OpenedNotes[] | CannotOpen> {
  const sealed = await medical.listSealedNotes(tx, whose);
  if (sealed.length === 0) return [];
  return explained(whose, async () => {
    const key = await dataKeyOf(tx, whose);
    if (!key) throw new SealBroken();
    return sealed.map(({ version, sealed: bytes, savedByName, savedAt }) => ({
      version,
      notes: notesFromText(open(key, bytes, notesPlace(whose, version)).toString("utf8")),
      savedByName,
      savedAt,
    }));
  });
}

/** Seals and stores the next version; makes the person's key the first time. Answers why not, or null. */
export async function sealNotes(
  tx: Tx,
  whose: Whose,
  next: { version: number; notes: MedicalNotes; savedByName: string },
): Promise<CannotOpen | null> {
  const failed = await explained(whose, async () => {
    const key = (await dataKeyOf(tx, whose)) ?? (await makeDataKey(tx, whose));
    const sealed = seal(key, Buffer.from(notesToText(next.notes), "utf8"), notesPlace(whose, next.version));
    await medical.insertSealedNotes(tx, whose, {
      version: next.version,
      sealed,
      savedByName: next.savedByName,
    });
    return null;
  });
  return failed;
}

async function dataKeyOf(tx: Tx, whose: Whose): Promise<Buffer | null> {
  const stored = await medical.readKey(tx, whose);
  return stored && unwrapKey(masterKeys(), stored, keyPlace(whose));
}

async function makeDataKey(tx: Tx, whose: Whose): Promise<Buffer> {
  const key = newDataKey();
  await medical.insertKey(tx, whose, wrapKey(masterKeys()[0], key, keyPlace(whose)));
  return key;
}

/** Turns what cannot be opened into a code. The log says that it happened and to which row, never what it held. */
async function explained<T>(whose: Whose, run: () => Promise<T>): Promise<T | CannotOpen> {
  try {
    return await run();
  } catch (error) {
    if (error instanceof MasterKeyMissing) {
      log.error({ participantId: whose.participantId, masterKeyId: error.keyId }, "master key is missing");
      return "master_key_missing";
    }
    if (error instanceof SealBroken) {
      log.error({ participantId: whose.participantId }, "a sealed value does not open");
      return "seal_broken";
    }
    throw error;
  }
}
