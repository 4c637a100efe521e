import { data, redirect } from "@remix-run/node";
import { Form, Link, useActionData, useLoaderData } from "@remix-run/react";
import { OfferFrame } from "#app/components/placements/offer-frame";
import { MoreNote } from "#app/components/placements/offer-more";
import { OfferSummary } from "#app/components/placements/offer-summary";
import { Note } from "#app/components/ui/note";
import { useTexts } from "#app/components/ui/use-texts";
import { unfinishedSteps } from "#app/domain/placements/offer-form";
import { stepPath } from "#app/domain/placements/offer-steps";
import { page, submit } from "#app/http/handler.server";
import { offerSecret } from "#app/http/offer-cookie.server";
import { tooMany } from "#app/http/sign-in.server";
import { formatTime } from "#app/i18n/format";
import { unservedMunicipality } from "#app/services/placements/offer-place.server";
import { readProgress } from "#app/services/placements/offer-progress.server";
import { sendOffer } from "#app/services/placements/offer-send.server";

export const loader = page("public", async ({ actor, request }) => {
  const progress = await readProgress(actor, offerSecret(request));
  if (!progress.ok) throw redirect("/erbjud-plats?borta=1");
  if (!progress.isOpen) throw redirect("/erbjud-plats/skickad");
  const { answers, steps, more, confirmedEmail } = progress;
  const email = String(answers.email ?? "")
    .trim()
    .toLowerCase();
  return {
    answers,
    steps,
    more,
    email,
    missing: unfinishedSteps(answers),
    isConfirmed: confirmedEmail !== null && confirmedEmail === email,
    unserved: await unservedMunicipality(String(answers.locality ?? "")),
  };
});

export const action = submit("public", async ({ actor, request, address }) => {
  const sent = await sendOffer(actor, offerSecret(request), address);
  if (sent.ok) return redirect("/erbjud-plats/skickad", 303);
  if ("until" in sent) return tooMany(sent);
  if (sent.code === "not_found") return redirect("/erbjud-plats?borta=1", 303);
  if (sent.code === "wrong_status") return redirect("/erbjud-plats/skickad", 303);
  return data({ code: sent.code, until: null }, 400);
});

/** The page's title, read by root. */
export const handle = { title: "offer:title" };

/** Everything once more, and the button that sends it. */
export default function OfferSummaryPage() {
  const { answers, steps, more, email, missing, isConfirmed, unserved } = useLoaderData<typeof loader>();
  const problem = useActionData<typeof action>();
  const { t, i18n } = useTexts("offer");
  return (
    <OfferFrame here="summary" steps={steps}>
      {more ? <MoreNote more={more} /> : null}
      {problem?.until ? (
        <Note tone="warn" role="alert">
          <p>{t("tooMany", { time: formatTime(i18n.language, problem.until) })}</p>
        </Note>
      ) : null}
      {missing.length > 0 ? (
        <Note tone="warn" role={problem ? "alert" : undefined}>
          <p>
            <strong>{t("summary.missing")}</strong>
          </p>
          <p>{t("summary.missingText")}</p>
          <ul className="pk-problems">
            {missing.map((step) => (
              <li key={step}>
                <Link to={stepPath(step)}>{t(`step.${step}.title`)}</Link>
              </li>
            ))}
          </ul>
        </Note>
      ) : null}
      <OfferSummary answers={answers} />
      {unserved ? (
        <Note>
          <p>{t("summary.noCoordinator", { municipality: unserved })}</p>
        </Note>
      ) : null}
      {missing.length === 0 ? (
        <Form method="post" className="pk-stack">
          <p>{isConfirmed ? t("summary.noMail") : t("summary.mailTo", { email })}</p>
          <p className="pk-soft pk-small">{t("summary.privacy")}</p>
          <div className="pk-offer__ways">
            <button className="ds-button pk-big" type="submit">
              {t(isConfirmed ? "summary.sendAgain" : "summary.send")}
            </button>
            <Link className="ds-button" data-variant="secondary" to={stepPath("people")}>
              {t("back")}
            </Link>
            <Link className="ds-button" data-variant="tertiary" to="/erbjud-plats/senare">
              {t("later")}
            </Link>
          </div>
        </Form>
      ) : null}
    </OfferFrame>
  );
}
