import type { Actor } from "#app/domain/identity/actor";
import { done, fail, type Outcome } from "#app/domain/outcome";
import type { ListedParticipant } from "#app/domain/profiles/participant";
import type { ParticipantSearch } from "#app/domain/profiles/participant-search";
import { can, scope } from "#app/domain/profiles/policy";
import { outdatedBefore } from "#app/domain/profiles/status";
import { dayOf, now } from "#app/platform/clock.server";
import { withActor } from "#db/client.server";
import { listMunicipalities } from "#db/queries/agencies.server";
import { recordDenied, recordEvent } from "#db/queries/audit.server";
import * as participants from "#db/queries/participant-list.server";

export const participantsPerPage = 50;

export type ParticipantList = {
  rows: ListedParticipant[];
  total: number;
  page: number;
  pages: number;
  /** Cases with a protected identity: never in the list, opened by their whole reference. */
  hidden: number;
  municipalities: { code: string; name: string }[];
};

/** One page of the association's participants: codes, never names. One audit event a view. Errors: `forbidden`. */
export function listParticipants(
  actor: Actor,
  search: ParticipantSearch,
): Promise<Outcome<ParticipantList, "forbidden">> {
  return withActor(actor, async (tx) => {
    const within = scope(actor);
    if (!can(actor, "participant.list") || within.kind !== "association") {
      await recordDenied(tx, actor, "participant.list", "");
      return fail("forbidden");
    }
    const { associationId } = within;
    const moment = now();
    const filter = {
      associationId,
      reference: search.reference,
      municipalityCode: search.municipality,
      status: search.status,
      outdatedBefore: outdatedBefore(moment),
      day: dayOf(moment),
    };
    const offset = (search.page - 1) * participantsPerPage;
    const found = await participants.listParticipants(tx, filter, { limit: participantsPerPage, offset });
    await recordEvent(tx, actor, {
      action: "participant.listed",
      associationId,
      participantId: null,
      details: { count: found.rows.length },
    });
    return done({
      ...found,
      page: search.page,
      pages: Math.max(1, Math.ceil(found.total / participantsPerPage)),
      hidden: await participants.countHidden(tx, associationId, filter.day),
      municipalities: await listMunicipalities(tx, associationId),
    });
  });
}
