import { createHash } from "node:crypto";

/** What the database keeps of a session token: the token has 190 bits of chance, so a plain hash is enough. */
export function hashToken(token: string): string {
  return createHash("sha256").update(token).digest("hex");
}

/** First part of the cookies' names. */
export const cookiePrefix = "praktikkartan";
