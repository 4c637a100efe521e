import type { Actor } from "#app/domain/identity/actor";
import { done, fail, type Outcome } from "#app/domain/outcome";
import type { Followed, FollowedSearch } from "#app/domain/profiles/next-step";
import { can, scope } from "#app/domain/profiles/policy";
import { today } from "#app/platform/clock.server";
import { withActor } from "#db/client.server";
import { recordDenied, recordEvent } from "#db/queries/audit.server";
import { listFollowed as list } from "#db/queries/next-steps.server";

/** More than one person follows at a time; whoever has more searches by the code. */
const followedAtMost = 100;

/** The association's open cases, or one's own, with what is next for each. One audit event. Errors: `forbidden`. */
export function listFollowed(
  actor: Actor,
  search: FollowedSearch = { whose: "all", reference: null },
): Promise<Outcome<{ day: string; rows: Followed[]; total: number }, "forbidden">> {
  return withActor(actor, async (tx) => {
    const within = scope(actor);
    const { userId } = actor;
    if (!can(actor, "participant.list") || within.kind !== "association" || userId === null) {
      await recordDenied(tx, actor, "participant.list", "next");
      return fail("forbidden");
    }
    const day = today();
    const found = await list(
      tx,
      { associationId: within.associationId, userId, day, ...search },
      followedAtMost,
    );
    await recordEvent(tx, actor, {
      action: "participant.listed",
      associationId: within.associationId,
      participantId: null,
      subject: "next",
      details: { count: found.rows.length },
    });
    return done({ day, ...found });
  });
}
