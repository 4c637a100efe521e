import { openVersion } from "#app/domain/agreements/agreement";
import { linkDays } from "#app/domain/agreements/signing-link";
import { systemActor } from "#app/domain/identity/actor";
import { appUrl } from "#app/platform/env.server";
import { makeSecret } from "#app/platform/secret.server";
import { hashToken } from "#app/platform/session-cookie.server";
import { withActor } from "#db/client.server";
import { addSecret, findLinkById } from "#db/queries/agreement-links.server";
import { listVersions } from "#db/queries/agreement-versions.server";
import { findAgreement } from "#db/queries/agreements.server";

/** What the message with a link to sign needs. It says no name and nothing of what is agreed. */
export type LinkMessage = {
  channel: "mail" | "sms";
  to: string;
  number: string;
  isAmendment: boolean;
  url: string;
  days: number;
};

/** Makes the secret of a link that is being sent. Null: the version is not out any more, so there is nothing to send. */
export function prepareSigningLink(linkId: string): Promise<LinkMessage | null> {
  return withActor(systemActor, async (tx) => {
    const link = await findLinkById(tx, linkId);
    const agreement = link && (await findAgreement(tx, link.agreementId));
    if (!link || !agreement) return null;
    const version = openVersion(await listVersions(tx, agreement.id));
    if (version?.number !== link.version || version.hash === null) return null;
    const secret = makeSecret();
    await addSecret(tx, link.id, hashToken(secret));
    return {
      channel: link.channel,
      to: link.address,
      number: agreement.number,
      isAmendment: version.amendment > 0,
      url: `${appUrl}/skriv-under/${secret}`,
      days: linkDays,
    };
  });
}
