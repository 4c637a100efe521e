import type { Actor } from "#app/domain/identity/actor";
import { done, type Failure, fail, type Outcome } from "#app/domain/outcome";
import { isHidden } from "#app/domain/profiles/protected-identity";
import { mayAskForHelp } from "#app/domain/profiles/referral";
import type { InterestForm, ReferralAgain, ReferralForm } from "#app/domain/profiles/referral-form";
import { canCase } from "#app/domain/profiles/referral-policy";
import { decideReferral } from "#app/domain/profiles/referral-transitions";
import { today } from "#app/platform/clock.server";
import { type ReferralOptions, referralOptions } from "#app/services/profiles/prepare-referral.server";
import { reachReferral, recordOnReferral } from "#app/services/profiles/reach-referral.server";
import { type Tx, withActor } from "#db/client.server";
import { enqueue } from "#db/queries/jobs.server";
import { findById, findByReference } from "#db/queries/participants.server";
import * as steps from "#db/queries/referral-steps.server";
import { listReferralsOf } from "#db/queries/referrals.server";

/** Choices that are not in their lists: the names of the fields. */
export type UnknownReferralChoice = Failure<"unknown_choice"> & {
  fields: ("about" | "municipality" | "agencies")[];
};

/**
 * A case worker refers somebody: new, or one of the own cases. The form's own id makes a second sending the same referral.
 * Errors: `forbidden`, `not_found` (the id is somebody else's), `unknown_choice` with the fields.
 */
export function sendReferral(
  actor: Actor,
  form: ReferralForm,
): Promise<Outcome<{ id: string }, "forbidden" | "not_found"> | UnknownReferralChoice> {
  return withActor(actor, async (tx) => {
    const { associationId, userId, agencyId } = actor;
    if (!canCase(actor, "referral.send") || associationId === null) return fail("forbidden");
    const fields = unknownReferralChoices(await referralOptions(tx, actor), form);
    if (fields.length > 0) return { ...fail("unknown_choice"), fields };
    const participant = form.about === "new" ? null : await findByReference(tx, form.about);
    const isNew = await steps.insertReferral(tx, {
      id: form.key,
      associationId,
      participantId: participant?.id ?? null,
      agencyId,
      caseWorkerUser: userId,
      sentBy: { role: "case_worker", userId, name: actor.name },
      day: today(),
      words: wordsOf(form),
      person: personOf(form),
    });
    return remember(tx, actor, form.key, isNew);
  });
}

/**
 * A participant asks for help oneself. Errors: `forbidden`, `already_in` (there is nothing to be let in to), `not_found`,
 * `unknown_choice`.
 */
export function sendInterest(
  actor: Actor,
  form: InterestForm,
): Promise<Outcome<{ id: string }, "forbidden" | "already_in" | "not_found"> | UnknownReferralChoice> {
  return withActor(actor, async (tx) => {
    const { associationId, participantId, userId } = actor;
    if (!canCase(actor, "referral.interest") || associationId === null || participantId === null)
      return fail("forbidden");
    const closedOn = (await findById(tx, participantId))?.closedOn ?? null;
    if (!mayAskForHelp(closedOn, await listReferralsOf(tx, participantId), today()))
      return fail("already_in");
    const fields = unknownReferralChoices(await referralOptions(tx, actor), { ...form, about: "new" });
    if (fields.length > 0) return { ...fail("unknown_choice"), fields };
    const isNew = await steps.insertReferral(tx, {
      id: form.key,
      associationId,
      participantId,
      agencyId: null,
      caseWorkerUser: null,
      sentBy: { role: "participant", userId, name: actor.name },
      day: today(),
      words: wordsOf(form),
      person: steps.nobody,
    });
    return remember(tx, actor, form.key, isNew);
  });
}

/**
 * Answers a return and sends the referral again, with what is written now. Errors: `not_found`, `wrong_status`,
 * `not_allowed`, `unknown_choice`.
 */
export function sendAgain(
  actor: Actor,
  id: string,
  form: ReferralAgain,
): Promise<Outcome<{ id: string }, "not_found" | "wrong_status" | "not_allowed"> | UnknownReferralChoice> {
  return withActor(actor, async (tx) => {
    const referral = await reachReferral(tx, actor, id, "referral.own", null);
    if (!referral) return fail("not_found");
    const decision = decideReferral(referral.status, "sent", {
      role: actor.role,
      isSender: referral.sentByUser === actor.userId,
      reason: null,
      text: "",
      hasMainResponsible: false,
      hasParticipant: false,
    });
    if (!decision.ok) return decision.code === "wrong_status" ? fail("wrong_status") : fail("not_allowed");
    const fields = unknownReferralChoices(await referralOptions(tx, actor), {
      ...form,
      about: referral.participantId === null ? form.about : "new",
    });
    if (fields.length > 0) return { ...fail("unknown_choice"), fields };
    if ((await steps.lockReferral(tx, id)) !== "returned") return fail("wrong_status");
    await steps.rewriteReferral(tx, id, {
      day: today(),
      words: wordsOf(form),
      person: referral.participantId === null ? personOf(form) : steps.nobody,
    });
    await steps.addReferralEvent(tx, actor, {
      associationId: referral.associationId,
      referralId: id,
      from: "returned",
      to: "sent",
    });
    await recordOnReferral(tx, actor, referral, "referral.changed", { from: "returned", to: "sent" });
    await enqueue(tx, "announce_referral", { referralId: id });
    return done({ id });
  });
}

/** The choices that are not among those offered: somebody typed them in. */
function unknownReferralChoices(
  options: ReferralOptions,
  chosen: { about: string; municipality?: string | undefined; agencies: number[] },
): UnknownReferralChoice["fields"] {
  const unknown: UnknownReferralChoice["fields"] = [];
  if (chosen.about !== "new" && !options.ownCases.includes(chosen.about)) unknown.push("about");
  const { municipality } = chosen;
  if (municipality && !options.municipalities.some(({ code }) => code === municipality))
    unknown.push("municipality");
  if (chosen.agencies.some((id) => !options.agencies.some((agency) => agency.id === id)))
    unknown.push("agencies");
  return unknown;
}

function wordsOf(form: InterestForm | ReferralAgain): steps.ReferralWords {
  const { purpose, question, tried, wishes } = form;
  return {
    purpose,
    question,
    tried,
    wishes,
    otherAgencies: form.agencies,
    agenciesAgreed: form.agenciesAgreed,
  };
}

/** Who it is about. Somebody enrolled is known already; a protected identity leaves year of birth and sex. */
function personOf(form: ReferralAgain): steps.ReferralPersonFields {
  if (form.about !== "new") return steps.nobody;
  const protectedIdentity = form.protectedIdentity ?? "unknown";
  const hidden = isHidden(protectedIdentity);
  return {
    protectedIdentity,
    name: hidden ? null : (form.name ?? null),
    email: hidden ? null : (form.email?.toLowerCase() ?? null),
    phone: hidden ? null : (form.phone ?? null),
    sex: form.sex ?? null,
    birthYear: form.birthYear ?? null,
    municipalityCode: hidden ? null : (form.municipality ?? null),
  };
}

/** A new referral is remembered and announced; one that is there already is the same form sent twice. */
async function remember(
  tx: Tx,
  actor: Actor,
  id: string,
  isNew: boolean,
): Promise<Outcome<{ id: string }, "not_found">> {
  const referral = await reachReferral(tx, actor, id, "referral.read", null);
  if (!referral) return fail("not_found");
  if (!isNew) return done({ id });
  const { associationId } = referral;
  await steps.addReferralEvent(tx, actor, { associationId, referralId: id, from: null, to: "sent" });
  await recordOnReferral(tx, actor, referral, "referral.sent");
  await enqueue(tx, "announce_referral", { referralId: id });
  return done({ id });
}
