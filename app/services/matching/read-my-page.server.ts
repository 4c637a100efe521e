import { foldLooks, type Look, latestLooks, looksOnPage } from "#app/domain/audit/looks";
import type { Actor } from "#app/domain/identity/actor";
import { canPropose } from "#app/domain/matching/policy";
import type { Proposal } from "#app/domain/matching/proposal";
import { hasLeft } from "#app/domain/profiles/closing";
import { dayOf, today } from "#app/platform/clock.server";
import { withActor } from "#db/client.server";
import { listEventsOf, recordDenied } from "#db/queries/audit.server";
import { findById } from "#db/queries/participants.server";
import { listOfParticipant } from "#db/queries/proposals.server";

/** How many events are looked through for the latest lines, and for all of them. */
const eventsRead = { latest: 200, all: 5000 };

export type MyPage = {
  proposals: Proposal[];
  looks: Look[];
  /** Whether more have looked than is shown. */
  moreLooks: boolean;
  /** Whether the participation has ended: only then is there something to ask to be let in to. */
  hasLeft: boolean;
};

/**
 * What the participant's own page shows: the proposals, and who has looked: the latest, or a page of all. Empty for everybody
 * else, and written down.
 */
export function readMyPage(actor: Actor, looksPage: number | null = null): Promise<MyPage> {
  return withActor(actor, async (tx) => {
    const { participantId } = actor;
    if (!canPropose(actor, "proposal.own") || participantId === null) {
      await recordDenied(tx, actor, "proposal.own", "own");
      return { proposals: [], looks: [], moreLooks: false, hasLeft: false };
    }
    const events = await listEventsOf(
      tx,
      participantId,
      looksPage === null ? eventsRead.latest : eventsRead.all,
    );
    const looks = events.map((event) => {
      const moment = new Date(event.happened_at);
      return {
        id: event.id,
        at: moment.toISOString(),
        day: dayOf(moment),
        by: event.user_name,
        role: event.role,
        action: event.action,
      };
    });
    const lines = foldLooks(looks);
    const [from, to] =
      looksPage === null ? [0, latestLooks] : [(looksPage - 1) * looksOnPage, looksPage * looksOnPage];
    const closedOn = (await findById(tx, participantId))?.closedOn ?? null;
    return {
      proposals: await listOfParticipant(tx, participantId),
      looks: lines.slice(from, to),
      moreLooks: lines.length > to,
      hasLeft: hasLeft(closedOn, today()),
    };
  });
}
