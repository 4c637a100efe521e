import { Form, Link } from "@remix-run/react";
import { useTexts } from "#app/components/ui/use-texts";
import type { MatchView } from "#app/domain/matching/match-view";

/** What a coordinator can do with a match. The forms go to the proposals' own page and work without script. */
export function MatchActions(props: {
  reference: string;
  match: MatchView;
  holdDays: number;
  /** The planned start: a hold takes the slot from then on. */
  startsOn: string | null;
}) {
  const { match, holdDays } = props;
  const { t } = useTexts("matching");
  const { proposal, place } = match;
  const action = `/deltagare/${encodeURIComponent(props.reference)}/forslag`;
  if (proposal?.isOpen && proposal.status !== "shortlisted") {
    return (
      <div className="pk-actions">
        <Link className="ds-button" to={`/forslag/${proposal.id}`}>
          {t("action.open")}
        </Link>
      </div>
    );
  }
  if (match.verdict === "hinder") {
    return (
      <div className="pk-actions">
        <Link className="ds-button" data-variant="secondary" to={`/platser/${place.id}`}>
          {t("action.askAdapt")}
        </Link>
      </div>
    );
  }
  return (
    <Form method="post" action={action} className="pk-actions">
      <input type="hidden" name="placementId" value={place.id} />
      {props.startsOn ? <input type="hidden" name="fran" value={props.startsOn} /> : null}
      <button className="ds-button" type="submit" name="intent" value="hold">
        {t("action.hold", { count: holdDays })}
      </button>
      <button className="ds-button" data-variant="secondary" type="submit" name="intent" value="ask">
        {t("action.ask")}
      </button>
      {proposal?.isOpen ? (
        <button className="ds-button" data-variant="tertiary" type="submit" name="intent" value="withdraw">
          {t("action.withdraw")}
        </button>
      ) : (
        <button className="ds-button" data-variant="tertiary" type="submit" name="intent" value="shortlist">
          {t("action.shortlist")}
        </button>
      )}
    </Form>
  );
}
