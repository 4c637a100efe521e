import type { Actor } from "#app/domain/identity/actor";
import { done, type Failure, fail, type Outcome } from "#app/domain/outcome";
import { changedNotes, type MedicalForm, notesOf } from "#app/domain/profiles/medical-form";
import { type CannotOpen, sealNotes } from "#app/services/profiles/medical-seal.server";
import { reachParticipant, recordOn } from "#app/services/profiles/reach-participant.server";
import { currentMedical, medicalConsent, type ReadMedical } from "#app/services/profiles/read-medical.server";
import { withActor } from "#db/client.server";
import { lockVersion } from "#db/queries/participants.server";

/** Somebody saved meanwhile: what they left, for the page to show beside what was typed. */
export type MedicalChangedMeanwhile = Failure<"changed_meanwhile"> & { current: ReadMedical };

/**
 * Seals the next version of the medical layer; older versions are kept, sealed too. The same form sent twice is one save.
 * Errors: `not_found`, `consent_missing`, `changed_meanwhile` with what is saved now, `master_key_missing`, `seal_broken`.
 */
export function saveMedical(
  actor: Actor,
  reference: string,
  form: MedicalForm,
): Promise<
  Outcome<{ version: number }, "not_found" | "consent_missing" | CannotOpen> | MedicalChangedMeanwhile
> {
  return withActor(actor, async (tx) => {
    const participant = await reachParticipant(tx, actor, { reference }, "medical.change", null);
    if (!participant) return fail("not_found");
    await lockVersion(tx, participant.id);
    if (!(await medicalConsent(tx, participant.id))) return fail("consent_missing");
    const current = await currentMedical(tx, actor, participant);
    if (current.problem) return fail(current.problem);
    const notes = notesOf(form);
    if (current.version !== form.version) {
      const isSentTwice =
        current.version === form.version + 1 &&
        current.savedByName === actor.name &&
        changedNotes(current.notes, notes).length === 0;
      if (isSentTwice) return done({ version: current.version });
      await recordOn(tx, actor, participant, "medical.read");
      return { ...fail("changed_meanwhile"), current };
    }
    const version = current.version + 1;
    const whose = { associationId: participant.associationId, participantId: participant.id };
    const failed = await sealNotes(tx, whose, { version, notes, savedByName: actor.name });
    if (failed) return fail(failed);
    await recordOn(tx, actor, participant, "medical.changed", { version });
    return done({ version });
  });
}
