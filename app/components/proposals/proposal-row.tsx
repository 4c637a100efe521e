import { Link } from "@remix-run/react";
import { ProposalState } from "#app/components/proposals/proposal-state";
import { State } from "#app/components/ui/state";
import { useTexts } from "#app/components/ui/use-texts";
import type { Proposal } from "#app/domain/matching/proposal";
import { formatDay } from "#app/i18n/format";

/** One proposal in a list: who (a code), which placement, where it stands. */
export function ProposalRow({ proposal }: { proposal: Proposal }) {
  const { t, i18n } = useTexts("proposals");
  return (
    <li className="pk-todo">
      <p className="pk-todo__who">
        <Link to={`/forslag/${proposal.id}`}>
          {proposal.reference}: {proposal.title}
        </Link>
      </p>
      <p className="pk-todo__why">
        {proposal.employerName}, {proposal.locality}.{" "}
        {proposal.holdUntil
          ? t("show.heldUntil", { date: formatDay(i18n.language, proposal.holdUntil) })
          : null}
      </p>
      <p>
        <ProposalState status={proposal.status} />
        {proposal.consentMissing ? (
          <>
            {" "}
            <State tone="warn">{t("list.consentMissing")}</State>
          </>
        ) : null}
      </p>
    </li>
  );
}
