import { today } from "#app/platform/clock.server";
import type { Tx } from "#db/client.server";
import { findCandidate, type ReminderAgreement } from "#db/queries/reminder-facts.server";

/** An agreement as those who write about it know it: as it stands on a day, today; null when there is none. */
export async function agreementToTell(
  tx: Tx,
  id: string,
  day: string = today(),
): Promise<ReminderAgreement | null> {
  // The calendar is large: a server that sends nothing goes without it.
  const { isHoliday } = await import("#app/platform/holidays.server");
  return findCandidate(tx, id, day, isHoliday);
}
