import { randomUUID } from "node:crypto";
import { getFormProps, useForm } from "@conform-to/react";
import { parseWithZod } from "@conform-to/zod/v4";
import { data } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { hiddenOf, PlanPartForm } from "#app/components/profiles/plan/part-form";
import { SelectField } from "#app/components/ui/select-field";
import { TextField } from "#app/components/ui/text-field";
import { useTexts } from "#app/components/ui/use-texts";
import { goalStatuses } from "#app/domain/profiles/plan";
import { type GoalForm, goalFormSchema } from "#app/domain/profiles/plan-form";
import { notFound, page, redirectWith, submit, unwrap } from "#app/http/handler.server";
import { readPlan } from "#app/services/profiles/read-plan.server";
import { saveGoal } from "#app/services/profiles/save-plan.server";

export const loader = page(["coordinator", "coach"], async ({ actor, params }) => {
  const { reference, plan } = unwrap(await readPlan(actor, params.referens ?? ""));
  const goal = plan.goals.find(({ id }) => id === params.id) ?? null;
  if (!goal && params.id !== "ny") throw notFound();
  return { reference, goal, fresh: randomUUID() };
});

export const action = submit(["coordinator", "coach"], async ({ actor, params, form }) => {
  const reference = params.referens ?? "";
  const submission = parseWithZod(form, { schema: goalFormSchema });
  if (submission.status !== "success") {
    unwrap(await readPlan(actor, reference));
    return data(submission.reply(), 400);
  }
  const saved = await saveGoal(actor, reference, submission.value);
  if (saved.ok) return redirectWith(`/deltagare/${encodeURIComponent(reference)}/plan`, "saved");
  if (saved.code === "not_found") return unwrap(saved);
  if (saved.code === "target_past")
    return data(submission.reply({ fieldErrors: { targetOn: [saved.code] } }), 400);
  return data(submission.reply({ formErrors: [saved.code] }), 409);
});

/** The page's title, read by root. */
export const handle = { title: "plan:staff.goals" };

/** One goal, new or changed. */
export default function PlanGoalPage() {
  const { reference, goal, fresh } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const { t } = useTexts("plan");
  const reply = answer && "status" in answer ? answer : null;
  const [form, fields] = useForm<GoalForm>({
    id: "mal",
    lastResult: reply,
    defaultValue: {
      goal: goal?.goal ?? "",
      targetOn: goal?.targetOn ?? "",
      status: goal?.status ?? "open",
    },
  });
  return (
    <PlanPartForm
      reference={reference}
      title={t(goal ? "goalForm.title" : "goalForm.newTitle")}
      formId="mal"
      errors={form.allErrors}
      hidden={hiddenOf(reply?.initialValue, goal, fresh)}
      formProps={getFormProps(form)}
    >
      <TextField
        field={fields.goal}
        ns="plan"
        label={t("goalForm.goal")}
        hint={t("goalForm.goalHint")}
        rows={3}
        longest={500}
      />
      <TextField field={fields.targetOn} ns="plan" label={t("goalForm.targetOn")} type="date" />
      {goal ? (
        <SelectField field={fields.status} ns="plan" label={t("goalForm.status")}>
          {goalStatuses.map((status) => (
            <option key={status} value={status}>
              {t(`goalStatus.${status}`)}
            </option>
          ))}
        </SelectField>
      ) : null}
    </PlanPartForm>
  );
}
