import type { RatingItem } from "#app/domain/followups/instrument";
import { ratingItemsSchema } from "#app/domain/followups/instrument";
import { fieldsOf, instrumentCode } from "#app/domain/followups/instrument-form";
import { canRating } from "#app/domain/followups/rating-policy";
import { shippedInstrument } from "#app/domain/followups/shipped-instrument";
import type { Actor } from "#app/domain/identity/actor";
import { done, fail, type Outcome } from "#app/domain/outcome";
import { type Tx, withActor } from "#db/client.server";
import { recordEvent } from "#db/queries/audit.server";
import {
  activateVersion,
  addDraft,
  addInstrument,
  listInstruments,
  lockInstrument,
  type OwnInstrument,
  retireInstrument,
  saveDraft,
} from "#db/queries/instruments.server";

/** Own instruments of the administrator's association, and the shipped one. Errors: `forbidden`. */
export function readInstruments(
  actor: Actor,
): Promise<Outcome<{ own: OwnInstrument[]; shipped: typeof shippedInstrument }, "forbidden">> {
  return withActor(actor, async (tx) => {
    if (!canRating(actor, "instrument.change")) return fail("forbidden");
    return done({ own: await listInstruments(tx, actor.associationId!), shipped: shippedInstrument });
  });
}

/** One of them. Errors: `forbidden`, `not_found`. */
export function readInstrument(
  actor: Actor,
  code: string,
): Promise<Outcome<{ instrument: OwnInstrument }, "forbidden" | "not_found">> {
  return withActor(actor, async (tx) => {
    if (!canRating(actor, "instrument.change")) return fail("forbidden");
    const instrument = await find(tx, actor, code);
    return instrument ? done({ instrument }) : fail("not_found");
  });
}

export type SaveInstrument = {
  code: string;
  name: string;
  items: RatingItem[];
  /** The draft's revision that the form showed; 0: it showed none. */
  seen: number;
};

/**
 * Saves the draft of the next version; the first one makes the instrument. Nobody answers it before it is put to use. The
 * same twice is one effect; a change over somebody else's is refused once. Errors: `forbidden`, `not_found`,
 * `changed_meanwhile`, `no_draft` (it has been put to use: saved again it becomes the next version).
 */
export function saveInstrument(
  actor: Actor,
  { code, name, items, seen }: SaveInstrument,
): Promise<Outcome<object, "forbidden" | "not_found" | "changed_meanwhile" | "no_draft">> {
  return withActor(actor, async (tx) => {
    if (!canRating(actor, "instrument.change")) return fail("forbidden");
    const associationId = actor.associationId!;
    if (!instrumentCode.test(code) || !ratingItemsSchema.safeParse(items).success) return fail("not_found");
    const draft = { code, name, items, byName: actor.name };
    await addInstrument(tx, associationId, code, actor.name);
    await lockInstrument(tx, associationId, code);
    const instrument = (await find(tx, actor, code))!;
    const kept = instrument.versions.find(({ usedAt }) => usedAt === null);
    if (kept && isSame(kept, draft)) return done();
    if (kept && !(await saveDraft(tx, associationId, draft, seen))) return fail("changed_meanwhile");
    if (!kept && seen > 0) return fail("no_draft");
    if (!kept) await addDraft(tx, associationId, draft);
    await record(tx, actor, code, "draft");
    return done();
  });
}

/**
 * Puts a version to use, instead of what was: everybody answers it from now on, and it never changes again. `seen`: the
 * revision that was read. Errors: `forbidden`, `not_found`, `changed_meanwhile`.
 */
export function activateInstrument(
  actor: Actor,
  { code, version, seen }: { code: string; version: number; seen: number },
): Promise<Outcome<object, "forbidden" | "not_found" | "changed_meanwhile">> {
  return withActor(actor, async (tx) => {
    if (!canRating(actor, "instrument.change")) return fail("forbidden");
    if (!(await lockInstrument(tx, actor.associationId!, code))) return fail("not_found");
    const instrument = await find(tx, actor, code);
    const wanted = instrument?.versions.find((one) => one.version === version);
    if (!instrument || !wanted) return fail("not_found");
    if (instrument.activeVersion === version) return done();
    if (wanted.revision !== seen) return fail("changed_meanwhile");
    await activateVersion(tx, actor.associationId!, code, version);
    await record(tx, actor, code, "used", version);
    return done();
  });
}

/** Takes it out of use; twice is once. Errors: `forbidden`, `not_found`. */
export function stopUsingInstrument(
  actor: Actor,
  code: string,
): Promise<Outcome<object, "forbidden" | "not_found">> {
  return withActor(actor, async (tx) => {
    if (!canRating(actor, "instrument.change")) return fail("forbidden");
    if (!(await lockInstrument(tx, actor.associationId!, code))) return fail("not_found");
    await retireInstrument(tx, actor.associationId!, code);
    await record(tx, actor, code, "retired");
    return done();
  });
}

/** Whether two versions say the same: the database gives back what it keeps in an order of its own. */
function isSame(one: Parameters<typeof fieldsOf>[0], other: Parameters<typeof fieldsOf>[0]): boolean {
  return JSON.stringify(fieldsOf(one)) === JSON.stringify(fieldsOf(other));
}

async function find(tx: Tx, actor: Actor, code: string): Promise<OwnInstrument | null> {
  return (await listInstruments(tx, actor.associationId!)).find((one) => one.code === code) ?? null;
}

function record(tx: Tx, actor: Actor, code: string, what: string, version: number | null = null) {
  return recordEvent(tx, actor, {
    action: "instrument.changed",
    associationId: actor.associationId,
    participantId: null,
    details: { code, what, version },
  });
}
