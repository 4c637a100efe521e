import type { Agreement } from "#app/domain/agreements/agreement";
import type { Actor } from "#app/domain/identity/actor";
import { systemActor } from "#app/domain/identity/actor";
import type { JobPayloads } from "#app/domain/notifications/jobs";
import { channelsFor } from "#app/domain/notifications/kinds";
import { afterQuiet } from "#app/domain/notifications/quiet-hours";
import { now } from "#app/platform/clock.server";
import { agreementToTell } from "#app/services/notifications/agreement-to-tell.server";
import {
  type PartyToTell,
  partyToTell,
  workplaceToTell,
} from "#app/services/notifications/party-to-tell.server";
import { type Tx, withActor } from "#db/client.server";
import { enqueue } from "#db/queries/jobs.server";
import { readSettingsOf } from "#db/queries/notification-people.server";

/** Who is told when an agreement was ended early by somebody with this role. */
const partiesToTell: Partial<Record<Actor["role"], readonly JobPayloads["tell_early_end"]["party"][]>> = {
  coordinator: ["participant", "supervisor", "employer_1"],
  coach: ["participant", "supervisor", "employer_1"],
  employer: ["participant"],
};

/**
 * An agreement in force was ended or called off: orders that those who did not do it are told when the quiet hours are over.
 * The participant, so that nobody goes there in vain; when staff did it, the workplace and the case worker too. When
 * participant or employer did, staff are told (own-steps, employer-steps) and call the others.
 */
export async function tellEarlyEndIn(
  tx: Tx,
  actor: Actor,
  { id, agencyId }: Pick<Agreement, "id" | "agencyId">,
  day: string,
): Promise<void> {
  const runAt = afterQuiet(now());
  for (const party of partiesToTell[actor.role] ?? [])
    await enqueue(
      tx,
      "tell_early_end",
      { agreementId: id, day, party },
      { key: `early-end:${id}:${party}`, runAt },
    );
  if (agencyId !== null && actor.role !== "employer" && actor.role !== "participant")
    await enqueue(
      tx,
      "mail_assignment_ended",
      { agreementId: id, day },
      { key: `early-end:${id}:agency`, runAt },
    );
}

/** It says which agreement, never who or why. */
export type EarlyEndMessage = Pick<PartyToTell, "channel" | "to" | "url"> & { number: string };

/** The message to one of the parties; null about a protected identity, when nobody is reached, or none is wanted. */
export function prepareEarlyEnd({
  agreementId,
  party,
}: JobPayloads["tell_early_end"]): Promise<EarlyEndMessage | null> {
  return withActor(systemActor, async (tx) => {
    const agreement = await agreementToTell(tx, agreementId);
    if (!agreement || agreement.isProtected) return null;
    const isOwn = party === "participant";
    const reached = isOwn
      ? await partyToTell(tx, agreement, party)
      : await workplaceToTell(tx, agreement, party);
    if (!reached) return null;
    const { userId, ...to } = reached;
    if (userId !== null) {
      const wanted = channelsFor(
        isOwn ? "participant" : "employer",
        "incoming",
        await readSettingsOf(tx, userId),
      );
      if (!wanted.includes("mail")) return null;
    }
    return { ...to, number: agreement.number };
  });
}
