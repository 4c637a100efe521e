import { PlacementMap } from "#app/components/geo/placement-map";
import { useTexts } from "#app/components/ui/use-texts";
import type { Coordinates } from "#app/domain/geo/point";
import type { MatchView } from "#app/domain/matching/match-view";

/** The suggestions of a page by number, and a ring as far as the person can travel. */
export function MatchMap(props: {
  matches: readonly MatchView[];
  start: Coordinates;
  km: number;
  place: string;
}) {
  const { t } = useTexts("matching");
  const { matches, start, km } = props;
  return (
    <PlacementMap
      label={t("page.mapLabel", { count: matches.length })}
      aspectRatio={1.05}
      legend={false}
      reach={{ point: start, km }}
      bounds={around(start, km)}
      markers={matches.map(({ rank, place }) => ({
        id: place.id,
        lat: place.coordinates.lat,
        lon: place.coordinates.lon,
        kinds: place.kinds,
        title: place.title,
        locality: place.locality,
        employer: place.employerName,
        href: `#plats-${place.id}`,
        ...(rank === null ? {} : { number: rank }),
      }))}
      note={t("page.reach", { km, place: props.place })}
    />
  );
}

const kmADegree = 111.32;

/** West, south, east, north of the ring, with a little air. */
function around({ lat, lon }: Coordinates, km: number): [number, number, number, number] {
  const north = (Math.max(km, 2) * 1.1) / kmADegree;
  const east = north / Math.cos((lat * Math.PI) / 180);
  return [lon - east, lat - north, lon + east, lat + north];
}
