import { parseWithZod } from "@conform-to/zod/v4";
import { data } from "@remix-run/node";
import { Link, useActionData, useLoaderData } from "@remix-run/react";
import { ReviewFindings } from "#app/components/placements/review-findings";
import {
  ApproveForm,
  FactPanel,
  ReasonsForm,
  type ReviewAnswer,
} from "#app/components/placements/review-forms";
import { ReviewedListing, ReviewedPlace } from "#app/components/placements/review-listing";
import { ReviewQuestion } from "#app/components/placements/review-question";
import { Crumbs } from "#app/components/ui/crumbs";
import { Note } from "#app/components/ui/note";
import { PageTitle } from "#app/components/ui/page-title";
import { useTexts } from "#app/components/ui/use-texts";
import { readPlacementId } from "#app/domain/placements/placement-id";
import { approvalSchema, decisions, reviewSchemas } from "#app/domain/placements/review-decision";
import { homeOf, notFound, page, redirectWith, submit, unwrap } from "#app/http/handler.server";
import { formatDate } from "#app/i18n/format";
import { translator } from "#app/i18n/instance.server";
import { toWgs84 } from "#app/platform/projection.server";
import { decideOnListing, readReview, type Said } from "#app/services/placements/review-listing.server";

export const loader = page(["coordinator", "admin"], async ({ actor, params }) => {
  const id = readPlacementId(params.id);
  if (id === null) throw notFound();
  const { review } = unwrap(await readReview(actor, id));
  const { point, employerId: _employer, ...placement } = review.placement;
  return { ...review, placement, coordinates: toWgs84(point), home: homeOf(actor) };
});

export const action = submit(["coordinator", "admin"], async ({ actor, params, form }) => {
  const id = readPlacementId(params.id);
  if (id === null) throw notFound();
  // Somebody else's listing is not found, whatever the form says.
  const { review } = unwrap(await readReview(actor, id));
  const decision = decisions.find((one) => one === form.get("beslut"));
  if (!decision) throw notFound();
  const { unknown, supportUnknown, placement } = review;
  const schema =
    decision === "approved"
      ? approvalSchema({ unknown, supportUnknown, supportLevel: placement.supportLevel })
      : reviewSchemas[decision];
  const submission = parseWithZod(form, { schema });
  if (submission.status !== "success")
    return data({ taken: false, answer: { decision, result: submission.reply() } as ReviewAnswer }, 400);
  const said = { decision, form: submission.value } as Said;
  const decided = await decideOnListing(actor, id, said, toldIn(said, placement.title));
  if (decided.ok) return redirectWith(homeOf(actor), `listing_${decision}`);
  if (decided.code === "wrong_status") return data({ taken: true, answer: null as ReviewAnswer }, 409);
  return unwrap(decided);
});

/** A refusal in the words of its mail, for the contact log that coordinators read. */
function toldIn(said: Said, title: string): string {
  if (said.decision !== "refused") return "";
  const t = translator("sv", "offer");
  const reasons = said.form.reasons.filter((reason) => reason !== "other");
  return [
    t("mail.decided.refused.subject", { title }),
    ...reasons.map((reason) => `– ${t(`reason.${reason}`)}.`),
    said.form.note,
  ]
    .filter(Boolean)
    .join("\n");
}

/** The page's title, read by root. */
export const handle = { title: "offer:review.title" };

export default function ReviewPlacement() {
  const review = useLoaderData<typeof loader>();
  const result = useActionData<typeof action>();
  const { t } = useTexts("offer");
  const { placement, contact } = review;
  const given = result && "taken" in result ? result : null;
  const isWaiting = review.offerStatus === "more_needed";
  const [asked] = review.earlier;
  const inReview = placement.status === "in_review";
  return (
    <>
      <Crumbs steps={[{ to: review.home, text: t("review.crumb") }]} here={t("review.title")} />
      <PageTitle
        title={placement.title}
        lead={t("review.lead", { employer: placement.employerName, locality: placement.locality })}
      />
      {given?.taken ? (
        <Note tone="warn" role="alert">
          <p>{t("review.taken")}</p>
        </Note>
      ) : null}
      {inReview ? null : (
        <Note>
          <p>
            {t("review.decided", {
              status: t(`vocabulary:placementStatus.${placement.status}`).toLowerCase(),
            })}{" "}
            <Link to={`/platser/${placement.id}`}>{t("state.see")}</Link>
          </p>
        </Note>
      )}
      {inReview && !isWaiting && asked?.decision === "more_needed" && review.changed ? (
        <ReviewQuestion asked={asked} changed={review.changed} />
      ) : null}
      {inReview && isWaiting ? (
        <Note>
          <p>{t("review.waiting")}</p>
        </Note>
      ) : null}
      <div className="pk-two pk-two--right">
        <div className="pk-stack">
          <ReviewFindings
            findings={review.findings}
            hours={{ min: placement.hoursMin, max: placement.hoursMax }}
            capacity={placement.capacity}
            othersAtAddress={review.othersAtAddress}
            othersWithPhone={review.othersWithPhone}
          />
          <ReviewedListing
            placement={placement}
            unknown={inReview ? review.unknown : []}
            supportUnknown={inReview && review.supportUnknown}
          />
          {inReview ? (
            <>
              <ApproveForm
                answer={given?.answer ?? null}
                kinds={placement.kinds}
                supportUnknown={review.supportUnknown}
                unknown={review.unknown}
                claim={
                  review.isClaim && contact ? { name: contact.name, employer: placement.employerName } : null
                }
              />
              {isWaiting ? null : (
                <ReasonsForm
                  decision="more_needed"
                  answer={given?.answer ?? null}
                  callPhone={review.callPhone}
                />
              )}
              <ReasonsForm decision="refused" answer={given?.answer ?? null} callPhone={review.callPhone} />
            </>
          ) : null}
        </div>
        <div className="pk-stack">
          <FactPanel id="arbetsgivaren" title={t("review.employer")}>
            <Employer />
          </FactPanel>
          {review.earlier.length > 0 ? <Earlier /> : null}
          <ReviewedPlace placement={placement} coordinates={review.coordinates} />
        </div>
      </div>
    </>
  );
}

function Employer() {
  const { placement, organisationNumber, employerVerified, contact, home } = useLoaderData<typeof loader>();
  const { t } = useTexts(["offer", "register"]);
  return (
    <>
      <dl className="pk-dl">
        <div>
          <dt>{t("review.employer")}</dt>
          <dd>
            {placement.employerName}
            <br />
            <span className="pk-soft">{t(employerVerified ? "review.verified" : "review.unverified")}</span>
          </dd>
        </div>
        <div>
          <dt>{t("review.number")}</dt>
          <dd className="pk-num">{organisationNumber ?? t("register:page.noNumber")}</dd>
        </div>
        <div>
          <dt>{t("review.contact")}</dt>
          <dd>{contact ? <Contact contact={contact} /> : t("review.noContact")}</dd>
        </div>
      </dl>
      {home === "/samordnare" ? (
        <p>
          <Link className="pk-tap" to={`/samordnare/platser/${placement.id}`}>
            {t("review.edit")}
          </Link>
        </p>
      ) : null}
    </>
  );
}

function Contact({ contact }: { contact: { name: string; email: string; phone: string } }) {
  return (
    <>
      {contact.name}
      <br />
      <a className="pk-tap" href={`tel:${contact.phone.replace(/[^\d+]/g, "")}`}>
        {contact.phone}
      </a>
      <br />
      <a className="pk-tap" href={`mailto:${contact.email}`}>
        {contact.email}
      </a>
    </>
  );
}

function Earlier() {
  const { earlier } = useLoaderData<typeof loader>();
  const { t, i18n } = useTexts("offer");
  return (
    <FactPanel id="tidigare" title={t("review.earlier")}>
      <ul className="pk-stack">
        {earlier.map((one) => (
          <li key={one.id}>
            <p>
              {t("review.by", {
                decision: t(`review.decision.${one.decision}`),
                name: one.userName,
                day: formatDate(i18n.language, one.decidedAt),
              })}
            </p>
            {one.reasons.length > 0 ? (
              <p className="pk-soft">{one.reasons.map((reason) => t(`reason.${reason}`)).join(". ")}</p>
            ) : null}
            {one.note ? <p className="pk-soft pk-prose">{one.note}</p> : null}
          </li>
        ))}
      </ul>
    </FactPanel>
  );
}
