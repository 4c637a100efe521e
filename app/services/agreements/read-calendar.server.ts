import type { Agreement } from "#app/domain/agreements/agreement";
import { type AgreementVersion, versionInForce } from "#app/domain/agreements/agreement";
import { calendarEvents } from "#app/domain/agreements/calendar-events";
import type { CalendarEvent } from "#app/domain/icalendar";
import type { Actor } from "#app/domain/identity/actor";
import { done, fail, type Outcome } from "#app/domain/outcome";
import { appUrl } from "#app/platform/env.server";
import { reachAgreement, recordOnAgreement } from "#app/services/agreements/reach-agreement.server";
import { type Tx, withActor } from "#db/client.server";
import { listPauses } from "#db/queries/agreement-pauses.server";
import { listVersions } from "#db/queries/agreement-versions.server";

/** The days and times of one agreement as appointments: of the text that counts. Errors: `not_found`, also before. */
export function readCalendar(
  actor: Actor,
  id: string,
): Promise<Outcome<{ number: string; events: CalendarEvent[] }, "not_found">> {
  return withActor(actor, async (tx) => {
    const agreement = await reachAgreement(tx, actor, id, "agreement.read", "read");
    if (!agreement) return fail("not_found");
    const versions = await listVersions(tx, id);
    if (!versionInForce(versions)) return fail("not_found");
    await recordOnAgreement(tx, actor, agreement, "agreement.read", { as: "calendar" });
    return done({ number: agreement.number, events: await eventsOf(tx, agreement, versions) });
  });
}

/** The appointments of an agreement; none while nothing counts, or when it never began. */
export async function eventsOf(
  tx: Tx,
  agreement: Pick<Agreement, "id" | "status" | "endedOn">,
  versions: readonly AgreementVersion[],
): Promise<CalendarEvent[]> {
  const version = versionInForce(versions);
  if (!version || agreement.status === "cancelled") return [];
  const { isHoliday } = await import("#app/platform/holidays.server");
  const { id, endedOn } = agreement;
  const pauses = await listPauses(tx, id);
  return calendarEvents({ id, version, endedOn, pauses }, { isHoliday }, new URL(appUrl).hostname);
}
