import { Form } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import type { Proposal } from "#app/domain/matching/proposal";
import { openStatuses } from "#app/domain/matching/proposal-status";

/** The participant's own proposals, each with what happens now in plain words, and a way out without blame. */
export function MyProposals({ title, proposals }: { title: string; proposals: Proposal[] }) {
  const { t } = useTranslation("proposals");
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
            <p>{t(`mine.aboutStatus.${proposal.status}`)}</p>
            {openStatuses.includes(proposal.status) ? (
              <Form method="post" action="/min-sida/forslag">
                <input type="hidden" name="proposalId" value={proposal.id} />
                <button
                  className="ds-button"
                  data-variant="tertiary"
                  type="submit"
                  name="intent"
                  value="withdraw"
                >
                  {t("mine.withdraw")}
                </button>
              </Form>
            ) : null}
          </li>
        ))}
      </ul>
    </section>
  );
}
