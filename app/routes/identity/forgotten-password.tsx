import { data, type HeadersFunction, redirect } from "@remix-run/node";
import { Form, useActionData } from "@remix-run/react";
import { Input } from "#app/components/identity/input";
import { Problem } from "#app/components/identity/problem";
import { useTexts } from "#app/components/ui/use-texts";
import { linkForm } from "#app/domain/identity/sign-in-form";
import { submit } from "#app/http/handler.server";
import { newPasswordMail } from "#app/http/mail-text.server";
import { tooMany } from "#app/http/sign-in.server";
import { requestPasswordReset } from "#app/services/identity/request-link.server";

export const action = submit("public", async ({ form, request, address }) => {
  const email = String(form.get("email") ?? "").slice(0, 254);
  const asked = linkForm.safeParse({ email });
  if (!asked.success) return data({ code: "email", until: null, email }, 400);
  const outcome = await requestPasswordReset(asked.data.email, address, newPasswordMail(request));
  return outcome.ok ? redirect("/logga-in/skickad", 303) : tooMany(outcome, email);
});

export const headers: HeadersFunction = ({ actionHeaders }) => actionHeaders;

/** The page's title, read by root. */
export const handle = { title: "identity:forgotten.title" };

export default function ForgottenPassword() {
  const problem = useActionData<typeof action>();
  const { t } = useTexts("identity");
  return (
    <div className="pk-stack pk-narrow">
      <h1>{t("forgotten.title")}</h1>
      <p className="pk-lead">{t("forgotten.lead")}</p>
      {problem ? <Problem code={problem.code} until={problem.until} /> : null}
      <Form method="post" className="pk-panel pk-stack">
        <Input
          name="email"
          label={t("signIn.email")}
          type="email"
          autoComplete="username"
          value={problem?.email}
          wrong={problem?.code === "email"}
        />
        <div className="pk-actions">
          <button className="ds-button" type="submit">
            {t("forgotten.submit")}
          </button>
        </div>
      </Form>
    </div>
  );
}
