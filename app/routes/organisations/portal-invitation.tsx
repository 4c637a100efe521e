import { data, redirect } from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { PageTitle } from "#app/components/ui/page-title";
import { useTexts } from "#app/components/ui/use-texts";
import { page, submit } from "#app/http/handler.server";
import { acceptInvitation, readInvitation } from "#app/services/organisations/accept-invitation.server";

/** Opening the link changes nothing: programs that scan mail open links. */
export const loader = page("public", async ({ params }) => {
  const found = await readInvitation(params.token ?? "");
  return { invitation: found.ok ? found.invitation : null };
});

export const action = submit("public", async ({ params }) => {
  const accepted = await acceptInvitation(params.token ?? "");
  if (!accepted.ok) return data({ code: accepted.code }, 400);
  const { signInToken } = accepted;
  // One more button signs in: the address has just been shown to be right. Staff sign in as they always do.
  return redirect(signInToken ? `/logga-in/lank/${signInToken}?till=/arbetsgivare` : "/logga-in", 303);
});

/** The page's title, read by root. */
export const handle = { title: "portal:invitation.title" };

/** An invitation to act for an employer, with one button. */
export default function Invitation() {
  const { invitation } = useLoaderData<typeof loader>();
  const problem = useActionData<typeof action>();
  const { t } = useTexts("portal");
  if (!invitation || problem) return <PageTitle title={t("invitation.title")} lead={t("invitation.used")} />;
  const { name, employerName, duty, workplace } = invitation;
  return (
    <>
      <PageTitle
        title={t("invitation.hello", { name })}
        lead={t("invitation.lead", { employer: employerName, duty: t(`duty.${duty}`) })}
      />
      <Form method="post" className="pk-panel pk-stack">
        <p>{t(`dutyExplained.${duty}`)}</p>
        {workplace ? <p>{workplace}</p> : null}
        <div className="pk-actions">
          <button className="ds-button pk-big" type="submit">
            {t("invitation.accept")}
          </button>
        </div>
        <p className="pk-soft pk-small">{t("invitation.help")}</p>
      </Form>
    </>
  );
}
