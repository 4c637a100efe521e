import { systemActor } from "#app/domain/identity/actor";
import type { JobPayloads } from "#app/domain/notifications/jobs";
import { today } from "#app/platform/clock.server";
import { appUrl } from "#app/platform/env.server";
import { type Tx, withActor } from "#db/client.server";
import { asIdentity } from "#db/identity.server";
import { readAskAgain, takeAskAgain } from "#db/queries/employer-owner.server";
import { enqueue } from "#db/queries/jobs.server";
import { readUser } from "#db/queries/offer-listings.server";

/**
 * Orders the reminder of the day on which an employer is to be asked again (an ISO date), in the morning of that day.
 * Another day replaces the first one. A day that is here already is on the start page at once, and needs no mail.
 */
export async function orderAskAgain(tx: Tx, employerId: number, day: string | null): Promise<void> {
  if (day === null || day <= today()) return;
  const runAt = new Date(`${day}T05:00:00Z`);
  await enqueue(tx, "remind_ask_again", { employerId, day }, { key: `ask-again:${employerId}`, runAt });
}

/** Orders the mail to the contact owner, once for each day; nothing when the day was changed or taken away meanwhile. */
export function remindAskAgain({ employerId, day }: JobPayloads["remind_ask_again"]): Promise<void> {
  return withActor(systemActor, async (tx) => {
    const userId = await takeAskAgain(tx, employerId, day);
    if (userId !== null) await enqueue(tx, "mail_ask_again", { employerId, userId });
  });
}

/** What the mail needs. Null: the employer has answered, or somebody else holds the relation now. */
export function prepareAskAgain(employerId: number, userId: string) {
  return withActor(systemActor, async (tx) => {
    const waiting = await readAskAgain(tx, employerId, today());
    if (waiting?.ownerUser !== userId) return null;
    const user = await asIdentity(tx, () => readUser(tx, userId));
    if (!user) return null;
    const url = `${appUrl}/samordnare/arbetsgivare/${employerId}`;
    return { to: user.email, name: user.name, employer: waiting.name, appetite: waiting.appetite, url };
  });
}
