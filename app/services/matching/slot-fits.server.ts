import { setImmediate } from "node:timers/promises";
import { type Actor, systemActor } from "#app/domain/identity/actor";
import { byRank, examine, type Match, rankOf } from "#app/domain/matching/match";
import { ageOn } from "#app/domain/matching/matchable";
import { canPropose } from "#app/domain/matching/policy";
import { slotFitOf } from "#app/domain/matching/slot-fit";
import { weightsOf } from "#app/domain/matching/weights";
import { done, fail, type Outcome } from "#app/domain/outcome";
import { today } from "#app/platform/clock.server";
import { withActor } from "#db/client.server";
import { recordDenied, recordEvent } from "#db/queries/audit.server";
import { findCandidatesById, readWeights } from "#db/queries/matching.server";
import {
  listAssociationIds,
  listFreePlacements,
  listWaiting,
  replaceSlotFits,
  type Waiting,
} from "#db/queries/slot-fits.server";

/** The start page asks for the first few: a large association's other free slots are found in the register. */
const mostPlacements = 500;
const mostWaiting = 300;

/**
 * Works out for every association how many of those who wait would fit its free slots, for the start page. Nothing waits
 * for it: whether a slot is still free, and whether somebody has been proposed, is asked when the page is shown. Answers
 * how many places were looked at.
 */
export async function refreshSlotFits(): Promise<number> {
  let looked = 0;
  for (const id of await withActor(systemActor, listAssociationIds)) looked += await refreshOf(id);
  return looked;
}

async function refreshOf(associationId: number): Promise<number> {
  const free = await withActor(systemActor, (tx) => listFreePlacements(tx, associationId, mostPlacements));
  // Work profiles are shown to the association's staff only, to the product itself not either.
  const staff: Actor = { ...systemActor, role: "coordinator", associationId };
  const people =
    free.length === 0 ? [] : await withActor(staff, (tx) => listWaiting(tx, associationId, mostWaiting));
  const matchables = people.map(matchable);
  return withActor(systemActor, async (tx) => {
    const since = new Map(free.map(({ id, freeSince }) => [id, freeSince]));
    const places = await findCandidatesById(tx, [...since.keys()]);
    const fits = [];
    for (const place of places) {
      fits.push({ ...slotFitOf(place, matchables), placementId: place.id, freeSince: since.get(place.id)! });
      // The same process answers pages: between a few places they have their turn.
      if (fits.length % 10 === 0) await setImmediate();
    }
    await replaceSlotFits(tx, associationId, fits);
    return places.length;
  });
}

/** Somebody who would fit, by code. */
export type Fitting = { reference: string; startHours: number; score: number; km: number };

/** Who of those who wait fits a placement, the best first. One audit event. Errors: `not_found`. */
export function listFitting(
  actor: Actor,
  placementId: number,
): Promise<
  Outcome<{ title: string; employerName: string; locality: string; fitting: Fitting[] }, "not_found">
> {
  return withActor(actor, async (tx) => {
    const { associationId } = actor;
    const [place] = await findCandidatesById(tx, [placementId]);
    if (!canPropose(actor, "proposal.todo") || associationId === null || !place) {
      await recordDenied(tx, actor, "proposal.todo", String(placementId));
      return fail("not_found");
    }
    const weights = weightsOf(await readWeights(tx, associationId));
    const fitting = (await listWaiting(tx, associationId, mostWaiting))
      .map((person) => ({ person, match: examine(matchable(person), place, weights) }))
      .filter(({ match }) => match.verdict !== "hinder")
      .sort(
        (a, b) =>
          byRank(rankOf(a.match), rankOf(b.match)) || a.person.reference.localeCompare(b.person.reference),
      );
    if (fitting.length > 0)
      await recordEvent(tx, actor, {
        action: "matches.read",
        associationId,
        participantId: null,
        subject: `placement ${placementId}`,
        details: { count: fitting.length },
      });
    const { title, employerName, locality } = place;
    return done({
      title,
      employerName,
      locality,
      fitting: fitting.map(({ person, match }) => told(person, match)),
    });
  });
}

function told({ reference, profile }: Waiting, { score, km }: Match): Fitting {
  return {
    reference,
    startHours: profile.startHours,
    score: Math.round(score?.total ?? 0),
    km: Math.round(km),
  };
}

function matchable({ profile, birthYear }: Waiting) {
  return { profile, age: ageOn(today(), birthYear) };
}
