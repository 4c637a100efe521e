import { db } from "#db/client.server";
import { hideUnconfirmedPlacements } from "#db/queries/placements.server";

/** Hides from search what nobody has confirmed for 120 days. Never deletes. domain.md "Placement". Answers how many. */
export function hideUnconfirmed(): Promise<number> {
  return hideUnconfirmedPlacements(db);
}
