import { CompareTable } from "#app/components/matching/compare-table";
import { MatchActions } from "#app/components/matching/match-actions";
import { MatchHead } from "#app/components/matching/match-head";
import { ReasonList } from "#app/components/matching/reason-list";
import { ScoreBox } from "#app/components/matching/score-box";
import { ScoreParts } from "#app/components/matching/score-parts";
import { TalkLine } from "#app/components/matching/talk-line";
import { CautionLines } from "#app/components/organisations/caution-lines";
import { Icon } from "#app/components/ui/icon";
import { useTexts } from "#app/components/ui/use-texts";
import { compare, mostTelling } from "#app/domain/matching/comparison";
import type { MatchView } from "#app/domain/matching/match-view";
import type { Weights } from "#app/domain/matching/weights";
import type { WorkProfile } from "#app/domain/profiles/work-profile";
import { formatDate } from "#app/i18n/format";

/** How many reasons a folded card shows, and how many rows an open comparison. */
const firstReasons = 3;
const firstRows = 6;

/**
 * One examined placement for staff: score, tally, reasons, both sides compared, free slots, who already talks with the
 * employer, what to do. The first card is `open`; one that clashes is quiet, with its conflicts compared.
 */
export function MatchCard(props: {
  match: MatchView;
  reference: string;
  profile: WorkProfile;
  weights: Weights;
  holdDays: number;
  open: boolean;
  mayChange: boolean;
  /** The planned start, an ISO date; null is now. */
  startsOn?: string | null;
}) {
  const { match, profile, open } = props;
  const { t } = useTexts("matching");
  const clashes = match.verdict === "hinder";
  const rows = compare(profile, match.place, match.km);
  const telling = clashes ? rows.filter(({ tone }) => tone === "no") : mostTelling(rows, firstRows);
  const shownReasons = open
    ? match.reasons
    : match.reasons.slice(0, clashes ? firstReasons + 1 : firstReasons);
  const split = (open || clashes) && telling.length > 0;
  return (
    <article
      className={clashes ? "pk-panel pk-match pk-match--muted" : "pk-panel pk-match"}
      id={`plats-${match.place.id}`}
    >
      <MatchHead match={match} kinds={profile.kinds}>
        <ScoreBox score={match.score} reasons={match.reasons} />
      </MatchHead>
      <div className={split ? "pk-match__body pk-match__body--split" : "pk-match__body"}>
        <ReasonList reasons={shownReasons} voice="staff" label={t(clashes ? "card.whyNot" : "card.why")} />
        {split ? (
          <CompareTable
            rows={telling}
            profile={profile}
            match={match}
            caption={t(clashes ? "compare.clashes" : "compare.title")}
          />
        ) : null}
        <details className="pk-unfold">
          <summary>
            <Icon name="chevronDown" small />
            {t("card.more")}
            <span className="ds-sr-only"> {match.place.title}</span>
          </summary>
          <div className="pk-stack">
            {open ? null : (
              <ReasonList
                reasons={match.reasons.slice(shownReasons.length)}
                voice="staff"
                label={t(clashes ? "card.whyNot" : "card.why")}
              />
            )}
            <CompareTable rows={rows} profile={profile} match={match} caption={t("compare.title")} />
            {match.score ? (
              <ScoreParts score={match.score} weights={props.weights} mayRead={props.mayChange} />
            ) : null}
          </div>
        </details>
      </div>
      <footer className="pk-match__foot">
        <ul className="pk-facts">
          <ProposalLine match={match} />
          <SlotLine match={match} />
          <TalkLine
            talk={match.talk}
            to={props.mayChange ? `/samordnare/arbetsgivare/${match.place.employerId}` : null}
          />
          {match.caution ? <CautionLines caution={match.caution} mayOpen={props.mayChange} /> : null}
        </ul>
        {props.mayChange ? (
          <MatchActions
            reference={props.reference}
            match={match}
            holdDays={props.holdDays}
            startsOn={props.startsOn ?? null}
          />
        ) : null}
      </footer>
    </article>
  );
}

function ProposalLine({ match: { proposal } }: { match: MatchView }) {
  const { t, i18n } = useTexts("matching");
  if (!proposal) return null;
  const day = proposal.holdUntil ? formatDate(i18n.language, new Date(proposal.holdUntil)) : "";
  return (
    <li>
      <Icon name="info" />
      <strong>{t(`proposal.${proposal.status}`, { day })}</strong>
    </li>
  );
}

function SlotLine({ match: { place } }: { match: MatchView }) {
  const { t } = useTexts("matching");
  const { days } = place.freshness;
  return (
    <li>
      <Icon name="person" />
      <span>
        <strong>
          {place.freeSlots === 0 ? t("card.freeNone") : t("card.free", { count: place.freeSlots })}
        </strong>{" "}
        {t("card.ofSlots", { count: place.capacity })}.{" "}
        {days === 0 ? t("card.confirmedToday") : t("card.confirmed", { count: days })}.
      </span>
    </li>
  );
}
