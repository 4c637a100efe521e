import { data, redirect } from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { OfferState } from "#app/components/placements/offer-state";
import { OfferSummary } from "#app/components/placements/offer-summary";
import { LinkButton } from "#app/components/ui/link-button";
import { PageTitle } from "#app/components/ui/page-title";
import { useTexts } from "#app/components/ui/use-texts";
import { page, submit } from "#app/http/handler.server";
import { confirmOffer, readConfirmation } from "#app/services/placements/offer-confirm.server";
import { unservedMunicipality } from "#app/services/placements/offer-place.server";

/** Opening the link changes nothing: programs that scan mail open links, and must not send anything in. */
export const loader = page("public", async ({ actor, params }) => {
  const found = await readConfirmation(actor, params.token ?? "");
  if (!found.ok) return { offer: null };
  const { status, answers, placementId, isClaim } = found.offer;
  const unserved = await unservedMunicipality(String(answers.locality ?? ""));
  return { offer: { status, answers, placementId, isClaim, isTaken: found.isTaken, unserved } };
});

export const action = submit("public", async ({ actor, params }) => {
  const token = params.token ?? "";
  const confirmed = await confirmOffer(actor, token);
  if (confirmed.ok) return redirect(`/erbjud-plats/bekrafta/${encodeURIComponent(token)}`, 303);
  return data({ code: confirmed.code }, 400);
});

/** The page's title, read by root. */
export const handle = { title: "offer:confirm.title" };

export default function ConfirmOffer() {
  const { offer } = useLoaderData<typeof loader>();
  const problem = useActionData<typeof action>();
  const { t } = useTexts("offer");
  if (!offer || problem) {
    const key = problem && problem.code !== "link_used" ? "confirm.incomplete" : "confirm.used";
    return (
      <>
        <PageTitle title={t("confirm.title")} lead={t(key)} />
        <p>
          <LinkButton to="/erbjud-plats" primary>
            {t("confirm.open")}
          </LinkButton>
        </p>
      </>
    );
  }
  if (offer.isTaken) return <OfferState {...offer} />;
  return (
    <>
      <PageTitle
        title={t("confirm.title")}
        lead={t(offer.unserved === null ? "confirm.lead" : "confirm.leadNobody")}
      />
      <Form method="post">
        <button className="ds-button pk-big pk-offer__start" type="submit">
          {t("confirm.submit")}
        </button>
      </Form>
      <OfferSummary answers={offer.answers} fixed />
    </>
  );
}
