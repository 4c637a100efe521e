import type { Actor } from "#app/domain/identity/actor";
import { colleague } from "#app/domain/organisations/policy";
import type { Ring, RingForm } from "#app/domain/organisations/ring";
import { done, fail, type Outcome } from "#app/domain/outcome";
import { withActor } from "#db/client.server";
import { noteEntry } from "#db/queries/employer-entries.server";
import { type NamedWorkplace, suggestNames } from "#db/queries/employer-names.server";
import { findEmployer } from "#db/queries/employer-record.server";
import * as rings from "#db/queries/employer-rings.server";

/** All employer rings. Errors: `forbidden`. */
export async function listRings(actor: Actor): Promise<Outcome<{ rings: Ring[] }, "forbidden">> {
  if (!colleague(actor, "register.read")) return fail("forbidden");
  return withActor(actor, async (tx) => done({ rings: await rings.listRings(tx) }));
}

export type RingPage = { ring: Ring & { employers: rings.RingMember[] }; found: NamedWorkplace[] };

/** One ring with its employers, and employers that a search finds to add. Errors: `not_found`. */
export async function showRing(
  actor: Actor,
  id: number,
  text: string,
): Promise<Outcome<RingPage, "not_found">> {
  if (!colleague(actor, "register.read")) return fail("not_found");
  return withActor(actor, async (tx) => {
    const ring = await rings.findRing(tx, id);
    if (!ring) return fail("not_found");
    const named = text === "" ? [] : await suggestNames(tx, text, 40);
    const inside = new Set(ring.employers.map((employer) => employer.id));
    const found = named.filter((one) => one.kind === "employer" && !inside.has(one.id)).slice(0, 10);
    return done({ ring, found });
  });
}

/** Adds a ring. Errors: `not_found` (not a coordinator), `name_taken`. */
export async function addRing(
  actor: Actor,
  form: RingForm,
): Promise<Outcome<{ id: number }, "not_found" | "name_taken">> {
  const me = colleague(actor, "register.change");
  if (!me) return fail("not_found");
  return withActor(actor, async (tx) => {
    const id = await rings.insertRing(tx, form, me.name);
    return id === null ? fail("name_taken") : done({ id });
  });
}

/** Changes a ring's name and words. Errors: `not_found`, `name_taken`. */
export async function changeRing(
  actor: Actor,
  id: number,
  form: RingForm,
): Promise<Outcome<object, "not_found" | "name_taken">> {
  if (!colleague(actor, "register.change")) return fail("not_found");
  return withActor(actor, async (tx) => {
    if (!(await rings.findRing(tx, id))) return fail("not_found");
    return (await rings.updateRing(tx, id, form)) ? done() : fail("name_taken");
  });
}

/** Puts an employer into a ring, or takes it out; again changes nothing. Errors: `not_found`. */
export async function setRingMember(
  actor: Actor,
  ringId: number,
  employerId: number,
  isMember: boolean,
): Promise<Outcome<object, "not_found">> {
  if (!colleague(actor, "register.change")) return fail("not_found");
  return withActor(actor, async (tx) => {
    const ring = await rings.findRing(tx, ringId);
    if (!ring || !(await findEmployer(tx, employerId))) return fail("not_found");
    if (await rings.setMember(tx, ringId, employerId, isMember)) {
      const entry = { employerId, what: "ring", subject: ring.name } as const;
      await noteEntry(tx, actor, { ...entry, done: isMember ? "added" : "removed" });
    }
    return done();
  });
}
