import { type StaffMember, staffFor } from "#app/domain/notifications/staff-for";
import type { Tx } from "#db/client.server";
import { findCoach } from "#db/queries/followups.server";
import { listStaffOf } from "#db/queries/notification-people.server";
import type { ReminderAgreement } from "#db/queries/reminder-facts.server";

/** Whoever follows up, who has the main responsibility and who drew it up; without a coordinator among them, all of them. */
export async function staffToTell(tx: Tx, agreement: ReminderAgreement): Promise<StaffMember[]> {
  const { coachUser } = await findCoach(tx, agreement.id);
  const members = await listStaffOf(tx, [agreement.associationId]);
  return staffFor({ ...agreement, staff: [coachUser ?? "", ...agreement.staff] }, members);
}
