import "leaflet/dist/leaflet.css";
import L from "leaflet";
import { useEffect, useRef, useState } from "react";
import { loadBaseMap, loadJson } from "#app/components/geo/base-map.client";
import { type NamedPlace, PlaceNames } from "#app/components/geo/place-names.client";
import { useTexts } from "#app/components/ui/use-texts";
import type { Coordinates } from "#app/domain/geo/point";

const sweden = L.latLngBounds([55.2, 10.8], [69.1, 24.2]);
const covered = L.latLngBounds([53.5, 4], [71.6, 33]);
const zooms = { min: 4, max: 14, pin: 11 };
/** Pixels that an arrow key moves the pin, and with shift. */
const stepPixels = { near: 4, far: 40 };
const directions: Record<string, [x: number, y: number]> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
};

/** The map with one pin. Loaded only in a browser; see offer-pin.tsx. */
export default function PinStage(props: {
  pin: Coordinates | null;
  near: Coordinates | null;
  onMove: (to: Coordinates) => void;
}) {
  const { t } = useTexts(["offer", "geo"]);
  const stage = useRef<HTMLDivElement>(null);
  const map = useRef<L.Map | null>(null);
  const marker = useRef<L.Marker | null>(null);
  const latest = useRef(props);
  latest.current = props;
  const texts = useRef(t);
  texts.current = t;
  const [moves, setMoves] = useState(0);
  const [ready, setReady] = useState(false);

  const own = useRef(false);
  const moveTo = useRef((to: L.LatLng) => {
    own.current = true;
    latest.current.onMove({ lat: Number(to.lat.toFixed(6)), lon: Number(to.lng.toFixed(6)) });
    setMoves((count) => count + 1);
  });

  useEffect(() => {
    const element = stage.current;
    if (!element) return;
    const calm = window.matchMedia("(prefers-reduced-motion: reduce)").matches;
    const built = L.map(element, {
      attributionControl: false,
      zoomControl: false,
      minZoom: zooms.min,
      maxZoom: zooms.max,
      maxBounds: covered,
      zoomAnimation: !calm,
      fadeAnimation: !calm,
      markerZoomAnimation: !calm,
    });
    map.current = built;
    const names = built.createPane("names");
    names.style.zIndex = "450";
    names.style.pointerEvents = "none";
    const start = latest.current.pin ?? latest.current.near;
    if (start) built.setView([start.lat, start.lon], zooms.pin, { animate: false });
    else built.fitBounds(sweden, { animate: false });
    built.on("click", ({ latlng }) => moveTo.current(latlng));
    const resized = new ResizeObserver(() => built.invalidateSize({ animate: false }));
    resized.observe(element);
    setReady(true);
    addBase(built, element).catch(() => {});
    return () => {
      resized.disconnect();
      built.remove();
      map.current = null;
      marker.current = null;
    };
  }, []);

  const { pin } = props;
  useEffect(() => {
    const built = map.current;
    if (!ready || !built) return;
    if (!pin) {
      marker.current?.remove();
      marker.current = null;
      return;
    }
    const at = L.latLng(pin.lat, pin.lon);
    if (marker.current) marker.current.setLatLng(at);
    else {
      marker.current = pinMarker(at, texts.current("offer:pin.marker"), (to) => moveTo.current(to)).addTo(
        built,
      );
    }
    // A pin that a search set is shown near; one that was moved here stays where the eye is.
    if (!own.current) built.setView(at, Math.max(built.getZoom(), zooms.pin), { animate: false });
    own.current = false;
  }, [pin, ready]);

  return (
    <>
      <p className="pk-soft pk-small">{t("offer:pin.help")}</p>
      <div className="pk-map">
        <div className="pk-map__stage pk-offer__map">
          <section ref={stage} className="pk-map__canvas" aria-label={t("offer:pin.label")} />
          <div className="pk-map__zoom">
            <button type="button" aria-label={t("geo:map.zoomIn")} onClick={() => map.current?.zoomIn()}>
              <span aria-hidden="true">+</span>
            </button>
            <button type="button" aria-label={t("geo:map.zoomOut")} onClick={() => map.current?.zoomOut()}>
              <span aria-hidden="true">−</span>
            </button>
          </div>
          <p className="pk-map__source">
            {t("geo:map.source")} <a href="/karta/NOTICE.txt">{t("geo:map.sourceLink")}</a>
          </p>
        </div>
      </div>
      <p className="pk-row">
        <button
          className="ds-button"
          data-variant="tertiary"
          type="button"
          onClick={() => map.current && moveTo.current(map.current.getCenter())}
        >
          {t("offer:pin.place")}
        </button>
        <span role="status" className="pk-soft pk-small">
          {moves > 0 ? t("offer:pin.moved") : ""}
        </span>
      </p>
    </>
  );
}

function pinMarker(at: L.LatLng, label: string, onMove: (to: L.LatLng) => void): L.Marker {
  const element = document.createElement("button");
  element.type = "button";
  element.className = "pk-offer__pin";
  element.setAttribute("aria-label", label);
  const icon = L.divIcon({ html: element, className: "pk-map__pin", iconSize: [0, 0] });
  const marker = L.marker(at, { icon, draggable: true, keyboard: false });
  marker.on("dragend", () => onMove(marker.getLatLng()));
  marker.on("click", (event) => L.DomEvent.stop(event));
  element.addEventListener("keydown", (event) => {
    const direction = directions[event.key];
    const map = (marker as unknown as { _map?: L.Map })._map;
    if (!direction || !map) return;
    event.preventDefault();
    event.stopPropagation();
    const pixels = event.shiftKey ? stepPixels.far : stepPixels.near;
    const point = map.latLngToContainerPoint(marker.getLatLng());
    const to = map.containerPointToLatLng(point.add([direction[0] * pixels, direction[1] * pixels]));
    marker.setLatLng(to);
    map.panInside(to, { padding: [40, 40] });
    onMove(to);
  });
  return marker;
}

async function addBase(map: L.Map, element: HTMLElement): Promise<void> {
  const [base, named, source] = await Promise.all([
    loadBaseMap(element),
    loadJson<NamedPlace[]>("/karta/orter.json"),
    loadJson<{ tiles: boolean }>("/karta/kalla.json").catch(() => ({ tiles: false })),
  ]);
  if (!element.isConnected) return;
  base.addTo(map);
  if (source.tiles)
    L.tileLayer("/karta/rutor/{z}/{x}/{y}", {
      minZoom: zooms.min,
      maxZoom: zooms.max,
      bounds: covered,
    }).addTo(map);
  else new PlaceNames(named).addTo(map);
}
