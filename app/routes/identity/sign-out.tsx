import { Form } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { page, submit } from "#app/http/handler.server";
import { withCookies } from "#app/http/sign-in.server";
import { signOut } from "#app/services/identity/sign-out.server";

export const loader = page("public", async () => null);

export const action = submit("public", async ({ form, request }) =>
  withCookies("/", await signOut(request, form.get("overallt") === "1")),
);

/** The page's title, read by root. */
export const handle = { title: "identity:signOut.title" };

export default function SignOut() {
  const { t } = useTranslation("identity");
  return (
    <div className="pk-stack pk-narrow">
      <h1>{t("signOut.title")}</h1>
      <p>{t("signOut.lead")}</p>
      <Form method="post" className="pk-actions">
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
