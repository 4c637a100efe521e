import { monthOf, ratingLinkDays } from "#app/domain/followups/rating-link";
import { supervisorReach } from "#app/domain/followups/week-link";
import { systemActor } from "#app/domain/identity/actor";
import { mobileOf } from "#app/domain/notifications/phone";
import { today } from "#app/platform/clock.server";
import { appUrl } from "#app/platform/env.server";
import { makeSecret } from "#app/platform/secret.server";
import { hashToken } from "#app/platform/session-cookie.server";
import { planOf } from "#app/services/followups/plan-facts.server";
import { withActor } from "#db/client.server";
import { lockAgreement } from "#db/queries/agreements.server";
import { enqueue } from "#db/queries/jobs.server";
import {
  addRatingLink,
  addRatingSecret,
  findRatingLink,
  listPeopleOf,
  listUnaskedSupervisors,
  renewRatingLink,
} from "#db/queries/rating-links.server";
import type { Supervisor } from "#db/queries/supervisors.server";

const perRound = 200;

/**
 * The supervisors to ask in a day's month: reached by mail or text message, with somebody who has been there for a month, and
 * not asked yet. Up to 200 are looked at; `next` is where to go on, null when all have been looked at.
 */
export function listRatingLinksDue(
  day: string,
  after: Supervisor | null = null,
): Promise<{ due: Supervisor[]; next: Supervisor | null }> {
  return withActor(systemActor, async (tx) => {
    const unasked = await listUnaskedSupervisors(tx, { day, month: monthOf(day) }, after, perRound);
    return {
      due: unasked.filter(({ channel, address }) => channel === "mail" || mobileOf(address) !== null),
      next: unasked.length === perRound ? unasked.at(-1)! : null,
    };
  });
}

/** Orders the month's link for one of these; false when it has been ordered meanwhile. Safe to run twice. */
export function sendDueRatingLink(of: Supervisor, day: string): Promise<boolean> {
  return withActor(systemActor, async (tx) => {
    const first = await lockAgreement(tx, of.agreementIds[0] ?? "");
    const plan = first && (await planOf(tx, first));
    if (!plan || supervisorReach(first.contacts)?.address !== of.address) return false;
    const { name: supervisorName } = plan.content.supervisor;
    const linkId = await addRatingLink(tx, {
      ...of,
      month: monthOf(day),
      supervisorName,
      days: ratingLinkDays,
    });
    if (linkId === null) return false;
    await enqueue(tx, "send_rating_link", { linkId });
    return true;
  });
}

/** Sends the supervisor of an agreement the month's link now, for all the own people under way: somebody has asked for it. */
export function orderRatingLink(agreementId: string): Promise<void> {
  return withActor(systemActor, async (tx) => {
    const agreement = await lockAgreement(tx, agreementId);
    const plan = agreement && (await planOf(tx, agreement));
    const reach = agreement && supervisorReach(agreement.contacts);
    if (!plan || !reach) return;
    const { associationId, employerId } = agreement;
    const of = { associationId, employerId, ...reach };
    const linkId = await renewRatingLink(tx, {
      ...of,
      agreementIds: [...new Set([agreementId, ...(await listPeopleOf(tx, of, today()))])],
      month: monthOf(today()),
      supervisorName: plan.content.supervisor.name,
      days: ratingLinkDays,
    });
    await enqueue(tx, "send_rating_link", { linkId });
  });
}

/** What the message with a month's link needs. It says nobody's name and not where. `month` is its first day. */
export type RatingMessage = {
  channel: "mail" | "sms";
  to: string;
  month: string;
  people: number;
  url: string;
  days: number;
};

/** Makes the secret of a link that is being sent. Null: there is no such link any more, or it is too old to be of use. */
export function prepareRatingLink(linkId: string): Promise<RatingMessage | null> {
  return withActor(systemActor, async (tx) => {
    const link = await findRatingLink(tx, linkId);
    if (!link || link.isExpired) return null;
    const secret = makeSecret();
    await addRatingSecret(tx, link.id, hashToken(secret));
    return {
      channel: link.channel,
      to: link.address,
      month: link.month,
      people: link.agreementIds.length,
      url: `${appUrl}/skattning/${secret}`,
      days: ratingLinkDays,
    };
  });
}
