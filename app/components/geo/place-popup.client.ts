import L from "leaflet";
import type { MapMarker } from "#app/components/geo/map-places";

type Words = { kinds: string; close: string; open: (href: string) => void };

/** A small card by a marker, with the way to the placement. Focus moves into it, and back when it closes. */
export function showPopup(map: L.Map, place: MapMarker, from: HTMLElement, words: Words): void {
  const card = document.createElement("div");
  card.className = "pk-map__card";
  const kinds = line("pk-map__card-kind", words.kinds);
  const title = titleOf(place, words.open);
  const where = line("pk-map__card-where", [place.employer, place.locality].filter(Boolean).join(", "));
  const close = document.createElement("button");
  close.type = "button";
  close.className = "pk-map__card-close";
  close.setAttribute("aria-label", words.close);
  close.textContent = "×";
  card.append(kinds, title, where, close);
  const popup = L.popup({
    className: "pk-map__popup",
    closeButton: false,
    offset: [0, -14],
    maxWidth: 260,
    autoPanPaddingTopLeft: [8, 8],
    autoPanPaddingBottomRight: [64, 24],
    minWidth: 200,
  })
    .setLatLng([place.lat, place.lon])
    .setContent(card)
    .openOn(map);
  const focusable = card.querySelector<HTMLElement>("a") ?? close;
  focusable.focus({ preventScroll: true });
  const closeCard = () => map.closePopup(popup);
  close.addEventListener("click", closeCard);
  card.addEventListener("keydown", (event) => {
    if (event.key === "Escape") closeCard();
  });
  popup.on("remove", () => {
    if (card.contains(document.activeElement) && from.isConnected) from.focus({ preventScroll: true });
  });
}

function titleOf(place: MapMarker, open: (href: string) => void): HTMLElement {
  const paragraph = line("pk-map__card-title", place.href ? "" : place.title);
  const { href } = place;
  if (!href) return paragraph;
  const link = document.createElement("a");
  link.href = href;
  link.textContent = place.title;
  link.addEventListener("click", (event) => {
    if (event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    open(href);
  });
  paragraph.append(link);
  return paragraph;
}

function line(className: string, text: string): HTMLElement {
  const paragraph = document.createElement("p");
  paragraph.className = className;
  paragraph.textContent = text;
  return paragraph;
}
