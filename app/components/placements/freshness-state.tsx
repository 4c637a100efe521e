import { State } from "#app/components/ui/state";
import { useTexts } from "#app/components/ui/use-texts";
import type { Freshness } from "#app/domain/placements/freshness";

/** How long ago somebody said that the placement is still right. Always shown, never hidden. */
export function FreshnessState({ freshness: { days, tone } }: { freshness: Freshness }) {
  const { t } = useTexts("placements");
  const key = tone === "warn" ? "fresh.old" : "fresh.days";
  return <State tone={tone}>{days === 0 ? t("fresh.today") : t(key, { count: days })}</State>;
}
