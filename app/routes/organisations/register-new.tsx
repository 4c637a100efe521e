import { getFormProps, useForm } from "@conform-to/react";
import { parseWithZod } from "@conform-to/zod/v4";
import { data } from "@remix-run/node";
import { Form, Link, useActionData } from "@remix-run/react";
import { NearChoices } from "#app/components/geo/near-choices";
import { EmployerFields } from "#app/components/organisations/employer-fields";
import { FormActions } from "#app/components/organisations/form-actions";
import { Crumbs } from "#app/components/ui/crumbs";
import { ErrorSummary } from "#app/components/ui/error-summary";
import { Note } from "#app/components/ui/note";
import { PageTitle } from "#app/components/ui/page-title";
import { TextField } from "#app/components/ui/text-field";
import { useTexts } from "#app/components/ui/use-texts";
import { type NewEmployerValues, newEmployerSchema } from "#app/domain/organisations/employer-form";
import { page, redirectWith, submit, unwrap } from "#app/http/handler.server";
import { takeMeant } from "#app/http/meant.server";
import { today } from "#app/platform/clock.server";
import { nearLocalities } from "#app/services/geo/near-localities.server";
import { addEmployer } from "#app/services/organisations/save-employer.server";

export const loader = page(["coordinator"], async () => null);

type Alike = { id: number; name: string }[];

export const action = submit(["coordinator"], async ({ actor, form }) => {
  takeMeant(form);
  const submission = parseWithZod(form, { schema: newEmployerSchema(today()) });
  const nothing = { known: null, alike: [] as Alike, near: [] as string[] };
  if (submission.status !== "success") return data({ ...nothing, result: submission.reply() }, 400);
  const added = await addEmployer(actor, submission.value);
  if (added.ok) return redirectWith(`/samordnare/arbetsgivare/${added.id}`, "saved");
  const refused = (field: string) => submission.reply({ fieldErrors: { [field]: [added.code] } });
  switch (added.code) {
    case "number_taken":
      return data({ ...nothing, result: refused("organisationNumber"), known: added.employerId }, 409);
    case "looks_known":
      return data({ ...nothing, result: refused("anyway"), alike: added.alike }, 409);
    case "locality_unknown": {
      const near = await nearLocalities(submission.value.locality);
      return data({ ...nothing, result: refused("locality"), near }, 400);
    }
    default:
      return unwrap(added);
  }
});

/** The page's title, read by root. */
export const handle = { title: "register:form.newTitle" };

export default function NewEmployer() {
  const answer = useActionData<typeof action>();
  const { t } = useTexts("register");
  const reply = answer && "result" in answer ? answer : null;
  const [form, fields] = useForm<NewEmployerValues>({
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
        {reply && reply.alike.length > 0 ? (
          <AlikeNote alike={reply.alike} id={fields.anyway.id} />
        ) : fields.anyway.initialValue === "yes" ? (
          // Something else was wrong: what was said stands.
          <Anyway id={fields.anyway.id} ticked />
        ) : null}
        <EmployerFields
          fields={fields}
          place={
            <>
              <TextField
                field={fields.locality}
                ns="register"
                label={t("form.locality")}
                hint={t("form.localityHint")}
                longest={80}
              />
              <NearChoices names={reply?.near ?? []} />
              <TextField
                field={fields.address}
                ns="register"
                label={t("form.addressLater")}
                autoComplete="off"
                longest={120}
              />
            </>
          }
        />
        <FormActions cancelTo="/samordnare/arbetsgivare" />
      </Form>
    </>
  );
}

/** Employers of that name in that place: open one of them, or say that this is another. */
function AlikeNote({ alike, id }: { alike: Alike; id: string }) {
  const { t } = useTexts("register");
  return (
    <Note tone="info" role="status">
      <p>{t("form.alike")}</p>
      <ul className="pk-plainlist">
        {alike.map((one) => (
          <li key={one.id}>
            <Link className="pk-tap" to={`/samordnare/arbetsgivare/${one.id}`}>
              {one.name}
            </Link>
          </li>
        ))}
      </ul>
      <Anyway id={id} />
    </Note>
  );
}

/** Says that this employer is another one than those shown. */
function Anyway({ id, ticked = false }: { id: string; ticked?: boolean }) {
  const { t } = useTexts("register");
  return (
    <label className="pk-check">
      <input className="ds-input" type="checkbox" id={id} name="anyway" value="yes" defaultChecked={ticked} />
      <span>{t("form.anyway")}</span>
    </label>
  );
}
