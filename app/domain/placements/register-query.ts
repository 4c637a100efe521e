import { type PlacementStatus, placementStatuses } from "#app/domain/placements/vocabulary";

/** What a coordinator looks for in the register. */
export type RegisterQuery = { text: string; status: PlacementStatus | null; page: number };

/** Reads `sok`, `status` and `sida`; what makes no sense is left out. */
export function parseRegisterQuery(query: URLSearchParams): RegisterQuery {
  const status = placementStatuses.find((one) => one === query.get("status")) ?? null;
  const page = /^[1-9]\d{0,5}$/.exec(query.get("sida") ?? "");
  return { text: (query.get("sok") ?? "").trim().slice(0, 80), status, page: page ? Number(page[0]) : 1 };
}
