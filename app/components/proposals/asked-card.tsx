import { Form, Link } from "@remix-run/react";
import { useId } from "react";
import { ConsentMissing } from "#app/components/proposals/consent-missing";
import { useTexts } from "#app/components/ui/use-texts";
import type { Proposal } from "#app/domain/matching/proposal";
import { participantReasons } from "#app/domain/matching/proposal-status";

/** A proposal that waits for the participant's answer: yes, or no with a reason and without blame. */
export function AskedCard({ proposal }: { proposal: Proposal }) {
  const { t } = useTexts("proposals");
  const id = useId();
  return (
    <section className="pk-panel pk-stack" aria-labelledby={`fraga-${proposal.id}`}>
      <p className="pk-label">{t("mine.waiting")}</p>
      <h2 id={`fraga-${proposal.id}`}>
        <Link to={`/platser/${proposal.placementId}`}>{proposal.title}</Link>
      </h2>
      <p>
        {proposal.employerName}, {proposal.locality}
      </p>
      <p>{t("mine.waitingLead")}</p>
      {proposal.consentMissing ? <ConsentMissing /> : null}
      <Form method="post" action="/min-sida/forslag">
        <input type="hidden" name="proposalId" value={proposal.id} />
        <button className="ds-button pk-big" type="submit" name="intent" value="yes">
          {t("mine.yes")}
        </button>
      </Form>
      <details className="pk-unfold">
        <summary>{t("mine.no")}</summary>
        <Form method="post" action="/min-sida/forslag" className="pk-form">
          <input type="hidden" name="proposalId" value={proposal.id} />
          <div className="ds-field">
            <label className="ds-label" htmlFor={id}>
              {t("mine.whyNo")}
            </label>
            <select className="ds-input" id={id} name="reason" defaultValue="other">
              {participantReasons.map((reason) => (
                <option key={reason} value={reason}>
                  {t(`reason.${reason}`)}
                </option>
              ))}
            </select>
          </div>
          <button
            className="ds-button pk-big"
            data-variant="secondary"
            type="submit"
            name="intent"
            value="no"
          >
            {t("mine.sendNo")}
          </button>
        </Form>
      </details>
    </section>
  );
}
