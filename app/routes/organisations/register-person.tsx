import { getFormProps, useForm } from "@conform-to/react";
import { parseWithZod } from "@conform-to/zod/v4";
import { data } from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { FormActions } from "#app/components/organisations/form-actions";
import { Crumbs } from "#app/components/ui/crumbs";
import { ErrorSummary } from "#app/components/ui/error-summary";
import { PageTitle } from "#app/components/ui/page-title";
import { SelectField } from "#app/components/ui/select-field";
import { TextField } from "#app/components/ui/text-field";
import { type PersonFormValues, personFormSchema } from "#app/domain/organisations/employer-form";
import { readId } from "#app/domain/organisations/employer-id";
import { notFound, page, redirectWith, submit, unwrap } from "#app/http/handler.server";
import { editPerson, removePerson, savePerson } from "#app/services/organisations/save-person.server";

/** `ny` instead of a number is a new one. */
function idsOf(params: Record<string, string>): { id: number; personId: number | null } {
  const id = readId(params.id);
  const personId = params.person === "ny" ? null : readId(params.person);
  if (id === null || (personId === null && params.person !== "ny")) throw notFound();
  return { id, personId };
}

export const loader = page(["coordinator"], async ({ actor, params }) => {
  const { id, personId } = idsOf(params);
  return { id, ...unwrap(await editPerson(actor, id, personId)) };
});

/** `intent=remove` takes the person away; otherwise the form is saved. */
export const action = submit(["coordinator"], async ({ actor, params, form }) => {
  const { id, personId } = idsOf(params);
  unwrap(await editPerson(actor, id, personId));
  const here = `/samordnare/arbetsgivare/${id}`;
  if (form.get("intent") === "remove" && personId !== null) {
    unwrap(await removePerson(actor, id, personId));
    return redirectWith(here, "saved");
  }
  const submission = parseWithZod(form, { schema: personFormSchema });
  if (submission.status !== "success") return data(submission.reply(), 400);
  const saved = await savePerson(actor, id, personId, submission.value);
  if (saved.ok) return redirectWith(here, "saved");
  if (saved.code === "name_taken")
    return data(submission.reply({ fieldErrors: { name: [saved.code] } }), 409);
  return unwrap(saved);
});

/** The page's title, read by root. */
export const handle = { title: "register:form.personEdit" };

export default function EditPerson() {
  const { id, employerName, person, workplaces } = useLoaderData<typeof loader>();
  const lastResult = useActionData<typeof action>();
  const { t } = useTranslation("register");
  const at = `/samordnare/arbetsgivare/${id}`;
  const title = t(person ? "form.personEdit" : "form.personNew");
  const [form, fields] = useForm<PersonFormValues>({
    id: "person",
    defaultValue: person
      ? {
          name: person.name,
          workplace: person.workplaceId === null ? "" : String(person.workplaceId),
          email: person.email ?? "",
          phone: person.phone ?? "",
        }
      : {},
    lastResult: lastResult && "status" in lastResult ? lastResult : null,
  });
  const ns = "register";
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
        <ErrorSummary formId={form.id} ns={ns} errors={form.allErrors} />
        <TextField
          field={fields.name}
          ns={ns}
          label={t("form.personName")}
          autoComplete="off"
          maxLength={120}
        />
        <SelectField field={fields.workplace} ns={ns} label={t("form.personWorkplace")}>
          <option value="">{t("form.everywhere")}</option>
          {workplaces.map((workplace) => (
            <option key={workplace.id} value={workplace.id}>
              {workplace.name}
            </option>
          ))}
        </SelectField>
        <TextField field={fields.phone} ns={ns} label={t("form.phone")} type="tel" autoComplete="off" />
        <TextField field={fields.email} ns={ns} label={t("form.email")} type="email" autoComplete="off" />
        <FormActions cancelTo={at} />
      </Form>
      {person ? (
        <Form method="post" className="pk-panel pk-stack">
          <p>{t("form.removeHint")}</p>
          <button className="ds-button" data-variant="secondary" type="submit" name="intent" value="remove">
            {t("form.remove")}
          </button>
        </Form>
      ) : null}
    </>
  );
}
