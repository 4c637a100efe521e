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
/** Words that are on no list, with those that are near; null where nothing is wrong. */
export type UnknownWords = { locality: string[] | null; exclude: Exclusion[] | null };

/**
 * Saves the next version of a work profile, as a draft or marked complete; the version before it is kept. Errors:
 * `not_found`, `changed_meanwhile` with what is saved now, `unknown_words` with those that are near, `incomplete`.
 */
export function saveWorkProfile(
  actor: Actor,
  reference: string,
  form: WorkProfileForm,
  as: "draft" | "complete",
): Promise<
  | Outcome<{ version: number }, "not_found" | "incomplete">
  | ProfileChangedMeanwhile
  | (Failure<"unknown_words"> & { near: UnknownWords })
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
    if (isUnknown(found.near)) return { ...fail("unknown_words"), near: found.near };
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

/**
 * The words of a form that are on no list, so that a form with other mistakes tells of them too. Errors: `not_found`.
 */
export function findUnknownWords(
  actor: Actor,
  reference: string,
  words: { locality: string; exclude: string },
): Promise<Outcome<{ near: UnknownWords }, "not_found">> {
  return withActor(actor, async (tx) => {
    const participant = await reachParticipant(tx, actor, { reference }, "profile.change", null);
    if (!participant) return fail("not_found");
    const { near } = await lookUp(tx, participant, words);
    return done({ near });
  });
}

function isUnknown({ locality, exclude }: UnknownWords): boolean {
  return locality !== null || exclude !== null;
}

async function lookUp(
  tx: Tx,
  participant: Participant,
  words: { locality?: string | undefined; exclude?: string | undefined },
) {
  const locality = words.locality
    ? await findHomeLocality(tx, words.locality, {
        municipalityCode: participant.municipalityCode,
        associationId: participant.associationId,
      })
    : null;
  const named = words.exclude ? await findNamed(tx, words.exclude) : [];
  const near: UnknownWords = { locality: null, exclude: null };
  if (words.locality && !locality) {
    const begin = await suggestLocalities(tx, words.locality.slice(0, 3));
    near.locality = begin.map(({ name, municipality }) => `${name} (${municipality})`);
  }
  if (words.exclude && named.length === 0)
    near.exclude = (await suggestNames(tx, words.exclude, 10)).map(toExclusion);
  return {
    near,
    place: locality && { locality: locality.name, from: locality.point },
    excluded: named.map((one) => toExclusion(one).value),
  };
}
