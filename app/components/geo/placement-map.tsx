import { useNavigate } from "@remix-run/react";
import { lazy, Suspense, useEffect, useRef, useState } from "react";
import type { PlacementMapProps } from "#app/components/geo/map-props";
import { type Mark, markPaths, marks } from "#app/components/geo/mark";
import { useTexts } from "#app/components/ui/use-texts";

const MapStage = lazy(() =>
  import("#app/components/geo/map-stage.client").catch(() => ({ default: FailedStage })),
);

/** A map of placements. Its script is fetched when it comes into view; without script a note stands in its place. */
export function PlacementMap(props: PlacementMapProps) {
  const { t, i18n } = useTexts("geo");
  const navigate = useNavigate();
  const stage = useRef<HTMLDivElement>(null);
  const seen = useSeen(stage);
  return (
    <div className="pk-map">
      <div
        className="pk-map__stage"
        ref={stage}
        style={props.aspectRatio ? { aspectRatio: props.aspectRatio } : undefined}
      >
        <noscript>
          <p className="pk-map__note">{t("map.noScript")}</p>
        </noscript>
        {seen ? (
          <Suspense fallback={<p className="pk-map__note">{t("map.loading")}</p>}>
            <MapStage key={i18n.language} {...props} navigate={navigate} />
          </Suspense>
        ) : null}
      </div>
      {props.legend === false ? null : <Legend />}
      {props.note ? <p className="pk-map__legend">{props.note}</p> : null}
    </div>
  );
}

function Legend() {
  const { t } = useTexts("geo");
  return (
    <ul className="pk-map__legend" aria-label={t("legend.label")}>
      {marks.map((mark) => (
        <li key={mark}>
          <MarkShape mark={mark} letter={t(`letter.${mark}`)} /> {t(`mark.${mark}`)}
        </li>
      ))}
      <li className="pk-map__hint">{t("map.clusterHint")}</li>
    </ul>
  );
}

function MarkShape({ mark, letter }: { mark: Mark; letter: string }) {
  return (
    <span className="pk-kind pk-kind--sm" data-kind={mark} aria-hidden="true">
      <svg viewBox="0 0 40 40" focusable="false" aria-hidden="true">
        <path d={markPaths[mark]} />
      </svg>
      <b>{letter}</b>
    </span>
  );
}

function FailedStage() {
  const { t } = useTexts("geo");
  return <p className="pk-map__note">{t("map.failed")}</p>;
}

/** True from the moment that the element has been near the screen. */
function useSeen(target: React.RefObject<HTMLElement | null>): boolean {
  const [seen, setSeen] = useState(false);
  useEffect(() => {
    const element = target.current;
    if (!element) return;
    const watcher = new IntersectionObserver(
      (entries) => {
        if (!entries.some(({ isIntersecting }) => isIntersecting)) return;
        setSeen(true);
        watcher.disconnect();
      },
      { rootMargin: "200px" },
    );
    watcher.observe(element);
    return () => watcher.disconnect();
  }, [target]);
  return seen;
}
