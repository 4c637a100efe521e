import { Form } from "@remix-run/react";
import { ConsentMissing } from "#app/components/proposals/consent-missing";
import { useTexts } from "#app/components/ui/use-texts";
import type { Proposal } from "#app/domain/matching/proposal";
import { consentWithdrawn, openStatuses, ownWish } from "#app/domain/matching/proposal-status";

/** The participant's own proposals, each with what happens now in plain words, and a way out without blame. */
export function MyProposals({ title, proposals }: { title: string; proposals: Proposal[] }) {
  const { t } = useTexts("proposals");
  if (proposals.length === 0) return null;
  return (
    <section className="pk-panel pk-stack">
      <h2>{title}</h2>
      <ul className="pk-stack">
        {proposals.map((proposal) => (
          <li key={proposal.id}>
            <p>
              <strong>{proposal.title}</strong>
            </p>
            <p>
              {proposal.employerName}, {proposal.locality}
            </p>
            <p>{t(aboutKey(proposal))}</p>
            {proposal.consentMissing ? <ConsentMissing /> : null}
            {openStatuses.includes(proposal.status) ? (
              <details className="pk-unfold">
                <summary>{t("mine.withdraw")}</summary>
                <Form method="post" action="/min-sida/forslag" className="pk-form">
                  <input type="hidden" name="proposalId" value={proposal.id} />
                  <p>{t("mine.withdrawText")}</p>
                  <button
                    className="ds-button pk-big"
                    data-variant="secondary"
                    type="submit"
                    name="intent"
                    value="withdraw"
                  >
                    {t("mine.withdrawSure")}
                  </button>
                </Form>
              </details>
            ) : null}
          </li>
        ))}
      </ul>
    </section>
  );
}

/** What happens now; of one that ended early, who ended it. */
function aboutKey({ status, reasonCode, consentMissing }: Proposal): string {
  if (status === "withdrawn" && reasonCode === ownWish) return "mine.endedByYou";
  if (status === "withdrawn" && reasonCode === consentWithdrawn) return "mine.endedWithConsent";
  return status === "participant_yes" && consentMissing ? "mine.yesKept" : `mine.aboutStatus.${status}`;
}
