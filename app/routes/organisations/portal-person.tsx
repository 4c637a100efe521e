import { getFormProps, useForm } from "@conform-to/react";
import { parseWithZod } from "@conform-to/zod/v4";
import { data } from "@remix-run/node";
import { Form, Link, useActionData, useLoaderData } from "@remix-run/react";
import { ChangedNote } from "#app/components/organisations/changed-note";
import { OwnPersonFields } from "#app/components/organisations/portal-fields";
import { Crumbs } from "#app/components/ui/crumbs";
import { ErrorSummary } from "#app/components/ui/error-summary";
import { Note } from "#app/components/ui/note";
import { PageTitle } from "#app/components/ui/page-title";
import { useTexts } from "#app/components/ui/use-texts";
import { fieldOfRefusal, type OwnPersonValues, ownPersonSchema } from "#app/domain/organisations/person-form";
import { readPlacementId } from "#app/domain/placements/placement-id";
import { notFound, page, redirectWith, submit, unwrap } from "#app/http/handler.server";
import { seenIn } from "#app/http/seen.server";
import { editOwnPerson, removeOwnPerson, saveOwnPerson } from "#app/services/organisations/own-people.server";

/** The person that the address names; null for a new one. */
function idOf(param: string | undefined): number | null {
  if (param === "ny") return null;
  const id = readPlacementId(param);
  if (id === null) throw notFound();
  return id;
}

export const loader = page(["employer"], async ({ actor, params }) => {
  const { person, seen, options } = unwrap(await editOwnPerson(actor, idOf(params.id)));
  const values: Partial<OwnPersonValues> = person
    ? {
        name: person.name,
        email: person.email ?? "",
        phone: person.phone ?? "",
        ...(person.duty ? { duty: person.duty } : {}),
        workplace: person.workplaceId === null ? "" : String(person.workplaceId),
        supervises: person.supervises.map(String),
      }
    : { duty: "contact", invite: "yes" };
  const { signsIn = false, isInvited = false, isOneself = false, name = null } = person ?? {};
  return { id: person?.id ?? null, seen, name, values, options, signsIn, isInvited, isOneself };
});

/** `gor=ta-bort` takes the person away; otherwise the form is saved, with `invite=yes` the person is invited by mail. */
export const action = submit(["employer"], async ({ actor, params, form }) => {
  const id = idOf(params.id);
  if (form.get("gor") === "ta-bort") {
    if (id === null) throw notFound();
    const removed = await removeOwnPerson(actor, id);
    if (removed.ok) return redirectWith("/arbetsgivare/personer", "person_removed");
    if (removed.code === "not_found") return unwrap(removed);
    return data({ refused: removed.code }, 409);
  }
  unwrap(await editOwnPerson(actor, id));
  const submission = parseWithZod(form, { schema: ownPersonSchema });
  if (submission.status !== "success") return data(submission.reply(), 400);
  const saved = await saveOwnPerson(actor, id, submission.value, seenIn(form));
  if (saved.ok) return redirectWith("/arbetsgivare/personer", saved.invited ? "person_invited" : "saved");
  if (saved.code === "not_found") return unwrap(saved);
  if (saved.code === "changed_meanwhile") return data({ ...submission.reply(), meanwhile: true }, 409);
  const field = fieldOfRefusal[saved.code];
  return data(submission.reply({ fieldErrors: { [field]: [saved.code] } }), 409);
});

/** The page's title, read by root. */
export const handle = { title: "portal:person.title" };

/** A person at the employer: who, what they may do, whether they sign in. */
export default function OwnPerson() {
  const { id, seen, name, values, options, signsIn, isInvited, isOneself } = useLoaderData<typeof loader>();
  const lastResult = useActionData<typeof action>();
  const { t } = useTexts("portal");
  const [form, fields] = useForm<OwnPersonValues>({
    id: "person",
    defaultValue: values as OwnPersonValues,
    lastResult: lastResult && "status" in lastResult ? lastResult : null,
  });
  const title = name ?? t("person.newTitle");
  return (
    <>
      <Crumbs
        steps={[
          { to: "/arbetsgivare", text: t("crumb") },
          { to: "/arbetsgivare/personer", text: t("people.title") },
        ]}
        here={title}
      />
      <PageTitle title={title} lead={t("person.lead")} />
      {lastResult && "refused" in lastResult ? (
        <Note tone="warn" role="alert">
          <p>{t(`error.${lastResult.refused}`)}</p>
        </Note>
      ) : null}
      {lastResult && "meanwhile" in lastResult ? <ChangedNote /> : null}
      <Form method="post" className="pk-form pk-stack" {...getFormProps(form)}>
        {/* What the form was made from: it must not follow the page when somebody else has saved. */}
        {seen ? <input type="hidden" name="seen" defaultValue={seen} /> : null}
        <ErrorSummary formId="person" ns="portal" errors={form.allErrors} labels="person" />
        <OwnPersonFields
          fields={fields}
          workplaces={options.workplaces}
          placements={options.placements}
          account={{ signsIn, isInvited }}
        />
        <div className="pk-actions pk-row">
          <button className="ds-button" type="submit">
            {t("save")}
          </button>
          <Link className="ds-button" data-variant="tertiary" to="/arbetsgivare/personer">
            {t("cancel")}
          </Link>
        </div>
      </Form>
      {id === null ? null : (
        <details className="pk-unfold">
          <summary>{t("person.remove")}</summary>
          <Form method="post" className="pk-stack">
            <p>{t(isOneself ? "person.removeSelfHelp" : "person.removeHelp")}</p>
            <p>
              <button className="ds-button" data-variant="secondary" type="submit" name="gor" value="ta-bort">
                {t("person.removeYes")}
              </button>
            </p>
          </Form>
        </details>
      )}
    </>
  );
}
