import { getFormProps, useForm } from "@conform-to/react";
import { parseWithZod } from "@conform-to/zod/v4";
import { data } from "@remix-run/node";
import { Form, Link, useActionData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { EmployerFields } from "#app/components/organisations/employer-fields";
import { FormActions } from "#app/components/organisations/form-actions";
import { Crumbs } from "#app/components/ui/crumbs";
import { ErrorSummary } from "#app/components/ui/error-summary";
import { Note } from "#app/components/ui/note";
import { PageTitle } from "#app/components/ui/page-title";
import { type EmployerFormValues, employerFormSchema } from "#app/domain/organisations/employer-form";
import { page, redirectWith, submit, unwrap } from "#app/http/handler.server";
import { today } from "#app/platform/clock.server";
import { addEmployer } from "#app/services/organisations/save-employer.server";

export const loader = page(["coordinator"], async () => null);

export const action = submit(["coordinator"], async ({ actor, form }) => {
  const submission = parseWithZod(form, { schema: employerFormSchema(today()) });
  if (submission.status !== "success") return data({ result: submission.reply(), known: null }, 400);
  const added = await addEmployer(actor, submission.value);
  if (added.ok) return redirectWith(`/samordnare/arbetsgivare/${added.id}`, "saved");
  if (added.code !== "number_taken") return unwrap(added);
  const fieldErrors = { organisationNumber: [added.code] };
  return data({ result: submission.reply({ fieldErrors }), known: added.employerId }, 409);
});

/** The page's title, read by root. */
export const handle = { title: "register:form.newTitle" };

export default function NewEmployer() {
  const answer = useActionData<typeof action>();
  const { t } = useTranslation("register");
  const reply = answer && "result" in answer ? answer : null;
  const [form, fields] = useForm<EmployerFormValues>({
    id: "arbetsgivare",
    defaultValue: { sector: "privat", appetite: "yes" },
    lastResult: reply?.result ?? null,
  });
  return (
    <>
      <Crumbs steps={[{ to: "/samordnare/arbetsgivare", text: t("title") }]} here={t("form.newTitle")} />
      <PageTitle title={t("form.newTitle")} lead={t("form.newLead")} />
      {reply?.known ? (
        <Note tone="info" role="status">
          <p>
            {t("form.known")} <Link to={`/samordnare/arbetsgivare/${reply.known}`}>{t("form.open")}</Link>
          </p>
        </Note>
      ) : null}
      <Form method="post" className="pk-form" {...getFormProps(form)}>
        <ErrorSummary formId={form.id} ns="register" errors={form.allErrors} />
        <EmployerFields fields={fields} />
        <FormActions cancelTo="/samordnare/arbetsgivare" />
      </Form>
    </>
  );
}
