import { useTexts } from "#app/components/ui/use-texts";
import type { OwnRating } from "#app/domain/profiles/own-rating";
import { formatDate } from "#app/i18n/format";

/** What the participant has said of the own self-confidence, the newest first. For staff, beside what they noted. */
export function OwnRatings({ ratings }: { ratings: readonly OwnRating[] }) {
  const { t } = useTexts("kartlaggning");
  return (
    <section className="pk-panel pk-stack" aria-labelledby="egen-skattning">
      <h2 id="egen-skattning">{t("ownRating.heading")}</h2>
      <p className="pk-soft">{t("ownRating.lead")}</p>
      {ratings.length === 0 ? <p>{t("ownRating.none")}</p> : <OwnRatingList ratings={ratings} />}
    </section>
  );
}

/** One line a day: what was said, and when. */
export function OwnRatingList({ ratings }: { ratings: readonly OwnRating[] }) {
  const { t, i18n } = useTexts("kartlaggning");
  return (
    <ul className="pk-stack">
      {ratings.map(({ rating, on }) => (
        <li key={on}>
          <b>{t(`word.rating.${rating}`)}</b>{" "}
          <time className="pk-soft" dateTime={on}>
            {formatDate(i18n.language, on)}
          </time>
        </li>
      ))}
    </ul>
  );
}
