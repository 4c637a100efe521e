import { canAgreement } from "#app/domain/agreements/policy";
import type { CalendarEvent } from "#app/domain/icalendar";
import type { Actor } from "#app/domain/identity/actor";
import { done, fail, type Outcome } from "#app/domain/outcome";
import { appUrl, isDemo } from "#app/platform/env.server";
import { makeSecret } from "#app/platform/secret.server";
import { hashToken } from "#app/platform/session-cookie.server";
import { eventsOf } from "#app/services/agreements/read-calendar.server";
import { withActor } from "#db/client.server";
import { withIdentity } from "#db/identity.server";
import { listVersions } from "#db/queries/agreement-versions.server";
import { listReached } from "#db/queries/agreements.server";
import * as feeds from "#db/queries/calendar-feeds.server";

/** So many agreements of one person are in the calendar, the newest. */
const mostAgreements = 50;

/** Whether somebody has a calendar of their own at all: those whose days the agreements are. */
function hasDays(actor: Actor): boolean {
  return (actor.role === "participant" || actor.role === "employer") && canAgreement(actor, "agreement.read");
}

/** Since when the person has a private calendar address in this role; null without one. Errors: `not_found`. */
export async function readFeed(actor: Actor): Promise<Outcome<{ since: string | null }, "not_found">> {
  if (!hasDays(actor)) return fail("not_found");
  return done({ since: await withIdentity((tx) => feeds.feedSince(tx, actor)) });
}

/** Makes a private address; it is told once, and the one before opens nothing any more. Errors: `not_found`. */
export async function makeFeed(actor: Actor): Promise<Outcome<{ url: string }, "not_found">> {
  if (!hasDays(actor)) return fail("not_found");
  const secret = makeSecret();
  const made = await withIdentity((tx) => feeds.setFeed(tx, actor, hashToken(secret)));
  return made ? done({ url: `${appUrl}/kalender/${secret}.ics` }) : fail("not_found");
}

/** Revokes the address: it opens nothing from now on. Errors: `not_found`. */
export async function revokeFeed(actor: Actor): Promise<Outcome<object, "not_found">> {
  if (!hasDays(actor)) return fail("not_found");
  await withIdentity((tx) => feeds.removeFeed(tx, actor));
  return done();
}

/**
 * The appointments behind a private address: those of the agreements that its owner reaches today. No audit event: a
 * calendar service asks many times a day, and is told nothing but when and where. Errors: `not_found`.
 */
export async function openFeed(token: string): Promise<Outcome<{ events: CalendarEvent[] }, "not_found">> {
  const owner = await withIdentity((tx) => feeds.findFeedOwner(tx, hashToken(token), isDemo));
  if (!owner || !hasDays(owner)) return fail("not_found");
  return withActor(owner, async (tx) => {
    const events: CalendarEvent[] = [];
    for (const agreement of await listReached(tx, mostAgreements))
      events.push(...(await eventsOf(tx, agreement, await listVersions(tx, agreement.id))));
    return done({ events });
  });
}
