import { openVersion } from "#app/domain/agreements/agreement";
import { linkDays } from "#app/domain/agreements/signing-link";
import { systemActor } from "#app/domain/identity/actor";
import { appUrl } from "#app/platform/env.server";
import { makeSecret } from "#app/platform/secret.server";
import { hashToken } from "#app/platform/session-cookie.server";
import { orderLinks, outIn } from "#app/services/agreements/signing-links.server";
import { withActor } from "#db/client.server";
import { addSecret, findLinkById } from "#db/queries/agreement-links.server";
import { listVersions } from "#db/queries/agreement-versions.server";
import { findAgreement, lockAgreement } from "#db/queries/agreements.server";

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

/** Orders the links whose turn has come: the agency signs when the others have. Nothing is sent twice. */
export function orderWaitingLinks(agreementId: string): Promise<void> {
  return withActor(systemActor, async (tx) => {
    const agreement = await lockAgreement(tx, agreementId);
    const version = agreement && outIn(await listVersions(tx, agreementId));
    if (agreement && version) await orderLinks(tx, agreement, version, "");
  });
}
