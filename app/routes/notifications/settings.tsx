import { getFormProps, useForm } from "@conform-to/react";
import { parseWithZod } from "@conform-to/zod/v4";
import { data } from "@remix-run/node";
import { Form, Link, useActionData, useLoaderData } from "@remix-run/react";
import { Choices } from "#app/components/ui/choices";
import { ErrorSummary } from "#app/components/ui/error-summary";
import { PageTitle } from "#app/components/ui/page-title";
import { TextField } from "#app/components/ui/text-field";
import { useTexts } from "#app/components/ui/use-texts";
import { roles } from "#app/domain/identity/actor";
import { type SettingsForm, settingsFormSchema } from "#app/domain/notifications/settings-form";
import { page, redirectWith, submit, unwrap } from "#app/http/handler.server";
import {
  readNotificationSettings,
  saveNotificationSettings,
} from "#app/services/notifications/notification-settings.server";

export const loader = page(roles, async ({ actor }) => ({
  ...unwrap(await readNotificationSettings(actor)),
  role: actor.role,
}));

export const action = submit(roles, async ({ actor, form }) => {
  const submission = parseWithZod(form, { schema: settingsFormSchema });
  if (submission.status !== "success") return data(submission.reply(), 400);
  unwrap(await saveNotificationSettings(actor, submission.value));
  return redirectWith("/konto/paminnelser", "saved");
});

/** The page's title, read by root. */
export const handle = { title: "notifications:settings.title" };

/** What somebody wants to be reminded of, and how. */
export default function NotificationSettings() {
  const { phone, kinds, role } = useLoaderData<typeof loader>();
  const lastResult = useActionData<typeof action>();
  const { t } = useTexts("notifications");
  const [form, fields] = useForm<SettingsForm>({
    id: "paminnelser",
    defaultValue: { phone, ...Object.fromEntries(kinds.map(({ kind, chosen }) => [kind, chosen])) },
    lastResult: lastResult && "status" in lastResult ? lastResult : null,
  });
  const hasSms = kinds.some(({ offered }) => offered.includes("sms"));
  return (
    <div className="pk-stack">
      <PageTitle
        title={t("settings.title")}
        lead={t(kinds.length > 0 ? "settings.lead" : "settings.nothing")}
      />
      {kinds.length > 0 ? (
        <Form method="post" className="pk-form" {...getFormProps(form)}>
          <ErrorSummary formId={form.id} ns="notifications" errors={form.allErrors} />
          {role === "coordinator" ? <p>{t("settings.coordinator")}</p> : null}
          <p>{t("settings.quiet")}</p>
          {kinds.map(({ kind, offered }) => (
            <Choices
              key={kind}
              field={fields[kind]}
              ns="notifications"
              type="checkbox"
              legend={t(`settings.kind.${kind}`)}
              hint={t(`settings.hint.${kind}`)}
              choices={offered.map((value) => ({ value, label: t(`settings.channel.${value}`) }))}
              inRow
            />
          ))}
          {hasSms ? (
            <TextField
              field={fields.phone}
              ns="notifications"
              label={t("settings.phone")}
              hint={t("settings.phoneHint")}
              type="tel"
              autoComplete="tel"
              longest={40}
            />
          ) : null}
          <p>
            <button className="ds-button" type="submit">
              {t("settings.save")}
            </button>
          </p>
        </Form>
      ) : null}
      <section className="pk-panel pk-stack" aria-labelledby="alltid">
        <h2 id="alltid">{t("settings.always")}</h2>
        <p>{t("settings.alwaysText")}</p>
      </section>
      <p>
        <Link to="/paminnelser">{t("settings.back")}</Link>
      </p>
    </div>
  );
}
