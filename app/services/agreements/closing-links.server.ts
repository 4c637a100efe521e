import type { Agreement } from "#app/domain/agreements/agreement";
import { type ClosingPurpose, closingLinkDays, closingLinkPath } from "#app/domain/agreements/closing-link";
import type { LinkChannel } from "#app/domain/agreements/signing-link";
import type { CheckupMonths } from "#app/domain/followups/checkup";
import { type Actor, publicActor, systemActor } from "#app/domain/identity/actor";
import { done, fail, type Outcome } from "#app/domain/outcome";
import { appUrl } from "#app/platform/env.server";
import { makeSecret } from "#app/platform/secret.server";
import { hashToken } from "#app/platform/session-cookie.server";
import { type Tx, withActor } from "#db/client.server";
import { findAgreement } from "#db/queries/agreements.server";
import {
  addClosingLink,
  addClosingSecret,
  type ClosingLink,
  findClosingLink,
  findClosingLinkBySecret,
} from "#db/queries/closing-links.server";
import { enqueue } from "#db/queries/jobs.server";

/** Why a link opens nothing: it never was, or it is too old. */
export type ClosingLinkProblem = "link_unknown" | "link_expired";

/** Orders a link that is sent after the end, in the transaction of what it follows from. */
export async function orderClosingLink(
  tx: Tx,
  { id: agreementId, associationId }: Pick<Agreement, "id" | "associationId">,
  of: {
    purpose: ClosingPurpose;
    months?: CheckupMonths;
    sentToName?: string;
    channel: LinkChannel;
    address: string;
    byName: string;
  },
): Promise<void> {
  const { months = null, sentToName = "", ...link } = of;
  const days = closingLinkDays[of.purpose];
  const linkId = await addClosingLink(tx, { agreementId, associationId, months, sentToName, days, ...link });
  await enqueue(tx, "send_closing_link", { linkId });
}

/** A link that works, with its agreement as `find` gives it. As the product itself. Errors: `ClosingLinkProblem`. */
export async function openClosingLink(
  tx: Tx,
  purpose: ClosingPurpose,
  token: string,
  find: (tx: Tx, id: string) => Promise<Agreement | null> = findAgreement,
): Promise<Outcome<{ link: ClosingLink; agreement: Agreement }, ClosingLinkProblem>> {
  const link = await findClosingLinkBySecret(tx, purpose, hashToken(token));
  const agreement = link && (await find(tx, link.agreementId));
  if (!link || !agreement) return fail("link_unknown");
  return link.isExpired ? fail("link_expired") : done({ link, agreement });
}

/** Whoever holds a link, as the trail names them. */
export function holderOf(
  agreement: Pick<Agreement, "associationId" | "employerId">,
  role: "participant" | "employer",
  name: string,
): Actor {
  const { associationId, employerId } = agreement;
  return { ...publicActor, role, name, associationId, employerId: role === "employer" ? employerId : null };
}

/** What the message with a link needs. It says nobody's name, not where, and nothing of what was agreed. */
export type ClosingMessage = {
  purpose: ClosingPurpose;
  channel: LinkChannel;
  to: string;
  url: string;
  days: number;
};

/** Makes the secret of a link that is being sent. Null: there is no such link any more, or it is too old to be of use. */
export function prepareClosingLink(linkId: string): Promise<ClosingMessage | null> {
  return withActor(systemActor, async (tx) => {
    const link = await findClosingLink(tx, linkId);
    if (!link || link.isExpired) return null;
    const secret = makeSecret();
    await addClosingSecret(tx, link.id, hashToken(secret));
    return {
      purpose: link.purpose,
      channel: link.channel,
      to: link.address,
      url: `${appUrl}/${closingLinkPath[link.purpose]}/${secret}`,
      days: closingLinkDays[link.purpose],
    };
  });
}
