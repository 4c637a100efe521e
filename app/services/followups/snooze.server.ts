import { canException, whoseSnoozes } from "#app/domain/followups/exception-policy";
import type { SnoozedThing, SnoozeForm } from "#app/domain/followups/snooze";
import type { Actor } from "#app/domain/identity/actor";
import { done, fail, type Outcome } from "#app/domain/outcome";
import { isUuid } from "#app/domain/uuid";
import { today } from "#app/platform/clock.server";
import { type Tx, withActor } from "#db/client.server";
import { recordDenied, recordEvent } from "#db/queries/audit.server";
import * as exceptions from "#db/queries/exceptions.server";

/** What can be put off, as the page names it: a code, a listing or an employer. */
export type Snoozable = { reference: string | null; who: string };

/** What would be put off. Errors: `not_found` (nobody's, somebody else's, or it asks for nobody any more). */
export function readSnoozable(
  actor: Actor,
  thing: SnoozedThing,
): Promise<Outcome<{ thing: Snoozable }, "not_found">> {
  return withActor(actor, async (tx) => {
    const found = await reach(tx, actor, thing);
    if (!found) return fail("not_found");
    return done({ thing: { reference: found.reference, who: found.who } });
  });
}

/**
 * Puts it off until a day, with why, in the list of all coordinators or a coach's own; twice is the later one. It is back
 * when the day comes, or when the matter changes. Errors: `not_found`.
 */
export function snooze(
  actor: Actor,
  thing: SnoozedThing,
  { until, reason }: SnoozeForm,
): Promise<Outcome<object, "not_found">> {
  return withActor(actor, async (tx) => {
    const found = await reach(tx, actor, thing);
    if (!found) return fail("not_found");
    await exceptions.snooze(tx, {
      ...thing,
      associationId: actor.associationId!,
      whose: whoseSnoozes(actor),
      matter: found.matter,
      until,
      reason,
      by: { userId: actor.userId, name: actor.name },
    });
    await recordOn(tx, actor, "exceptions.snoozed", thing, found.participantId);
    return done();
  });
}

/**
 * Shows it again at once. What was not put off stays as it is. Errors: `not_found` (nobody's, somebody else's, or it asks for
 * nobody any more and was not put off).
 */
export function wake(actor: Actor, thing: SnoozedThing): Promise<Outcome<object, "not_found">> {
  return withActor(actor, async (tx) => {
    const woken = canException(actor, "exceptions.snooze") && (await exceptions.wake(tx, thing));
    const found = await reach(tx, actor, thing);
    if (woken) await recordOn(tx, actor, "exceptions.woken", thing, found?.participantId ?? null);
    return woken || found ? done() : fail("not_found");
  });
}

async function reach(tx: Tx, actor: Actor, thing: SnoozedThing) {
  const found = canException(actor, "exceptions.snooze")
    ? await exceptions.findException(tx, { associationId: actor.associationId!, today: today() }, thing)
    : null;
  if (!found) await recordDenied(tx, actor, "exceptions.snooze", thing.kind);
  return found;
}

function recordOn(
  tx: Tx,
  actor: Actor,
  action: "exceptions.snoozed" | "exceptions.woken",
  { kind, subject }: SnoozedThing,
  participantId: string | null,
) {
  return recordEvent(tx, actor, {
    action,
    associationId: actor.associationId,
    participantId,
    subject: isUuid(subject) ? subject : kind,
    details: { kind },
  });
}
