import { Link } from "@remix-run/react";
import { numberText } from "#app/components/placements/number-text";
import { useTexts } from "#app/components/ui/use-texts";
import type { Score } from "#app/domain/matching/score";
import { scoreParts, type Weights } from "#app/domain/matching/weights";

/** How the points came about, part by part, and for those who may read it the way to the association's weights. */
export function ScoreParts({
  score,
  weights,
  mayRead,
}: {
  score: Score;
  weights: Weights;
  mayRead: boolean;
}) {
  const { t, i18n } = useTexts("matching");
  const number = (value: number) => numberText(value, i18n.language);
  return (
    <section>
      <h4>{t("card.parts")}</h4>
      <dl className="pk-dl">
        {scoreParts.map((part) => (
          <div key={part}>
            <dt>{t(`part.${part}`)}</dt>
            <dd className="pk-num">
              {t("card.partOf", { points: number(score.parts[part]), weight: number(weights[part]) })}
            </dd>
          </div>
        ))}
      </dl>
      {mayRead ? (
        <p>
          <Link className="pk-tap" to="/admin/viktning">
            {t("card.weights")}
          </Link>
        </p>
      ) : null}
    </section>
  );
}
