import { numberText } from "#app/components/placements/number-text";
import { Icon } from "#app/components/ui/icon";
import { State } from "#app/components/ui/state";
import { useTexts } from "#app/components/ui/use-texts";
import { fitOf } from "#app/domain/matching/fit";
import type { Reason, Tone } from "#app/domain/matching/reason";
import type { Score } from "#app/domain/matching/score";

/**
 * The score with its tally; a conflict shows no score. A score never stands alone (mock/README.md). `plain`, for the
 * participant: words for how well it fits instead of a number with a decimal.
 */
export function ScoreBox({
  score,
  reasons,
  plain = false,
}: {
  score: Score | null;
  reasons: readonly Reason[];
  plain?: boolean;
}) {
  const { t, i18n } = useTexts("matching");
  const count = (tone: Tone) => reasons.filter((reason) => reason.tone === tone).length;
  const [fits, adapts, clashes] = [count("yes"), count("adapt"), count("no")];
  return (
    <div className="pk-score">
      {score && plain ? (
        <p className="pk-score__words">
          <strong>{t(`own.fit.${fitOf(score.total)}`)}</strong>
        </p>
      ) : score ? (
        <p className="pk-score__num pk-num">
          {numberText(score.total, i18n.language)} <small>{t("card.of100")}</small>
        </p>
      ) : (
        <State tone="stop">{t("card.clash")}</State>
      )}
      <ul className="pk-tally">
        {fits > 0 ? (
          <li className="pk-fit" data-fit="yes">
            <Icon name="check" />
            {t("card.fits", { count: fits })}
          </li>
        ) : null}
        {adapts > 0 ? (
          <li className="pk-fit" data-fit="adapt">
            <Icon name="adapt" />
            {t("card.adapts", { count: adapts })}
          </li>
        ) : null}
        {clashes > 0 ? (
          <li className="pk-fit" data-fit="no">
            <Icon name="remove" />
            {t("card.clashes", { count: clashes })}
          </li>
        ) : null}
      </ul>
    </div>
  );
}
