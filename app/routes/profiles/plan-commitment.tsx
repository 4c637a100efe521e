import { randomUUID } from "node:crypto";
import { getFormProps, useForm } from "@conform-to/react";
import { parseWithZod } from "@conform-to/zod/v4";
import { data } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { hiddenOf, PlanPartForm } from "#app/components/profiles/plan/part-form";
import { SelectField } from "#app/components/ui/select-field";
import { TextField } from "#app/components/ui/text-field";
import { useTexts } from "#app/components/ui/use-texts";
import { commitmentStatuses } from "#app/domain/profiles/plan";
import { type CommitmentForm, commitmentFormSchema } from "#app/domain/profiles/plan-form";
import { notFound, page, redirectWith, submit, unwrap } from "#app/http/handler.server";
import { readPlan } from "#app/services/profiles/read-plan.server";
import { saveCommitment } from "#app/services/profiles/save-plan.server";

export const loader = page(["coordinator", "coach"], async ({ actor, params }) => {
  const { reference, plan, agencies } = unwrap(await readPlan(actor, params.referens ?? ""));
  const commitment = plan.commitments.find(({ id }) => id === params.id) ?? null;
  if (!commitment && params.id !== "ny") throw notFound();
  return { reference, commitment, agencies, fresh: randomUUID() };
});

export const action = submit(["coordinator", "coach"], async ({ actor, params, form }) => {
  const reference = params.referens ?? "";
  const submission = parseWithZod(form, { schema: commitmentFormSchema });
  if (submission.status !== "success") {
    unwrap(await readPlan(actor, reference));
    return data(submission.reply(), 400);
  }
  const saved = await saveCommitment(actor, reference, submission.value);
  if (saved.ok) return redirectWith(`/deltagare/${encodeURIComponent(reference)}/plan`, "saved");
  if (saved.code === "not_found") return unwrap(saved);
  if (saved.code === "choose_in_list")
    return data(submission.reply({ fieldErrors: { agency: ["choose_in_list"] } }), 400);
  return data(submission.reply({ formErrors: [saved.code] }), 409);
});

/** The page's title, read by root. */
export const handle = { title: "plan:staff.commitments" };

const ns = "plan";

/** What an agency, or somebody else, has promised: new or changed. */
export default function PlanCommitmentPage() {
  const { reference, commitment, agencies, fresh } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const { t } = useTexts(ns);
  const reply = answer && "status" in answer ? answer : null;
  const [form, fields] = useForm<CommitmentForm>({
    id: "atagande",
    lastResult: reply,
    defaultValue: {
      agency: commitment?.agencyId ? String(commitment.agencyId) : "",
      party: commitment?.party ?? "",
      what: commitment?.what ?? "",
      startsOn: commitment?.startsOn ?? "",
      endsOn: commitment?.endsOn ?? "",
      status: commitment?.status ?? "promised",
    } as never,
  });
  return (
    <PlanPartForm
      reference={reference}
      title={t(commitment ? "commitmentForm.title" : "commitmentForm.newTitle")}
      formId="atagande"
      errors={form.allErrors}
      hidden={hiddenOf(reply?.initialValue, commitment, fresh)}
      formProps={getFormProps(form)}
    >
      <SelectField field={fields.agency} ns={ns} label={t("commitmentForm.agency")}>
        <option value="">{t("commitmentForm.noAgency")}</option>
        {agencies.map(({ id, name }) => (
          <option key={id} value={String(id)}>
            {name}
          </option>
        ))}
      </SelectField>
      <TextField field={fields.party} ns={ns} label={t("commitmentForm.party")} longest={120} />
      <TextField field={fields.what} ns={ns} label={t("commitmentForm.what")} rows={3} longest={500} />
      <div className="pk-fields">
        <TextField field={fields.startsOn} ns={ns} label={t("commitmentForm.startsOn")} type="date" />
        <TextField field={fields.endsOn} ns={ns} label={t("commitmentForm.endsOn")} type="date" />
      </div>
      {commitment ? (
        <SelectField field={fields.status} ns={ns} label={t("commitmentForm.status")}>
          {commitmentStatuses.map((status) => (
            <option key={status} value={status}>
              {t(`commitmentStatus.${status}`)}
            </option>
          ))}
        </SelectField>
      ) : null}
    </PlanPartForm>
  );
}
