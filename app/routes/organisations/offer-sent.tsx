import { data, redirect } from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { OfferState } from "#app/components/placements/offer-state";
import { LinkButton } from "#app/components/ui/link-button";
import { Note } from "#app/components/ui/note";
import { PageTitle } from "#app/components/ui/page-title";
import { useTexts } from "#app/components/ui/use-texts";
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
  const { status, placementId, isClaim, email, confirmedEmail, answers } = progress;
  // Asked for more, and the address is another one now: that has to be confirmed like the first.
  const isNewAddress =
    email !== confirmedEmail &&
    email ===
      String(answers.email ?? "")
        .trim()
        .toLowerCase();
  const isSent = status === "sent" || (status === "more_needed" && isNewAddress);
  if (status === "draft" || (status === "more_needed" && !isSent)) throw redirect(stepPath("summary"));
  const unserved = await unservedMunicipality(String(answers.locality ?? ""));
  return { status, placementId, isClaim, email, isSent, unserved };
});

export const action = submit("public", async ({ actor, request, address }) => {
  const sent = await sendOffer(actor, offerSecret(request), address);
  if (!sent.ok && "until" in sent) return tooMany(sent);
  if (!sent.ok) return redirect(stepPath("summary"), 303);
  return data({ until: null });
});

/** The page's title, read by root. */
export const handle = { title: "offer:title" };

/** What happens now: look in the mail, wait, or the answer. */
export default function OfferSent() {
  const { email, isSent, ...state } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const { t, i18n } = useTexts("offer");
  if (!isSent) return <OfferState {...state} />;
  return (
    <>
      <PageTitle title={t("sent.title")} lead={t("sent.lead", { email })} />
      {answer ? (
        <Note tone={answer.until ? "warn" : "ok"} role="status">
          <p>
            {answer.until
              ? t("tooMany", { time: formatTime(i18n.language, answer.until) })
              : t("sent.resent")}
          </p>
        </Note>
      ) : null}
      <section className="pk-panel pk-stack">
        <p>{t("sent.nothing")}</p>
        <Form method="post" className="pk-row">
          <button className="ds-button" data-variant="secondary" type="submit">
            {t("sent.again")}
          </button>
          <LinkButton to={stepPath("people")}>{t("sent.change")}</LinkButton>
        </Form>
      </section>
    </>
  );
}
