import { createCipheriv, createDecipheriv, createHash, randomBytes } from "node:crypto";

/** Where a sealed value lives. It opens there and nowhere else: all of this is bound to the ciphertext. */
export type Place = { table: string; column: string; row: string; version?: number };

/** A value that does not open here: moved, changed, or sealed with another key. Says nothing of what it held. */
export class SealBroken extends Error {
  constructor() {
    super("a sealed value does not open here");
    this.name = "SealBroken";
  }
}

/** None of the master keys at hand made this wrapped key. */
export class MasterKeyMissing extends Error {
  constructor(readonly keyId: string) {
    super(`the master key ${keyId} is not at hand`);
    this.name = "MasterKeyMissing";
  }
}

const algorithm = "aes-256-gcm";
const format = Buffer.from([1]);
const ivBytes = 12;
const tagBytes = 16;

/** Seals bytes with AES-256-GCM: format, fresh IV, tag, ciphertext. `key` has 32 bytes. */
export function seal(key: Buffer, clear: Buffer, place: Place): Buffer {
  const iv = randomBytes(ivBytes);
  const cipher = createCipheriv(algorithm, key, iv, { authTagLength: tagBytes });
  cipher.setAAD(boundTo(place));
  const sealed = Buffer.concat([cipher.update(clear), cipher.final()]);
  return Buffer.concat([format, iv, cipher.getAuthTag(), sealed]);
}

/**
 * Opens what `seal` made with the same key for the same place.
 * @throws SealBroken when anything differs
 */
export function open(key: Buffer, sealed: Buffer, place: Place): Buffer {
  if (sealed.length < 1 + ivBytes + tagBytes || sealed[0] !== format[0]) throw new SealBroken();
  const iv = sealed.subarray(1, 1 + ivBytes);
  const tag = sealed.subarray(1 + ivBytes, 1 + ivBytes + tagBytes);
  const decipher = createDecipheriv(algorithm, key, iv, { authTagLength: tagBytes });
  decipher.setAAD(boundTo(place));
  decipher.setAuthTag(tag);
  try {
    return Buffer.concat([decipher.update(sealed.subarray(1 + ivBytes + tagBytes)), decipher.final()]);
  } catch {
    throw new SealBroken();
  }
}

function boundTo({ table, column, row, version }: Place): Buffer {
  return Buffer.from(JSON.stringify([format[0], table, column, row, version ?? null]), "utf8");
}

/** A master key with its fingerprint, which is stored beside every key that it wraps. */
export type MasterKey = { id: string; key: Buffer };

/** The key of a text of 32 bytes in base64, or null when it is none. */
export function masterKeyOf(base64: string): MasterKey | null {
  const text = base64.trim();
  const key = Buffer.from(text, "base64");
  if (key.length !== 32 || key.toString("base64").replace(/=+$/, "") !== text.replace(/=+$/, "")) return null;
  const id = createHash("sha256").update("praktikkartan master key").update(key).digest("hex").slice(0, 16);
  return { id, key };
}

/** A fresh data key of 32 bytes. */
export function newDataKey(): Buffer {
  return randomBytes(32);
}

/** A data key as it is stored: sealed with a master key, for one row. */
export type WrappedKey = { masterKeyId: string; wrapped: Buffer };

export function wrapKey(master: MasterKey, dataKey: Buffer, place: Place): WrappedKey {
  return { masterKeyId: master.id, wrapped: seal(master.key, dataKey, place) };
}

/**
 * Opens a wrapped data key with the master key that made it.
 * @throws MasterKeyMissing when that one is not among `masters`
 * @throws SealBroken when the wrapped key was moved or changed
 */
export function unwrapKey(masters: readonly MasterKey[], stored: WrappedKey, place: Place): Buffer {
  const master = masters.find(({ id }) => id === stored.masterKeyId);
  if (!master) throw new MasterKeyMissing(stored.masterKeyId);
  return open(master.key, stored.wrapped, place);
}
