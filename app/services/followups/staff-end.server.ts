import type { Agreement } from "#app/domain/agreements/agreement";
import type { Actor } from "#app/domain/identity/actor";
import { systemActor } from "#app/domain/identity/actor";
import type { JobPayloads } from "#app/domain/notifications/jobs";
import { channelsFor } from "#app/domain/notifications/kinds";
import { afterQuiet } from "#app/domain/notifications/quiet-hours";
import { now } from "#app/platform/clock.server";
import { agreementToTell } from "#app/services/notifications/agreement-to-tell.server";
import { type PartyToTell, workplaceToTell } from "#app/services/notifications/party-to-tell.server";
import { type Tx, withActor } from "#db/client.server";
import { enqueue } from "#db/queries/jobs.server";
import { readSettingsOf } from "#db/queries/notification-people.server";

/**
 * Orders that the workplace and the case worker are told that staff ended an agreement early, when the quiet hours are over.
 * Nothing when participant or employer did: then staff are told (own-steps, employer-steps), and call first.
 */
export async function tellStaffEndIn(
  tx: Tx,
  actor: Actor,
  { id, agencyId }: Pick<Agreement, "id" | "agencyId">,
  day: string,
): Promise<void> {
  if (actor.role !== "coordinator" && actor.role !== "coach") return;
  const runAt = afterQuiet(now());
  for (const party of ["supervisor", "employer_1"] as const)
    await enqueue(
      tx,
      "tell_staff_end",
      { agreementId: id, day, party },
      { key: `staff-end:${id}:${party}`, runAt },
    );
  if (agencyId !== null)
    await enqueue(
      tx,
      "mail_assignment_ended",
      { agreementId: id, day },
      { key: `staff-end:${id}:agency`, runAt },
    );
}

/** It says which agreement, never who or why. */
export type StaffEndMessage = Pick<PartyToTell, "channel" | "to" | "url"> & { number: string };

/** The message to one at the workplace; null about a protected identity, when nobody is reached, or none is wanted. */
export function prepareStaffEnd({
  agreementId,
  party,
}: JobPayloads["tell_staff_end"]): Promise<StaffEndMessage | null> {
  return withActor(systemActor, async (tx) => {
    const agreement = await agreementToTell(tx, agreementId);
    if (!agreement || agreement.isProtected) return null;
    const reached = await workplaceToTell(tx, agreement, party);
    if (!reached) return null;
    const { userId, ...to } = reached;
    if (userId !== null) {
      const wanted = channelsFor("employer", "incoming", await readSettingsOf(tx, userId));
      if (!wanted.includes("mail")) return null;
    }
    return { ...to, number: agreement.number };
  });
}
