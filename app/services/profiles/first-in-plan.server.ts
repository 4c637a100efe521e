import type { Actor } from "#app/domain/identity/actor";
import { firstActivity, firstStep, withoutFirstActivity } from "#app/domain/profiles/first-activity";
import type { PartAnswers } from "#app/domain/profiles/part-answers";
import type { ActivityForm } from "#app/domain/profiles/plan-form";
import { recordOn } from "#app/services/profiles/reach-participant.server";
import type { Tx } from "#db/client.server";
import { addFirst, changeFirst, letGoOfFirst, readFirst } from "#db/queries/first-activity.server";
import { keepVersion, listParts, type Whose, writePart } from "#db/queries/kartlaggning.server";

// Part 11 of a kartläggning and the plan have one first activity: plan_activities keeps it, both read and write it.

type About = { id: string; associationId: number; reference: string };
const whoseOf = ({ associationId, id }: About): Whose => ({ associationId, participantId: id });

/** Writes the first activity of a saved part 11 to the plan. Answers what is left to store with the part. */
export async function writeFirstToPlan(
  tx: Tx,
  actor: Actor,
  participant: About,
  whole: PartAnswers,
): Promise<PartAnswers> {
  const whose = whoseOf(participant);
  const next = firstActivity(whole);
  const step = firstStep(await readFirst(tx, whose), next);
  if (step === "call_off" || step === "replace") await letGoOfFirst(tx, whose);
  if (next && (step === "add" || step === "replace")) await addFirst(tx, whose, next);
  if (next && step === "change") await changeFirst(tx, whose, next);
  if (step !== "none") await recordOn(tx, actor, participant, "plan.changed", { part: "activity" });
  return withoutFirstActivity(whole);
}

/**
 * Saves an activity of the plan. When it is the first one and what part 11 says of it changes, part 11 gets its next
 * version: the participant is asked again, and what stood there is kept. Called off, it is the first no more.
 */
export async function saveAndTellPart<S extends string>(
  tx: Tx,
  actor: Actor,
  participant: About,
  form: ActivityForm,
  save: () => Promise<S>,
): Promise<S> {
  const whose = whoseOf(participant);
  const first = await readFirst(tx, whose);
  if (first?.id !== form.key) return save();
  const before = (await listParts(tx, whose)).find(({ part }) => part === "plan");
  const saved = await save();
  const isCalledOff = form.status === "cancelled";
  const says = { what: form.title, startsOn: form.startsOn, responsible: form.responsible };
  const isSame = firstStep({ ...first, status: "planned" }, says) === "none";
  if (saved !== "saved" || (isSame && !isCalledOff)) return saved;
  if (isCalledOff) await letGoOfFirst(tx, whose);
  if (!before) return saved;
  await keepVersion(tx, whose, before);
  const stored = withoutFirstActivity(before);
  const version = await writePart(tx, whose, { ...before, savedByName: actor.name, stored });
  await recordOn(tx, actor, participant, "part.changed", { part: "plan", version, changed: 1 });
  return saved;
}
