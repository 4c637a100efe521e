import type { Actor } from "#app/domain/identity/actor";
import { type Freshness, freshnessOf } from "#app/domain/placements/freshness";
import { canConfirm } from "#app/domain/placements/transitions";
import { today } from "#app/platform/clock.server";
import { withActor } from "#db/client.server";
import { listOwnPlacements as list, type OwnPlacement } from "#db/queries/own-placements.server";

const listed = 100;

export type OwnPlacementRow = OwnPlacement & { freshness: Freshness; canConfirm: boolean };

/** The placements of the actor's employer, with how old the confirmation is. Others get none. */
export async function listOwnPlacements(actor: Actor): Promise<{ rows: OwnPlacementRow[]; total: number }> {
  const { employerId } = actor;
  if (actor.role !== "employer" || employerId === null) return { rows: [], total: 0 };
  const day = today();
  const { rows, total } = await withActor(actor, (tx) => list(tx, employerId, listed));
  return {
    total,
    rows: rows.map((row) => ({
      ...row,
      freshness: freshnessOf(row.lastConfirmedOn, day),
      canConfirm: canConfirm(row.status),
    })),
  };
}
