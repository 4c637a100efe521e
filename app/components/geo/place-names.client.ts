import L from "leaflet";

/** [name, latitude, longitude, population, 1 when the municipality's seat]: public/karta/orter.json, most important first. */
export type NamedPlace = [string, number, number, number, 0 | 1];
type Box = { x: number; y: number; width: number; height: number };

/** Smallest population that is named at each zoom; seats of municipalities are named from zoom 8. */
const smallestByZoom: Record<number, number> = {
  4: 200000,
  5: 80000,
  6: 40000,
  7: 15000,
  8: 5000,
  9: 1500,
  10: 500,
};
const mostNames = 70;
const dot = 6;

/** Names of localities, the important ones first, never over each other or over a marker. Decoration for the eye. */
export class PlaceNames extends L.LayerGroup {
  private obstacles: { at: L.LatLng; width: number }[] = [];

  constructor(private readonly places: NamedPlace[]) {
    super();
  }

  override onAdd(map: L.Map): this {
    super.onAdd(map);
    map.on("moveend resize", this.refresh, this);
    this.refresh();
    return this;
  }

  override onRemove(map: L.Map): this {
    map.off("moveend resize", this.refresh, this);
    return super.onRemove(map);
  }

  /** Where markers stand: a name makes room for them. */
  avoid(spots: { at: L.LatLng; width: number }[]): void {
    this.obstacles = spots;
    this.refresh();
  }

  private refresh(): void {
    const map = this._map as L.Map | undefined;
    if (!map) return;
    this.clearLayers();
    const zoom = map.getZoom();
    const view = map.getBounds().pad(0.15);
    const markers = this.obstacles.map(({ at }) => map.latLngToContainerPoint(at));
    const taken: Box[] = this.obstacles.map(({ at, width }) => {
      const { x, y } = map.latLngToContainerPoint(at);
      return { x: x - width / 2, y: y - 20, width, height: 40 };
    });
    let shown = 0;
    for (const [name, lat, lon, population, seat] of this.places) {
      if (shown >= mostNames) break;
      const named = population >= (smallestByZoom[zoom] ?? 0) || (seat === 1 && zoom >= 8);
      if (!named || !view.contains([lat, lon])) continue;
      const point = map.latLngToContainerPoint([lat, lon]);
      const width = widthOf(name, seat === 1);
      const marked = markers.some((marker) => marker.distanceTo(point) < 22);
      const below = marked ? 21 : dot;
      const boxes = [below, -below - 17].map((offset) => ({
        x: point.x - width / 2,
        y: point.y + offset,
        width,
        height: 17,
      }));
      const free = boxes.find((box) => !taken.some((other) => overlap(box, other)));
      if (!free) continue;
      taken.push(free);
      if (!marked) taken.push({ x: point.x - 3, y: point.y - 3, width: 6, height: 6 });
      this.addLayer(nameAt(name, [lat, lon], seat === 1, marked, free.y - point.y));
      shown += 1;
    }
  }
}

function nameAt(name: string, at: L.LatLngTuple, seat: boolean, marked: boolean, offset: number): L.Marker {
  const element = document.createElement("span");
  element.setAttribute("aria-hidden", "true");
  element.className = marked ? "pk-map__place pk-map__place--marked" : "pk-map__place";
  const text = document.createElement("span");
  text.className = seat ? "pk-map__town pk-map__town--muni" : "pk-map__town";
  text.textContent = name;
  text.style.top = `${offset}px`;
  element.append(text);
  const icon = L.divIcon({ html: element, className: "pk-map__pin", iconSize: [0, 0] });
  return L.marker(at, { icon, interactive: false, keyboard: false, pane: "names" });
}

let ruler: CanvasRenderingContext2D | null = null;

function widthOf(name: string, seat: boolean): number {
  ruler ??= document.createElement("canvas").getContext("2d");
  if (!ruler) return name.length * 8;
  ruler.font = `${seat ? "700 15px" : "600 13px"} "Inter Variable", Inter, sans-serif`;
  return ruler.measureText(name).width + 6;
}

function overlap(a: Box, b: Box): boolean {
  return a.x < b.x + b.width && a.x + a.width > b.x && a.y < b.y + b.height && a.y + a.height > b.y;
}
