import L from "leaflet";
import {
  isInWindow,
  type PackedShapes,
  type Shape,
  traceRing,
  unpackShapes,
  type Window,
} from "#app/components/geo/base-shapes";

type Shapes = { land: Shape[]; lakes: Shape[]; borders: Shape[]; rivers: Shape[] };
type Colours = { land: string; water: string; shore: string; border: string };

const side = 512;

/** The built-in base map: land, lakes, rivers and national borders, drawn on canvas from public/karta. */
export async function loadBaseMap(element: HTMLElement): Promise<L.GridLayer> {
  const [land, lakes, borders, rivers] = await Promise.all(
    ["land", "sjoar", "granser", "vattendrag"].map((name) => loadJson<PackedShapes>(`/karta/${name}.json`)),
  );
  const shapes: Shapes = {
    land: unpackShapes(land!),
    lakes: unpackShapes(lakes!),
    borders: unpackShapes(borders!),
    rivers: unpackShapes(rivers!),
  };
  const colours = readColours(element);
  const Drawn = L.GridLayer.extend({
    createTile(coordinates: L.Coords) {
      return drawTile(shapes, colours, coordinates);
    },
  });
  const base: L.GridLayer = new Drawn();
  L.setOptions(base, { tileSize: side, updateWhenZooming: false, keepBuffer: 1 });
  return base;
}

export async function loadJson<T>(address: string): Promise<T> {
  const answer = await fetch(address);
  if (!answer.ok) throw new Error(`${address}: ${answer.status}`);
  return (await answer.json()) as T;
}

function readColours(element: HTMLElement): Colours {
  const style = getComputedStyle(element);
  const colour = (name: string) => style.getPropertyValue(name).trim();
  return {
    land: colour("--pk-map-land"),
    water: colour("--pk-map-water"),
    shore: colour("--pk-map-shore"),
    border: colour("--pk-map-border"),
  };
}

function drawTile(shapes: Shapes, colours: Colours, { x, y, z }: L.Coords): HTMLCanvasElement {
  const canvas = document.createElement("canvas");
  const sharpness = Math.min(window.devicePixelRatio || 1, 2);
  canvas.width = side * sharpness;
  canvas.height = side * sharpness;
  const context = canvas.getContext("2d");
  if (!context) return canvas;
  context.scale(sharpness, sharpness);
  context.lineJoin = "round";
  context.fillStyle = colours.water;
  context.fillRect(0, 0, side, side);
  const pixels = 256 * 2 ** z;
  const view: Window = { x: (x * side) / pixels, y: (y * side) / pixels, pixels, side };

  context.fillStyle = colours.land;
  context.strokeStyle = colours.shore;
  context.lineWidth = z < 7 ? 0.6 : 1;
  paint(context, shapes.land, view, true);
  context.lineWidth = z < 8 ? 0.6 : 1.4;
  context.strokeStyle = colours.water;
  if (z > 6 && z < 12) paint(context, shapes.rivers, view, false);
  context.fillStyle = colours.water;
  context.strokeStyle = colours.shore;
  context.lineWidth = z < 7 ? 0.5 : 1;
  paint(context, shapes.lakes, view, true);
  context.strokeStyle = colours.border;
  context.lineWidth = 1.5;
  context.setLineDash([7, 4]);
  paint(context, shapes.borders, view, false);
  return canvas;
}

function paint(context: CanvasRenderingContext2D, shapes: Shape[], view: Window, filled: boolean): void {
  for (const shape of shapes) {
    if (!isInWindow(shape, view)) continue;
    context.beginPath();
    for (const ring of shape.rings) traceRing(context, ring, view);
    if (filled) context.fill("evenodd");
    context.stroke();
  }
}
