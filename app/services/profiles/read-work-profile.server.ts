import type { Actor } from "#app/domain/identity/actor";
import { done, fail, type Outcome } from "#app/domain/outcome";
import { statusOn } from "#app/domain/profiles/status";
import type { WorkProfileStatus } from "#app/domain/profiles/work-profile";
import { emptyDraft, type WorkProfileDraft } from "#app/domain/profiles/work-profile-draft";
import { now } from "#app/platform/clock.server";
import { type Exclusion, toExclusion } from "#app/services/profiles/find-excludable.server";
import { reachParticipant } from "#app/services/profiles/reach-participant.server";
import { type Tx, withActor } from "#db/client.server";
import { namesOf } from "#db/queries/employer-names.server";
import * as profiles from "#db/queries/profiles.server";

/** A work profile to read or fill a form with. Version 0 is one that nobody has begun. */
export type ReadProfile = {
  reference: string;
  municipality: string | null;
  version: number;
  status: WorkProfileStatus | "none";
  draft: WorkProfileDraft;
  excluded: Exclusion[];
  updatedAt: Date | null;
  updatedByName: string;
  confirmedAt: Date | null;
  comments: profiles.ProfileComment[];
};

/** The current work profile for staff. Errors: `not_found`. */
export function readWorkProfile(
  actor: Actor,
  reference: string,
): Promise<Outcome<{ profile: ReadProfile }, "not_found">> {
  return read(actor, { reference });
}

/** The participant's own work profile. Errors: `not_found`. */
export function readOwnWorkProfile(actor: Actor): Promise<Outcome<{ profile: ReadProfile }, "not_found">> {
  return read(actor, { participantId: actor.participantId });
}

function read(actor: Actor, wanted: { reference: string } | { participantId: string | null }) {
  return withActor(actor, async (tx): Promise<Outcome<{ profile: ReadProfile }, "not_found">> => {
    const participant = await reachParticipant(tx, actor, wanted, "profile.read", "profile.read");
    if (!participant) return fail("not_found");
    return done({ profile: await currentProfile(tx, participant) });
  });
}

/** The current work profile inside a transaction that has already asked the policy. */
export async function currentProfile(
  tx: Tx,
  participant: { id: string; reference: string; municipality: string | null },
): Promise<ReadProfile> {
  const stored = await profiles.readWorkProfile(tx, participant.id);
  const draft = stored?.draft ?? emptyDraft;
  const ids = { employerIds: draft.excludedEmployerIds, workplaceIds: draft.excludedWorkplaceIds };
  return {
    reference: participant.reference,
    municipality: participant.municipality,
    version: stored?.version ?? 0,
    status: stored ? statusOn(stored, now()) : "none",
    draft,
    excluded: (await namesOf(tx, ids)).map(toExclusion),
    updatedAt: stored?.updatedAt ?? null,
    updatedByName: stored?.updatedByName ?? "",
    confirmedAt: stored?.confirmedAt ?? null,
    comments: await profiles.listComments(tx, participant.id),
  };
}
