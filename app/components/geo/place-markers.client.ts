import L from "leaflet";
import { isCluster, type MapCluster, type MapMarker, type MapPlace } from "#app/components/geo/map-places";
import { type Mark, markOf, markPaths, marks } from "#app/components/geo/mark";

/** The words that markers need, in the reader's language. */
export type MarkerTexts = {
  marker(place: MapMarker, selected: boolean): string;
  cluster(place: MapCluster): string;
  letter(mark: Mark): string;
};
export type MarkerEvents = {
  onChoose(place: MapMarker, element: HTMLElement): void;
  onCluster(place: MapCluster): void;
};

const nearPixels = 30;
const apartPixels = 40;

/** Placements and clusters on a map. A marker that stays keeps its element, so that keyboard focus is not lost. */
export class PlaceMarkers extends L.LayerGroup {
  private readonly shown = new Map<string, { marker: L.Marker; place: MapPlace }>();
  private selected: MapMarker["id"] | null = null;

  constructor(
    private readonly texts: MarkerTexts,
    private readonly events: MarkerEvents,
  ) {
    super();
  }

  override onAdd(map: L.Map): this {
    super.onAdd(map);
    map.on("zoomend", this.spread, this);
    return this;
  }

  override onRemove(map: L.Map): this {
    map.off("zoomend", this.spread, this);
    return super.onRemove(map);
  }

  /** Shows exactly these places. */
  show(places: MapPlace[]): void {
    const wanted = new Map(
      places.map((place) => [`${isCluster(place) ? "cluster" : "place"}:${place.id}`, place]),
    );
    for (const [key, { marker }] of this.shown) {
      if (wanted.has(key)) continue;
      this.removeLayer(marker);
      this.shown.delete(key);
    }
    for (const [key, place] of wanted) {
      if (this.shown.has(key)) continue;
      const marker = this.build(place);
      this.shown.set(key, { marker, place });
      this.addLayer(marker);
    }
    this.spread();
  }

  /** Makes one placement stand out. */
  select(id: MapMarker["id"] | null): void {
    this.selected = id;
    for (const { marker, place } of this.shown.values()) this.outline(marker, place);
  }

  /** Where the markers stand, and how wide each is in pixels. */
  spots(): { at: L.LatLng; width: number }[] {
    return [...this.shown.values()].map(({ marker, place }) => ({
      at: marker.getLatLng(),
      width: isCluster(place) ? widthOf(marker.getElement()?.firstElementChild) : 42,
    }));
  }

  private build(place: MapPlace): L.Marker {
    const element = isCluster(place) ? this.clusterElement(place) : this.markerElement(place);
    const icon = L.divIcon({ html: element, className: "pk-map__pin", iconSize: [0, 0] });
    const marker = L.marker([place.lat, place.lon], { icon, keyboard: false, interactive: false });
    marker.on("add", () => this.outline(marker, place));
    element.addEventListener("focus", () => this.reveal(marker));
    return marker;
  }

  private markerElement(place: MapMarker): HTMLElement {
    const element: HTMLElement = place.href ? linkTo(place.href) : plainButton();
    element.className = "pk-marker";
    element.draggable = false;
    element.append(place.number === undefined ? this.kindElement(place) : rankElement(place.number));
    element.addEventListener("click", (event) => {
      event.stopPropagation();
      if (event.ctrlKey || event.metaKey || event.shiftKey) return;
      event.preventDefault();
      if (!this.wasDragged(event)) this.events.onChoose(place, element);
    });
    return element;
  }

  private kindElement(place: MapMarker): HTMLElement {
    const [kind] = place.kinds;
    if (!kind) return noKindElement();
    const mark = markOf(kind);
    return kindMark(mark, this.texts.letter(mark), "");
  }

  private clusterElement(place: MapCluster): HTMLElement {
    const element = plainButton();
    element.className = "pk-cluster";
    element.setAttribute("aria-label", this.texts.cluster(place));
    const sum = document.createElement("b");
    sum.textContent = String(place.count);
    element.append(sum);
    for (const { mark, count } of countByMark(place)) {
      const part = document.createElement("span");
      part.dataset.kind = mark;
      part.append(kindMark(mark, this.texts.letter(mark), "pk-kind--xs"), String(count));
      element.append(part);
    }
    element.addEventListener("click", (event) => {
      event.stopPropagation();
      if (!this.wasDragged(event)) this.events.onCluster(place);
    });
    return element;
  }

  /** A drag of the map that began on a marker ends with a click there: it is not a choice. */
  private wasDragged(event: MouseEvent): boolean {
    const dragging = (this._map as L.Map | undefined)?.dragging as
      | (L.Handler & { moved(): boolean })
      | undefined;
    return event.detail > 0 && dragging?.moved() === true;
  }

  private outline(marker: L.Marker, place: MapPlace): void {
    const element = marker.getElement()?.firstElementChild;
    if (isCluster(place) || !(element instanceof HTMLElement)) return;
    const selected = place.id === this.selected;
    element.toggleAttribute("data-selected", selected);
    if (selected) element.setAttribute("aria-current", "true");
    else element.removeAttribute("aria-current");
    element.setAttribute("aria-label", this.texts.marker(place, selected));
    marker.setZIndexOffset(selected ? 1000 : 0);
  }

  /** A focused marker is brought into view, as a sighted keyboard user expects. */
  private reveal(marker: L.Marker): void {
    const map = this._map as L.Map | undefined;
    map?.panInside(marker.getLatLng(), { padding: [60, 60] });
  }

  /** A cluster that would cover a marker or another cluster says its sum only. */
  private shorten(map: L.Map): void {
    const boxes = [...this.shown.values()].map(({ marker, place }) => {
      const element = marker.getElement()?.firstElementChild as HTMLElement | null | undefined;
      element?.removeAttribute("data-crowded");
      return { element, at: map.project(marker.getLatLng()), size: isCluster(place) ? place.count : 0 };
    });
    const collide = (a: (typeof boxes)[number], b: (typeof boxes)[number]) =>
      Math.abs(a.at.y - b.at.y) < 44 &&
      Math.abs(a.at.x - b.at.x) < (widthOf(a.element) + widthOf(b.element)) / 2;
    boxes.sort((a, b) => a.size - b.size);
    for (const [index, smaller] of boxes.entries()) {
      for (const larger of boxes.slice(index + 1)) {
        for (const one of [smaller, larger])
          if (one.size > 0 && collide(smaller, larger)) one.element?.setAttribute("data-crowded", "");
      }
    }
  }

  /** Markers that would cover each other stand side by side. */
  private spread(): void {
    const map = this._map as L.Map | undefined;
    if (!map) return;
    this.shorten(map);
    const groups: { at: L.Point; markers: L.Marker[] }[] = [];
    for (const { marker, place } of this.shown.values()) {
      if (isCluster(place)) continue;
      const at = map.project(marker.getLatLng());
      const near = groups.find((group) => group.at.distanceTo(at) < nearPixels);
      if (near) near.markers.push(marker);
      else groups.push({ at, markers: [marker] });
    }
    for (const { markers } of groups) {
      markers.forEach((marker, index) => {
        const offset = ((index % 4) - (Math.min(markers.length, 4) - 1) / 2) * apartPixels;
        const element = marker.getElement()?.firstElementChild as HTMLElement | null | undefined;
        element?.style.setProperty("--dx", `${offset}px`);
        element?.style.setProperty("--dy", `${Math.floor(index / 4) * apartPixels}px`);
      });
    }
  }
}

/** Counts per shape, in the order of the legend. */
export function countByMark(place: MapCluster): { mark: Mark; count: number }[] {
  return marks
    .map((mark) => ({
      mark,
      count: Object.entries(place.kinds).reduce(
        (sum, [kind, count]) => sum + (markOf(kind as keyof MapCluster["kinds"]) === mark ? count : 0),
        0,
      ),
    }))
    .filter(({ count }) => count > 0);
}

function linkTo(href: string): HTMLAnchorElement {
  const link = document.createElement("a");
  link.href = href;
  return link;
}

function plainButton(): HTMLButtonElement {
  const button = document.createElement("button");
  button.type = "button";
  return button;
}

function widthOf(element: Element | null | undefined): number {
  return element instanceof HTMLElement ? element.offsetWidth : 0;
}

function rankElement(number: number): HTMLElement {
  const element = document.createElement("span");
  element.className = "pk-rank";
  element.textContent = String(number);
  return element;
}

/** A workplace without a published placement has no shape of a kind. */
function noKindElement(): HTMLElement {
  const element = document.createElement("span");
  element.className = "pk-rank pk-rank--none";
  element.textContent = "–";
  return element;
}

function kindMark(mark: Mark, letter: string, size: string): HTMLElement {
  const element = document.createElement("span");
  element.className = `pk-kind ${size}`.trim();
  element.dataset.kind = mark;
  element.setAttribute("aria-hidden", "true");
  const svg = document.createElementNS("http://www.w3.org/2000/svg", "svg");
  svg.setAttribute("viewBox", "0 0 40 40");
  const path = document.createElementNS("http://www.w3.org/2000/svg", "path");
  path.setAttribute("d", markPaths[mark]);
  svg.append(path);
  const text = document.createElement("b");
  text.textContent = letter;
  element.append(svg, text);
  return element;
}
