import type { Actor } from "#app/domain/identity/actor";
import { type QuestionPart, questionParts } from "#app/domain/profiles/kartlaggning-parts";
import { type PartForm, partFormSchema } from "#app/domain/profiles/part-form";
import { savePart } from "#app/services/profiles/save-part.server";
import { saveWorkProfile } from "#app/services/profiles/save-work-profile.server";
import { workProfileForm } from "#tests/support/factories/profiles";

/** The form of one part with these answers; what is not named was left empty. */
export function partForm(
  part: QuestionPart,
  answers: Record<string, unknown> = {},
  changes: Partial<PartForm> = {},
): PartForm {
  return { ...(partFormSchema(part).parse({ version: 0, answers }) as PartForm), ...changes };
}

/** What part 11 needs before a kartläggning can be marked complete. */
export const planAnswers = {
  mal: "Ett arbete på halvtid",
  forsta_aktivitet: "Studiebesök på växthuset",
  forsta_start: "2026-04-01",
  forsta_ansvarig: "Samordnaren",
};

/** Every part of a new participant answered: "vet inte" to most, a work profile, and a plan that begins. */
export async function fillEveryPart(coordinator: Actor, reference: string, except: QuestionPart[] = []) {
  for (const part of questionParts) {
    if (except.includes(part)) continue;
    const form = partForm(part, part === "plan" ? planAnswers : {});
    const saved = await savePart(coordinator, reference, part, form, "unknown");
    if (!saved.ok) throw new Error(`${part}: ${saved.code}`);
  }
  const saved = await saveWorkProfile(coordinator, reference, workProfileForm(), "complete");
  if (!saved.ok) throw new Error(saved.code);
}
