import { Form, Link } from "@remix-run/react";
import { MatchHead } from "#app/components/matching/match-head";
import { ReasonList } from "#app/components/matching/reason-list";
import { ScoreBox } from "#app/components/matching/score-box";
import { Icon } from "#app/components/ui/icon";
import { Note } from "#app/components/ui/note";
import { useTexts } from "#app/components/ui/use-texts";
import type { MatchView } from "#app/domain/matching/match-view";
import type { PlacementKind } from "#app/domain/placements/vocabulary";

/** How many reasons are read, in short, before one asks for all: the screen is small. */
const firstReasons = 3;

/** One suggestion in plain words, with the one thing to do: say that one is interested. */
export function OwnMatchCard({ match, kinds }: { match: MatchView; kinds: readonly PlacementKind[] }) {
  const { t } = useTexts("matching");
  const { place, proposal } = match;
  return (
    <article className="pk-panel pk-match" id={`plats-${place.id}`}>
      <MatchHead match={match} kinds={kinds}>
        <ScoreBox score={match.score} reasons={match.reasons} plain />
      </MatchHead>
      <div className="pk-match__body">
        <ReasonList reasons={match.reasons.slice(0, firstReasons)} voice="plain" label={t("own.why")} short />
        {match.reasons.length > 0 ? (
          <details className="pk-unfold">
            <summary>
              <Icon name="chevronDown" small />
              {t("own.more")}
              <span className="ds-sr-only"> {place.title}</span>
            </summary>
            <ReasonList reasons={match.reasons} voice="plain" label={t("own.more")} />
          </details>
        ) : null}
      </div>
      <footer className="pk-match__foot">
        {proposal?.isOpen ? (
          <Note tone="ok">
            <p>{t(proposal.status === "shortlisted" ? "own.said" : "own.started")}</p>
          </Note>
        ) : (
          <Form method="post" action="/min-sida/forslag" className="pk-actions">
            <input type="hidden" name="intent" value="interested" />
            <input type="hidden" name="placementId" value={place.id} />
            <button className="ds-button" type="submit">
              {t("action.interested")}
              <span className="ds-sr-only">: {place.title}</span>
            </button>
            <Link className="ds-button" data-variant="tertiary" to={`/platser/${place.id}`}>
              {t("action.see")}
            </Link>
          </Form>
        )}
      </footer>
    </article>
  );
}
