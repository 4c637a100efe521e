/**
 * Where to go after signing in: a path of this product, or null. Other sites, protocol-relative and backslash
 * addresses, and the sign-in pages themselves are refused.
 */
export function returnPath(till: string | null | undefined): string | null {
  if (!till || !/^\/(?![/\\])[\x21-\x7e]*$/.test(till) || till.includes("\\")) return null;
  return /^\/logga-(in|ut)\b/.test(till) ? null : till;
}
