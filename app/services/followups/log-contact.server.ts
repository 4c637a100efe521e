import { isOpenOn } from "#app/domain/agreements/working-days";
import { type LogInput, nextDayOf } from "#app/domain/followups/log-form";
import type { LogRating } from "#app/domain/followups/rating-form";
import type { Actor } from "#app/domain/identity/actor";
import { swedishMoment } from "#app/domain/matching/step-input";
import { done, fail, type Outcome } from "#app/domain/outcome";
import { now, today } from "#app/platform/clock.server";
import { recordOnAgreement } from "#app/services/agreements/reach-agreement.server";
import { type Logged, reachLogged } from "#app/services/followups/log-page.server";
import { addOwnFollowupIn, planFollowupsIn } from "#app/services/followups/plan-followups.server";
import { itemsAsked, saveRatingsIn } from "#app/services/followups/save-ratings.server";
import { withActor } from "#db/client.server";
import { addLog, findLog, findNextPlanned, listLoggers } from "#db/queries/followup-logs.server";
import { finishFollowup } from "#db/queries/followups.server";

export type LogCode = "not_found" | "held_ahead" | "next_closed" | "rating_unknown" | "id_taken";
/** `others`: who else had logged the same planned contact, by name; `isAgain`: one had done so oneself. All logs stay. */
export type LogSaved = { others: string[]; isAgain: boolean };

/** A phone's clock may go a little fast. */
const clockMinutes = 10;

/**
 * Writes down a contact, marks the planned one as done, and plans the next. The same id again is one log. If somebody was
 * before, also oneself, this one is kept beside it and told. Errors: `not_found`, `held_ahead` (it has not taken place yet), `next_closed`
 * (a holiday, or the workplace is closed), `rating_unknown` (the statements have changed: nothing is written), `id_taken`.
 */
export function logContact(
  actor: Actor,
  of: Logged,
  input: LogInput,
  rating: LogRating | null,
): Promise<Outcome<LogSaved, LogCode>> {
  return withActor(actor, async (tx) => {
    const reached = await reachLogged(tx, actor, of, "change");
    if (!reached) return fail("not_found");
    const { agreement, plan, followup } = reached;
    const before = followup
      ? await listLoggers(tx, followup.id, { userId: actor.userId, exceptLog: input.id })
      : [];
    const others = [...new Set(before.filter(({ isOwn }) => !isOwn).map(({ name }) => name))];
    const saved: LogSaved = { others, isAgain: before.some(({ isOwn }) => isOwn) };
    const there = await findLog(tx, input.id);
    if (there) return there.agreementId === agreement.id ? done(saved) : fail("id_taken");

    const heldAt = swedishMoment(input.heldOn, input.heldAt);
    if (!heldAt || heldAt.getTime() > now().getTime() + clockMinutes * 60_000) return fail("held_ahead");
    const next = nextDayOf(input);
    const calendar = { isHoliday: plan.facts.isHoliday, closed: plan.content.closedDays };
    if (next && !isOpenOn(calendar, next.day)) return fail("next_closed");
    const items = rating && (await itemsAsked(tx, agreement.associationId, rating));
    if (rating && !items) return fail("rating_unknown");

    if (followup) await finishFollowup(tx, followup.id, input.heldOn);
    const nextFollowupId = next
      ? await addOwnFollowupIn(tx, {
          agreementId: agreement.id,
          associationId: agreement.associationId,
          dueOn: next.day,
          dueAt: next.at,
          form: input.form,
        })
      : ((await findNextPlanned(tx, agreement.id, { from: today(), except: followup?.id ?? null }))?.id ??
        null);
    // What recurs gives way in the week of what was held, and has the week back that it was planned for.
    if (followup) await planFollowupsIn(tx, agreement.id);
    const isNew = await addLog(
      tx,
      agreement,
      {
        id: input.id,
        followupId: followup?.id ?? null,
        heldAt: heldAt.toISOString(),
        form: input.form,
        withWhom: input.withWhom,
        words: input.words,
        isWorkingNote: input.workingNote === "on",
        marks: input.marks,
        step: input.step ?? null,
        nextFollowupId,
        writtenAt: input.writtenAt ?? now().toISOString(),
      },
      { userId: actor.userId, name: actor.name },
    );
    // Somebody else's, whom row level security hides: nothing of this one is kept.
    if (!isNew) throw new IdTaken();
    if (rating && items)
      await saveRatingsIn(tx, actor, { agreement, day: input.heldOn, logId: input.id, rating, items });
    await recordOnAgreement(tx, actor, agreement, "followup.logged", {
      planned: followup !== null,
      further: before.length > 0,
    });
    return done(saved);
  }).catch((error: unknown) => {
    if (error instanceof IdTaken) return fail("id_taken");
    throw error;
  });
}

class IdTaken extends Error {}
