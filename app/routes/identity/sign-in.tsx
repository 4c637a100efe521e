import { data, type HeadersFunction, redirect } from "@remix-run/node";
import { Form, Link, useActionData, useLoaderData } from "@remix-run/react";
import { Input } from "#app/components/identity/input";
import { Problem } from "#app/components/identity/problem";
import { useTexts } from "#app/components/ui/use-texts";
import { returnPath } from "#app/domain/identity/return-path";
import { linkForm, signInForm } from "#app/domain/identity/sign-in-form";
import { homeOf, page, submit } from "#app/http/handler.server";
import { signInMail } from "#app/http/mail-text.server";
import { afterSignIn, tooMany, withCookies } from "#app/http/sign-in.server";
import { requestSignInLink } from "#app/services/identity/request-link.server";
import { signIn } from "#app/services/identity/sign-in.server";

export const loader = page("public", async ({ actor, url }) => ({
  till: returnPath(url.searchParams.get("till")),
  name: actor.userId === null ? null : actor.name,
  home: homeOf(actor),
  reset: url.searchParams.get("bytt") === "1",
}));

export const action = submit("public", async ({ form, request, address }) => {
  const till = returnPath(String(form.get("till") ?? ""));
  const email = String(form.get("email") ?? "").slice(0, 254);
  if (form.get("gor") === "lank") {
    const asked = linkForm.safeParse({ email });
    if (!asked.success) return data({ code: "email", until: null, email }, 400);
    const outcome = await requestSignInLink(asked.data.email, till, address, signInMail(request));
    return outcome.ok ? redirect("/logga-in/skickad", 303) : tooMany(outcome, email);
  }
  const outcome = await signIn(signInForm.parse(Object.fromEntries(form)), request, address);
  if (!outcome.ok) {
    if (outcome.code === "too_many") return tooMany(outcome, email);
    return data({ code: outcome.code, until: null, email }, 400);
  }
  return withCookies(afterSignIn(outcome.memberships, till), outcome.cookies);
});

/** Retry-After and the like reach the page's answer too. */
export const headers: HeadersFunction = ({ actionHeaders }) => actionHeaders;

/** The page's title, read by root. */
export const handle = { title: "identity:signIn.title" };

export default function SignIn() {
  const { till, name, home, reset } = useLoaderData<typeof loader>();
  const problem = useActionData<typeof action>();
  const { t } = useTexts("identity");
  const wrong = problem !== undefined && problem.code !== "too_many";
  return (
    <div className="pk-stack pk-narrow">
      <h1>{t("signIn.title")}</h1>
      {reset ? (
        <p className="ds-alert" data-color="success" role="status">
          {t("reset.done")}
        </p>
      ) : null}
      {name === null ? null : (
        <p className="pk-note">
          {t("signIn.already", { name })} <Link to={home}>{t("signIn.home")}</Link>
        </p>
      )}
      {problem ? <Problem code={problem.code} until={problem.until} /> : null}
      <Form method="post" className="pk-panel pk-stack">
        {till ? <input type="hidden" name="till" value={till} /> : null}
        <Input
          name="email"
          label={t("signIn.email")}
          type="email"
          autoComplete="username"
          value={problem?.email}
          wrong={wrong}
        />
        <Input
          name="password"
          label={t("signIn.password")}
          type="password"
          autoComplete="current-password"
          wrong={wrong && problem.code === "wrong_credentials"}
        />
        <div className="pk-actions">
          <button className="ds-button" type="submit">
            {t("signIn.submit")}
          </button>
          <Link className="ds-link" to="/logga-in/glomt-losenord">
            {t("signIn.forgotten")}
          </Link>
        </div>
        <p className="pk-soft">{t("signIn.linkLead")}</p>
        <div className="pk-actions">
          <button
            className="ds-button"
            data-variant="secondary"
            type="submit"
            name="gor"
            value="lank"
            formNoValidate
          >
            {t("signIn.sendLink")}
          </button>
        </div>
      </Form>
    </div>
  );
}
