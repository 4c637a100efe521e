import { createHash } from "node:crypto";

/** A short mark of what a form was filled with: another content has another mark. */
export function markOf(values: object): string {
  return createHash("sha256").update(JSON.stringify(values)).digest("hex").slice(0, 32);
}
