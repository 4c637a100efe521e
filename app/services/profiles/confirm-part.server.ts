import type { Actor } from "#app/domain/identity/actor";
import { done, fail, type Outcome } from "#app/domain/outcome";
import {
  isQuestionPart,
  type KartlaggningPart,
  type QuestionPart,
} from "#app/domain/profiles/kartlaggning-parts";
import { nextStatus } from "#app/domain/profiles/status";
import { kartlaggningFacts } from "#app/services/profiles/kartlaggning-facts.server";
import { reachParticipant, recordOn } from "#app/services/profiles/reach-participant.server";
import { type Tx, withActor } from "#db/client.server";
import * as kartlaggning from "#db/queries/kartlaggning.server";
import * as profiles from "#db/queries/profiles.server";

/**
 * The participant's yes to the version of a part that was read, with the own words that were written beside it: they are
 * kept, and the yes holds. Errors: `not_found`, `changed_meanwhile` when a newer one exists: then nothing is written.
 */
export function confirmPart(
  actor: Actor,
  part: string,
  version: number,
  comment = "",
): Promise<Outcome<object, "not_found" | "changed_meanwhile">> {
  return withActor(actor, async (tx) => {
    const wanted = { participantId: actor.participantId };
    const participant = await reachParticipant(tx, actor, wanted, "kartlaggning.confirm", null);
    if (!participant || !isQuestionPart(part)) return fail("not_found");
    const whose = { associationId: participant.associationId, participantId: participant.id };
    const stored = (await kartlaggning.listParts(tx, whose)).find((one) => one.part === part);
    if (!stored) return fail("not_found");
    if (stored.version !== version) return fail("changed_meanwhile");
    if (comment !== "") await addComment(tx, actor, participant, { part, version, comment });
    if (await kartlaggning.insertConfirmation(tx, whose, part, version))
      await recordOn(tx, actor, participant, "part.confirmed", { part, version });
    return done();
  });
}

/**
 * The participant's yes to the parts that were listed, at the versions that were on the page. A part that the participant
 * has written against is left out. Nothing is confirmed when one of them has changed. Errors: `not_found`, `changed_meanwhile`.
 */
export function confirmEverything(
  actor: Actor,
  read: readonly { part: KartlaggningPart; version: number }[],
): Promise<Outcome<object, "not_found" | "changed_meanwhile">> {
  return withActor(actor, async (tx) => {
    const wanted = { participantId: actor.participantId };
    const participant = await reachParticipant(tx, actor, wanted, "kartlaggning.confirm", null);
    if (!participant) return fail("not_found");
    const whose = { associationId: participant.associationId, participantId: participant.id };
    const { parts } = await kartlaggningFacts(tx, whose);
    const current = (part: KartlaggningPart) => parts.find((one) => one.part === part);
    if (read.some(({ part, version }) => current(part)?.version !== version))
      return fail("changed_meanwhile");
    const agreed = read.filter(({ part }) => !current(part)?.openComment);
    const profile = agreed.find(({ part }) => part === "arbetsprofil");
    if (profile && !(await confirmProfile(tx, actor, participant, profile.version)))
      return fail("changed_meanwhile");
    for (const { part, version } of agreed) {
      if (isQuestionPart(part) && (await kartlaggning.insertConfirmation(tx, whose, part, version)))
        await recordOn(tx, actor, participant, "part.confirmed", { part, version });
    }
    return done();
  });
}

/** The participant's yes to one part is taken back; an older version's stays in the history. Errors: `not_found`. */
export function takeBackYes(actor: Actor, part: string): Promise<Outcome<object, "not_found">> {
  return withActor(actor, async (tx) => {
    const wanted = { participantId: actor.participantId };
    const participant = await reachParticipant(tx, actor, wanted, "kartlaggning.confirm", null);
    if (!participant || !isQuestionPart(part)) return fail("not_found");
    const whose = { associationId: participant.associationId, participantId: participant.id };
    const version = await kartlaggning.deleteConfirmation(tx, whose, part);
    if (version !== null) await recordOn(tx, actor, participant, "part.taken_back", { part, version });
    return done();
  });
}

/** Part 8 keeps its own yes. False when another version is there now. */
async function confirmProfile(
  tx: Tx,
  actor: Actor,
  participant: { id: string; associationId: number; reference: string },
  version: number,
): Promise<boolean> {
  await profiles.lockWorkProfile(tx, participant.id);
  const stored = await profiles.readWorkProfile(tx, participant.id);
  if (stored?.version !== version) return false;
  if (stored.status === "confirmed" || !nextStatus(stored.status, "confirmed_by_participant", actor.role))
    return true;
  await profiles.markConfirmed(tx, participant.id);
  await recordOn(tx, actor, participant, "profile.confirmed", { version });
  return true;
}

/** The participant's own words about the version that was read; the part stays as it is. Errors: `not_found`. */
export function commentPart(
  actor: Actor,
  part: string,
  comment: { version: number; text: string },
): Promise<Outcome<object, "not_found">> {
  return withActor(actor, async (tx) => {
    const wanted = { participantId: actor.participantId };
    const participant = await reachParticipant(tx, actor, wanted, "kartlaggning.confirm", null);
    if (!participant || !isQuestionPart(part)) return fail("not_found");
    const { version, text } = comment;
    await addComment(tx, actor, participant, { part, version, comment: text });
    return done();
  });
}

async function addComment(
  tx: Tx,
  actor: Actor,
  participant: { id: string; associationId: number; reference: string },
  comment: { part: QuestionPart; version: number; comment: string },
): Promise<void> {
  const whose = { associationId: participant.associationId, participantId: participant.id };
  const { part, version } = comment;
  if (await kartlaggning.insertPartComment(tx, whose, comment))
    await recordOn(tx, actor, participant, "part.commented", { part, version });
}
