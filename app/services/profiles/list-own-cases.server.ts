import type { Actor } from "#app/domain/identity/actor";
import { done, fail, type Outcome } from "#app/domain/outcome";
import { caseTimeline, type OwnCase } from "#app/domain/profiles/case-timeline";
import { can, scope } from "#app/domain/profiles/policy";
import { today } from "#app/platform/clock.server";
import { withActor } from "#db/client.server";
import { recordDenied, recordEvent } from "#db/queries/audit.server";
import * as cases from "#db/queries/own-cases.server";

/** The case worker's own cases: code and status timeline, never a colleague's. Errors: `forbidden`. */
export function listOwnCases(actor: Actor): Promise<Outcome<{ cases: OwnCase[] }, "forbidden">> {
  return withActor(actor, async (tx) => {
    const within = scope(actor);
    if (!can(actor, "cases.list") || within.kind !== "own_cases") {
      await recordDenied(tx, actor, "cases.list", "");
      return fail("forbidden");
    }
    const day = today();
    const rows = await cases.listOwnCases(tx, within.userId);
    await recordEvent(tx, actor, {
      action: "participant.listed",
      associationId: within.associationId,
      participantId: null,
      details: { count: rows.length },
    });
    return done({ cases: rows.map((row) => caseTimeline(row, day)) });
  });
}
