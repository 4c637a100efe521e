import { randomBytes } from "node:crypto";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { type MasterKey, masterKeyOf } from "#app/platform/crypto.server";
import { env } from "#app/platform/env.server";

/** The master keys at hand: new data keys are wrapped with the first; the others open what they once wrapped. */
export type MasterKeys = readonly [MasterKey, ...MasterKey[]];

let known: MasterKeys | null = null;

/**
 * MEDICAL_KEY, and MEDICAL_KEY_OLD while the key is being exchanged. bin/start.js sets the first for a demo or an embedded
 * database from DATA_DIR/medical-key; other processes than a production server (tests, the demo's filling) read that file.
 * @throws Error with a sentence for the person who starts the product
 */
export function masterKeys(): MasterKeys {
  known ??= [currentKey(), ...olderKeys()];
  return known;
}

function currentKey(): MasterKey {
  if (env.MEDICAL_KEY) return parsed("MEDICAL_KEY", env.MEDICAL_KEY);
  if (env.NODE_ENV === "production" && env.DEMO !== "1") {
    throw new Error("MEDICAL_KEY saknas. Ange 32 slumpbyte i base64: openssl rand -base64 32");
  }
  return parsed("medical-key", keptIn(join(env.DATA_DIR, "medical-key")));
}

function olderKeys(): MasterKey[] {
  const texts = (env.MEDICAL_KEY_OLD ?? "").split(",").map((text) => text.trim());
  return texts.filter(Boolean).map((text) => parsed("MEDICAL_KEY_OLD", text));
}

function parsed(name: string, text: string): MasterKey {
  const key = masterKeyOf(text);
  if (!key) throw new Error(`${name} ska vara 32 byte i base64: openssl rand -base64 32`);
  return key;
}

function keptIn(file: string): string {
  mkdirSync(env.DATA_DIR, { recursive: true });
  try {
    writeFileSync(file, `${randomBytes(32).toString("base64")}\n`, { mode: 0o600, flag: "wx" });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "EEXIST") throw error;
  }
  return readFileSync(file, "utf8");
}
