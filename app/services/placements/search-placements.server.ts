import type { Actor } from "#app/domain/identity/actor";
import type { PlacementCard } from "#app/domain/placements/placement";
import type { Search } from "#app/domain/placements/search";
import type { SearchError } from "#app/domain/placements/search-choices";
import { resolveSearch, type Start } from "#app/services/placements/resolve-search.server";
import { db, pool, withDeadline } from "#db/client.server";
import type { Filter } from "#db/queries/placement-filter.server";
import {
  findNearest,
  findPlacements,
  isPlainNearest,
  type Window,
} from "#db/queries/placement-search.server";
import { countPlacements } from "#db/queries/placement-total.server";
import { freeFrom } from "#db/queries/slots.server";

export type SearchResult = {
  ok: true;
  total: number;
  placements: PlacementCard[];
  page: number;
  pages: number;
  start: Start | null;
};

/**
 * One page of the placements that somebody may see and looks for, and exactly how many there are. No transaction:
 * placements hold nothing about a person. A page after the last is empty.
 */
export async function searchPlacements(
  actor: Actor,
  search: Search,
): Promise<SearchResult | { ok: false; error: SearchError }> {
  const resolved = await resolveSearch(actor, search);
  if (!resolved.ok) return resolved;
  const { filter, start } = resolved;
  const window = { sort: search.sort, limit: search.perPage, offset: (search.page - 1) * search.perPage };
  const { total, placements: found } = await withDeadline(find(filter, window));
  const placements =
    search.startsOn === null ? found : await withDeadline(freeFrom(db, found, search.startsOn));
  return { ok: true, total, placements, page: search.page, pages: Math.ceil(total / search.perPage), start };
}

async function find(filter: Filter, window: Window): Promise<{ total: number; placements: PlacementCard[] }> {
  const nearest = isPlainNearest(filter, window) ? await findNearest(pool, filter, window) : null;
  if (nearest) return nearest;
  const total = await countPlacements(pool, filter);
  return {
    total,
    placements: window.offset < total ? await findPlacements(pool, filter, window, total) : [],
  };
}
