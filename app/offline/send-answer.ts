/** What the server says of a log that a phone sends. `errors` are sentences by field, "" for the whole. */
export type SendAnswer =
  | { ok: true; others: string[] }
  | { ok: false; code: "refused" | "not_found" | "other_user"; errors: Record<string, string> };
