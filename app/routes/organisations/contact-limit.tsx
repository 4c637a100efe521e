import { getFormProps, useForm } from "@conform-to/react";
import { parseWithZod } from "@conform-to/zod/v4";
import { data } from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { Crumbs } from "#app/components/ui/crumbs";
import { ErrorSummary } from "#app/components/ui/error-summary";
import { PageTitle } from "#app/components/ui/page-title";
import { TextField } from "#app/components/ui/text-field";
import { useTexts } from "#app/components/ui/use-texts";
import { type ContactLimitValues, contactLimitSchema } from "#app/domain/organisations/contact-limit";
import { page, redirectWith, submit, unwrap } from "#app/http/handler.server";
import { readContactLimit, setContactLimit } from "#app/services/organisations/contact-limit.server";

export const loader = page(["admin"], async ({ actor }) => unwrap(await readContactLimit(actor)));

export const action = submit(["admin"], async ({ actor, form }) => {
  const submission = parseWithZod(form, { schema: contactLimitSchema });
  if (submission.status !== "success") return data(submission.reply(), 400);
  unwrap(await setContactLimit(actor, submission.value.limit));
  return redirectWith("/admin/kontaktgrans", "saved");
});

/** The page's title, read by root. */
export const handle = { title: "register:limit.title" };

export default function ContactLimit() {
  const { limit } = useLoaderData<typeof loader>();
  const lastResult = useActionData<typeof action>();
  const { t } = useTexts(["register", "start"]);
  const [form, fields] = useForm<ContactLimitValues>({
    id: "grans",
    defaultValue: { limit: String(limit) },
    lastResult: lastResult && "status" in lastResult ? lastResult : null,
  });
  return (
    <>
      <Crumbs steps={[{ to: "/admin", text: t("start:admin.title") }]} here={t("limit.title")} />
      <PageTitle title={t("limit.title")} lead={t("limit.lead")} />
      <Form method="post" className="pk-form" {...getFormProps(form)}>
        <ErrorSummary formId={form.id} ns="register" errors={form.allErrors} />
        <TextField
          field={fields.limit}
          ns="register"
          label={t("limit.field")}
          hint={t("limit.hint")}
          inputMode="numeric"
          maxLength={2}
        />
        <p>
          <button className="ds-button" type="submit">
            {t("limit.save")}
          </button>
        </p>
      </Form>
    </>
  );
}
