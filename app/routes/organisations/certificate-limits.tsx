import { getFormProps, useForm } from "@conform-to/react";
import { parseWithZod } from "@conform-to/zod/v4";
import { data } from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { Crumbs } from "#app/components/ui/crumbs";
import { ErrorSummary } from "#app/components/ui/error-summary";
import { PageTitle } from "#app/components/ui/page-title";
import { TextField } from "#app/components/ui/text-field";
import { useTexts } from "#app/components/ui/use-texts";
import {
  type CertificateLimitsValues,
  certificateLimitsSchema,
} from "#app/domain/organisations/certificate-limits";
import { page, redirectWith, submit, unwrap } from "#app/http/handler.server";
import { readAnew } from "#app/http/read-anew";
import {
  readCertificateLimits,
  setCertificateLimits,
} from "#app/services/organisations/certificate-limits.server";

export const loader = page(["admin"], async ({ actor }) => unwrap(await readCertificateLimits(actor)));

export const action = submit(["admin"], async ({ actor, form }) => {
  const submission = parseWithZod(form, { schema: certificateLimitsSchema });
  if (submission.status !== "success") return data(submission.reply(), 400);
  const { limits, seen } = submission.value;
  const saved = await setCertificateLimits(actor, limits, seen);
  if (saved.ok) return redirectWith("/admin/uppdragsgivare", "saved");
  if (saved.code === "forbidden") return unwrap(saved);
  return data(submission.reply({ formErrors: ["limits_changed"] }), 409);
});

export const shouldRevalidate = readAnew;

/** The page's title, read by root. */
export const handle = { title: "register:agencies.title" };

/** After how many days of illness each agency wants a certificate. */
export default function CertificateLimits() {
  const { limits, seen } = useLoaderData<typeof loader>();
  const lastResult = useActionData<typeof action>();
  const { t } = useTexts(["register", "start"]);
  const [form, fields] = useForm<CertificateLimitsValues>({
    id: "uppdragsgivare",
    defaultValue: {
      limits: limits.map(({ agencyId, days }) => ({ agencyId: String(agencyId), days: String(days) })),
    },
    lastResult: lastResult && "status" in lastResult ? lastResult : null,
  });
  // Somebody else has saved: what holds now stands beside what was typed, where that is something else.
  const isChanged = form.errors?.includes("limits_changed") ?? false;
  return (
    <div className="pk-stack">
      <Crumbs steps={[{ to: "/admin", text: t("start:admin.title") }]} here={t("agencies.title")} />
      <PageTitle title={t("agencies.title")} lead={t("agencies.lead")} />
      <Form method="post" className="pk-form" {...getFormProps(form)}>
        <ErrorSummary
          formId={form.id}
          ns="register"
          errors={form.allErrors}
          labels={(name) => limits[Number(/\d+/.exec(name)?.[0])]?.name}
        />
        <input type="hidden" name="seen" value={seen} />
        <p className="pk-soft">{t("agencies.hint")}</p>
        {fields.limits.getFieldList().map((row, index) => {
          const { agencyId, days } = row.getFieldset();
          const now = limits[index]?.days ?? 0;
          const differs = isChanged && days.initialValue !== String(now);
          return (
            <div key={row.key}>
              <input type="hidden" name={agencyId.name} value={limits[index]?.agencyId ?? ""} />
              <TextField
                field={days}
                ns="register"
                label={t("agencies.field", { name: limits[index]?.name ?? "" })}
                {...(differs ? { hint: t("agencies.now", { count: now }) } : {})}
                inputMode="numeric"
                maxLength={3}
              />
            </div>
          );
        })}
        <p>
          <button className="ds-button" type="submit">
            {t("agencies.save")}
          </button>
        </p>
      </Form>
    </div>
  );
}
