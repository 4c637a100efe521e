import { data, redirect } from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { ReviewedListing, ReviewedPlace } from "#app/components/placements/review-listing";
import { Crumbs } from "#app/components/ui/crumbs";
import { Note } from "#app/components/ui/note";
import { PageTitle } from "#app/components/ui/page-title";
import { useTexts } from "#app/components/ui/use-texts";
import { readPlacementId } from "#app/domain/placements/placement-id";
import { notFound, page, redirectWith, submit, unwrap } from "#app/http/handler.server";
import { toWgs84 } from "#app/platform/projection.server";
import { answerClaim, claimAnswers, readClaim } from "#app/services/placements/review-claim.server";

export const loader = page(["employer"], async ({ actor, params }) => {
  const id = readPlacementId(params.id);
  if (id === null) throw notFound();
  const claim = await readClaim(actor, id);
  // Somebody has answered already, or there never was a question: the own page says how things stand.
  if (!claim.ok) throw redirect("/arbetsgivare");
  const { placement, sender } = claim;
  const { point, employerId: _employer, ...shown } = placement;
  return { placement: shown, coordinates: toWgs84(point), sender, answers: claimAnswers };
});

export const action = submit(["employer"], async ({ actor, params, form }) => {
  const id = readPlacementId(params.id);
  if (id === null) throw notFound();
  if (!(await readClaim(actor, id)).ok) return redirect("/arbetsgivare", 303);
  const answer = claimAnswers.find((one) => one === form.get("svar"));
  if (!answer) throw notFound();
  const answered = await answerClaim(actor, id, answer);
  if (answered.ok) return redirectWith("/arbetsgivare", "answered");
  return answered.code === "wrong_status" ? data({ taken: true }, 409) : unwrap(answered);
});

/** The page's title, read by root. */
export const handle = { title: "offer:claim.title" };

/** The employer's own contact says whether a listing that somebody sent in is theirs. */
export default function ReviewClaim() {
  const { placement, coordinates, sender, answers } = useLoaderData<typeof loader>();
  const result = useActionData<typeof action>();
  const { t } = useTexts("offer");
  return (
    <>
      <Crumbs steps={[{ to: "/arbetsgivare", text: t("claim.crumb") }]} here={t("claim.title")} />
      <PageTitle
        title={t("claim.title")}
        lead={t("claim.lead", { ...sender, employer: placement.employerName })}
      />
      {result && "taken" in result ? (
        <Note tone="warn" role="alert">
          <p>{t("review.taken")}</p>
        </Note>
      ) : null}
      <section className="pk-panel pk-stack">
        <p>{t("claim.explain")}</p>
        <Form method="post" className="pk-offer__answers">
          {answers.map((answer, place) => (
            <button
              className="ds-button"
              data-variant={place === 0 ? "primary" : "secondary"}
              type="submit"
              name="svar"
              value={answer}
              key={answer}
            >
              {t(`claim.${answer}`, { name: sender.name })}
            </button>
          ))}
        </Form>
      </section>
      <h2>{placement.title}</h2>
      <div className="pk-two pk-two--right">
        <div className="pk-stack">
          <ReviewedListing placement={placement} unknown={[]} />
        </div>
        <ReviewedPlace placement={placement} coordinates={coordinates} />
      </div>
    </>
  );
}
