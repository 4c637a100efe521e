import { data } from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { LinkButton } from "#app/components/ui/link-button";
import { Note } from "#app/components/ui/note";
import { PageTitle } from "#app/components/ui/page-title";
import { useTexts } from "#app/components/ui/use-texts";
import { unfinishedSteps } from "#app/domain/placements/offer-form";
import { isOpen } from "#app/domain/placements/offer-status";
import { stepPath } from "#app/domain/placements/offer-steps";
import { page, submit } from "#app/http/handler.server";
import { offerCookie, offerSecret } from "#app/http/offer-cookie.server";
import { tooMany, withCookies } from "#app/http/sign-in.server";
import { formatTime } from "#app/i18n/format";
import { languageOf } from "#app/i18n/language";
import { beginOffer, readOffer } from "#app/services/placements/offer-draft.server";

export const loader = page("public", async ({ actor, request, url }) => {
  const own = await readOffer(actor, offerSecret(request));
  const open = own.ok && isOpen(own.offer.status) ? own.offer : null;
  const goOn = open && stepPath(unfinishedSteps(open.answers)[0] ?? "summary");
  return { goOn, lost: url.searchParams.get("borta") === "1" && !open };
});

export const action = submit("public", async ({ actor, request, address }) => {
  const begun = await beginOffer(actor, languageOf(request), address);
  if (!begun.ok) return "until" in begun ? tooMany(begun) : data({ until: "" }, 400);
  return withCookies(stepPath("tasks"), [offerCookie(begun.secret)]);
});

/** The page's title, read by root. */
export const handle = { title: "offer:title" };

/** What offering a place means, and the way in. */
export default function Offer() {
  const { goOn, lost } = useLoaderData<typeof loader>();
  const problem = useActionData<typeof action>();
  const { t, i18n } = useTexts("offer");
  return (
    <>
      <PageTitle title={t("title")} lead={t("lead")} />
      {problem?.until ? (
        <Note tone="warn" role="alert">
          <p>{t("tooMany", { time: formatTime(i18n.language, problem.until) })}</p>
        </Note>
      ) : null}
      {lost ? (
        <Note tone="warn" role="status">
          <p>{t("expired")}</p>
        </Note>
      ) : null}
      {goOn ? (
        <section className="pk-panel pk-stack">
          <h2>{t("begunTitle")}</h2>
          <p>{t("begunText")}</p>
          <p>
            <LinkButton to={goOn} primary>
              {t("goOn")}
            </LinkButton>
          </p>
        </section>
      ) : null}
      <Form method="post">
        <button
          className="ds-button pk-big pk-offer__start"
          type="submit"
          data-variant={goOn ? "secondary" : "primary"}
        >
          {t(goOn ? "beginNew" : "begin")}
        </button>
      </Form>
      <div className="pk-cards">
        <section className="pk-panel pk-stack" aria-labelledby="sa-gar-det-till">
          <h2 id="sa-gar-det-till">{t("how.title")}</h2>
          <ol className="pk-numbered">
            {[1, 2, 3, 4].map((step) => (
              <li key={step}>{t(`how.${step}`)}</li>
            ))}
          </ol>
        </section>
        <section className="pk-panel pk-stack" aria-labelledby="till-hands">
          <h2 id="till-hands">{t("need.title")}</h2>
          <ul className="pk-list">
            {["number", "address", "person"].map((thing) => (
              <li key={thing}>{t(`need.${thing}`)}</li>
            ))}
          </ul>
        </section>
      </div>
      <Note tone="calm">
        <p>{t("vacancy")}</p>
      </Note>
    </>
  );
}
