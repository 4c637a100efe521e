import type { Actor } from "#app/domain/identity/actor";
import type { Correction, EmployerContact, StrikeReason } from "#app/domain/organisations/contact-log";
import { type Colleague, colleague } from "#app/domain/organisations/policy";
import { done, fail, type Outcome } from "#app/domain/outcome";
import { markOf } from "#app/services/placements/content-mark.server";
import { type Tx, withActor } from "#db/client.server";
import * as contacts from "#db/queries/employer-contacts.server";
import { findEmployer } from "#db/queries/employer-record.server";

/** A contact's note as the form that puts it right shows it. Errors: `not_found` (also when it is not the actor's to change). */
export function readContact(
  actor: Actor,
  employerId: number,
  id: number,
): Promise<Outcome<{ contact: EmployerContact; seen: string; employerName: string }, "not_found">> {
  return withContact(actor, employerId, id, async (contact, tx) => {
    const employer = await findEmployer(tx, employerId);
    return employer
      ? done({ contact, seen: noteMark(contact), employerName: employer.name })
      : fail("not_found");
  });
}

/** The mark of what the form about a note was filled with. */
function noteMark({ channel, happenedOn, withWhom, note }: EmployerContact | Correction): string {
  return markOf([channel, happenedOn, withWhom, note]);
}

/**
 * Puts a note right: its author or the contact owner does. `seen`: the mark of what the form was filled with; of two who save,
 * the later is told, unless both wrote the same. Errors: `not_found`, `changed_meanwhile`, `names_participant`.
 */
export function correctContact(
  actor: Actor,
  employerId: number,
  id: number,
  form: Correction,
  seen: string | null = null,
): Promise<Outcome<object, "not_found" | "changed_meanwhile" | "names_participant">> {
  return withContact<object, "not_found" | "changed_meanwhile" | "names_participant">(
    actor,
    employerId,
    id,
    async (contact, tx, me) => {
      if (noteMark(contact) === noteMark(form)) return done();
      if (seen !== null && seen !== noteMark(contact)) return fail("changed_meanwhile");
      const text = `${form.withWhom}\n${form.note}`;
      if (await contacts.namesParticipant(tx, me.associationId, text)) return fail("names_participant");
      await contacts.correctContact(tx, id, me, form);
      return done();
    },
  );
}

/**
 * Strikes a note: it stays in the history as struck, and counts in the fatigue guard unless the contact never took place.
 * Who strikes it again, as with a second click, changes nothing. Errors: `not_found`.
 */
export function strikeContact(
  actor: Actor,
  employerId: number,
  id: number,
  as: StrikeReason,
): Promise<Outcome<object, "not_found">> {
  return withContact(
    actor,
    employerId,
    id,
    async (contact, tx, me) => {
      if (!contact.struck) await contacts.strikeContact(tx, id, me, as);
      return done();
    },
    (contact, me) => contact.mayCorrect || contact.struck?.by === me.name,
  );
}

/** Does something with a note that is the actor's to change, locked. */
function withContact<Found extends object, Code extends string>(
  actor: Actor,
  employerId: number,
  id: number,
  act: (contact: EmployerContact, tx: Tx, me: Colleague) => Promise<Outcome<Found, Code | "not_found">>,
  may: (contact: EmployerContact, me: Colleague) => boolean = ({ mayCorrect }) => mayCorrect,
): Promise<Outcome<Found, Code | "not_found">> {
  return withActor(actor, async (tx): Promise<Outcome<Found, Code | "not_found">> => {
    const me = colleague(actor, "contact.log");
    const contact = me && (await contacts.lockContact(tx, employerId, id, me.userId));
    return me && contact && may(contact, me) ? act(contact, tx, me) : fail("not_found");
  });
}
