import type { Actor } from "#app/domain/identity/actor";
import { done, type Failure, fail, type Outcome } from "#app/domain/outcome";
import type { NewParticipantForm, ParticipantForm } from "#app/domain/profiles/participant-form";
import { can } from "#app/domain/profiles/policy";
import { isHidden } from "#app/domain/profiles/protected-identity";
import { inviteIn } from "#app/services/profiles/invite-participant.server";
import {
  type ParticipantOptions,
  participantOptions,
  unknownChoices,
} from "#app/services/profiles/participant-options.server";
import { type Tx, withActor } from "#db/client.server";
import { recordEvent } from "#db/queries/audit.server";
import { saveReferral } from "#db/queries/current-referral.server";
import { linkAccount } from "#db/queries/participant-accounts.server";
import { insertParticipant, type ParticipantFields } from "#db/queries/participants.server";

/** What the empty form offers. Errors: `forbidden`. */
export function prepareParticipant(
  actor: Actor,
): Promise<Outcome<{ options: ParticipantOptions }, "forbidden">> {
  return withActor(actor, async (tx) => {
    if (!can(actor, "participant.create")) return fail("forbidden");
    return done({ options: await participantOptions(tx, actor) });
  });
}

/** Choices that are not in their lists: the names of the fields. */
export type UnknownChoice = Failure<"unknown_choice"> & { fields: ReturnType<typeof unknownChoices> };

/**
 * Adds a participant with the referral in short. With an e-mail address the person can sign in by link, and is invited to
 * when the form says so.
 * A protected identity is registered without name, mail and place. Errors: `forbidden`, `reference_taken`,
 * `unknown_choice` with the fields.
 */
export function createParticipant(
  actor: Actor,
  form: NewParticipantForm,
): Promise<
  Outcome<{ reference: string; participantId: string }, "forbidden" | "reference_taken"> | UnknownChoice
> {
  return withActor(actor, async (tx) => {
    const { associationId } = actor;
    if (!can(actor, "participant.create") || associationId === null) return fail("forbidden");
    const fields = unknownChoices(await participantOptions(tx, actor), form, null);
    if (fields.length > 0) return { ...fail("unknown_choice"), fields };
    const participantId = await insertParticipant(tx, associationId, fieldsOf(form));
    if (participantId === null) return fail("reference_taken");
    await writeReferral(tx, { associationId, participantId }, form);
    if (form.email && !isHidden(form.protectedIdentity)) {
      await linkAccount(tx, { participantId, email: form.email, displayName: form.name ?? form.reference });
    }
    const { reference, protectedIdentity } = form;
    await recordEvent(tx, actor, {
      action: "participant.created",
      associationId,
      participantId,
      subject: reference,
    });
    if (form.invite === "on" && form.email && !isHidden(protectedIdentity))
      await inviteIn(tx, actor, { id: participantId, associationId, reference });
    return done({ reference: form.reference, participantId });
  });
}

/** The form as columns; a protected identity loses what would show who it is. */
export function fieldsOf(form: ParticipantForm): ParticipantFields {
  const hidden = isHidden(form.protectedIdentity);
  return {
    reference: form.reference,
    protectedIdentity: form.protectedIdentity,
    name: hidden ? null : (form.name ?? null),
    email: hidden ? null : (form.email?.toLowerCase() ?? null),
    sex: form.sex,
    birthYear: form.birthYear ?? null,
    municipalityCode: hidden ? null : (form.municipality ?? null),
    locality: hidden ? null : (form.locality ?? null),
  };
}

/** Writes the referral in short. */
export async function writeReferral(
  tx: Tx,
  owner: { associationId: number; participantId: string },
  form: ParticipantForm,
): Promise<void> {
  await saveReferral(tx, owner, {
    agencyId: form.agency ?? null,
    caseWorkerUser: form.caseWorker ?? null,
    referredOn: form.referredOn ?? null,
    purpose: form.purpose ?? "",
    question: form.question ?? "",
    tried: form.tried ?? "",
    wishes: form.wishes ?? "",
    otherAgencies: (form.otherAgencies ?? []).filter((id) => id !== form.agency),
    agenciesAgreed: form.agenciesAgreed === "on",
  });
}
