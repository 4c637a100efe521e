import { Link } from "@remix-run/react";
import { markOf } from "#app/components/geo/mark";
import { AdaptationList } from "#app/components/placements/adaptation-list";
import { DemandMeters, mainDemands } from "#app/components/placements/demand-meters";
import { FreeSlots } from "#app/components/placements/free-slots";
import { FreshnessState } from "#app/components/placements/freshness-state";
import { PlacementFacts } from "#app/components/placements/placement-facts";
import { KindMark } from "#app/components/ui/kind-mark";
import { useTexts } from "#app/components/ui/use-texts";
import type { Coordinates } from "#app/domain/geo/point";
import type { Freshness } from "#app/domain/placements/freshness";
import type { PlacementCard as Placement } from "#app/domain/placements/placement";

/** As the page knows it: degrees instead of metres. */
export type ListedPlacement = Omit<Placement, "point"> & { freshness: Freshness; coordinates: Coordinates };

/** A placement in the result list: one target, everything that decides whether to open it. */
export function PlacementCard(props: {
  placement: ListedPlacement;
  selected: boolean;
  onPoint: (id: number) => void;
  /** The start that free slots are counted for, an ISO date; null is now. */
  from: string | null;
}) {
  const { placement, selected, onPoint, from } = props;
  const { t } = useTexts("placements");
  const kind = placement.kinds[0] ?? "praktik";
  return (
    <article
      className="pk-panel pk-place"
      data-selected={selected ? "" : undefined}
      onFocus={() => onPoint(placement.id)}
    >
      <header className="pk-place__head" data-kind={markOf(kind)}>
        <KindMark kind={kind} />
        <p className="pk-place__kind">
          <span className="pk-kindname">
            {placement.kinds.map((one) => t(`vocabulary:kind.${one}`)).join(", ")}
          </span>{" "}
          {t("card.inPlace", { place: placement.locality })}
        </p>
        <h3>
          <Link to={`/platser/${placement.id}`}>{placement.title}</Link>
        </h3>
        <p className="pk-soft">{placement.employerName}</p>
      </header>
      <PlacementFacts placement={placement} />
      <div className="pk-place__mid pk-stack" style={{ "--pk-stack": "var(--pk-3)" } as React.CSSProperties}>
        <DemandMeters levels={placement.demands} shown={mainDemands} />
        <AdaptationList adaptations={placement.adaptations} />
      </div>
      <footer className="pk-place__foot">
        <FreshnessState freshness={placement.freshness} />
        <FreeSlots free={placement.freeSlots} capacity={placement.capacity} from={from} />
      </footer>
    </article>
  );
}
