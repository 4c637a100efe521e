import type { Actor } from "#app/domain/identity/actor";
import type { ContactForm } from "#app/domain/organisations/contact-log";
import { type Fatigue, fatigueOf } from "#app/domain/organisations/fatigue";
import { colleague } from "#app/domain/organisations/policy";
import { done, fail, type Outcome } from "#app/domain/outcome";
import { today } from "#app/platform/clock.server";
import { withActor } from "#db/client.server";
import * as contacts from "#db/queries/employer-contacts.server";
import { lockEmployers } from "#db/queries/employer-record.server";

/**
 * Writes down a contact with an employer, once however often the form is sent. Every association's coordinators read it:
 * a text that names a participant is refused. Answers how tired the employer is now.
 * Errors: `not_found`, `names_participant`.
 */
export async function logContact(
  actor: Actor,
  employerId: number,
  form: ContactForm,
): Promise<Outcome<{ fatigue: Fatigue }, "not_found" | "names_participant">> {
  const me = colleague(actor, "contact.log");
  if (!me) return fail("not_found");
  return withActor(actor, async (tx) => {
    // Locked: a merge that takes place now is over first, and then the record is found where it went.
    const [employer] = await lockEmployers(tx, [employerId]);
    if (!employer) return fail("not_found");
    const text = `${form.withWhom}\n${form.note}\n${form.nextStep}`;
    if (await contacts.namesParticipant(tx, me.associationId, text)) return fail("names_participant");
    await contacts.insertContact(tx, me, employerId, form);
    const recent = (await contacts.countRecentContacts(tx, [employerId], today())).get(employerId) ?? 0;
    return done({ fatigue: fatigueOf(recent, await contacts.contactLimit(tx, me.associationId)) });
  });
}

/** Marks what was agreed to do next as done; again changes nothing. Errors: `not_found`. */
export async function finishStep(
  actor: Actor,
  employerId: number,
  contactId: number,
): Promise<Outcome<object, "not_found">> {
  const me = colleague(actor, "contact.log");
  if (!me) return fail("not_found");
  return withActor(actor, async (tx) =>
    (await contacts.finishStep(tx, me, employerId, contactId)) ? done() : fail("not_found"),
  );
}
