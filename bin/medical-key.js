import { randomBytes } from "node:crypto";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { Explained } from "./prepare.js";

/**
 * The master key of the medical layer for this start. A demo or an embedded database makes its own and keeps it in
 * DATA_DIR; a production start on a database of its own must be given one, or nobody could ever open the backup.
 * @param {{ dataDir: string, production: boolean, demo: boolean }} start
 * @returns {string} 32 bytes in base64
 */
export function medicalKey({ dataDir, production, demo }) {
  const given = process.env.MEDICAL_KEY;
  if (given) return checked(given, "MEDICAL_KEY");
  if (production && process.env.DATABASE_URL && !demo) {
    throw new Explained("MEDICAL_KEY saknas. Ange 32 slumpbyte i base64: openssl rand -base64 32");
  }
  const file = join(dataDir, "medical-key");
  try {
    writeFileSync(file, `${randomBytes(32).toString("base64")}\n`, { mode: 0o600, flag: "wx" });
  } catch (error) {
    if (/** @type {NodeJS.ErrnoException} */ (error).code !== "EEXIST") throw error;
  }
  return checked(readFileSync(file, "utf8"), file);
}

/**
 * @param {string} text
 * @param {string} name
 */
function checked(text, name) {
  if (!/^[A-Za-z0-9+/]{43}=?$/.test(text.trim())) {
    throw new Explained(`${name} ska vara 32 byte i base64: openssl rand -base64 32`);
  }
  return text.trim();
}
