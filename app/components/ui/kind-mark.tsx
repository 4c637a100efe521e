import { markOf, markPaths } from "#app/components/geo/mark";
import { useTexts } from "#app/components/ui/use-texts";
import type { PlacementKind } from "#app/domain/placements/vocabulary";

/** The mark of a kind: shape and letter first, colour second. The same on card, map and filter. */
export function KindMark({ kind, size }: { kind: PlacementKind; size?: "sm" | "xs" }) {
  const { t } = useTexts("vocabulary");
  const mark = markOf(kind);
  return (
    <span className={size ? `pk-kind pk-kind--${size}` : "pk-kind"} data-kind={mark} aria-hidden="true">
      <svg viewBox="0 0 40 40" aria-hidden="true">
        <path d={markPaths[mark]} />
      </svg>
      <b>{t(`mark.${kind}`)}</b>
    </span>
  );
}
