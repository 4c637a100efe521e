import { PlacementMap } from "#app/components/geo/placement-map";
import { useTexts } from "#app/components/ui/use-texts";
import type { DayRow } from "#app/domain/followups/coach-day";
import { visitMinutes } from "#app/domain/followups/visit-order";
import type { Coordinates } from "#app/domain/geo/point";
import { formatClock, formatDay, formatNumber } from "#app/i18n/format";

type Stop = Omit<DayRow, "point"> & { at: string | null; km: number | null; where: Coordinates | null };

/** Where the visits are, on a map and in a list that is there without it, in a proposed order. */
export function DayMap({ way }: { way: { of: "today" | "week"; stops: readonly Stop[]; km: number } }) {
  const { t, i18n } = useTexts("visit");
  const { stops, km, of } = way;
  if (stops.length === 0) return null;
  const number = (value: number) => formatNumber(i18n.language, value, value < 10 ? 1 : 0);
  const known = stops.flatMap((stop, place) =>
    stop.where ? [{ ...stop, where: stop.where, number: place + 1 }] : [],
  );
  return (
    <section className="pk-panel pk-stack pk-day-jump" aria-labelledby="resan">
      <h2 id="resan" className="pk-h3">
        {t(of === "today" ? "day.mapTitle" : "day.mapWeek")}
      </h2>
      {known.length > 0 ? (
        <PlacementMap
          label={t("day.mapLabel", { count: known.length })}
          aspectRatio={1.9}
          legend={false}
          markers={known.map((stop) => ({
            id: stop.id,
            lat: stop.where.lat,
            lon: stop.where.lon,
            kinds: [stop.kind],
            title: stop.employerName,
            locality: stop.locality,
            href: `#resa-${stop.id}`,
            number: stop.number,
          }))}
        />
      ) : null}
      <p className="pk-soft pk-small">{t("day.order", { minutes: visitMinutes })}</p>
      <ol className="pk-way">
        {stops.map((stop, place) => (
          <li key={stop.id} id={`resa-${stop.id}`}>
            <b aria-hidden="true">{place + 1}</b>
            <div>
              <p>
                <b>{stop.employerName}</b>
                {stop.locality ? `, ${stop.locality}` : ""}
              </p>
              <p className="pk-soft pk-small">
                {[
                  of === "week" ? formatDay(i18n.language, stop.dueOn) : "",
                  stop.at ? t("day.booked", { time: formatClock(stop.at) }) : "",
                  place === 0 ? t("day.first") : stop.km === null ? "" : t("day.km", { km: number(stop.km) }),
                  stop.where ? "" : t("day.unknown"),
                ]
                  .filter(Boolean)
                  .join(" · ")}
              </p>
              {stop.where ? (
                <a className="pk-tap" href={mapAddress(stop.where)} rel="noreferrer" target="_blank">
                  {t("day.directions")}
                  <span className="ds-sr-only"> {stop.employerName}</span>
                </a>
              ) : null}
            </div>
          </li>
        ))}
      </ol>
      {km > 0 ? <p>{t("day.whole", { km: number(km) })}</p> : null}
      <p className="pk-soft pk-small">{t("day.directionsHint")}</p>
    </section>
  );
}

/** A map's address with the place alone: not who, not why, not from where. */
function mapAddress({ lat, lon }: Coordinates): string {
  return `https://www.openstreetmap.org/directions?to=${lat}%2C${lon}`;
}
