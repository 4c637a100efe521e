import { data, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { OwnRatingForm, type RatingAnswer } from "#app/components/followups/own-rating-form";
import { RatingRefusal } from "#app/components/followups/rating-refusal";
import { answerText } from "#app/components/followups/rating-words";
import { Crumbs } from "#app/components/ui/crumbs";
import { Note } from "#app/components/ui/note";
import { PageTitle } from "#app/components/ui/page-title";
import { Unfold } from "#app/components/ui/unfold";
import { useTexts } from "#app/components/ui/use-texts";
import { type InstrumentVersion, inLanguage } from "#app/domain/followups/instrument";
import { readRatingForm } from "#app/domain/followups/rating-form";
import { page, submit, unwrap } from "#app/http/handler.server";
import { readAnew } from "#app/http/read-anew";
import { formatDate } from "#app/i18n/format";
import { type OwnRating, readOwnRatings, saveOwnRatings } from "#app/services/followups/own-rating.server";

const here = "/min-sida/skattning";

export const loader = page(["participant"], async ({ actor, url }) => {
  const { places, wordings, today } = unwrap(await readOwnRatings(actor));
  return { places, wordings, today, hasSaved: url.searchParams.get("sparat") === "1" };
});

/** Sent again the same day, it is changed. */
export const action = submit(["participant"], async ({ actor, form }) => {
  const rated = readRatingForm(form);
  const typed = Object.fromEntries(rated.map((one) => [one.agreementId, one.typed]));
  if (rated.length === 0) return data<RatingAnswer>({ typed, missing: {}, whole: "nothing" }, 400);
  const saved = await saveOwnRatings(actor, rated);
  if (saved.ok) return redirect(`${here}?sparat=1`, 303);
  if (saved.code === "incomplete") return data<RatingAnswer>({ typed, missing: saved.missing }, 400);
  if (saved.code === "changed") return data<RatingAnswer>({ typed, missing: {}, whole: "changed" }, 409);
  return unwrap(saved) as never;
});

export const shouldRevalidate = readAnew;

/** The page's title, read by root. */
export const handle = { title: "ratings:own.title" };

/** The participant's own answers: a statement at a time, with pictures, read aloud where the browser can. */
export default function OwnRatingPage() {
  const { places, wordings, today, hasSaved } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>() ?? null;
  const { t } = useTexts("ratings");
  const isAnswered = places.some(({ before }) => before[0]?.day === today);
  return (
    <div className="pk-stack pk-narrow">
      <Crumbs steps={[{ to: "/min-sida", text: t("own.back") }]} here={t("own.title")} />
      <PageTitle title={t("own.title")} lead={t(places.length > 0 ? "own.lead" : "own.none")} />
      {hasSaved && !answer ? (
        <Note tone="ok" role="status">
          <p>
            <strong>{t("own.saved")}</strong> {t("own.savedText")}
          </p>
        </Note>
      ) : null}
      <RatingRefusal answer={answer} places={places} say="plain" />
      {places.length > 0 ? (
        <>
          <p>{t("own.who")}</p>
          {isAnswered && !hasSaved ? <p className="pk-soft">{t("own.answeredToday")}</p> : null}
          {hasSaved && !answer ? null : <OwnRatingForm places={places} answer={answer} />}
          <Before places={places} wordings={wordings} />
        </>
      ) : null}
    </div>
  );
}

/** What one has answered before, day by day. */
function Before({
  places,
  wordings,
}: {
  places: readonly OwnRating[];
  wordings: readonly InstrumentVersion[];
}) {
  const { t, i18n } = useTexts("ratings");
  const before = places.flatMap((place) => place.before);
  if (before.length === 0) return null;
  const wordOf = (code: string, id: string) => {
    const item = wordings.find((one) => one.code === code)?.items.find((one) => one.id === id);
    return item ? inLanguage(item.plain, i18n.language) : id;
  };
  return (
    <Unfold title={t("own.before")}>
      {before.map(({ day, code, answers }) => (
        <section key={`${day} ${code}`} className="pk-stack">
          <h2 className="pk-h3">{t("own.beforeDay", { day: formatDate(i18n.language, day) })}</h2>
          <ul>
            {Object.entries(answers).map(([id, said]) => (
              <li key={id}>
                {wordOf(code, id)} <b>{typeof said === "number" ? t(`face.${said}`) : answerText(t, said)}</b>
              </li>
            ))}
          </ul>
        </section>
      ))}
    </Unfold>
  );
}
