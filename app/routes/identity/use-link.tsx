import { data } from "@remix-run/node";
import { Form, Link, useActionData, useLoaderData } from "@remix-run/react";
import { Problem } from "#app/components/identity/problem";
import { useTexts } from "#app/components/ui/use-texts";
import { returnPath } from "#app/domain/identity/return-path";
import { page, submit } from "#app/http/handler.server";
import { afterSignIn, withCookies } from "#app/http/sign-in.server";
import { useSignInLink } from "#app/services/identity/use-link.server";

/** Opening the link does nothing: programs that scan mail open links, and must not use this one up. */
export const loader = page("public", async ({ url }) => ({ till: returnPath(url.searchParams.get("till")) }));

export const action = submit("public", async ({ form, request, params }) => {
  const outcome = await useSignInLink(params.token ?? "", request);
  if (!outcome.ok) return data({ code: outcome.code }, 400);
  return withCookies(
    afterSignIn(outcome.memberships, returnPath(String(form.get("till") ?? ""))),
    outcome.cookies,
  );
});

/** The page's title, read by root. */
export const handle = { title: "identity:link.title" };

export default function UseLink() {
  const { till } = useLoaderData<typeof loader>();
  const problem = useActionData<typeof action>();
  const { t } = useTexts("identity");
  return (
    <div className="pk-stack">
      <h1>{t("link.title")}</h1>
      {problem ? (
        <>
          <Problem code={problem.code} />
          <p>
            <Link className="ds-button" to="/logga-in">
              {t("link.askAgain")}
            </Link>
          </p>
        </>
      ) : (
        <Form method="post" className="pk-panel pk-stack">
          <p>{t("link.lead")}</p>
          {till ? <input type="hidden" name="till" value={till} /> : null}
          <div className="pk-actions">
            <button className="ds-button pk-big" type="submit">
              {t("link.submit")}
            </button>
          </div>
        </Form>
      )}
    </div>
  );
}
