import { weekLinkDays } from "#app/domain/followups/week-link";
import { systemActor } from "#app/domain/identity/actor";
import { dayAfter } from "#app/domain/organisations/day";
import { appUrl } from "#app/platform/env.server";
import { makeSecret } from "#app/platform/secret.server";
import { hashToken } from "#app/platform/session-cookie.server";
import { withActor } from "#db/client.server";
import { addWeekSecret, findWeekLink } from "#db/queries/attendance-links.server";

/** What the message with a week's link needs. It says nobody's name and not where. Dates are ISO dates. */
export type WeekMessage = {
  channel: "mail" | "sms";
  to: string;
  from: string;
  until: string;
  people: number;
  url: string;
  days: number;
};

/** Makes the secret of a link that is being sent. Null: there is no such link any more, or it is too old to be of use. */
export function prepareWeekLink(linkId: string): Promise<WeekMessage | null> {
  return withActor(systemActor, async (tx) => {
    const link = await findWeekLink(tx, linkId);
    if (!link || link.isExpired) return null;
    const secret = makeSecret();
    await addWeekSecret(tx, link.id, hashToken(secret));
    return {
      channel: link.channel,
      to: link.address,
      from: link.week,
      until: dayAfter(link.week, 6),
      people: link.agreementIds.length,
      url: `${appUrl}/narvaro/${secret}`,
      days: weekLinkDays,
    };
  });
}
