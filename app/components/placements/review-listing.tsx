import { PlacementMap } from "#app/components/geo/placement-map";
import { AdaptationList } from "#app/components/placements/adaptation-list";
import { DemandMeters } from "#app/components/placements/demand-meters";
import { TimeFacts } from "#app/components/placements/time-facts";
import { useTexts } from "#app/components/ui/use-texts";
import type { Coordinates } from "#app/domain/geo/point";
import type { PlacementDetails } from "#app/domain/placements/placement";
import { boundsAround } from "#app/domain/placements/view-bounds";
import { type Demand, demands } from "#app/domain/placements/vocabulary";

type Shown = Omit<PlacementDetails, "point" | "employerId">;

/** A listing as others will see it, with what nobody knows yet left out. */
export function ReviewedListing(props: {
  placement: Shown;
  unknown: readonly Demand[];
  supportUnknown?: boolean;
}) {
  const { t } = useTexts("placements");
  const { placement, unknown } = props;
  return (
    <>
      <section className="pk-panel pk-stack" aria-labelledby="uppgifter">
        <h2 id="uppgifter">{t("show.what")}</h2>
        {placement.description ? <p className="pk-prose">{placement.description}</p> : null}
        <p>
          <span className="pk-label">{t("show.tasks")}</span>
          {placement.tasks.map((task) => t(`vocabulary:task.${task}`)).join(", ")}
        </p>
        <TimeFacts placement={placement} supportUnknown={props.supportUnknown} />
      </section>
      <section className="pk-panel pk-stack" aria-labelledby="krav">
        <h2 id="krav">{t("show.demands")}</h2>
        <DemandMeters
          levels={placement.demands}
          shown={demands.filter((demand) => !unknown.includes(demand))}
        />
        {placement.adaptations.length > 0 ? (
          <AdaptationList adaptations={placement.adaptations} />
        ) : (
          <p>{t("show.noAdaptations")}</p>
        )}
        {placement.otherRequirements.length > 0 ? (
          <ul className="pk-list">
            {placement.otherRequirements.map((requirement) => (
              <li key={requirement}>{t(`vocabulary:requirement.${requirement}`)}</li>
            ))}
          </ul>
        ) : null}
      </section>
    </>
  );
}

/** Where it is, in words and on the map. */
export function ReviewedPlace({ placement, coordinates }: { placement: Shown; coordinates: Coordinates }) {
  const { t } = useTexts("placements");
  return (
    <section className="pk-stack" aria-labelledby="var">
      <h2 id="var">{t("show.where")}</h2>
      <p>{[...new Set([placement.address, placement.locality, placement.municipality])].join(", ")}</p>
      <PlacementMap
        label={t("show.mapLabel")}
        markers={[
          {
            id: placement.id,
            ...coordinates,
            kinds: placement.kinds,
            title: placement.title,
            locality: placement.locality,
            employer: placement.employerName,
          },
        ]}
        bounds={boundsAround({ point: coordinates, km: 6 }, [])}
        selectedId={placement.id}
        legend={false}
        aspectRatio={1.6}
      />
    </section>
  );
}
