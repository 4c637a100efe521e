import { type Actor, systemActor } from "#app/domain/identity/actor";
import { done, fail, type Outcome } from "#app/domain/outcome";
import { outdatedBefore } from "#app/domain/profiles/status";
import { type BoardFigures, boardFigures } from "#app/domain/reports/board-figures";
import { reportedAssociation } from "#app/domain/reports/policy";
import { dayOf, now } from "#app/platform/clock.server";
import { withActor } from "#db/client.server";
import { countFigures } from "#db/queries/board-figures.server";

/**
 * The own association's figures, with small numbers hidden. A board reaches no row of a person (row level security): the
 * product counts as the association's staff would, and only what is large enough goes on. Errors: `forbidden`.
 */
export async function readBoardFigures(
  actor: Actor,
): Promise<Outcome<{ figures: BoardFigures }, "forbidden">> {
  const associationId = reportedAssociation(actor, "figures.read");
  if (associationId === null) return fail("forbidden");
  const moment = now();
  const counting: Actor = { ...systemActor, role: "coordinator", associationId };
  const raw = await withActor(counting, (tx) =>
    countFigures(tx, associationId, outdatedBefore(moment), dayOf(moment)),
  );
  return done({ figures: boardFigures(raw) });
}
