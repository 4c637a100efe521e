import { getFormProps, useForm } from "@conform-to/react";
import { parseWithZod } from "@conform-to/zod/v4";
import { data } from "@remix-run/node";
import { Form, Link, useActionData, useLoaderData } from "@remix-run/react";
import { Crumbs } from "#app/components/ui/crumbs";
import { ErrorSummary } from "#app/components/ui/error-summary";
import { PageTitle } from "#app/components/ui/page-title";
import { TextField } from "#app/components/ui/text-field";
import { useTexts } from "#app/components/ui/use-texts";
import { type PublicContactValues, publicContactSchema } from "#app/domain/organisations/association-contact";
import { page, redirectWith, submit, unwrap } from "#app/http/handler.server";
import { readOwnContact, setOwnContact } from "#app/services/organisations/association-contact.server";

export const loader = page(["admin"], async ({ actor }) => unwrap(await readOwnContact(actor)));

export const action = submit(["admin"], async ({ actor, form }) => {
  const submission = parseWithZod(form, { schema: publicContactSchema });
  if (submission.status !== "success") return data(submission.reply(), 400);
  unwrap(await setOwnContact(actor, submission.value));
  return redirectWith("/admin/kontakt", "saved");
});

/** The page's title, read by root. */
export const handle = { title: "contact:form.title" };

/** What the page "Kontakt" says of the own association. */
export default function PublicContactForm() {
  const { association } = useLoaderData<typeof loader>();
  const lastResult = useActionData<typeof action>();
  const { t } = useTexts(["contact", "start"]);
  const [form, fields] = useForm<PublicContactValues>({
    id: "kontakt",
    defaultValue: association.contact ?? {},
    lastResult: lastResult && "status" in lastResult ? lastResult : null,
  });
  return (
    <>
      <Crumbs steps={[{ to: "/admin", text: t("start:admin.title") }]} here={t("form.title")} />
      <PageTitle title={t("form.title")} lead={`${association.name}. ${t("form.lead")}`} />
      <Form method="post" className="pk-form" {...getFormProps(form)}>
        <ErrorSummary formId={form.id} ns="contact" errors={form.allErrors} />
        <p>{t("form.shared")}</p>
        <TextField
          field={fields.askFor}
          ns="contact"
          label={t("form.askFor")}
          hint={t("form.askForHint")}
          longest={80}
        />
        <TextField
          field={fields.phone}
          ns="contact"
          label={t("form.phone")}
          inputMode="tel"
          autoComplete="off"
          longest={30}
        />
        <TextField
          field={fields.email}
          ns="contact"
          label={t("form.email")}
          inputMode="email"
          autoComplete="off"
          longest={200}
        />
        <TextField
          field={fields.hours}
          ns="contact"
          label={t("form.hours")}
          hint={t("form.hoursHint")}
          longest={120}
        />
        <p className="pk-row">
          <button className="ds-button" type="submit">
            {t("form.save")}
          </button>
          <Link to="/kontakt">{t("form.see")}</Link>
        </p>
      </Form>
    </>
  );
}
