import { useLoaderData } from "@remix-run/react";
import { ProposalRow } from "#app/components/proposals/proposal-row";
import { LinkButton } from "#app/components/ui/link-button";
import { Note } from "#app/components/ui/note";
import { PageTitle } from "#app/components/ui/page-title";
import { useTexts } from "#app/components/ui/use-texts";
import { type ProposalStatus, waitingParties, waitsFor } from "#app/domain/matching/proposal-status";
import { page } from "#app/http/handler.server";
import { listOpenProposals } from "#app/services/matching/read-proposals.server";

export const loader = page(["coordinator", "coach"], async ({ actor }) => ({
  proposals: await listOpenProposals(actor),
}));

/** The page's title, read by root. */
export const handle = { title: "proposals:list.title" };

/** The open proposals, by whom they wait for. */
export default function Proposals() {
  const { proposals } = useLoaderData<typeof loader>();
  const { t } = useTexts("proposals");
  return (
    <>
      <PageTitle title={t("list.title")} lead={t("list.lead")} />
      {proposals.length === 0 ? (
        <Note tone="calm">
          <p>{t("list.none")}</p>
          <p>
            <LinkButton to="/deltagare">{t("list.toParticipants")}</LinkButton>
          </p>
        </Note>
      ) : null}
      {waitingParties.map((party) => {
        const rows = proposals.filter(({ status }) => waitsFor(status as ProposalStatus) === party);
        return rows.length === 0 ? null : (
          <section className="pk-panel pk-sec" key={party} aria-labelledby={party}>
            <div className="pk-sec__head">
              <h2 id={party}>
                {t(`list.waitingFor.${party}`)} <span>{rows.length}</span>
              </h2>
            </div>
            <ul>
              {rows.map((proposal) => (
                <ProposalRow key={proposal.id} proposal={proposal} />
              ))}
            </ul>
          </section>
        );
      })}
    </>
  );
}
