import type { Actor } from "#app/domain/identity/actor";
import { may } from "#app/domain/organisations/employer-rights";
import { type Freshness, freshnessOf } from "#app/domain/placements/freshness";
import { canConfirm, nextStatuses } from "#app/domain/placements/transitions";
import type { PlacementStatus } from "#app/domain/placements/vocabulary";
import { today } from "#app/platform/clock.server";
import { asEmployer } from "#app/services/organisations/as-employer.server";
import { listOwnPlacements as list, type OwnPlacement } from "#db/queries/own-placements.server";

const listed = 100;

export type OwnPlacementRow = OwnPlacement & {
  freshness: Freshness;
  canConfirm: boolean;
  mayChange: boolean;
  next: PlacementStatus[];
};

/** The placements that whoever asks reaches at the own employer, with what can be done with each. Others get none. */
export async function listOwnPlacements(actor: Actor): Promise<{ rows: OwnPlacementRow[]; total: number }> {
  const day = today();
  const found = await asEmployer(actor, async (tx, { employerId, posts }) => {
    const { rows, total } = await list(tx, employerId, listed);
    const shown = rows.map((row) => {
      const mayChange = may(posts, "placement.change", { workplaceId: row.workplaceId, placementId: row.id });
      return {
        ...row,
        freshness: freshnessOf(row.lastConfirmedOn, day),
        canConfirm: canConfirm(row.status),
        mayChange,
        next: mayChange ? nextStatuses(row.status, "employer") : [],
      };
    });
    return { ok: true as const, rows: shown, total };
  });
  return found.ok ? { rows: found.rows, total: found.total } : { rows: [], total: 0 };
}
