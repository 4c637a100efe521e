import { getFormProps, useForm } from "@conform-to/react";
import { parseWithZod } from "@conform-to/zod/v4";
import { data } from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { NearChoices } from "#app/components/geo/near-choices";
import { FormActions } from "#app/components/organisations/form-actions";
import { Crumbs } from "#app/components/ui/crumbs";
import { ErrorSummary } from "#app/components/ui/error-summary";
import { PageTitle } from "#app/components/ui/page-title";
import { TextField } from "#app/components/ui/text-field";
import { useTexts } from "#app/components/ui/use-texts";
import { type WorkplaceFormValues, workplaceFormSchema } from "#app/domain/organisations/employer-form";
import { readId } from "#app/domain/organisations/employer-id";
import { notFound, page, redirectWith, submit, unwrap } from "#app/http/handler.server";
import { takeMeant } from "#app/http/meant.server";
import { nearLocalities } from "#app/services/geo/near-localities.server";
import { editWorkplace, saveWorkplace } from "#app/services/organisations/save-workplace.server";

/** `nytt` instead of a number is a new one. */
function idsOf(params: Record<string, string>): { id: number; workplaceId: number | null } {
  const id = readId(params.id);
  const workplaceId = params.stalle === "nytt" ? null : readId(params.stalle);
  if (id === null || (workplaceId === null && params.stalle !== "nytt")) throw notFound();
  return { id, workplaceId };
}

export const loader = page(["coordinator"], async ({ actor, params }) => {
  const { id, workplaceId } = idsOf(params);
  return { id, ...unwrap(await editWorkplace(actor, id, workplaceId)) };
});

export const action = submit(["coordinator"], async ({ actor, params, form }) => {
  const { id, workplaceId } = idsOf(params);
  unwrap(await editWorkplace(actor, id, workplaceId));
  takeMeant(form);
  const submission = parseWithZod(form, { schema: workplaceFormSchema });
  if (submission.status !== "success")
    return data({ result: submission.reply(), meant: [] as string[] }, 400);
  const saved = await saveWorkplace(actor, id, workplaceId, submission.value);
  if (saved.ok) return redirectWith(`/samordnare/arbetsgivare/${id}`, "saved");
  if (saved.code === "not_found") return unwrap(saved);
  const field = saved.code === "name_taken" ? "name" : "locality";
  const meant = field === "locality" ? await nearLocalities(submission.value.locality) : [];
  return data({ result: submission.reply({ fieldErrors: { [field]: [saved.code] } }), meant }, 409);
});

/** The page's title, read by root. */
export const handle = { title: "register:form.workplaceEdit" };

export default function EditWorkplace() {
  const { id, employerName, values } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const again = answer && "result" in answer ? answer : null;
  const { t } = useTexts("register");
  const at = `/samordnare/arbetsgivare/${id}`;
  const title = t(values ? "form.workplaceEdit" : "form.workplaceNew");
  const [form, fields] = useForm<WorkplaceFormValues>({
    id: "stalle",
    defaultValue: values ?? {},
    lastResult: again?.result ?? null,
  });
  return (
    <>
      <Crumbs
        steps={[
          { to: "/samordnare/arbetsgivare", text: t("title") },
          { to: at, text: employerName },
        ]}
        here={title}
      />
      <PageTitle title={title} lead={employerName} />
      <Form method="post" className="pk-form" {...getFormProps(form)}>
        <ErrorSummary formId={form.id} ns="register" errors={form.allErrors} />
        <TextField
          field={fields.name}
          ns="register"
          label={t("form.workplaceName")}
          hint={t("form.workplaceNameHint")}
          longest={120}
        />
        <TextField field={fields.address} ns="register" label={t("form.address")} longest={120} />
        <TextField
          field={fields.locality}
          ns="register"
          label={t("form.locality")}
          hint={t("form.localityHint")}
          longest={80}
        />
        <NearChoices names={again?.meant ?? []} />
        <FormActions cancelTo={at} />
      </Form>
    </>
  );
}
