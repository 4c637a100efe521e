import { getFormProps, useForm } from "@conform-to/react";
import { parseWithZod } from "@conform-to/zod/v4";
import { data } from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import type { TFunction } from "i18next";
import { ChangedNote } from "#app/components/organisations/changed-note";
import { FormActions } from "#app/components/organisations/form-actions";
import { OwnPersonFields } from "#app/components/organisations/portal-fields";
import { Crumbs } from "#app/components/ui/crumbs";
import { ErrorSummary } from "#app/components/ui/error-summary";
import { Note } from "#app/components/ui/note";
import { PageTitle } from "#app/components/ui/page-title";
import { useTexts } from "#app/components/ui/use-texts";
import { readId } from "#app/domain/organisations/employer-id";
import { fieldOfRefusal, type PersonValues, personSchema } from "#app/domain/organisations/person-form";
import { notFound, page, redirectWith, submit, unwrap } from "#app/http/handler.server";
import { seenIn } from "#app/http/seen.server";
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
    const removed = await removePerson(actor, id, personId);
    if (removed.ok) return redirectWith(here, "saved");
    if (removed.code === "not_found") return unwrap(removed);
    return data({ refused: removed.code }, 409);
  }
  const submission = parseWithZod(form, { schema: personSchema });
  if (submission.status !== "success") return data(submission.reply(), 400);
  const saved = await savePerson(actor, id, personId, submission.value, seenIn(form));
  if (saved.ok) return redirectWith(here, saved.invited ? "person_invited" : "saved");
  if (saved.code === "not_found") return unwrap(saved);
  if (saved.code === "changed_meanwhile") return data({ ...submission.reply(), meanwhile: true }, 409);
  const field = fieldOfRefusal[saved.code];
  return data(submission.reply({ fieldErrors: { [field]: [saved.code] } }), 409);
});

/** The page's title, read by root. */
export const handle = {
  title: (data: { person?: unknown }, t: TFunction) => t(titleOf(data.person)),
};

const titleOf = (person: unknown) => (person ? "register:form.personEdit" : "register:form.personNew");

/** A person at an employer: who, how to reach them, what they may do for the employer here. */
export default function EditPerson() {
  const { id, employerName, person, seen, options } = useLoaderData<typeof loader>();
  const lastResult = useActionData<typeof action>();
  const { t } = useTexts("register");
  const at = `/samordnare/arbetsgivare/${id}`;
  const title = t(titleOf(person));
  const [form, fields] = useForm<PersonValues>({
    id: "person",
    defaultValue: person
      ? {
          name: person.name,
          workplace: person.workplaceId === null ? "" : String(person.workplaceId),
          email: person.email ?? "",
          phone: person.phone ?? "",
          ...(person.duty ? { duty: person.duty } : {}),
          supervises: person.supervises.map(String),
        }
      : {},
    lastResult: lastResult && "status" in lastResult ? lastResult : null,
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
      {lastResult && "refused" in lastResult ? (
        <Note tone="warn" role="alert">
          <p>{t(`portal:error.${lastResult.refused}`)}</p>
        </Note>
      ) : null}
      {lastResult && "meanwhile" in lastResult ? <ChangedNote /> : null}
      <Form method="post" className="pk-form pk-stack" {...getFormProps(form)}>
        {/* What the form was made from: it must not follow the page when somebody else has saved. */}
        {seen ? <input type="hidden" name="seen" defaultValue={seen} /> : null}
        <ErrorSummary formId={form.id} ns="portal" errors={form.allErrors} labels="person" />
        <OwnPersonFields
          fields={fields}
          workplaces={options.workplaces}
          placements={options.placements}
          noDuty={person?.signsIn ? null : t("form.noDuty")}
          account={person ?? { signsIn: false, isInvited: false }}
        />
        <FormActions cancelTo={at} />
      </Form>
      {person ? (
        <Form method="post" className="pk-panel pk-stack">
          <p>{t(person.signsIn ? "form.removeSignsInHint" : "form.removeHint")}</p>
          <button className="ds-button" data-variant="secondary" type="submit" name="intent" value="remove">
            {t("form.remove")}
          </button>
        </Form>
      ) : null}
    </>
  );
}
