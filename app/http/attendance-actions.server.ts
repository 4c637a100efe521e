import { data } from "@remix-run/node";
import type { WeekAnswer } from "#app/components/followups/day-field";
import { readWeekForm } from "#app/domain/followups/week-form";
import type { Actor } from "#app/domain/identity/actor";
import { redirectWith, unwrap } from "#app/http/handler.server";
import { saveWeek } from "#app/services/followups/save-week.server";

/** A week's form of somebody who is signed in; `here` is the page to come back to. */
export async function submitWeek(actor: Actor, here: string, form: FormData) {
  const { inputs, problems, typed } = readWeekForm(form);
  const refused = (answer: Omit<WeekAnswer, "typed">, status: number) =>
    data<WeekAnswer>({ ...answer, typed }, status);
  if (Object.keys(problems).length > 0) return refused({ problems, conflicts: [] }, 400);
  if (inputs.length === 0) return refused({ problems: {}, conflicts: [], whole: "nothing" }, 400);
  const saved = await saveWeek(actor, inputs);
  if (saved.ok) return redirectWith(here, "attendance_saved");
  if (saved.code === "not_found") return unwrap(saved);
  return refused(
    { problems: saved.problems, conflicts: saved.conflicts },
    saved.conflicts.length > 0 ? 409 : 400,
  );
}
