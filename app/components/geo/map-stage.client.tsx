import "leaflet/dist/leaflet.css";
import L from "leaflet";
import { useEffect, useRef, useState } from "react";
import { loadBaseMap, loadJson } from "#app/components/geo/base-map.client";
import { countPlaces, type MapMarker, type MapPlace, readPlaces } from "#app/components/geo/map-places";
import type { PlacementMapProps } from "#app/components/geo/map-props";
import { clusterNear } from "#app/components/geo/near-markers";
import { countByMark, PlaceMarkers } from "#app/components/geo/place-markers.client";
import { type NamedPlace, PlaceNames } from "#app/components/geo/place-names.client";
import { showPopup } from "#app/components/geo/place-popup.client";
import { useTexts } from "#app/components/ui/use-texts";
import type { PlacementKind } from "#app/domain/placements/vocabulary";

type Props = PlacementMapProps & { navigate: (href: string) => void };
type Source = { tiles: boolean; attribution: string | null };

const sweden = L.latLngBounds([55.2, 10.8], [69.1, 24.2]);
const covered = L.latLngBounds([53.5, 4], [71.6, 33]);
const zooms = { min: 4, max: 14 };
const calmMilliseconds = 150;

/** The map itself. Loaded only when it comes into view; see placement-map.tsx. */
export default function MapStage(props: Props) {
  const stage = useRef<HTMLDivElement>(null);
  const map = useRef<L.Map | null>(null);
  const markers = useRef<PlaceMarkers | null>(null);
  const names = useRef<PlaceNames | null>(null);
  const latest = useRef(props);
  latest.current = props;
  const { t } = useTexts(["geo", "vocabulary"]);
  const [places, setPlaces] = useState<MapPlace[]>([]);
  const [zoom, setZoom] = useState(0);
  const [failed, setFailed] = useState<"map" | "places" | null>(null);
  const [attribution, setAttribution] = useState<string | null>(null);
  const texts = useRef({ t });
  texts.current = { t };

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
      maxBoundsViscosity: 1,
      zoomAnimation: !calm,
      fadeAnimation: !calm,
      markerZoomAnimation: !calm,
    });
    map.current = built;
    const pane = built.createPane("names");
    pane.style.zIndex = "450";
    pane.style.pointerEvents = "none";
    frame(built, latest.current);
    const layer = new PlaceMarkers(
      {
        marker: (place, selected) => markerText(texts.current.t, place, selected),
        cluster: (place) => {
          const parts = countByMark(place).map(
            ({ mark, count }) => `${count} ${texts.current.t(`geo:mark.${mark}`).toLowerCase()}`,
          );
          return texts.current.t("geo:cluster.label", { count: place.count, kinds: parts.join(", ") });
        },
        letter: (mark) => texts.current.t(`geo:letter.${mark}`),
      },
      {
        onChoose: (place, from) => {
          latest.current.onSelect?.(place.id);
          showPopup(built, place, from, {
            kinds: place.kinds.map((kind) => kindText(texts.current.t, kind)).join(", "),
            close: texts.current.t("geo:map.close"),
            open: latest.current.navigate,
          });
        },
        onCluster: ({ lat, lon }) => built.setView([lat, lon], Math.min(built.getZoom() + 2, zooms.max)),
      },
    ).addTo(built);
    markers.current = layer;
    setZoom(built.getZoom());
    built.on("zoomend", () => setZoom(built.getZoom()));
    const resized = new ResizeObserver(() => built.invalidateSize({ animate: false }));
    resized.observe(element);
    addBase(built, element).then(
      ({ names: loaded, source }) => {
        if (map.current !== built) return;
        names.current = loaded;
        setAttribution(source.attribution);
        loaded?.addTo(built).avoid(layer.spots());
      },
      () => setFailed("map"),
    );
    return () => {
      resized.disconnect();
      built.remove();
      map.current = null;
      markers.current = null;
      names.current = null;
    };
  }, []);

  // A known list of markers: clustered here, again at every zoom.
  useEffect(() => {
    const built = map.current;
    if (!built || props.fetchUrl || zoom === 0) return;
    const apart = (marker: MapMarker) => marker.id === props.selectedId;
    const known = props.markers ?? [];
    const others = known.filter((marker) => !apart(marker));
    const near = clusterNear(others, ({ lat, lon }) => built.project([lat, lon], zoom));
    setPlaces([...near, ...known.filter(apart)]);
  }, [props.markers, props.fetchUrl, props.selectedId, zoom]);

  // Everything in view, asked for whenever the view has moved.
  const { fetchUrl } = props;
  useEffect(() => {
    const built = map.current;
    if (!built || !fetchUrl) return;
    return watchView(built, fetchUrl, latest.current.hrefOf ?? placementAddress, (found) => {
      setFailed(found ? null : "places");
      if (found) setPlaces(found);
    });
  }, [fetchUrl]);

  useEffect(() => {
    markers.current?.show(places);
    markers.current?.select(props.selectedId ?? null);
    names.current?.avoid(markers.current?.spots() ?? []);
  }, [places, props.selectedId]);

  const framing = JSON.stringify([props.bounds, props.reach, props.center, props.zoom]);
  const framed = useRef(framing);
  useEffect(() => {
    if (!map.current || framed.current === framing) return;
    framed.current = framing;
    frame(map.current, latest.current);
  }, [framing]);

  // biome-ignore lint/correctness/useExhaustiveDependencies: the reach is drawn again when its values change
  useEffect(() => {
    const built = map.current;
    const { reach } = latest.current;
    if (!built || !reach) return;
    const drawn = drawReach(reach, texts.current.t("geo:map.home")).addTo(built);
    return () => {
      drawn.remove();
    };
  }, [framing]);

  return (
    <>
      <section
        ref={stage}
        className="pk-map__canvas"
        aria-label={props.label}
        aria-description={t("geo:map.keys")}
      />
      <div className="pk-map__zoom">
        <ZoomButton
          label={t("geo:map.zoomIn")}
          sign="+"
          onPress={() => map.current?.zoomIn()}
          disabled={zoom >= zooms.max}
        />
        <ZoomButton
          label={t("geo:map.zoomOut")}
          sign="−"
          onPress={() => map.current?.zoomOut()}
          disabled={zoom <= zooms.min}
        />
      </div>
      <p className="pk-map__source">
        {attribution ?? t("geo:map.source")} <a href="/karta/NOTICE.txt">{t("geo:map.sourceLink")}</a>
      </p>
      <p className="pk-map__status" role="status">
        {failed ? t(failed === "map" ? "geo:map.failed" : "geo:map.placesFailed") : null}
        {!failed && props.fetchUrl ? (
          <span className="pk-visually-hidden">{t("geo:map.inView", { count: countPlaces(places) })}</span>
        ) : null}
      </p>
    </>
  );
}

function ZoomButton(props: { label: string; sign: string; onPress: () => void; disabled: boolean }) {
  return (
    <button type="button" aria-label={props.label} onClick={props.onPress} aria-disabled={props.disabled}>
      <span aria-hidden="true">{props.sign}</span>
    </button>
  );
}

type Translate = ReturnType<typeof useTexts>["t"];

function kindText(t: Translate, kind: PlacementKind): string {
  return t(`vocabulary:kind.${kind}`);
}

function markerText(t: Translate, place: MapMarker, selected: boolean): string {
  const kind = place.kinds.map((one) => kindText(t, one)).join(", ");
  const what = place.locality
    ? t("geo:marker.label", { kind, locality: place.locality, title: place.title })
    : t("geo:marker.labelNoPlace", { kind, title: place.title });
  const number = place.number === undefined ? "" : `${t("geo:map.number", { number: place.number })} `;
  return `${selected ? `${t("geo:map.selected")} ` : ""}${number}${what}`;
}

function placementAddress(id: MapMarker["id"]): string {
  return `/platser/${id}`;
}

/** Shows what the page asks for: bounds, else the reach, else a centre, else the markers, else Sweden. */
function frame(map: L.Map, { bounds, reach, center, zoom, markers }: PlacementMapProps): void {
  const still = { animate: false };
  if (bounds) {
    const [west, south, east, north] = bounds;
    map.fitBounds(
      [
        [south, west],
        [north, east],
      ],
      { ...still, maxZoom: 12, padding: [24, 24] },
    );
  } else if (reach) {
    map.fitBounds(L.latLng(reach.point.lat, reach.point.lon).toBounds(reach.km * 2000), {
      ...still,
      padding: [8, 8],
    });
  } else if (center) {
    map.setView([center.lat, center.lon], zoom ?? 11, still);
  } else if (markers?.length) {
    const around = L.latLngBounds(markers.map(({ lat, lon }) => [lat, lon]));
    map.fitBounds(around, { ...still, maxZoom: 12, padding: [48, 48] });
  } else {
    map.fitBounds(sweden, still);
  }
}

async function addBase(
  map: L.Map,
  element: HTMLElement,
): Promise<{ names: PlaceNames | null; source: Source }> {
  const [base, named, source] = await Promise.all([
    loadBaseMap(element),
    loadJson<NamedPlace[]>("/karta/orter.json"),
    loadJson<Source>("/karta/kalla.json").catch(() => ({ tiles: false, attribution: null })),
  ]);
  if (!element.isConnected) return { names: null, source };
  base.addTo(map);
  if (!source.tiles) return { names: new PlaceNames(named), source };
  L.tileLayer("/karta/rutor/{z}/{x}/{y}", { minZoom: zooms.min, maxZoom: zooms.max, bounds: covered }).addTo(
    map,
  );
  return { names: null, source };
}

/** Asks for the places in view now and after each move; the newest question wins. Calls back with null on failure. */
function watchView(
  map: L.Map,
  fetchUrl: string,
  hrefOf: (id: MapMarker["id"]) => string,
  answer: (places: MapPlace[] | null) => void,
): () => void {
  let question = new AbortController();
  let timer: number | undefined;
  const ask = async () => {
    question.abort();
    // Folded away on a phone: asked again when it is shown.
    if (Math.min(map.getSize().x, map.getSize().y) === 0) return;
    question = new AbortController();
    const { signal } = question;
    const view = map.getBounds();
    const bbox = [view.getWest(), view.getSouth(), view.getEast(), view.getNorth()].map((degree) =>
      degree.toFixed(4),
    );
    const address = `${fetchUrl}${fetchUrl.includes("?") ? "&" : "?"}bbox=${bbox.join(",")}&zoom=${map.getZoom()}`;
    try {
      const got = await fetch(address, { signal });
      if (!got.ok) throw new Error(String(got.status));
      const found = readPlaces(await got.json(), hrefOf);
      if (!signal.aborted) answer(found);
    } catch {
      if (!signal.aborted) answer(null);
    }
  };
  const soon = () => {
    window.clearTimeout(timer);
    timer = window.setTimeout(ask, calmMilliseconds);
  };
  map.on("moveend resize", soon);
  ask();
  return () => {
    map.off("moveend resize", soon);
    window.clearTimeout(timer);
    question.abort();
  };
}

function drawReach({ point, km }: NonNullable<PlacementMapProps["reach"]>, label: string): L.LayerGroup {
  const home = document.createElement("span");
  home.className = "pk-map__home";
  home.setAttribute("role", "img");
  home.setAttribute("aria-label", label);
  const icon = L.divIcon({ html: home, className: "pk-map__pin", iconSize: [0, 0] });
  return L.layerGroup([
    L.circle([point.lat, point.lon], {
      radius: km * 1000,
      interactive: false,
      className: "pk-map__reach-ring",
    }),
    L.marker([point.lat, point.lon], { icon, interactive: false, keyboard: false, zIndexOffset: -500 }),
  ]);
}
