import { activeConsent, type Consent } from "#app/domain/consent/consent";
import type { Actor } from "#app/domain/identity/actor";
import { done, fail, type Outcome } from "#app/domain/outcome";
import { hasLeft } from "#app/domain/profiles/closing";
import { mayBeInvited } from "#app/domain/profiles/invitation";
import type { Participant } from "#app/domain/profiles/participant";
import { mayMarkRead } from "#app/domain/profiles/policy";
import { statusOn } from "#app/domain/profiles/status";
import type { WorkProfileStatus } from "#app/domain/profiles/work-profile";
import { dayOf, now } from "#app/platform/clock.server";
import { reachParticipant } from "#app/services/profiles/reach-participant.server";
import { withActor } from "#db/client.server";
import { caseWorkerName } from "#db/queries/case-workers.server";
import { listConsents } from "#db/queries/consent.server";
import { type InvitationState, readInvitationState } from "#db/queries/participant-invitations.server";
import * as profiles from "#db/queries/profiles.server";

export type ParticipantOverview = {
  /** Codes and referral; name and mail are for the form, the agreement and the visit. */
  participant: Omit<Participant, "name" | "email">;
  hasLeft: boolean;
  /** Inviting the person to sign in by mail: whether one may, and when it was done last. */
  invitation: InvitationState & { mayBeInvited: boolean };
  profile: {
    version: number;
    status: WorkProfileStatus;
    draft: profiles.StoredWorkProfile["draft"];
    updatedAt: Date;
    updatedByName: string;
    confirmedAt: Date | null;
  } | null;
  olderVersions: Pick<profiles.ProfileVersion, "version" | "status" | "updatedAt" | "updatedByName">[];
  comments: profiles.ProfileComment[];
  /** Whether this reader says that a comment has been read. */
  mayMarkRead: boolean;
  consent: Consent | null;
};

/** Everything the overview of one participant shows. Errors: `not_found`. */
export function showParticipant(
  actor: Actor,
  reference: string,
): Promise<Outcome<ParticipantOverview, "not_found">> {
  return withActor(actor, async (tx) => {
    const found = await reachParticipant(tx, actor, { reference }, "participant.read", "participant.read");
    if (!found) return fail("not_found");
    const { name: _name, email: _email, ...participant } = found;
    participant.referral.caseWorkerName = await caseWorkerName(tx, participant.referral.caseWorkerUser);
    const moment = now();
    const stored = await profiles.readWorkProfile(tx, found.id);
    const older = await profiles.listOlderVersions(tx, found.id);
    return done({
      participant,
      hasLeft: hasLeft(participant.closedOn, dayOf(moment)),
      invitation: {
        mayBeInvited: mayBeInvited(found, dayOf(moment)),
        ...(await readInvitationState(tx, { associationId: found.associationId, participantId: found.id })),
      },
      profile: stored && {
        version: stored.version,
        status: statusOn(stored, moment),
        draft: stored.draft,
        updatedAt: stored.updatedAt,
        updatedByName: stored.updatedByName,
        confirmedAt: stored.confirmedAt,
      },
      olderVersions: older.map(({ version, status, updatedAt, updatedByName }) => ({
        version,
        status,
        updatedAt,
        updatedByName,
      })),
      comments: await profiles.listComments(tx, found.id),
      mayMarkRead: mayMarkRead(actor, { ...found, participantId: found.id }),
      consent: activeConsent(await listConsents(tx, found.id), "present_to_employers", dayOf(moment)),
    });
  });
}
