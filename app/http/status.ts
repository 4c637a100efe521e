/** The HTTP status of each failure code that ends a request; all other codes are shown in the page that caused them. */
const statuses: Record<string, number> = {
  bad_request: 400,
  forbidden: 403,
  not_found: 404,
  method_not_allowed: 405,
  wrong_status: 409,
  slot_taken: 409,
  conflict: 409,
  too_large: 413,
  too_many: 429,
  unavailable: 503,
};

/** 400 for a code that no table knows: an expected failure is never a server error. */
export function statusOf(code: string): number {
  return statuses[code] ?? 400;
}
