import type { Agreement } from "#app/domain/agreements/agreement";
import { disagreementsOf } from "#app/domain/followups/disagreement";
import type { RatingItem } from "#app/domain/followups/instrument";
import { ratingParties } from "#app/domain/followups/rating";
import { answersTo, type LogRating } from "#app/domain/followups/rating-form";
import type { Actor } from "#app/domain/identity/actor";
import { recordOnAgreement } from "#app/services/agreements/reach-agreement.server";
import { instrumentIn, wordingsIn } from "#app/services/followups/instruments.server";
import type { Tx } from "#db/client.server";
import { replaceDisagreements } from "#db/queries/rating-disagreements.server";
import { listRatings, writeRating } from "#db/queries/ratings.server";

type Whose = Pick<Agreement, "id" | "associationId" | "participantId">;

type Said = { agreement: Whose; day: string; logId: string; rating: LogRating; items: readonly RatingItem[] };

/**
 * Writes what the parties said in a conversation, inside the transaction of whoever logs it and who may: staff. The agreement
 * is locked by the caller, who has the statements from `itemsAsked`. The same log again replaces what it said. Answers of how
 * many parties there is something new.
 */
export async function saveRatingsIn(
  tx: Tx,
  actor: Actor,
  { agreement, day, logId, rating, items }: Said,
): Promise<number> {
  const { code, version } = rating;
  let written = 0;
  for (const party of ratingParties) {
    const answers = answersTo(items, rating.parties[party] ?? {});
    if (Object.keys(answers).length === 0) continue;
    const by = { byName: actor.name, byUser: actor.userId };
    const isNew = await writeRating(tx, agreement, {
      ...{ party, day, code, version, answers, ...by },
      ...{ way: "log", logId },
    });
    if (isNew) written += 1;
  }
  if (written > 0) {
    await refreshDisagreementsIn(tx, agreement);
    await recordOnAgreement(tx, actor, agreement, "rating.written", { way: "log", parties: written });
  }
  return written;
}

/** The statements of a form; null when there are none such, or something else was answered than they say. */
export async function itemsAsked(
  tx: Tx,
  associationId: number,
  rating: LogRating,
): Promise<readonly RatingItem[] | null> {
  const items = (await instrumentIn(tx, associationId, rating))?.items;
  const answered = ratingParties.flatMap((party) => Object.keys(rating.parties[party] ?? {}));
  return items && answered.every((id) => items.some((item) => item.id === id)) ? items : null;
}

/** Writes anew where an agreement's parties see things differently: for whoever reads all their answers. */
export async function refreshDisagreementsIn(
  tx: Tx,
  agreement: Pick<Agreement, "id" | "associationId">,
): Promise<void> {
  const wordings = await wordingsIn(tx, agreement.associationId);
  const found = disagreementsOf(await listRatings(tx, agreement.id));
  await replaceDisagreements(
    tx,
    agreement,
    found.map((one) => ({
      ...one,
      // A statement that is known no more is named as little as one about health.
      isHealth:
        wordings.find(({ code }) => code === one.code)?.items.find(({ id }) => id === one.item)?.isHealth ??
        true,
    })),
  );
}
