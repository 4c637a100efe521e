import { randomUUID } from "node:crypto";
import type { Actor } from "#app/domain/identity/actor";
import { done, type Failure, fail, type Outcome } from "#app/domain/outcome";
import { hasLeft } from "#app/domain/profiles/closing";
import { isHidden } from "#app/domain/profiles/protected-identity";
import type { ReferralCase } from "#app/domain/profiles/referral";
import type { AcceptForm } from "#app/domain/profiles/referral-form";
import { becomesCurrent, decideReferral } from "#app/domain/profiles/referral-transitions";
import { today } from "#app/platform/clock.server";
import { inviteIn } from "#app/services/profiles/invite-participant.server";
import { rememberStep } from "#app/services/profiles/move-referral.server";
import { recordOn } from "#app/services/profiles/reach-participant.server";
import { reachReferral } from "#app/services/profiles/reach-referral.server";
import { type Responsible, responsiblesOf } from "#app/services/profiles/referral-responsibles.server";
import { reopenIn } from "#app/services/profiles/reopen-participant.server";
import { type Tx, withActor } from "#db/client.server";
import { insertTask } from "#db/queries/case-tasks.server";
import { findCurrent } from "#db/queries/current-referral.server";
import { linkAccount } from "#db/queries/participant-accounts.server";
import {
  findById,
  findByReference,
  findSamePerson,
  insertParticipant,
  waitForAddress,
} from "#db/queries/participants.server";
import * as steps from "#db/queries/referral-steps.server";

/** A field that stands in the way, and why. */
export type AcceptProblem = Failure<"problem"> & {
  field: "reference" | "responsible" | "taskResponsible" | "who";
  problem: "reference_taken" | "reference_unknown" | "choose_in_list" | "who_required" | "enrolled_already";
};

/**
 * Decides to take somebody in: the participant is made or found, gets the referral, and what the sender said of the person
 * moves along. Who had left is back; an end that is planned for later stays. Somebody new with the address or the code of
 * a participant is a question first (`enrolled_already`), never decided silently. Errors: `not_found`, `wrong_status`,
 * `problem` with the field.
 */
export function acceptReferral(
  actor: Actor,
  id: string,
  form: AcceptForm,
): Promise<Outcome<{ reference: string }, "not_found" | "wrong_status"> | AcceptProblem> {
  return withActor(actor, async (tx) => {
    const referral = await reachReferral(tx, actor, id, "referral.decide", null);
    if (!referral) return fail("not_found");
    const locked = await steps.lockReferral(tx, id);
    const responsibles = await responsiblesOf(tx, referral);
    const responsible = responsibles.find(({ value }) => value === form.responsible);
    if (!responsible || responsible.isParticipant) return problem("responsible", "choose_in_list");
    const helper = responsibles.find(({ value }) => value === form.taskResponsible);
    if (form.task && !helper) return problem("taskResponsible", "choose_in_list");
    const decision = decideReferral(locked ?? referral.status, "accepted", {
      role: actor.role,
      isSender: false,
      reason: null,
      text: form.decision,
      hasMainResponsible: true,
      hasParticipant: true,
    });
    if (!decision.ok) return fail("wrong_status");
    const participant = await participantOf(tx, actor, referral, form);
    if (!participant.ok) return participant;
    if (hasLeft(participant.closedOn, today())) await reopenIn(tx, actor, participant, "new_referral");
    await steps.saveAccepted(tx, id, {
      participantId: participant.id,
      decision: form.decision,
      day: today(),
      responsible,
      isCurrent: becomesCurrent(referral, await findCurrent(tx, participant.id)),
    });
    if (form.task && helper && form.taskDue) await addFirstTask(tx, referral, form, helper);
    const known = { ...referral, participantId: participant.id };
    await rememberStep(tx, actor, known, referral.status, { to: "accepted", note: form.decision });
    return done({ reference: participant.reference });
  });
}

function problem(field: AcceptProblem["field"], what: AcceptProblem["problem"]): AcceptProblem {
  return { ...fail("problem"), field, problem: what };
}

/** Who was taken in, and since when the person had left. */
type Taken = { id: string; associationId: number; reference: string; closedOn: string | null };

async function participantOf(
  tx: Tx,
  actor: Actor,
  referral: ReferralCase,
  form: AcceptForm,
): Promise<({ ok: true } & Taken) | AcceptProblem> {
  const { person, associationId } = referral;
  const known = (one: { id: string; reference: string; closedOn: string | null }) =>
    ({ ok: true, id: one.id, associationId, reference: one.reference, closedOn: one.closedOn }) as const;
  if (referral.participantId !== null) {
    const found = await findById(tx, referral.participantId);
    if (found) return known(found);
  }
  if (!form.who || !form.reference) return problem("who", "who_required");
  if (form.who === "existing") {
    const found = await findByReference(tx, form.reference);
    return found ? known(found) : problem("reference", "reference_unknown");
  }
  const hidden = isHidden(person.protectedIdentity);
  if (!hidden && person.email) await waitForAddress(tx, associationId, person.email);
  const same = hidden ? null : await findSamePerson(tx, associationId, person, form.reference);
  const isSameAddress = same?.by === "email";
  // The address, or the very code, of somebody enrolled: the coordinator says whether it is another person.
  if (same && (isSameAddress || same.reference === form.reference) && form.another !== "on")
    return problem("who", "enrolled_already");
  // An address signs in one person: with two, each would read about the other.
  const email = hidden || isSameAddress ? null : person.email;
  const id = await insertParticipant(tx, associationId, {
    reference: form.reference,
    protectedIdentity: person.protectedIdentity,
    name: hidden ? null : person.name,
    email,
    sex: person.sex ?? "okant",
    birthYear: person.birthYear,
    municipalityCode: hidden ? null : person.municipalityCode,
    locality: null,
  });
  if (id === null) return problem("reference", "reference_taken");
  if (email) {
    const displayName = person.name ?? form.reference;
    await linkAccount(tx, { participantId: id, email, displayName });
  }
  const made = { id, associationId, reference: form.reference };
  await recordOn(tx, actor, made, "participant.created");
  if (email && form.invite === "on") await inviteIn(tx, actor, made);
  return known({ id, reference: form.reference, closedOn: null });
}

async function addFirstTask(tx: Tx, referral: ReferralCase, form: AcceptForm, helper: Responsible) {
  await insertTask(tx, {
    id: randomUUID(),
    associationId: referral.associationId,
    referralId: referral.id,
    what: form.task ?? "",
    responsible: helper,
    dueOn: form.taskDue ?? today(),
  });
}
