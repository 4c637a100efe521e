import { OwnRatingList } from "#app/components/profiles/kartlaggning/own-ratings";
import { Choices } from "#app/components/ui/choices";
import type { FormField } from "#app/components/ui/form-field";
import { useTexts } from "#app/components/ui/use-texts";
import { answerLists } from "#app/domain/profiles/kartlaggning-parts";
import type { OwnRating } from "#app/domain/profiles/own-rating";

/**
 * The participant's own answer to how much one believes in oneself, and what one said before. It stands in the page's one
 * form: what is typed in its other fields is not lost when this is saved.
 */
export function RateOneself({ field, ratings }: { field: FormField; ratings: readonly OwnRating[] }) {
  const { t } = useTexts("kartlaggning");
  return (
    <section className="pk-panel pk-stack" aria-labelledby="tro">
      <h2 id="tro">{t("ownRating.ask")}</h2>
      <p>{t("ownRating.why")}</p>
      <Choices
        field={field}
        ns="kartlaggning"
        type="radio"
        legend={t("ownRating.legend")}
        choices={answerLists.rating.map((value) => ({ value, label: t(`word.rating.${value}`) }))}
      />
      <button className="ds-button pk-big" data-variant="secondary" type="submit" name="gor" value="skatta">
        {t("ownRating.save")}
      </button>
      {ratings.length > 0 ? (
        <>
          <h3>{t("ownRating.before")}</h3>
          <OwnRatingList ratings={ratings} />
        </>
      ) : null}
    </section>
  );
}
