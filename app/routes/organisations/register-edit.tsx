import { getFormProps, useForm } from "@conform-to/react";
import { parseWithZod } from "@conform-to/zod/v4";
import { data } from "@remix-run/node";
import { Form, Link, useActionData, useLoaderData } from "@remix-run/react";
import { ChangedNote } from "#app/components/organisations/changed-note";
import { EmployerFields } from "#app/components/organisations/employer-fields";
import { FormActions } from "#app/components/organisations/form-actions";
import { Crumbs } from "#app/components/ui/crumbs";
import { ErrorSummary } from "#app/components/ui/error-summary";
import { Note } from "#app/components/ui/note";
import { PageTitle } from "#app/components/ui/page-title";
import { useTexts } from "#app/components/ui/use-texts";
import { type EmployerFormValues, employerFormSchema } from "#app/domain/organisations/employer-form";
import { readId } from "#app/domain/organisations/employer-id";
import { notFound, page, redirectWith, submit, unwrap } from "#app/http/handler.server";
import { today } from "#app/platform/clock.server";
import {
  changeEmployer,
  editEmployer,
  recordVersion,
} from "#app/services/organisations/save-employer.server";

export const loader = page(["coordinator"], async ({ actor, params }) => {
  const id = readId(params.id);
  if (id === null) throw notFound();
  const { record } = unwrap(await editEmployer(actor, id));
  return { record, seen: recordVersion(record) };
});

export const action = submit(["coordinator"], async ({ actor, params, form }) => {
  const id = readId(params.id);
  if (id === null) throw notFound();
  const { organisationNumber } = unwrap(await editEmployer(actor, id)).record;
  const submission = parseWithZod(form, { schema: employerFormSchema(today(), organisationNumber) });
  if (submission.status !== "success")
    return data({ result: submission.reply(), problem: null, known: null }, 400);
  const changed = await changeEmployer(actor, id, submission.value, String(form.get("seen") ?? ""));
  if (changed.ok) return redirectWith(`/samordnare/arbetsgivare/${id}`, "saved");
  if (changed.code === "changed_meanwhile") {
    return data({ result: submission.reply(), problem: changed.code, known: null }, 409);
  }
  if (changed.code !== "number_taken") return unwrap(changed);
  const fieldErrors = { organisationNumber: [changed.code] };
  return data({ result: submission.reply({ fieldErrors }), problem: null, known: changed.employerId }, 409);
});

/** The page's title, read by root. */
export const handle = { title: "register:form.editTitle" };

export default function EditEmployer() {
  const { record, seen } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const { t } = useTexts("register");
  const reply = answer && "result" in answer ? answer : null;
  const at = `/samordnare/arbetsgivare/${record.id}`;
  const { organisationNumber, name, sector, appetite, askAgainOn } = record;
  const [form, fields] = useForm<EmployerFormValues>({
    id: "arbetsgivare",
    defaultValue: {
      organisationNumber: organisationNumber ?? "",
      name,
      sector,
      appetite,
      askAgainOn: askAgainOn ?? "",
    },
    lastResult: reply?.result ?? null,
  });
  return (
    <>
      <Crumbs
        steps={[
          { to: "/samordnare/arbetsgivare", text: t("title") },
          { to: at, text: name },
        ]}
        here={t("form.editTitle")}
      />
      <PageTitle title={t("form.editTitle")} lead={t("form.editLead")} />
      {reply?.problem ? <ChangedNote to={`${at}/andra`} /> : null}
      {reply?.known ? (
        <Note tone="info" role="status">
          <p>
            {t("form.known")}{" "}
            <Link to={`/samordnare/arbetsgivare/${reply.known}/sla-ihop?med=${record.id}`}>
              {t("page.merge")}
            </Link>
          </p>
        </Note>
      ) : null}
      <Form method="post" className="pk-form" {...getFormProps(form)}>
        <ErrorSummary formId={form.id} ns="register" errors={form.allErrors} />
        {/* What the form was made from: it must not follow the page when somebody else has saved. */}
        <input type="hidden" name="seen" defaultValue={seen} />
        <EmployerFields fields={fields} isNumberKnown={organisationNumber !== null} />
        <FormActions cancelTo={at} />
      </Form>
    </>
  );
}
