import { Form, useLoaderData } from "@remix-run/react";
import { LinkButton } from "#app/components/ui/link-button";
import { useTexts } from "#app/components/ui/use-texts";
import { page, submit } from "#app/http/handler.server";
import { withCookies } from "#app/http/sign-in.server";
import { signOut } from "#app/services/identity/sign-out.server";

/**
 * `osant`: how many logs this browser holds that are not sent, as its service worker says; `overallt=1`: who was asked wanted
 * to sign out everywhere. docs/decisions/015.
 */
export const loader = page("public", async ({ url }) => {
  const unsent = Number(url.searchParams.get("osant"));
  return {
    unsent: Number.isInteger(unsent) && unsent > 0 && unsent < 1000 ? unsent : 0,
    everywhere: url.searchParams.get("overallt") === "1",
  };
});

export const action = submit("public", async ({ form, request }) =>
  withCookies("/", await signOut(request, form.get("overallt") === "1")),
);

/** The page's title, read by root. */
export const handle = { title: "identity:signOut.title" };

export default function SignOut() {
  const { unsent, everywhere } = useLoaderData<typeof loader>();
  const { t } = useTexts("identity");
  if (unsent > 0) return <Unsent count={unsent} everywhere={everywhere} />;
  return (
    <div className="pk-stack pk-narrow">
      <h1>{t("signOut.title")}</h1>
      <p>{t("signOut.lead")}</p>
      <Form method="post" className="pk-actions" reloadDocument>
        <button className="ds-button" type="submit">
          {t("signOut.submit")}
        </button>
        <button className="ds-button" data-variant="secondary" type="submit" name="overallt" value="1">
          {t("signOut.everywhere")}
        </button>
      </Form>
    </div>
  );
}

/** Asks before what is in the phone alone is lost. */
function Unsent({ count, everywhere }: { count: number; everywhere: boolean }) {
  const { t } = useTexts("visit");
  return (
    <div className="pk-stack pk-narrow">
      <h1>{t("signOut.title", { count })}</h1>
      <p>{t("signOut.text")}</p>
      <Form method="post" action="/logga-ut?kasta=1" className="pk-actions" reloadDocument>
        {everywhere ? <input type="hidden" name="overallt" value="1" /> : null}
        <LinkButton to="/coach" primary>
          {t("signOut.send")}
        </LinkButton>
        <button className="ds-button" data-variant="secondary" type="submit">
          {t("signOut.anyway")}
        </button>
      </Form>
    </div>
  );
}
