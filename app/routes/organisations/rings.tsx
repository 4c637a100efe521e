import { getFormProps, useForm } from "@conform-to/react";
import { parseWithZod } from "@conform-to/zod/v4";
import { data } from "@remix-run/node";
import { Form, Link, useActionData, useLoaderData } from "@remix-run/react";
import { Crumbs } from "#app/components/ui/crumbs";
import { ErrorSummary } from "#app/components/ui/error-summary";
import { PageTitle } from "#app/components/ui/page-title";
import { TextField } from "#app/components/ui/text-field";
import { useTexts } from "#app/components/ui/use-texts";
import { type RingForm, ringFormSchema } from "#app/domain/organisations/ring";
import { page, redirectWith, submit, unwrap } from "#app/http/handler.server";
import { addRing, listRings } from "#app/services/organisations/save-ring.server";

export const loader = page(["coordinator"], async ({ actor }) => unwrap(await listRings(actor)));

export const action = submit(["coordinator"], async ({ actor, form }) => {
  const submission = parseWithZod(form, { schema: ringFormSchema });
  if (submission.status !== "success") return data(submission.reply(), 400);
  const added = await addRing(actor, submission.value);
  if (added.ok) return redirectWith(`/samordnare/arbetsgivarringar/${added.id}`, "saved");
  if (added.code === "name_taken")
    return data(submission.reply({ fieldErrors: { name: [added.code] } }), 409);
  return unwrap(added);
});

/** The page's title, read by root. */
export const handle = { title: "register:ring.title" };

export default function Rings() {
  const { rings } = useLoaderData<typeof loader>();
  const lastResult = useActionData<typeof action>();
  const { t } = useTexts("register");
  const [form, fields] = useForm<RingForm>({
    id: "ring",
    lastResult: lastResult && "status" in lastResult ? lastResult : null,
  });
  return (
    <>
      <Crumbs steps={[{ to: "/samordnare/arbetsgivare", text: t("title") }]} here={t("ring.crumb")} />
      <PageTitle title={t("ring.title")} lead={t("ring.lead")} />
      {rings.length === 0 ? <p>{t("ring.none")}</p> : null}
      {rings.length > 0 ? (
        <ul className="pk-panel pk-sec">
          {rings.map(({ id, name, about, members }) => (
            <li key={id} className="pk-todo">
              <p className="pk-todo__who">
                <Link to={`/samordnare/arbetsgivarringar/${id}`}>{name}</Link>
              </p>
              <p className="pk-todo__why">{about}</p>
              <p>{t("ring.members", { count: members })}</p>
            </li>
          ))}
        </ul>
      ) : null}
      <section className="pk-panel pk-stack" aria-labelledby="ny-ring">
        <h2 id="ny-ring">{t("ring.add")}</h2>
        <Form method="post" className="pk-form" {...getFormProps(form)}>
          <ErrorSummary formId={form.id} ns="register" errors={form.allErrors} />
          <TextField field={fields.name} ns="register" label={t("ring.name")} longest={80} />
          <TextField field={fields.about} ns="register" label={t("ring.about")} rows={2} longest={500} />
          <p>
            <button className="ds-button" type="submit">
              {t("ring.add")}
            </button>
          </p>
        </Form>
      </section>
    </>
  );
}
