import { createHash } from "node:crypto";
import { canonicalJson } from "#app/domain/agreements/canonical";
import type { AgreementContent } from "#app/domain/agreements/content";

/** SHA-256, in hex, of the canonical form (RFC 8785) of a content: what every signature carries. */
export function contentHash(content: AgreementContent): string {
  return createHash("sha256").update(canonicalJson(content), "utf8").digest("hex");
}
