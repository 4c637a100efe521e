import type { Agreement } from "#app/domain/agreements/agreement";
import { nextLinkAt } from "#app/domain/agreements/signing-link";
import { type Disagreement, disagreementsOf } from "#app/domain/followups/disagreement";
import type { RatingItem } from "#app/domain/followups/instrument";
import type { Rating } from "#app/domain/followups/rating";
import type { LogRating } from "#app/domain/followups/rating-form";
import { ratedStatuses } from "#app/domain/followups/rating-link";
import { canRating, type RatingAction } from "#app/domain/followups/rating-policy";
import { type Trend, trendOf } from "#app/domain/followups/rating-trend";
import { supervisorReach, writableStatuses } from "#app/domain/followups/week-link";
import type { Actor } from "#app/domain/identity/actor";
import { done, fail, type Outcome } from "#app/domain/outcome";
import { isUuid } from "#app/domain/uuid";
import { now, today } from "#app/platform/clock.server";
import { recordOnAgreement } from "#app/services/agreements/reach-agreement.server";
import { wordingsIn } from "#app/services/followups/instruments.server";
import { type AgreementPlan, planOf } from "#app/services/followups/plan-facts.server";
import { type RatingFieldsData, readRatingFieldsIn } from "#app/services/followups/rating-fields.server";
import { itemsAsked, saveRatingsIn } from "#app/services/followups/save-ratings.server";
import { type Tx, withActor } from "#db/client.server";
import { findAgreement, lockAgreement } from "#db/queries/agreements.server";
import { recordDenied } from "#db/queries/audit.server";
import { enqueue } from "#db/queries/jobs.server";
import {
  type HandledDisagreement,
  handleDisagreement,
  listHandledDisagreements,
} from "#db/queries/rating-disagreements.server";
import { findLastRatingLink } from "#db/queries/rating-links.server";
import { listRatings } from "#db/queries/ratings.server";

/** One statement with what was answered to it, and whether the parties see it differently. */
export type ItemTrend = { code: string; item: RatingItem; trend: Trend };

/** An agreement's ratings, as staff follow them. */
export type ReadRatings = {
  agreement: Pick<Agreement, "id" | "number" | "status">;
  title: string;
  /** The name as the reader may know it, or the code. */
  who: string;
  supervisor: { name: string; isReached: boolean; askedAt: string | null; waitUntil: string | null };
  today: string;
  startsOn: string;
  items: ItemTrend[];
  ratings: Rating[];
  /** Not yet talked about. */
  open: Disagreement[];
  handled: HandledDisagreement[];
  /** What can be written in; null when the agreement is over. */
  fields: RatingFieldsData | null;
};

/** The ratings of an agreement, for staff. Errors: `not_found`. */
export function readRatings(actor: Actor, id: string): Promise<Outcome<ReadRatings, "not_found">> {
  return withActor(actor, async (tx) => {
    const reached = await reach(tx, actor, id, "rating.read", findAgreement);
    if (!reached) return fail("not_found");
    const { agreement, plan } = reached;
    const ratings = await listRatings(tx, id);
    const handled = await listHandledDisagreements(tx, id);
    const asked = await findLastRatingLink(tx, id);
    await recordOnAgreement(tx, actor, agreement, "rating.read");
    return done({
      agreement: { id: agreement.id, number: agreement.number, status: agreement.status },
      title: plan.content.title,
      who: agreement.participantName ?? plan.content.parties.participant.reference,
      supervisor: {
        name: plan.content.supervisor.name,
        isReached: supervisorReach(agreement.contacts) !== null,
        askedAt: asked?.askedAt ?? null,
        waitUntil: nextLinkAt(asked?.askedAt ?? null, now())?.toISOString() ?? null,
      },
      today: today(),
      startsOn: plan.period.startsOn,
      items: await itemsOf(tx, agreement.associationId, ratings),
      ratings,
      open: disagreementsOf(ratings).filter((one) => !handled.some((other) => isSame(one, other))),
      handled,
      fields: writableStatuses.includes(agreement.status) ? await readRatingFieldsIn(tx, agreement) : null,
    });
  });
}

/** The statements that something was answered to, in their order, each with its answers. */
async function itemsOf(tx: Tx, associationId: number, ratings: readonly Rating[]): Promise<ItemTrend[]> {
  return (await wordingsIn(tx, associationId)).flatMap(({ code, items }) =>
    items
      .filter(({ id }) => ratings.some((one) => one.code === code && one.answers[id] !== undefined))
      .map((item) => ({ code, item, trend: trendOf(ratings, code, item.id) })),
  );
}

function isSame(one: Disagreement, other: HandledDisagreement): boolean {
  return (
    one.code === other.code &&
    one.item === other.item &&
    one.since === other.since &&
    one.answers.participant === other.answers.participant &&
    one.answers.supervisor === other.answers.supervisor &&
    one.answers.coach === other.answers.coach
  );
}

/** Notes that different answers have been talked about. Twice is once. Errors: `not_found`, `no_disagreement`. */
export function handleDisagreementOf(
  actor: Actor,
  id: string,
  of: { code: string; item: string; since: string; note: string },
): Promise<Outcome<object, "not_found" | "no_disagreement">> {
  return withActor(actor, async (tx) => {
    const reached = await reach(tx, actor, id, "rating.note", lockAgreement);
    if (!reached) return fail("not_found");
    if (!(await handleDisagreement(tx, id, { ...of, byName: actor.name }))) {
      const handled = await listHandledDisagreements(tx, id);
      const isDone = handled.some(
        (one) => one.code === of.code && one.item === of.item && one.since === of.since,
      );
      return isDone ? done() : fail("no_disagreement");
    }
    await recordOnAgreement(tx, actor, reached.agreement, "rating.handled");
    return done();
  });
}

/**
 * Writes what somebody said to staff on a day of the agreement, until today. `logId` is the form's: sent twice it is once.
 * Errors: `not_found`, `day_wrong`, `rating_unknown`.
 */
export function noteRatings(
  actor: Actor,
  id: string,
  of: { day: string; logId: string; rating: LogRating },
): Promise<Outcome<{ written: number }, "not_found" | "day_wrong" | "rating_unknown">> {
  return withActor(actor, async (tx) => {
    const reached = await reach(tx, actor, id, "rating.note", lockAgreement);
    if (!reached || !writableStatuses.includes(reached.agreement.status)) return fail("not_found");
    const { startsOn, endsOn } = reached.plan.period;
    if (of.day > today() || of.day < startsOn || of.day > endsOn) return fail("day_wrong");
    const { agreement } = reached;
    const items = await itemsAsked(tx, agreement.associationId, of.rating);
    if (!items) return fail("rating_unknown");
    return done({ written: await saveRatingsIn(tx, actor, { agreement, ...of, items }) });
  });
}

/**
 * Sends the supervisor the month's link now, for all the own people: it was lost, or there is something to ask. Errors:
 * `not_found`, `no_address`, `too_soon`.
 */
export function askSupervisor(
  actor: Actor,
  id: string,
): Promise<Outcome<object, "not_found" | "no_address" | "too_soon">> {
  return withActor(actor, async (tx) => {
    const reached = await reach(tx, actor, id, "rating.note", lockAgreement);
    if (!reached || !ratedStatuses.includes(reached.agreement.status)) return fail("not_found");
    const { agreement } = reached;
    if (!supervisorReach(agreement.contacts)) return fail("no_address");
    const asked = await findLastRatingLink(tx, id);
    if (nextLinkAt(asked?.askedAt ?? null, now())) return fail("too_soon");
    await enqueue(tx, "order_rating_link", { agreementId: id }, { key: `order_rating_link:${id}` });
    await recordOnAgreement(tx, actor, agreement, "rating.link_sent");
    return done();
  });
}

async function reach(
  tx: Tx,
  actor: Actor,
  id: string,
  action: RatingAction,
  find: (tx: Tx, id: string) => Promise<Agreement | null>,
): Promise<{ agreement: Agreement; plan: AgreementPlan } | null> {
  const agreement = isUuid(id) ? await find(tx, id) : null;
  const plan = agreement && canRating(actor, action, agreement) ? await planOf(tx, agreement) : null;
  if (agreement && plan) return { agreement, plan };
  await recordDenied(tx, actor, action, id);
  return null;
}
