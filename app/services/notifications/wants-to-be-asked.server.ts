import { systemActor } from "#app/domain/identity/actor";
import { channelsFor } from "#app/domain/notifications/kinds";
import { withActor } from "#db/client.server";
import { findEmployerUser, readSettingsOf } from "#db/queries/notification-people.server";
import type { Supervisor } from "#db/queries/supervisors.server";

/** Whether a supervisor is to be asked about this: not one who has an account and wants no mail of that kind. */
export function wantsToBeAsked(
  { employerId, channel, address }: Supervisor,
  kind: "attendance" | "rating",
): Promise<boolean> {
  if (channel !== "mail") return Promise.resolve(true);
  return withActor(systemActor, async (tx) => {
    const userId = await findEmployerUser(tx, employerId, address);
    return (
      userId === null || channelsFor("employer", kind, await readSettingsOf(tx, userId)).includes("mail")
    );
  });
}
