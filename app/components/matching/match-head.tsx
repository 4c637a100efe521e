import { Link } from "@remix-run/react";
import type { ReactNode } from "react";
import { markOf } from "#app/components/geo/mark";
import { KindMark } from "#app/components/ui/kind-mark";
import { useTexts } from "#app/components/ui/use-texts";
import type { MatchView } from "#app/domain/matching/match-view";
import type { PlacementKind } from "#app/domain/placements/vocabulary";

/** The top of a match: rank, the kind that suits the person, title, employer; the score is beside it. */
export function MatchHead(props: {
  match: MatchView;
  kinds: readonly PlacementKind[];
  children?: ReactNode;
}) {
  const { rank, place } = props.match;
  const { t } = useTexts("matching");
  const kind = place.kinds.find((one) => props.kinds.includes(one)) ?? place.kinds[0] ?? "praktik";
  return (
    <header className="pk-match__head" data-kind={markOf(kind)}>
      {rank === null ? (
        <span />
      ) : (
        <span className="pk-rank">
          <span className="ds-sr-only">{t("card.rank", { rank })}</span>
          <span aria-hidden="true">{rank}</span>
        </span>
      )}
      <div>
        <p className="pk-place__kind pk-row">
          <KindMark kind={kind} size="xs" />
          <span>
            <span className="pk-kindname">{t(`vocabulary:kind.${kind}`)}</span>{" "}
            {t("card.inPlace", { place: place.locality })}
          </span>
        </p>
        <h3>
          <Link to={`/platser/${place.id}`}>{place.title}</Link>
        </h3>
        <p className="pk-soft">{place.employerName}</p>
      </div>
      {props.children}
    </header>
  );
}
