import { Icon } from "#app/components/ui/icon";
import { useTexts } from "#app/components/ui/use-texts";
import type { Adaptation } from "#app/domain/placements/vocabulary";

/** What the workplace can adapt. Nothing is shown for nothing. */
export function AdaptationList({ adaptations }: { adaptations: readonly Adaptation[] }) {
  const { t } = useTexts("placements");
  if (adaptations.length === 0) return null;
  return (
    <ul className="pk-adapt" aria-label={t("card.adaptations")}>
      {adaptations.map((adaptation) => (
        <li key={adaptation}>
          <Icon name="check" />
          {t(`vocabulary:adaptation.${adaptation}`)}
        </li>
      ))}
    </ul>
  );
}
