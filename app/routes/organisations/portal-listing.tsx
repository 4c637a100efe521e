import { data, redirect } from "@remix-run/node";
import { Form, Link, useActionData, useLoaderData } from "@remix-run/react";
import { FreshnessState } from "#app/components/placements/freshness-state";
import { Note } from "#app/components/ui/note";
import { PageTitle } from "#app/components/ui/page-title";
import { useTexts } from "#app/components/ui/use-texts";
import { freshnessOf } from "#app/domain/placements/freshness";
import { canConfirm, nextStatuses } from "#app/domain/placements/transitions";
import { notFound, page, submit } from "#app/http/handler.server";
import { today } from "#app/platform/clock.server";
import {
  answerLinkedListing,
  listingAnswers,
  readLinkedListing,
} from "#app/services/placements/linked-listing.server";

/** Opening the link changes nothing: programs that scan mail open links. `svar` says what was answered just now. */
export const loader = page("public", async ({ params, url }) => {
  const found = await readLinkedListing(params.token ?? "");
  if (!found.ok) return { listing: null, said: null };
  const { listing } = found;
  const next = nextStatuses(listing.status, "employer");
  return {
    listing: {
      title: listing.title,
      place: `${listing.workplace}, ${listing.locality}`,
      employer: listing.employerName,
      status: listing.status,
      freshness: freshnessOf(listing.lastConfirmedOn, today()),
      canConfirm: canConfirm(listing.status),
      canPause: next.includes("paused"),
      canEnd: next.includes("archived"),
    },
    said: listingAnswers.find((answer) => answer === url.searchParams.get("svar")) ?? null,
  };
});

/** `svar`: confirm, pause or end. */
export const action = submit("public", async ({ params, form }) => {
  const answer = listingAnswers.find((one) => one === form.get("svar"));
  const token = params.token ?? "";
  if (!answer) throw notFound();
  const said = await answerLinkedListing(token, answer);
  if (said.ok) return redirect(`/stammer/${encodeURIComponent(token)}?svar=${answer}`, 303);
  return data({ code: said.code }, said.code === "link_used" ? 400 : 409);
});

/** The page's title, read by root. */
export const handle = { title: "portal:listing.title" };

/** A listing that somebody at the employer was asked about by mail: right, pause, or no more. */
export default function AskedListing() {
  const { listing, said } = useLoaderData<typeof loader>();
  const problem = useActionData<typeof action>();
  const { t } = useTexts(["portal", "vocabulary"]);
  if (!listing || problem?.code === "link_used")
    return (
      <>
        <PageTitle title={t("listing.title")} lead={t("listing.used")} />
        <p>
          <Link to="/arbetsgivare">{t("listing.portal")}</Link>
        </p>
      </>
    );
  return (
    <>
      <PageTitle title={t("listing.title")} lead={listing.employer} />
      {problem ? (
        <Note tone="warn" role="alert">
          <p>{t(`refused.${problem.code}`)}</p>
        </Note>
      ) : null}
      {said && !problem ? (
        <Note tone="ok" role="status">
          <p>{t(`listing.said.${said}`)}</p>
        </Note>
      ) : null}
      <Form method="post" className="pk-panel pk-stack">
        <h2>{listing.title}</h2>
        <p>{listing.place}</p>
        <p className="pk-row">
          <FreshnessState freshness={listing.freshness} />
          {listing.status === "published" ? null : (
            <span>{t(`vocabulary:placementStatus.${listing.status}`)}</span>
          )}
        </p>
        {said ? null : (
          <>
            {listing.canConfirm ? (
              <p>
                <button className="ds-button pk-big" type="submit" name="svar" value="confirm">
                  {t("listing.confirm")}
                </button>
              </p>
            ) : null}
            <p className="pk-row">
              <Link className="ds-button" data-variant="tertiary" to="/arbetsgivare">
                {t("listing.change")}
              </Link>
              {listing.canPause ? (
                <button
                  className="ds-button"
                  data-variant="secondary"
                  type="submit"
                  name="svar"
                  value="pause"
                >
                  {t("listing.pause")}
                </button>
              ) : null}
              {listing.canEnd ? (
                <button className="ds-button" data-variant="secondary" type="submit" name="svar" value="end">
                  {t("listing.end")}
                </button>
              ) : null}
            </p>
          </>
        )}
      </Form>
      <p className="pk-soft">{t("listing.help")}</p>
    </>
  );
}
