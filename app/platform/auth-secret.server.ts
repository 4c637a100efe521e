import { randomBytes } from "node:crypto";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { env, isDemo, isDevelopment } from "#app/platform/env.server";

/**
 * The key that signs session cookies. A demo, a developer's start or a test makes its own at the first start and keeps it in DATA_DIR.
 * @throws Error with a sentence for the person who starts the product, when a real start has none
 */
export function readAuthSecret(): string {
  if (env.AUTH_SECRET && env.AUTH_SECRET.length >= 32) return env.AUTH_SECRET;
  if (!isDemo && !isDevelopment && env.NODE_ENV === "production") {
    throw new Error("AUTH_SECRET saknas eller är för kort. Ange minst 32 slumptecken: openssl rand -hex 32");
  }
  return keptIn(join(env.DATA_DIR, "auth-secret"));
}

function keptIn(file: string): string {
  mkdirSync(env.DATA_DIR, { recursive: true });
  try {
    writeFileSync(file, randomBytes(32).toString("hex"), { mode: 0o600, flag: "wx" });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "EEXIST") throw error;
  }
  return readFileSync(file, "utf8").trim();
}
