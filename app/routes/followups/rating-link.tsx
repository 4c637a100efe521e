import { data, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { LinkedRatingForm } from "#app/components/followups/linked-rating-form";
import type { RatingAnswer } from "#app/components/followups/own-rating-form";
import { RatingRefusal } from "#app/components/followups/rating-refusal";
import { Note } from "#app/components/ui/note";
import { PageTitle } from "#app/components/ui/page-title";
import { useTexts } from "#app/components/ui/use-texts";
import { readRatingForm } from "#app/domain/followups/rating-form";
import { page, submit } from "#app/http/handler.server";
import { readAnew } from "#app/http/read-anew";
import { formatDay, formatMonth } from "#app/i18n/format";
import { readLinkedRating, saveLinkedRating } from "#app/services/followups/linked-rating.server";
import type { SupervisorLinkProblem } from "#app/services/followups/supervisor-link.server";

const gone: Record<SupervisorLinkProblem, number> = { link_unknown: 404, link_expired: 410, link_over: 410 };
const isGone = (code: string): code is SupervisorLinkProblem => code in gone;

/** Opening the link changes nothing: programs that scan mail open links. */
export const loader = page("public", async ({ params, url }) => {
  const read = await readLinkedRating(params.token ?? "");
  const hasSaved = url.searchParams.get("sparat") === "1";
  if (!read.ok) return data({ dead: read.code, linked: null, hasSaved }, gone[read.code]);
  const { month, supervisor, until, people, instrument } = read;
  return data({ dead: null, linked: { month, supervisor, until, people, instrument }, hasSaved });
});

/** The month's answers. Sent again, it is the same; changed and sent again, it is changed. */
export const action = submit("public", async ({ params, form }) => {
  const token = params.token ?? "";
  const rated = readRatingForm(form);
  const typed = Object.fromEntries(rated.map((one) => [one.agreementId, one.typed]));
  const refused = (answer: Omit<RatingAnswer, "typed">, status: number) =>
    data<RatingAnswer>({ ...answer, typed }, status);
  const saved = await saveLinkedRating(token, rated);
  if (saved.ok) return redirect(`/skattning/${encodeURIComponent(token)}?sparat=1`, 303);
  if (saved.code === "incomplete") return refused({ missing: saved.missing }, 400);
  if (saved.code === "nothing") return refused({ missing: {}, whole: "nothing" }, 400);
  return refused({ missing: {}, whole: "changed" }, isGone(saved.code) ? gone[saved.code] : 409);
});

export const shouldRevalidate = readAnew;

/** The page's title, read by root. */
export const handle = { title: "ratings:link.titlePlain" };

/** A supervisor's month: one page for all the own people, without an account, without anybody else's answers. */
export default function RatingLinkPage() {
  const { dead, linked, hasSaved } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>() ?? null;
  const { t, i18n } = useTexts("ratings");
  if (!linked) {
    const what = (dead ?? "link_unknown").replace("link_", "");
    return <PageTitle title={t(`link.${what}.title`)} lead={t(`link.${what}.text`)} />;
  }
  const { month, supervisor, until, people, instrument } = linked;
  return (
    <div className="pk-stack pk-narrow">
      <PageTitle
        title={t("link.title", { month: formatMonth(i18n.language, month) })}
        lead={t("link.lead")}
      />
      {hasSaved && !answer ? (
        <Note tone="ok" role="status">
          <p>
            <strong>{t("link.saved")}</strong> {t("link.savedText")}
          </p>
        </Note>
      ) : (
        <p>{t("link.forWhom", { name: supervisor })}</p>
      )}
      <RatingRefusal
        answer={answer}
        places={people.map((person) => ({ ...person, instrument }))}
        say="statement"
      />
      {people.length > 1 ? <p>{t("link.partly")}</p> : null}
      <LinkedRatingForm people={people} instrument={instrument} answer={answer} />
      <p className="pk-soft">{t("link.until", { day: formatDay(i18n.language, until) })}</p>
    </div>
  );
}
