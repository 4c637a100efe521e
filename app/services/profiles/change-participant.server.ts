import type { Actor } from "#app/domain/identity/actor";
import { done, type Failure, fail, type Outcome } from "#app/domain/outcome";
import type { Participant } from "#app/domain/profiles/participant";
import type { ChangeParticipantForm } from "#app/domain/profiles/participant-form";
import { isHidden } from "#app/domain/profiles/protected-identity";
import {
  fieldsOf,
  type UnknownChoice,
  writeReferral,
} from "#app/services/profiles/create-participant.server";
import {
  type ParticipantOptions,
  participantOptions,
  unknownChoices,
} from "#app/services/profiles/participant-options.server";
import { reachParticipant, recordOn } from "#app/services/profiles/reach-participant.server";
import { type Tx, withActor } from "#db/client.server";
import { forgetName } from "#db/queries/forgotten-names.server";
import { endAccount, linkAccount } from "#db/queries/participant-accounts.server";
import { findById, lockVersion, updateParticipant } from "#db/queries/participants.server";

/** A participant to fill the form with: the only page where staff read name and mail. Errors: `not_found`. */
export function editParticipant(
  actor: Actor,
  reference: string,
): Promise<Outcome<{ participant: Participant; options: ParticipantOptions }, "not_found">> {
  return withActor(actor, async (tx) => {
    const participant = await reachParticipant(
      tx,
      actor,
      { reference },
      "participant.change",
      "participant.read",
    );
    if (!participant) return fail("not_found");
    return done({ participant, options: await participantOptions(tx, actor) });
  });
}

/** Somebody saved meanwhile: what they left, for the page to show beside what was typed. */
export type ParticipantChangedMeanwhile = Failure<"changed_meanwhile"> & { current: Participant };

/**
 * Writes the form. A protected identity set here takes name and mail away, also where an employer has been told it and
 * where the person's own steps are noted, ends the account and hides the person from the list, all in this transaction;
 * it has to be confirmed. Errors: `not_found`, `changed_meanwhile` with the current row,
 * `reference_taken`, `confirm_removal`, `unknown_choice` with the fields.
 */
export function changeParticipant(
  actor: Actor,
  reference: string,
  form: ChangeParticipantForm,
): Promise<
  | Outcome<{ reference: string }, "not_found" | "reference_taken" | "confirm_removal">
  | ParticipantChangedMeanwhile
  | UnknownChoice
> {
  return withActor(actor, async (tx) => {
    const found = await reachParticipant(tx, actor, { reference }, "participant.change", null);
    if (!found) return fail("not_found");
    await lockVersion(tx, found.id);
    // Read again behind the lock: what somebody saved while this one waited is what counts.
    const reached = (await findById(tx, found.id)) ?? found;
    if (reached.version !== form.version) {
      await recordOn(tx, actor, reached, "participant.read");
      return { ...fail("changed_meanwhile"), current: reached };
    }
    const fields = unknownChoices(await participantOptions(tx, actor), form, reached);
    if (fields.length > 0) return { ...fail("unknown_choice"), fields };
    if (losesIdentity(reached, form) && form.removeIdentity !== "on") return fail("confirm_removal");
    if (!(await updateParticipant(tx, reached.id, fieldsOf(form)))) return fail("reference_taken");
    await writeReferral(tx, { associationId: reached.associationId, participantId: reached.id }, form);
    await followMail(tx, reached, form);
    if (isHidden(form.protectedIdentity)) await forgetName(tx, reached.id, form.reference);
    await recordOn(tx, actor, reached, "participant.changed");
    return done({ reference: form.reference });
  });
}

/** Whether saving takes away a name or an address that is there today. */
function losesIdentity(before: Participant, form: ChangeParticipantForm): boolean {
  return isHidden(form.protectedIdentity) && (before.name !== null || before.email !== null);
}

/** The account belongs to the address: a new address is a new account; none, or a protected identity, is no account. */
async function followMail(tx: Tx, before: Participant, form: ChangeParticipantForm): Promise<void> {
  const participantId = before.id;
  if (isHidden(form.protectedIdentity)) {
    if (!isHidden(before.protectedIdentity)) await endAccount(tx, participantId);
    return;
  }
  const email = form.email?.toLowerCase() ?? null;
  if (email === (before.email?.toLowerCase() ?? null)) return;
  await endAccount(tx, participantId);
  if (email) await linkAccount(tx, { participantId, email, displayName: form.name ?? form.reference });
}
