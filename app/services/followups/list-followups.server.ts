import { mondayOf } from "#app/domain/agreements/period";
import { type ListedFollowup, lateBefore } from "#app/domain/followups/followup";
import type { FollowupSearch } from "#app/domain/followups/list-search";
import { canAttendance } from "#app/domain/followups/policy";
import type { Actor } from "#app/domain/identity/actor";
import { dayAfter } from "#app/domain/organisations/day";
import { done, fail, type Outcome } from "#app/domain/outcome";
import { today } from "#app/platform/clock.server";
import { withActor } from "#db/client.server";
import { listMunicipalities } from "#db/queries/agencies.server";
import { recordDenied, recordEvent } from "#db/queries/audit.server";
import { listStaff } from "#db/queries/case-tasks.server";
import {
  countByTime,
  countFollowups,
  type FollowupFilter,
  listFollowups,
} from "#db/queries/followups.server";

const perPage = 50;

/** The list of follow-ups as staff read it. */
export type ReadFollowups = {
  rows: ListedFollowup[];
  total: number;
  /** How many of people who are in no list. */
  hidden: number;
  page: number;
  pages: number;
  counts: { late: number; now: number; week: number };
  /** `alla`, or the user whose follow-ups these are. */
  whose: string;
  own: string;
  staff: { userId: string; name: string }[];
  municipalities: { code: string; name: string }[];
  today: string;
  /** Sunday. */
  weekEnds: string;
};

/**
 * What is planned in the association and not done, as the search narrows it. A coach sees the own first, a coordinator all.
 * Errors: `not_found`.
 */
export function listFollowupsOf(
  actor: Actor,
  search: FollowupSearch,
): Promise<Outcome<ReadFollowups, "not_found">> {
  return withActor(actor, async (tx) => {
    const { associationId } = actor;
    if (!canAttendance(actor, "followup.plan") || associationId === null) {
      await recordDenied(tx, actor, "followup.plan", "");
      return fail("not_found");
    }
    const day = today();
    const own = actor.userId ?? "";
    const whose = search.whose === "mina" ? own : (search.whose ?? (actor.role === "coach" ? own : "alla"));
    const weekEnds = dayAfter(mondayOf(day), 6);
    const filter: FollowupFilter = {
      associationId,
      coachUser: whose === "alla" ? null : whose,
      municipalityCode: search.municipality,
      ...daysOf(search.time, day, weekEnds),
    };
    const { total, hidden } = await countFollowups(tx, filter);
    const pages = Math.max(1, Math.ceil(total / perPage));
    const page = Math.min(search.page, pages);
    const rows = await listFollowups(tx, filter, { limit: perPage, offset: (page - 1) * perPage });
    await recordEvent(tx, actor, {
      action: "followup.listed",
      associationId,
      participantId: null,
      details: { rows: rows.length },
    });
    return done({
      rows,
      total,
      hidden,
      page,
      pages,
      counts: await countByTime(tx, { ...filter, from: null, until: null }, { today: day, weekEnds }),
      whose,
      own,
      staff: (await listStaff(tx, associationId)).map(({ userId, name }) => ({ userId, name })),
      municipalities: await listMunicipalities(tx, associationId),
      today: day,
      weekEnds,
    });
  });
}

function daysOf(time: FollowupSearch["time"], today: string, weekEnds: string) {
  switch (time) {
    case "open":
      return { from: null, until: weekEnds };
    case "late":
      return { from: null, until: dayAfter(lateBefore(today), -1) };
    case "today":
      return { from: lateBefore(today), until: today };
    case "week":
      return { from: dayAfter(today, 1), until: weekEnds };
    case "later":
      return { from: dayAfter(weekEnds, 1), until: null };
  }
}
