import type { InstrumentVersion } from "#app/domain/followups/instrument";
import type { Rating } from "#app/domain/followups/rating";
import { answersTo, type RatedAgreement, unanswered } from "#app/domain/followups/rating-form";
import { ratedStatuses } from "#app/domain/followups/rating-link";
import { canRating } from "#app/domain/followups/rating-policy";
import type { Actor } from "#app/domain/identity/actor";
import { done, type Failure, fail, type Outcome } from "#app/domain/outcome";
import { today } from "#app/platform/clock.server";
import { namedBy, recordOnAgreement } from "#app/services/agreements/reach-agreement.server";
import { currentInstrumentIn, instrumentIn, wordingsIn } from "#app/services/followups/instruments.server";
import { withActor } from "#db/client.server";
import { listReached, lockAgreement } from "#db/queries/agreements.server";
import { recordDenied } from "#db/queries/audit.server";
import { enqueue } from "#db/queries/jobs.server";
import { listRatings, writeRating } from "#db/queries/ratings.server";

/** What a participant answers about: a place where one has begun, with what was answered before, the newest first. */
export type OwnRating = {
  agreementId: string;
  title: string;
  instrument: InstrumentVersion;
  before: { day: string; code: string; answers: Rating["answers"] }[];
};
const mostAgreements = 5;
const mostBefore = 24;

/** The participant's own statements, for each place under way. Errors: `forbidden`. */
export function readOwnRatings(
  actor: Actor,
): Promise<Outcome<{ places: OwnRating[]; wordings: InstrumentVersion[]; today: string }, "forbidden">> {
  return withActor(actor, async (tx) => {
    if (!canRating(actor, "rating.answer")) return fail("forbidden");
    const day = today();
    const places: OwnRating[] = [];
    for (const agreement of await listReached(tx, mostAgreements, ratedStatuses)) {
      if (!agreement.period || agreement.period.startsOn > day) continue;
      const own = (await listRatings(tx, agreement.id)).filter(({ party }) => party === "participant");
      places.push({
        agreementId: agreement.id,
        title: agreement.placementTitle,
        instrument: await currentInstrumentIn(tx, agreement.associationId),
        before: own
          .reverse()
          .slice(0, mostBefore)
          .map(({ day: on, code, answers }) => ({ day: on, code, answers })),
      });
      await recordOnAgreement(tx, actor, agreement, "rating.read", { as: "own" });
    }
    const wordings = actor.associationId === null ? [] : await wordingsIn(tx, actor.associationId);
    return done({ places, wordings, today: day });
  });
}

/** Why nothing was saved: by agreement, the items that are neither answered nor skipped. */
export type RatingIncomplete = Failure<"incomplete"> & { missing: Record<string, string[]> };

/**
 * Saves the participant's own answers of today, all of the form or none; the same day again replaces them. Each statement is
 * answered or skipped with a reason. Errors: `not_found`, `changed` (other statements by now), `incomplete` with where.
 */
export function saveOwnRatings(
  actor: Actor,
  rated: readonly RatedAgreement[],
): Promise<Outcome<{ written: number }, "not_found" | "changed"> | RatingIncomplete> {
  return withActor(
    actor,
    async (tx): Promise<Outcome<{ written: number }, "not_found" | "changed"> | RatingIncomplete> => {
      const day = today();
      const missing: Record<string, string[]> = {};
      const work: (() => Promise<boolean>)[] = [];
      for (const one of [...rated].sort((a, b) => (a.agreementId < b.agreementId ? -1 : 1))) {
        const agreement = await lockAgreement(tx, one.agreementId);
        const isOpen = agreement && ratedStatuses.includes(agreement.status) && agreement.period !== null;
        if (!isOpen || !canRating(actor, "rating.answer", agreement) || agreement.period!.startsOn > day) {
          await recordDenied(tx, actor, "rating.answer", one.agreementId);
          return fail("not_found");
        }
        const instrument = await instrumentIn(tx, agreement.associationId, one);
        if (!instrument) return fail("changed");
        const { code, version, items } = instrument;
        const left = unanswered(items, one.answers);
        if (left.length > 0) missing[agreement.id] = left;
        const { byName } = namedBy(actor, agreement.reference ?? "");
        const answers = answersTo(items, one.answers);
        work.push(async () => {
          const by = { byName, byUser: actor.userId, way: "own" as const };
          const isNew = await writeRating(tx, agreement, {
            party: "participant",
            day,
            code,
            version,
            answers,
            ...by,
          });
          if (!isNew) return false;
          await recordOnAgreement(tx, actor, agreement, "rating.written", { way: "own" });
          // What the others have said is not the participant's to read: the comparison is made by the product.
          await enqueue(tx, "refresh_disagreements", { agreementId: agreement.id });
          return true;
        });
      }
      if (Object.keys(missing).length > 0) return { ...fail("incomplete"), missing };
      let written = 0;
      for (const write of work) if (await write()) written += 1;
      return done({ written });
    },
  );
}
