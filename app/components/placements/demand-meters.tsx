import { Meter } from "#app/components/ui/meter";
import { useTexts } from "#app/components/ui/use-texts";
import { type Demand, demands, type Levels } from "#app/domain/placements/vocabulary";

/** The six demands that a card shows; the placement's own page shows all ten. */
export const mainDemands = [
  "lyft",
  "staende",
  "tempo",
  "buller",
  "sociala_kontakter",
  "tala_svenska",
] as const;

/** Demands as meters with words: a demand is neither good nor bad. */
export function DemandMeters({ levels, shown = demands }: { levels: Levels; shown?: readonly Demand[] }) {
  const { t } = useTexts("vocabulary");
  return (
    <dl className="pk-meters">
      {shown.map((demand) => (
        <Meter
          key={demand}
          label={t(`demand.${demand}`)}
          level={levels[demand]}
          word={t(`demandLevel.${demand}.${levels[demand]}`)}
        />
      ))}
    </dl>
  );
}
