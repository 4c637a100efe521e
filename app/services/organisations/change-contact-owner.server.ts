import type { Actor } from "#app/domain/identity/actor";
import {
  decideOwner,
  type OwnerAction,
  type OwnerForm,
  ownerActionsFor,
  type Relation,
} from "#app/domain/organisations/contact-owner";
import { colleague } from "#app/domain/organisations/policy";
import type { OwnerChange } from "#app/domain/organisations/register";
import { done, fail, type Outcome } from "#app/domain/outcome";
import { withActor } from "#db/client.server";
import { moveSteps } from "#db/queries/employer-contacts.server";
import * as owners from "#db/queries/employer-owner.server";
import { findEmployer, lockEmployers } from "#db/queries/employer-record.server";

export type ContactOwnerPage = {
  employerName: string;
  relation: Relation;
  actions: OwnerAction[];
  coordinators: owners.EveryCoordinator[];
  history: OwnerChange[];
};

/** Who holds the relation, what the actor can do about it, and how it went. Errors: `not_found`. */
export async function readContactOwner(
  actor: Actor,
  employerId: number,
): Promise<Outcome<ContactOwnerPage, "not_found">> {
  const me = colleague(actor, "contact.hand_over");
  if (!me) return fail("not_found");
  return withActor(actor, async (tx) => {
    const employer = await findEmployer(tx, employerId);
    if (!employer) return fail("not_found");
    const relation = { owner: employer.owner, open: await owners.findOpenProposal(tx, employerId) };
    const others = (await owners.listCoordinators(tx)).filter(({ userId }) => userId !== me.userId);
    return done({
      employerName: employer.name,
      relation,
      actions: ownerActionsFor(me, relation),
      coordinators: others,
      history: await owners.listChanges(tx, employerId, 30),
    });
  });
}

export type OwnerChangeCode = "not_found" | "owner_changed" | "not_yours" | "already_asked" | "to_unknown";

/**
 * Takes one step with the relation: take it on, propose it to somebody, answer, take it over with a reason, give it up.
 * The record is locked, and what the form was made from must still hold: of two who act at once, one is told.
 * Errors: see `OwnerChangeCode`.
 */
export async function changeContactOwner(
  actor: Actor,
  employerId: number,
  form: OwnerForm,
): Promise<Outcome<object, OwnerChangeCode>> {
  const me = colleague(actor, "contact.hand_over");
  if (!me) return fail("not_found");
  return withActor(actor, async (tx): Promise<Outcome<object, OwnerChangeCode>> => {
    const [employer] = await lockEmployers(tx, [employerId]);
    if (!employer) return fail("not_found");
    const open = await owners.findOpenProposal(tx, employerId);
    const isSame =
      (employer.owner?.userId ?? "") === form.seenOwner && String(open?.id ?? "") === form.seenOpen;
    if (!isSame) return fail("owner_changed");
    const to = (await owners.listCoordinators(tx)).find(({ userId }) => userId === form.to) ?? null;
    const decision = decideOwner(form.act, { owner: employer.owner, open, me, to });
    if (!decision.ok) return decision;

    if (open && decision.ends) {
      await owners.endProposal(tx, open.id, decision.ends, form.act === "decline" ? form.note : "");
    }
    const isOther = decision.owner?.userId !== employer.owner?.userId;
    if (isOther) await owners.setOwner(tx, employerId, decision.owner);
    if (isOther && employer.owner && decision.owner) {
      await moveSteps(tx, employerId, employer.owner.userId, decision.owner.userId);
    }
    const receiver = form.act === "propose" ? to : decision.owner;
    const reason = form.act === "take_over" ? (form.reason ?? "") : "";
    await owners.insertChange(tx, employerId, {
      act: form.act,
      from: employer.owner,
      to: form.act === "release" ? null : receiver,
      by: me,
      reason,
      note: form.note,
    });
    return done();
  });
}
