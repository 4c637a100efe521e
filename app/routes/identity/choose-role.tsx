import { redirect } from "@remix-run/node";
import { Form, useLoaderData } from "@remix-run/react";
import { useTexts } from "#app/components/ui/use-texts";
import { roleHomes } from "#app/domain/identity/actor";
import { returnPath } from "#app/domain/identity/return-path";
import { page, submit, unwrap } from "#app/http/handler.server";
import { requireSession } from "#app/http/session.server";
import { chooseRole, listOwnRoles } from "#app/services/identity/own-sessions.server";

export const loader = page("signed_in", async ({ request, url }) => ({
  roles: await listOwnRoles(await requireSession(request)),
  till: returnPath(url.searchParams.get("till")),
}));

export const action = submit("signed_in", async ({ request, form }) => {
  const { role } = unwrap(await chooseRole(await requireSession(request), String(form.get("roll") ?? "")));
  return redirect(returnPath(String(form.get("till") ?? "")) ?? roleHomes[role], 303);
});

/** The page's title, read by root. */
export const handle = { title: "identity:role.title" };

export default function ChooseRole() {
  const { roles, till } = useLoaderData<typeof loader>();
  const { t } = useTexts("identity");
  return (
    <div className="pk-stack pk-narrow">
      <h1>{t("role.title")}</h1>
      <p className="pk-lead">{t("role.lead")}</p>
      <Form method="post">
        {till ? <input type="hidden" name="till" value={till} /> : null}
        <ul className="pk-stack">
          {roles.map(({ id, role, body }) => (
            <li key={id}>
              <button
                className="ds-button pk-big"
                data-variant="secondary"
                type="submit"
                name="roll"
                value={id}
              >
                <span>
                  <strong>{t(`role.${role}`)}</strong>, {role === "participant" ? t("role.noBody") : body}
                </span>
              </button>
            </li>
          ))}
        </ul>
      </Form>
    </div>
  );
}
