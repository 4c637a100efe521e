import { numberText } from "#app/components/placements/number-text";
import { useTexts } from "#app/components/ui/use-texts";
import { scoreParts, type Weights } from "#app/domain/matching/weights";

/** The six parts, what each means and how many points it can give. */
export function WeightList({ weights }: { weights: Weights }) {
  const { t, i18n } = useTexts(["weights", "matching"]);
  return (
    <dl className="pk-dl">
      {scoreParts.map((part) => (
        <div key={part}>
          <dt>{t(`matching:part.${part}`)}</dt>
          <dd>
            <strong className="pk-num">{numberText(weights[part], i18n.language)}</strong>
            <p className="pk-soft">{t(`explained.${part}`)}</p>
          </dd>
        </div>
      ))}
    </dl>
  );
}
