/** The number of a placement as it stands in an address, or null. */
export function readPlacementId(text: string | undefined): number | null {
  return text && /^[1-9]\d{0,8}$/.test(text) ? Number(text) : null;
}
