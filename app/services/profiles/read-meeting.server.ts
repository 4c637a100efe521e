import type { Actor } from "#app/domain/identity/actor";
import { done, fail, type Outcome } from "#app/domain/outcome";
import {
  type AgendaItem,
  type MeetingParty,
  partiesWithoutRight,
  sharedAgenda,
} from "#app/domain/profiles/meeting";
import { canCase } from "#app/domain/profiles/referral-policy";
import { isUuid } from "#app/domain/uuid";
import { now } from "#app/platform/clock.server";
import { type MeetingOptions, meetingOptions } from "#app/services/profiles/save-meeting.server";
import { type Tx, withActor } from "#db/client.server";
import { recordDenied, recordEvent } from "#db/queries/audit.server";
import * as meetings from "#db/queries/meetings.server";

const meetingsShown = 60;
const halfDay = 12 * 3_600_000;

/** Meetings that the actor may see: the association's for a coordinator, those one is invited to for a case worker. Errors: `forbidden`. */
export function listMeetings(
  actor: Actor,
): Promise<Outcome<{ coming: meetings.ListedMeeting[]; past: meetings.ListedMeeting[] }, "forbidden">> {
  return withActor(actor, async (tx) => {
    if (!canCase(actor, "meeting.read")) {
      await recordDenied(tx, actor, "meeting.read", "list");
      return fail("forbidden");
    }
    const since = new Date(now().getTime() - halfDay).toISOString();
    const rows = await meetings.listMeetings(tx, since, meetingsShown);
    const isComing = (row: meetings.ListedMeeting) => row.status === "planned" && row.at >= since;
    return done({ coming: rows.filter(isComing), past: rows.filter((row) => !isComing(row)) });
  });
}

/** A case with those present who may not hear of it. */
export type AgendaCase = AgendaItem & { without: MeetingParty[] };

export type MeetingPage = {
  meeting: meetings.Meeting;
  parties: MeetingParty[];
  items: AgendaCase[];
  /** Cases whose participant has got a protected identity since: on the agenda for nobody. */
  hidden: number;
  options: MeetingOptions;
  choices: Awaited<ReturnType<typeof meetings.listAgendaChoices>>;
};

/** A meeting as the coordinator prepares and leads it, with a warning at each case that somebody present may not hear of. Errors: `not_found`. */
export function readMeeting(actor: Actor, id: string): Promise<Outcome<MeetingPage, "not_found">> {
  return withActor(actor, async (tx) => {
    const found = await reachMeeting(tx, actor, id);
    if (!found || actor.role !== "coordinator") return fail("not_found");
    const { meeting, parties, items } = found;
    const shown = items.filter(({ access }) => !access.isHidden);
    return done({
      meeting,
      parties,
      items: shown.map((item) => ({ ...item, without: partiesWithoutRight(parties, item.access) })),
      hidden: items.length - shown.length,
      options: await meetingOptions(tx, meeting.associationId),
      choices: await meetings.listAgendaChoices(tx, meeting.associationId, id),
    });
  });
}

/**
 * The agenda to show on the wall: for a coordinator the cases that everybody present may hear of, for a case worker the
 * own cases and nobody else's. Errors: `not_found`.
 */
export function readSharedAgenda(
  actor: Actor,
  id: string,
): Promise<
  Outcome<
    { meeting: meetings.Meeting; parties: MeetingParty[]; items: AgendaItem[]; leftOut: number },
    "not_found"
  >
> {
  return withActor(actor, async (tx) => {
    const found = await reachMeeting(tx, actor, id);
    if (!found) return fail("not_found");
    const { meeting, parties, items } = found;
    if (actor.role === "coordinator") return done({ meeting, parties, ...sharedAgenda(items, parties) });
    const own = items.filter(
      ({ access }) => access.caseWorkerUser === actor.userId && access.agencyId === actor.agencyId,
    );
    return done({ meeting, parties, items: own.filter(({ access }) => !access.isHidden), leftOut: 0 });
  });
}

async function reachMeeting(tx: Tx, actor: Actor, id: string) {
  const meeting = isUuid(id) ? await meetings.findMeeting(tx, id) : null;
  const thing = meeting && { associationId: meeting.associationId, participantId: null };
  if (!meeting || !thing || !canCase(actor, "meeting.read", thing)) {
    await recordDenied(tx, actor, "meeting.read", id);
    return null;
  }
  const items = await meetings.listAgenda(tx, id);
  await recordEvent(tx, actor, {
    action: "meeting.read",
    associationId: meeting.associationId,
    participantId: null,
    subject: id,
    details: { count: items.length },
  });
  return { meeting, parties: await meetings.listParties(tx, id), items };
}
