import { spanText } from "#app/components/placements/number-text";
import { Icon } from "#app/components/ui/icon";
import { useTexts } from "#app/components/ui/use-texts";
import type { PlacementCard } from "#app/domain/placements/placement";

/** Hours a week, and how far away it is when the search starts somewhere. */
export function PlacementFacts({
  placement,
}: {
  placement: Pick<PlacementCard, "hoursMin" | "hoursMax" | "distanceKm">;
}) {
  const { t, i18n } = useTexts("placements");
  const { hoursMin, hoursMax, distanceKm } = placement;
  return (
    <ul className="pk-facts">
      <li>
        <Icon name="clock" />
        <span>
          <strong>
            {t(hoursMax === 1 ? "card.hour" : "card.hours", {
              hours: spanText(hoursMin, hoursMax, i18n.language),
            })}
          </strong>{" "}
          {t("card.perWeek")}
        </span>
      </li>
      {distanceKm === null ? null : (
        <li>
          <Icon name="pin" />
          <span>
            <strong>
              {distanceKm < 1 ? t("card.here") : t("card.distance", { km: Math.round(distanceKm) })}
            </strong>{" "}
            {t("card.away")}
          </span>
        </li>
      )}
    </ul>
  );
}
