import { randomBytes } from "node:crypto";

/** A secret for a link or a cookie: 32 random bytes that fit in an address. Keep only its `hashToken`. */
export function makeSecret(): string {
  return randomBytes(32).toString("base64url");
}
