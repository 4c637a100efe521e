import type { Actor } from "#app/domain/identity/actor";
import { done, type Failure, fail, type Outcome } from "#app/domain/outcome";
import type { Participant } from "#app/domain/profiles/participant";
import { nextStatus } from "#app/domain/profiles/status";
import { missingParts } from "#app/domain/profiles/work-profile-draft";
import { draftOf, type WorkProfileForm } from "#app/domain/profiles/work-profile-form";
import { type Exclusion, toExclusion } from "#app/services/profiles/find-excludable.server";
import { findHomeLocality } from "#app/services/profiles/find-home-locality.server";
import { reachParticipant, recordOn } from "#app/services/profiles/reach-participant.server";
import { currentProfile, type ReadProfile } from "#app/services/profiles/read-work-profile.server";
import { type Tx, withActor } from "#db/client.server";
import { findNamed, suggestNames } from "#db/queries/employer-names.server";
import { suggestLocalities } from "#db/queries/geo.server";
import { lockVersion } from "#db/queries/participants.server";
import { readWorkProfile, writeNextVersion } from "#db/queries/profiles.server";

/** Somebody saved meanwhile: what they left, for the page to show beside what was typed. */
export type ProfileChangedMeanwhile = Failure<"changed_meanwhile"> & { current: ReadProfile };
/** A locality that is on no list, with names that begin the same. */
export type UnknownLocality = Failure<"locality_unknown"> & { near: string[] };
/** An employer or workplace that is not in the register, with names that are near. */
export type UnknownExclusion = Failure<"exclude_unknown"> & { near: Exclusion[] };

/**
 * Saves the next version of a work profile, as a draft or marked complete; the version before it is kept. Errors:
 * `not_found`, `changed_meanwhile` with what is saved now, `locality_unknown`, `exclude_unknown`, `incomplete`.
 */
export function saveWorkProfile(
  actor: Actor,
  reference: string,
  form: WorkProfileForm,
  as: "draft" | "complete",
): Promise<
  | Outcome<{ version: number }, "not_found" | "incomplete">
  | ProfileChangedMeanwhile
  | UnknownLocality
  | UnknownExclusion
> {
  return withActor(actor, async (tx) => {
    const participant = await reachParticipant(tx, actor, { reference }, "profile.change", null);
    if (!participant) return fail("not_found");
    await lockVersion(tx, participant.id);
    const stored = await readWorkProfile(tx, participant.id);
    if ((stored?.version ?? 0) !== form.version) {
      await recordOn(tx, actor, participant, "profile.read");
      return { ...fail("changed_meanwhile"), current: await currentProfile(tx, participant) };
    }
    const found = await lookUp(tx, participant, form);
    if ("code" in found) return found;
    const draft = draftOf(form, found);
    const event = as === "complete" ? "marked_complete" : "saved_as_draft";
    if (as === "complete" && missingParts(draft).length > 0) return fail("incomplete");
    const version = await writeNextVersion(tx, {
      participantId: participant.id,
      associationId: participant.associationId,
      status: nextStatus(stored?.status ?? "started", event, actor.role) ?? "started",
      draft,
      updatedByName: actor.name,
    });
    await recordOn(tx, actor, participant, "profile.changed", { version });
    return done({ version });
  });
}

async function lookUp(tx: Tx, participant: Participant, form: WorkProfileForm) {
  const locality = form.locality
    ? await findHomeLocality(tx, form.locality, {
        municipalityCode: participant.municipalityCode,
        associationId: participant.associationId,
      })
    : null;
  if (form.locality && !locality) {
    const near = await suggestLocalities(tx, form.locality.slice(0, 3));
    return {
      ...fail("locality_unknown"),
      near: near.map(({ name, municipality }) => `${name} (${municipality})`),
    };
  }
  const named = form.exclude ? await findNamed(tx, form.exclude) : [];
  if (form.exclude && named.length === 0) {
    return {
      ...fail("exclude_unknown"),
      near: (await suggestNames(tx, form.exclude, 10)).map(toExclusion),
    };
  }
  return {
    place: locality && { locality: locality.name, from: locality.point },
    excluded: named.map((one) => toExclusion(one).value),
  };
}
