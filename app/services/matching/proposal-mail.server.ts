import { systemActor } from "#app/domain/identity/actor";
import { today } from "#app/platform/clock.server";
import { appUrl } from "#app/platform/env.server";
import { withActor } from "#db/client.server";
import { listRecipients } from "#db/queries/employer-people.server";
import { findPresented } from "#db/queries/proposal-mail.server";

/**
 * What the mails "somebody would like to try" need: nothing of the person is in them. Whoever never signs in is asked by
 * the coordinator instead. None: answered meanwhile.
 */
export function preparePresented(proposalId: string) {
  return withActor(systemActor, async (tx) => {
    const presented = await findPresented(tx, proposalId);
    if (!presented) return [];
    const recipients = await listRecipients(tx, presented.placementId, today());
    const answering = recipients.filter(({ signsIn }) => signsIn);
    return answering.map(({ name, email }) => ({
      to: email,
      name,
      title: presented.title,
      url: `${appUrl}/arbetsgivare/forslag/${proposalId}`,
    }));
  });
}
