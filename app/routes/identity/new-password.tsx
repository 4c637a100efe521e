import { data, redirect } from "@remix-run/node";
import { Form, useActionData } from "@remix-run/react";
import { Input } from "#app/components/identity/input";
import { fieldOf, Problem } from "#app/components/identity/problem";
import { useTexts } from "#app/components/ui/use-texts";
import { passwordLength } from "#app/domain/identity/password";
import { submit } from "#app/http/handler.server";
import { resetPassword } from "#app/services/identity/change-password.server";

export const action = submit("public", async ({ form, params }) => {
  const input = { password: String(form.get("nytt") ?? ""), again: String(form.get("igen") ?? "") };
  const outcome = await resetPassword(params.token ?? "", input);
  return outcome.ok ? redirect("/logga-in?bytt=1", 303) : data({ code: outcome.code }, 400);
});

/** The page's title, read by root. */
export const handle = { title: "identity:reset.title" };

export default function NewPassword() {
  const problem = useActionData<typeof action>();
  const { t } = useTexts("identity");
  const wrong = problem ? fieldOf[problem.code] : undefined;
  return (
    <div className="pk-stack pk-narrow">
      <h1>{t("reset.title")}</h1>
      {problem ? <Problem code={problem.code} /> : null}
      <Form method="post" className="pk-panel pk-stack">
        <Input
          name="nytt"
          label={t("account.fresh")}
          type="password"
          autoComplete="new-password"
          hint={t("account.freshHint", passwordLength)}
          minLength={passwordLength.min}
          wrong={wrong === "nytt"}
        />
        <Input
          name="igen"
          label={t("account.again")}
          type="password"
          autoComplete="new-password"
          wrong={wrong === "igen"}
        />
        <div className="pk-actions">
          <button className="ds-button" type="submit">
            {t("reset.submit")}
          </button>
        </div>
      </Form>
    </div>
  );
}
