import { State } from "#app/components/ui/state";
import { useTexts } from "#app/components/ui/use-texts";
import type { Freshness } from "#app/domain/placements/freshness";

/** Where a confirmation stands otherwise: nobody meets the placement before somebody has looked it through. */
export function UnderReview() {
  const { t } = useTexts("placements");
  return <State tone="neutral">{t("fresh.inReview")}</State>;
}

/** How long ago somebody said that the placement is still right. Always shown, but for one that is under review. */
export function FreshnessState({ freshness: { days, tone } }: { freshness: Freshness }) {
  const { t } = useTexts("placements");
  const key = tone === "warn" ? "fresh.old" : "fresh.days";
  return <State tone={tone}>{days === 0 ? t("fresh.today") : t(key, { count: days })}</State>;
}
