import type { Actor } from "#app/domain/identity/actor";
import { done, type Failure, fail, type Outcome } from "#app/domain/outcome";
import { isQuestionPart } from "#app/domain/profiles/kartlaggning-parts";
import { restUnknown } from "#app/domain/profiles/part-answers";
import { changedQuestions } from "#app/domain/profiles/part-differences";
import { answersOf, type PartForm } from "#app/domain/profiles/part-form";
import { withoutStatistics } from "#app/domain/profiles/part-statistics";
import { mayBeShared } from "#app/domain/profiles/part-visibility";
import { writeFirstToPlan } from "#app/services/profiles/first-in-plan.server";
import { reachParticipant, recordOn } from "#app/services/profiles/reach-participant.server";
import { currentPart, type ReadPart } from "#app/services/profiles/read-part.server";
import { withActor } from "#db/client.server";
import * as kartlaggning from "#db/queries/kartlaggning.server";
import { lockVersion } from "#db/queries/participants.server";

/** Somebody saved meanwhile: what they left, for the page to show beside what was typed. */
export type PartChangedMeanwhile = Failure<"changed_meanwhile"> & { current: ReadPart };

/**
 * Saves the next version of one part; the version before it is kept. What reports count is written to the participant's
 * columns in the same transaction, and the first activity of part 11 to the plan. `rest` "unknown" answers "vet inte" to
 * everything that is left; "if_changed" is for somebody who only goes on from here: what is as it was gets no new version.
 * The same form sent twice is one save. Errors: `not_found`, `changed_meanwhile` with what is
 * saved now.
 */
export function savePart(
  actor: Actor,
  reference: string,
  part: string,
  form: PartForm,
  rest: "as_is" | "unknown" | "if_changed" = "as_is",
): Promise<Outcome<{ version: number }, "not_found"> | PartChangedMeanwhile> {
  return withActor(actor, async (tx) => {
    const participant = await reachParticipant(tx, actor, { reference }, "kartlaggning.change", null);
    if (!participant || !isQuestionPart(part)) return fail("not_found");
    await lockVersion(tx, participant.id);
    const typed = answersOf(part, form);
    const answers = rest === "unknown" ? restUnknown(part, typed) : typed;
    const current = await currentPart(tx, participant, part);
    if (current.version !== form.version) {
      const isSentTwice =
        current.version === form.version + 1 &&
        current.savedByName === actor.name &&
        changedQuestions(part, current, answers).length === 0;
      if (isSentTwice) return done({ version: current.version });
      await recordOn(tx, actor, participant, "part.read", { part });
      return { ...fail("changed_meanwhile"), current };
    }
    const isAsItWas = changedQuestions(part, current, answers).length === 0;
    if (rest === "if_changed" && isAsItWas && form.owner === (current.ownerRole ? "keep" : "me")) {
      if (form.visibility === current.visibility) return done({ version: current.version });
    }
    const whose = { associationId: participant.associationId, participantId: participant.id };
    const before = (await kartlaggning.listParts(tx, whose)).find((one) => one.part === part);
    if (before) await kartlaggning.keepVersion(tx, whose, before);
    const { stored: own, statistics } = withoutStatistics(part, answers);
    const stored = part === "plan" ? await writeFirstToPlan(tx, actor, participant, own) : own;
    await kartlaggning.writeStatistics(tx, participant.id, statistics);
    const visibility = mayBeShared(part, participant.protectedIdentity) ? form.visibility : "circle";
    const version = await kartlaggning.writePart(tx, whose, {
      part,
      stored,
      visibility,
      savedByName: actor.name,
      ...ownerOf(form.owner, current, actor),
    });
    const changed = changedQuestions(part, current, answers).length;
    await recordOn(tx, actor, participant, "part.changed", { part, version, changed });
    if (visibility === "case_worker" && current.visibility !== "case_worker")
      await recordOn(tx, actor, participant, "part.shared", { part, version, ground: "participant_agreed" });
    return done({ version });
  });
}

function ownerOf(
  choice: PartForm["owner"],
  current: ReadPart,
  actor: Actor,
): { ownerRole: kartlaggning.OwnerRole; ownerName: string } {
  if (choice === "coach" || choice === "participant") return { ownerRole: choice, ownerName: "" };
  if (choice === "keep" && current.ownerRole)
    return { ownerRole: current.ownerRole, ownerName: current.ownerName };
  return { ownerRole: "coordinator", ownerName: actor.name };
}
