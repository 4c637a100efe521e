import type { z } from "zod";
import type { Actor } from "#app/domain/identity/actor";
import { done, fail, type Outcome } from "#app/domain/outcome";
import type { Participant } from "#app/domain/profiles/participant";
import { mayBecome } from "#app/domain/profiles/plan";
import type { ActivityForm, CommitmentForm, GoalForm, noteFormSchema } from "#app/domain/profiles/plan-form";
import { today } from "#app/platform/clock.server";
import { saveAndTellPart } from "#app/services/profiles/first-in-plan.server";
import { reachParticipant, recordOn } from "#app/services/profiles/reach-participant.server";
import { type Tx, withActor } from "#db/client.server";
import { listAgencies } from "#db/queries/agencies.server";
import { lockVersion } from "#db/queries/participants.server";
import * as plans from "#db/queries/plans.server";

type SaveCode = "not_found" | "changed_meanwhile";

/** Adds or changes a goal. Errors: `not_found`, `changed_meanwhile`, `target_past` (a new day, and it has been). */
export function saveGoal(
  actor: Actor,
  reference: string,
  form: GoalForm,
): Promise<Outcome<object, SaveCode | "target_past">> {
  return change<"target_past">(actor, reference, "goal", async (tx, owner) => {
    if (form.targetOn && form.targetOn < today()) {
      const { goals } = await plans.readPlan(tx, owner.participantId);
      // A day that stood there already and has passed is history, not a mistake.
      if (goals.find(({ id }) => id === form.key)?.targetOn !== form.targetOn) return "target_past";
    }
    return plans.saveGoal(tx, owner, form);
  });
}

/** Adds or changes an activity. Errors: `not_found`, `changed_meanwhile`, `wrong_status` (cannot become that now). */
export function saveActivity(
  actor: Actor,
  reference: string,
  form: ActivityForm,
): Promise<Outcome<object, SaveCode | "wrong_status">> {
  return change<"wrong_status">(actor, reference, "activity", async (tx, owner, participant) => {
    // The same lock as part 11 takes: the first activity is changed from both places, one after the other.
    await lockVersion(tx, owner.participantId);
    const before = await plans.statusOfActivity(tx, owner.participantId, form.key);
    if (before !== null && !mayBecome(before, form.status)) return "wrong_status";
    return saveAndTellPart(tx, actor, participant, form, () => plans.saveActivity(tx, owner, form));
  });
}

/** Adds or changes what somebody has promised. Errors: `not_found`, `changed_meanwhile`, `choose_in_list`. */
export function saveCommitment(
  actor: Actor,
  reference: string,
  form: CommitmentForm,
): Promise<Outcome<object, SaveCode | "choose_in_list">> {
  return change<"choose_in_list">(actor, reference, "commitment", async (tx, owner) => {
    const isKnown = async () => (await listAgencies(tx)).some(({ id }) => id === form.agency);
    if (form.agency !== undefined && !(await isKnown())) return "choose_in_list";
    return plans.saveCommitment(tx, owner, form);
  });
}

/** Writes a working note, for staff only. Errors: `not_found`. */
export function writePlanNote(
  actor: Actor,
  reference: string,
  form: z.output<typeof noteFormSchema>,
): Promise<Outcome<object, SaveCode>> {
  return change<never>(actor, reference, "note", async (tx, owner) => {
    await plans.insertNote(tx, owner, { id: form.key, note: form.note, by: actor.name });
    return "saved";
  });
}

function change<Code extends string = never>(
  actor: Actor,
  reference: string,
  part: string,
  save: (tx: Tx, owner: plans.PlanOwner, participant: Participant) => Promise<plans.Saved | Code>,
): Promise<Outcome<object, SaveCode | Code>> {
  return withActor(actor, async (tx): Promise<Outcome<object, SaveCode | Code>> => {
    const participant = await reachParticipant(tx, actor, { reference }, "plan.change", null);
    if (!participant) return fail("not_found");
    const owner = { associationId: participant.associationId, participantId: participant.id };
    const saved = await save(tx, owner, participant);
    if (saved === "changed") return fail("changed_meanwhile");
    if (saved !== "saved") return fail(saved as Code);
    await recordOn(tx, actor, participant, "plan.changed", { part });
    return done();
  });
}
