import type { Actor } from "#app/domain/identity/actor";
import { done, fail, type Outcome } from "#app/domain/outcome";
import { isQuestionPart, type QuestionPart } from "#app/domain/profiles/kartlaggning-parts";
import type { OwnRating } from "#app/domain/profiles/own-rating";
import { noAnswers, type PartAnswers } from "#app/domain/profiles/part-answers";
import { type PartState, partState } from "#app/domain/profiles/part-state";
import { withStatistics } from "#app/domain/profiles/part-statistics";
import { mayBeShared, type Visibility } from "#app/domain/profiles/part-visibility";
import type { Participant } from "#app/domain/profiles/participant";
import { mayMarkRead } from "#app/domain/profiles/policy";
import { isHidden } from "#app/domain/profiles/protected-identity";
import { now } from "#app/platform/clock.server";
import { reachParticipant, recordOn } from "#app/services/profiles/reach-participant.server";
import { type Tx, withActor } from "#db/client.server";
import { caseWorkerName } from "#db/queries/case-workers.server";
import * as kartlaggning from "#db/queries/kartlaggning.server";
import { listOwnRatings } from "#db/queries/own-ratings.server";

/** One part to read or to fill a form with. Version 0 is one that nobody has begun. */
export type ReadPart = PartAnswers & {
  part: QuestionPart;
  reference: string;
  isHidden: boolean;
  version: number;
  state: PartState;
  ownerRole: kartlaggning.OwnerRole | null;
  ownerName: string;
  visibility: Visibility;
  mayBeShared: boolean;
  savedAt: Date | null;
  savedByName: string;
  confirmed: { version: number; confirmedAt: Date } | null;
  comments: kartlaggning.PartComment[];
  older: kartlaggning.PartVersion[];
  /** What the participant has said of the own self-confidence: part 7 only, null in every other. */
  ownRatings: OwnRating[] | null;
  /** The referring agency and case worker, for part 1; null when nobody has referred the person. */
  referral: { agency: string | null; caseWorker: string | null; referredOn: string | null } | null;
};

/** One part for staff, and whether they say that a comment has been read. Errors: `not_found`, also for a part that does not exist. */
export function readPart(
  actor: Actor,
  reference: string,
  part: string,
): Promise<Outcome<{ part: ReadPart; mayMarkRead: boolean }, "not_found">> {
  return read(actor, { reference }, part);
}

/** One part of the participant's own kartläggning. Errors: `not_found`. */
export function readOwnPart(actor: Actor, part: string): Promise<Outcome<{ part: ReadPart }, "not_found">> {
  return read(actor, { participantId: actor.participantId }, part);
}

function read(actor: Actor, wanted: { reference: string } | { participantId: string | null }, part: string) {
  return withActor(
    actor,
    async (tx): Promise<Outcome<{ part: ReadPart; mayMarkRead: boolean }, "not_found">> => {
      const participant = await reachParticipant(tx, actor, wanted, "kartlaggning.read", null);
      if (!participant || !isQuestionPart(part)) return fail("not_found");
      await recordOn(tx, actor, participant, "part.read", { part });
      return done({
        part: await currentPart(tx, participant, part),
        mayMarkRead: mayMarkRead(actor, { ...participant, participantId: participant.id }),
      });
    },
  );
}

/** The current part inside a transaction that has already asked the policy. */
export async function currentPart(tx: Tx, participant: Participant, part: QuestionPart): Promise<ReadPart> {
  const whose = { associationId: participant.associationId, participantId: participant.id };
  const stored = (await kartlaggning.listParts(tx, whose)).find((one) => one.part === part);
  const confirmed = (await kartlaggning.listConfirmations(tx, whose)).find((one) => one.part === part);
  const touchedAt =
    stored && confirmed && confirmed.confirmedAt > stored.savedAt ? confirmed.confirmedAt : stored?.savedAt;
  const { agency, caseWorkerUser, referredOn } = participant.referral;
  const before = stored ?? (await begunElsewhere(tx, whose, part));
  return {
    answers: before.answers,
    unknown: before.unknown,
    part,
    reference: participant.reference,
    isHidden: isHidden(participant.protectedIdentity),
    version: stored?.version ?? 0,
    state: partState(part, stored && touchedAt ? { ...stored, touchedAt } : null, now()),
    ownerRole: stored?.ownerRole ?? null,
    ownerName: stored?.ownerName ?? "",
    visibility: stored?.visibility ?? "circle",
    mayBeShared: mayBeShared(part, participant.protectedIdentity),
    savedAt: stored?.savedAt ?? null,
    savedByName: stored?.savedByName ?? "",
    confirmed: confirmed ? { version: confirmed.version, confirmedAt: confirmed.confirmedAt } : null,
    comments: (await kartlaggning.listPartComments(tx, whose)).filter((one) => one.part === part),
    older: await kartlaggning.listVersions(tx, whose, part),
    ownRatings: part === "hinder" ? await listOwnRatings(tx, whose) : null,
    referral:
      agency === null ? null : { agency, caseWorker: await caseWorkerName(tx, caseWorkerUser), referredOn },
  };
}

/** What a file or an earlier form has already put into the columns that reports count. */
async function begunElsewhere(tx: Tx, whose: kartlaggning.Whose, part: QuestionPart): Promise<PartAnswers> {
  return withStatistics(part, noAnswers, await kartlaggning.readStatistics(tx, whose.participantId));
}
