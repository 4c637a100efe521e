import { State } from "#app/components/ui/state";
import { useTexts } from "#app/components/ui/use-texts";
import type { Freshness } from "#app/domain/placements/freshness";
import type { PlacementStatus } from "#app/domain/placements/vocabulary";

/**
 * How long ago somebody said that the placement is still right. Always shown, but for one that is under review: nobody
 * meets it before somebody has looked it through. `status` where that may be.
 */
export function FreshnessState(props: { freshness: Freshness; status?: PlacementStatus }) {
  const { t } = useTexts("placements");
  const { days, tone } = props.freshness;
  if (props.status === "in_review") return <State tone="neutral">{t("fresh.inReview")}</State>;
  const key = tone === "warn" ? "fresh.old" : "fresh.days";
  return <State tone={tone}>{days === 0 ? t("fresh.today") : t(key, { count: days })}</State>;
}
