import { data } from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { LinkButton } from "#app/components/ui/link-button";
import { PageTitle } from "#app/components/ui/page-title";
import { useTexts } from "#app/components/ui/use-texts";
import { unfinishedSteps } from "#app/domain/placements/offer-form";
import { stepPath } from "#app/domain/placements/offer-steps";
import { page, submit } from "#app/http/handler.server";
import { offerCookie } from "#app/http/offer-cookie.server";
import { withCookies } from "#app/http/sign-in.server";
import { readOffer } from "#app/services/placements/offer-draft.server";

/** Opening the link does nothing: programs that scan mail open links too. */
export const loader = page("public", async ({ actor, params }) => ({
  works: (await readOffer(actor, params.token ?? "")).ok,
}));

/** From now on this browser goes on with the offer that the link opens. */
export const action = submit("public", async ({ actor, params }) => {
  const secret = params.token ?? "";
  const own = await readOffer(actor, secret);
  if (!own.ok) return data({ works: false }, 400);
  const { status, answers } = own.offer;
  const to =
    status === "more_needed" ? stepPath("summary") : stepPath(unfinishedSteps(answers)[0] ?? "summary");
  return withCookies(to, [offerCookie(secret)]);
});

/** The page's title, read by root. */
export const handle = { title: "offer:link.title" };

export default function OfferLink() {
  const { works } = useLoaderData<typeof loader>();
  const problem = useActionData<typeof action>();
  const { t } = useTexts("offer");
  const lead = works && !problem ? t("link.lead") : t("link.used");
  return (
    <>
      <PageTitle title={t("link.title")} lead={lead} />
      {works && !problem ? (
        <Form method="post">
          <button className="ds-button pk-big pk-offer__start" type="submit">
            {t("link.submit")}
          </button>
        </Form>
      ) : (
        <p>
          <LinkButton to="/erbjud-plats" primary>
            {t("link.fresh")}
          </LinkButton>
        </p>
      )}
    </>
  );
}
