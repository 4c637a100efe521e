import { randomUUID } from "node:crypto";
import { getFormProps, useForm } from "@conform-to/react";
import { parseWithZod } from "@conform-to/zod/v4";
import { data } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { hiddenOf, PlanPartForm } from "#app/components/profiles/plan/part-form";
import { SelectField } from "#app/components/ui/select-field";
import { TextField } from "#app/components/ui/text-field";
import { useTexts } from "#app/components/ui/use-texts";
import { activityKinds, activitySteps } from "#app/domain/profiles/plan";
import { type ActivityForm, activityFormSchema } from "#app/domain/profiles/plan-form";
import { notFound, page, redirectWith, submit, unwrap } from "#app/http/handler.server";
import { readPlan } from "#app/services/profiles/read-plan.server";
import { saveActivity } from "#app/services/profiles/save-plan.server";

export const loader = page(["coordinator", "coach"], async ({ actor, params }) => {
  const { reference, plan, staff } = unwrap(await readPlan(actor, params.referens ?? ""));
  const activity = plan.activities.find(({ id }) => id === params.id) ?? null;
  if (!activity && params.id !== "ny") throw notFound();
  return { reference, activity, goals: plan.goals, staff, fresh: randomUUID() };
});

export const action = submit(["coordinator", "coach"], async ({ actor, params, form }) => {
  const reference = params.referens ?? "";
  const submission = parseWithZod(form, { schema: activityFormSchema });
  if (submission.status !== "success") {
    unwrap(await readPlan(actor, reference));
    return data(submission.reply(), 400);
  }
  const saved = await saveActivity(actor, reference, submission.value);
  if (saved.ok) return redirectWith(`/deltagare/${encodeURIComponent(reference)}/plan`, "saved");
  if (saved.code === "not_found") return unwrap(saved);
  return data(submission.reply({ formErrors: [saved.code] }), 409);
});

/** The page's title, read by root. */
export const handle = { title: "plan:staff.activities" };

const ns = "plan";

/** One activity, new or changed: with all that the participant needs to find there. */
export default function PlanActivityPage() {
  const { reference, activity, goals, staff, fresh } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const { t } = useTexts(ns);
  const reply = answer && "status" in answer ? answer : null;
  const time = (text: string | null | undefined) => text?.replace(":", ".") ?? "";
  const [form, fields] = useForm<ActivityForm>({
    id: "aktivitet",
    lastResult: reply,
    defaultValue: {
      kind: activity?.kind,
      title: activity?.title ?? "",
      goal: activity?.goalId ?? "",
      responsible: activity?.responsible ?? "",
      startsOn: activity?.startsOn ?? "",
      endsOn: activity?.endsOn ?? "",
      startsAt: time(activity?.startsAt),
      endsAt: time(activity?.endsAt),
      place: activity?.place ?? "",
      wayThere: activity?.wayThere ?? "",
      askFor: activity?.askFor ?? "",
      phone: activity?.phone ?? "",
      bring: activity?.bring ?? "",
      status: activity?.status ?? "planned",
    },
  });
  const statuses = activity ? [activity.status, ...activitySteps[activity.status]] : [];
  return (
    <PlanPartForm
      reference={reference}
      title={t(activity ? "activityForm.title" : "activityForm.newTitle")}
      lead={t(activity?.isFirst ? "activityForm.leadFirst" : "activityForm.lead")}
      formId="aktivitet"
      errors={form.allErrors}
      hidden={hiddenOf(reply?.initialValue, activity, fresh)}
      formProps={getFormProps(form)}
    >
      <SelectField
        field={fields.kind}
        ns={ns}
        label={t("activityForm.kind")}
        hint={t("activityForm.vardHint")}
      >
        <option value="">{t("form.choose")}</option>
        {activityKinds.map((kind) => (
          <option key={kind} value={kind}>
            {t(`kind.${kind}`)}
          </option>
        ))}
      </SelectField>
      <TextField
        field={fields.title}
        ns={ns}
        label={t("activityForm.name")}
        hint={t("activityForm.nameHint")}
        longest={200}
      />
      {goals.length > 0 ? (
        <SelectField field={fields.goal} ns={ns} label={t("activityForm.goal")}>
          <option value="">{t("activityForm.noGoal")}</option>
          {goals.map(({ id, goal }) => (
            <option key={id} value={id}>
              {goal}
            </option>
          ))}
        </SelectField>
      ) : null}
      <TextField
        field={fields.responsible}
        ns={ns}
        label={t("activityForm.responsible")}
        hint={t("activityForm.responsibleHint")}
        list="personal"
        longest={120}
        autoComplete="off"
      />
      <datalist id="personal">
        {staff.map(({ name }) => (
          <option key={name} value={name} />
        ))}
      </datalist>
      <div className="pk-fields">
        <TextField field={fields.startsOn} ns={ns} label={t("activityForm.startsOn")} type="date" />
        <TextField
          field={fields.endsOn}
          ns={ns}
          label={t("activityForm.endsOn")}
          hint={t("activityForm.endsOnHint")}
          type="date"
        />
      </div>
      <div className="pk-fields">
        <TextField
          field={fields.startsAt}
          ns={ns}
          label={t("activityForm.startsAt")}
          hint={t("activityForm.startsAtHint")}
        />
        <TextField field={fields.endsAt} ns={ns} label={t("activityForm.endsAt")} />
      </div>
      <h2>{t("activityForm.where")}</h2>
      <TextField
        field={fields.place}
        ns={ns}
        label={t("activityForm.place")}
        hint={t("activityForm.placeHint")}
        longest={200}
      />
      <TextField
        field={fields.wayThere}
        ns={ns}
        label={t("activityForm.wayThere")}
        hint={t("activityForm.wayThereHint")}
        rows={4}
        longest={600}
      />
      <div className="pk-fields">
        <TextField field={fields.askFor} ns={ns} label={t("activityForm.askFor")} longest={120} />
        <TextField field={fields.phone} ns={ns} label={t("activityForm.phone")} type="tel" longest={40} />
      </div>
      <TextField field={fields.bring} ns={ns} label={t("activityForm.bring")} longest={200} />
      {activity ? (
        <SelectField field={fields.status} ns={ns} label={t("activityForm.status")}>
          {statuses.map((status) => (
            <option key={status} value={status}>
              {t(`activityStatus.${status}`)}
            </option>
          ))}
        </SelectField>
      ) : null}
    </PlanPartForm>
  );
}
