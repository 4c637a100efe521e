import type { Actor } from "#app/domain/identity/actor";
import { may } from "#app/domain/organisations/employer-rights";
import type { Away, OwnPerson } from "#app/domain/organisations/person-form";
import { done, fail, type Outcome } from "#app/domain/outcome";
import { asEmployer } from "#app/services/organisations/as-employer.server";
import {
  type PersonOptions,
  type PersonRefusal,
  personMark,
  personOptions,
  takePersonAway,
  writePersonRights,
} from "#app/services/organisations/person-rights.server";
import * as people from "#db/queries/employer-people.server";

/** Everybody at the employer; whoever asks is among them. Errors: `not_found`. */
export function listOwnPeople(
  actor: Actor,
): Promise<Outcome<{ rows: people.OwnPersonRow[]; mayManage: boolean }, "not_found">> {
  return asEmployer(actor, async (tx, { employerId, userId, posts }) => {
    if (posts.length === 0) return fail("not_found");
    await people.ensureOwnPerson(tx, { employerId, userId, name: actor.name });
    return done({
      rows: await people.listPeople(tx, employerId, userId),
      mayManage: may(posts, "people.manage"),
    });
  });
}

/** A person to change (null: to add) and what can be chosen for them. Errors: `not_found`. */
export function editOwnPerson(
  actor: Actor,
  id: number | null,
): Promise<
  Outcome<{ person: people.OwnPersonRow | null; seen: string | null; options: PersonOptions }, "not_found">
> {
  return asEmployer(actor, async (tx, { employerId, userId, posts }) => {
    if (!may(posts, "people.manage")) return fail("not_found");
    const person = id === null ? null : await people.findPerson(tx, employerId, id, userId);
    if (id !== null && !person) return fail("not_found");
    return done({ person, seen: person && personMark(person), options: await personOptions(tx, employerId) });
  });
}

/** Adds or changes a person and what they may do, and invites them when that was asked for. Errors: `PersonRefusal`. */
export function saveOwnPerson(
  actor: Actor,
  id: number | null,
  form: OwnPerson,
  seen: string | null = null,
): Promise<Outcome<{ invited: boolean }, PersonRefusal>> {
  return asEmployer(actor, async (tx, { employerId, userId, posts }) =>
    may(posts, "people.manage")
      ? writePersonRights(tx, { employerId, userId }, id, form, seen)
      : fail("not_found"),
  );
}

/** Takes a person away from the employer, and the right to sign in for it. Errors: `not_found`, `last_administrator`. */
export function removeOwnPerson(
  actor: Actor,
  id: number,
): Promise<Outcome<object, "not_found" | "last_administrator">> {
  return asEmployer(actor, async (tx, { employerId, userId, posts }) => {
    if (!may(posts, "people.manage")) return fail("not_found");
    await people.lockEmployer(tx, employerId);
    const known = await people.lockPerson(tx, employerId, id, userId);
    if (!known) return fail("not_found");
    const isAdministrator = known.signsIn && known.duty === "administrator";
    if (isAdministrator && (await people.countOtherAdministrators(tx, employerId, id)) === 0)
      return fail("last_administrator");
    await takePersonAway(tx, employerId, known);
    return done();
  });
}

/** The own row with who could stand in. Errors: `not_found`. */
export function readOwnAway(
  actor: Actor,
): Promise<
  Outcome<
    { self: people.OwnPersonRow; others: { id: number; name: string; signsIn: boolean }[] },
    "not_found"
  >
> {
  return asEmployer(actor, async (tx, { employerId, userId, posts }) => {
    if (posts.length === 0) return fail("not_found");
    const own = await people.ensureOwnPerson(tx, { employerId, userId, name: actor.name });
    const all = await people.listPeople(tx, employerId, userId);
    const self = all.find(({ id }) => id === own);
    if (!self) return fail("not_found");
    const others = all.filter(({ isOneself, signsIn, email }) => !isOneself && (signsIn || email !== null));
    return done({ self, others: others.map(({ id, name, signsIn }) => ({ id, name, signsIn })) });
  });
}

/**
 * Says that one is away and who stands in (or that nobody does), or (null) that one is back. Every own row follows.
 * Errors: `not_found`, `delegate_unknown`.
 */
export function setOwnAway(
  actor: Actor,
  away: Away | null,
): Promise<Outcome<object, "not_found" | "delegate_unknown">> {
  return asEmployer(actor, async (tx, { employerId, userId, posts }) => {
    if (posts.length === 0) return fail("not_found");
    await people.ensureOwnPerson(tx, { employerId, userId, name: actor.name });
    const all = await people.listPeople(tx, employerId, userId);
    const isThere = all.some(({ id, isOneself }) => id === away?.delegate && !isOneself);
    if (away && away.delegate !== null && !isThere) return fail("delegate_unknown");
    for (const { id, isOneself } of all) if (isOneself) await people.setAway(tx, id, away);
    return done();
  });
}
