import { randomUUID } from "node:crypto";
import { getFormProps, useForm } from "@conform-to/react";
import { parseWithZod } from "@conform-to/zod/v4";
import { data } from "@remix-run/node";
import { Form, Link, useActionData, useLoaderData } from "@remix-run/react";
import { ReferralFields, referralFieldOrder } from "#app/components/profiles/referral/referral-fields";
import { Crumbs } from "#app/components/ui/crumbs";
import { ErrorSummary } from "#app/components/ui/error-summary";
import { useTexts } from "#app/components/ui/use-texts";
import { type ReferralForm, referralFormSchema } from "#app/domain/profiles/referral-form";
import { page, redirectWith, submit, unwrap } from "#app/http/handler.server";
import { prepareReferral } from "#app/services/profiles/prepare-referral.server";
import { sendReferral } from "#app/services/profiles/send-referral.server";

export const loader = page(["case_worker"], async ({ actor }) => ({
  ...unwrap(await prepareReferral(actor)),
  key: randomUUID(),
}));

export const action = submit(["case_worker"], async ({ actor, form }) => {
  const submission = parseWithZod(form, { schema: referralFormSchema });
  if (submission.status !== "success") return data(submission.reply(), 400);
  const sent = await sendReferral(actor, submission.value);
  if (sent.ok) return redirectWith(`/handlaggare/remiss/${sent.id}`, "referral_sent");
  if (sent.code === "unknown_choice") {
    const fieldErrors = Object.fromEntries(sent.fields.map((name) => [name, ["choose_in_list"]]));
    return data(submission.reply({ fieldErrors }), 400);
  }
  return unwrap(sent);
});

/** The page's title, read by root. */
export const handle = { title: "referrals:form.title" };

/** A case worker's referral, filled in together with the participant. */
export default function NewReferral() {
  const { options, key } = useLoaderData<typeof loader>();
  const lastResult = useActionData<typeof action>();
  const { t } = useTexts("referrals");
  const reply = lastResult && "status" in lastResult ? lastResult : null;
  const [form, fields] = useForm<ReferralForm>({ id: "remiss", lastResult: reply });
  // The same form sent again after an error is the same referral.
  const typedKey = reply?.initialValue?.key;
  return (
    <div className="pk-stack">
      <Crumbs steps={[{ to: "/handlaggare", text: t("profiles:cases.title") }]} here={t("form.title")} />
      <h1>{t("form.title")}</h1>
      <p className="pk-lead">{t("form.lead")}</p>
      <Form method="post" className="pk-form" {...getFormProps(form)}>
        <ErrorSummary formId="remiss" ns="referrals" errors={form.allErrors} order={referralFieldOrder} />
        <input type="hidden" name="key" value={typeof typedKey === "string" ? typedKey : key} />
        <ReferralFields fields={fields} options={options} />
        <div className="pk-actions">
          <button className="ds-button" type="submit">
            {t("form.send")}
          </button>
          <Link className="ds-button" data-variant="tertiary" to="/handlaggare">
            {t("form.cancel")}
          </Link>
        </div>
      </Form>
    </div>
  );
}
