import { lazy, Suspense, useEffect, useState } from "react";
import { Note } from "#app/components/ui/note";
import { useTexts } from "#app/components/ui/use-texts";
import type { AddressSource, FoundAddress } from "#app/domain/geo/found-address";
import type { Coordinates } from "#app/domain/geo/point";

const PinStage = lazy(() =>
  import("#app/components/placements/offer-pin.client").catch(() => ({ default: NoStage })),
);

/**
 * Where the workplace is. Without script: the button asks the server, which answers with places to choose from. With
 * it: a map with a pin too, moved by mouse, finger or arrow keys.
 */
export function OfferPin(props: {
  lat: string;
  lon: string;
  /** The middle of the locality, where the map opens while there is no pin. */
  near: Coordinates | null;
  candidates: FoundAddress[] | null;
  /** How they were found. */
  source: AddressSource;
  onMove: () => void;
}) {
  const { t } = useTexts("offer");
  const [script, setScript] = useState(false);
  const [pin, setPin] = useState(readPin(props.lat, props.lon));
  const [removed, setRemoved] = useState(false);
  useEffect(() => setScript(true), []);
  const first = props.candidates?.[0];
  const start = pin ?? first ?? null;
  // A search moves the pin to its first answer.
  useEffect(() => {
    if (first) setPin({ lat: first.lat, lon: first.lon });
  }, [first]);
  const move = (to: Coordinates) => {
    setPin(to);
    setRemoved(false);
    props.onMove();
  };
  const shown = removed ? null : start;
  return (
    <section className="pk-panel pk-stack" aria-labelledby="punkt">
      <h2 id="punkt">{t("pin.title")}</h2>
      <p className="pk-row">
        <button
          className="ds-button"
          data-variant="secondary"
          type="submit"
          name="gor"
          value="sok"
          formNoValidate
        >
          {t("pin.find")}
        </button>
        <span className="pk-soft pk-small">{t("pin.findHint")}</span>
      </p>
      {props.candidates?.length === 0 ? (
        <Note tone="warn" role="status">
          <p>{t("pin.none")}</p>
        </Note>
      ) : null}
      {props.candidates && props.candidates.length > 0 ? (
        <fieldset className="pk-question">
          <legend className="ds-label">{t("pin.candidates")}</legend>
          <p className="pk-soft pk-small" role="status">
            {t(`pin.source.${props.source}`)}
          </p>
          <div className="pk-levels pk-offer__candidates">
            {props.candidates.map(({ lat, lon, label }, index) => (
              <label className="pk-check" key={`${lat},${lon}`}>
                <input
                  className="ds-input"
                  type="radio"
                  name="candidate"
                  value={`${lat},${lon}`}
                  {...(script
                    ? { checked: pin?.lat === lat && pin.lon === lon, onChange: () => move({ lat, lon }) }
                    : { defaultChecked: index === 0 })}
                />
                <span>{label}</span>
              </label>
            ))}
          </div>
        </fieldset>
      ) : null}
      <input type="hidden" name="lat" value={shown ? shown.lat.toFixed(6) : ""} />
      <input type="hidden" name="lon" value={shown ? shown.lon.toFixed(6) : ""} />
      {script ? (
        <Suspense fallback={<p className="pk-soft">{t("geo:map.loading")}</p>}>
          <PinStage pin={shown} near={props.near} onMove={move} />
        </Suspense>
      ) : null}
      {shown ? (
        <label className="pk-check">
          <input
            className="ds-input"
            type="checkbox"
            name="noPin"
            value="yes"
            {...(script ? { checked: false, onChange: () => setRemoved(true) } : {})}
          />
          <span>{t("pin.remove")}</span>
        </label>
      ) : null}
    </section>
  );
}

function readPin(lat: string, lon: string): Coordinates | null {
  return lat && lon && Number.isFinite(Number(lat)) && Number.isFinite(Number(lon))
    ? { lat: Number(lat), lon: Number(lon) }
    : null;
}

function NoStage() {
  const { t } = useTexts("geo");
  return <p className="pk-soft">{t("map.failed")}</p>;
}
