import { mondayOf } from "#app/domain/agreements/period";
import { type DayRow, isVisit, type NewRow, newDays, partsOfDay } from "#app/domain/followups/coach-day";
import { canAttendance } from "#app/domain/followups/policy";
import { type OrderedStop, orderVisits, wayKm } from "#app/domain/followups/visit-order";
import type { Coordinates, Point } from "#app/domain/geo/point";
import type { Actor } from "#app/domain/identity/actor";
import { dayAfter } from "#app/domain/organisations/day";
import { done, fail, type Outcome } from "#app/domain/outcome";
import { today } from "#app/platform/clock.server";
import { toWgs84 } from "#app/platform/projection.server";
import { withActor } from "#db/client.server";
import { recordDenied, recordEvent } from "#db/queries/audit.server";
import { listNewlyMine, listPlannedUntil } from "#db/queries/coach-day.server";

const mostRows = 60;
const mostNew = 10;

/** A visit in its place of the proposed order. */
type DayStop = Omit<OrderedStop<DayRow & { at: string | null }>, "point"> & { where: Coordinates | null };
/** A row as a page shows it: where it lies is told by the stops. */
type ShownRow = Omit<DayRow, "point">;
export type CoachDay = {
  today: string;
  late: ShownRow[];
  now: ShownRow[];
  week: ShownRow[];
  fresh: NewRow[];
  total: number;
  /** About protected identities, who are in no list. */
  hidden: number;
  /** Today's visits in a proposed order; those of the week when there are none today. */
  way: { of: "today" | "week"; stops: DayStop[]; km: number };
};

/** The coach's own contacts of today and this week, what is late, and what is new. One audit event. Errors: `forbidden`. */
export function readCoachDay(actor: Actor): Promise<Outcome<{ coachDay: CoachDay }, "forbidden">> {
  return withActor(actor, async (tx) => {
    const { associationId, userId } = actor;
    if (!canAttendance(actor, "followup.log") || associationId === null || userId === null) {
      await recordDenied(tx, actor, "followup.log", "day");
      return fail("forbidden");
    }
    const day = today();
    const whose = { associationId, userId };
    const sunday = dayAfter(mondayOf(day), 6);
    const { rows, total, hidden } = await listPlannedUntil(tx, whose, sunday, mostRows);
    const fresh = await listNewlyMine(tx, whose, dayAfter(day, -newDays), mostNew);
    const parts = partsOfDay(rows, day);
    if (rows.length + fresh.length > 0)
      await recordEvent(tx, actor, {
        action: "followup.read",
        associationId,
        participantId: null,
        subject: "day",
        details: { count: rows.length + fresh.length },
      });
    const visits = parts.today.filter(isVisit);
    const ahead = visits.length > 0 ? visits : parts.week.filter(isVisit);
    const stops = orderVisits(ahead.map((row) => ({ ...row, at: row.dueAt })));
    return done({
      coachDay: {
        today: day,
        late: parts.late.map(shown),
        now: parts.today.map(shown),
        week: parts.week.map(shown),
        fresh,
        total,
        hidden,
        way: {
          of: visits.length > 0 ? ("today" as const) : ("week" as const),
          stops: stops.map(({ point, ...stop }) => ({ ...stop, where: point && onMap(point) })),
          km: wayKm(stops),
        },
      },
    });
  });
}

function shown({ point: _, ...row }: DayRow): ShownRow {
  return row;
}

/** To about ten metres: as near as a door. */
function onMap(point: Point): Coordinates {
  const { lat, lon } = toWgs84(point);
  return { lat: Number(lat.toFixed(4)), lon: Number(lon.toFixed(4)) };
}
