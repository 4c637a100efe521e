/**
 * What the server says of a log that a phone sends. `others`: who else had logged the same contact; `isAgain`: one had done so
 * oneself. `errors` are sentences by field, "" for the whole.
 */
export type SendAnswer =
  | { ok: true; others: string[]; isAgain: boolean }
  | { ok: false; code: "refused" | "not_found" | "other_user"; errors: Record<string, string> };
