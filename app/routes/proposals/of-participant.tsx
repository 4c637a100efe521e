import { data, type HeadersFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { ProposalRow } from "#app/components/proposals/proposal-row";
import { StepRefused } from "#app/components/proposals/step-refused";
import { Crumbs } from "#app/components/ui/crumbs";
import { LinkButton } from "#app/components/ui/link-button";
import { PageTitle } from "#app/components/ui/page-title";
import { notFound, page, submit, unwrap } from "#app/http/handler.server";
import { beginProposal } from "#app/services/matching/begin-proposal.server";
import { holdPlacement } from "#app/services/matching/hold-placement.server";
import { listSlotHolders } from "#app/services/matching/list-slot-holders.server";
import { moveProposal } from "#app/services/matching/move-proposal.server";
import { listParticipantProposals } from "#app/services/matching/read-proposals.server";

export const loader = page(["coordinator", "coach"], async ({ actor, params }) => {
  const reference = params.referens ?? "";
  return { reference, ...unwrap(await listParticipantProposals(actor, reference)) };
});

/** Takes the match page's choices: `intent` shortlist, hold, ask or withdraw, and `placementId`. */
export const action = submit(["coordinator"], async ({ actor, params, form }) => {
  const reference = params.referens ?? "";
  const placementId = Number(form.get("placementId"));
  if (!Number.isInteger(placementId) || placementId < 1 || placementId > 2_147_483_647) throw notFound();
  const taken = await choose(String(form.get("intent")), placementId);
  if (taken.ok) return redirect(`/forslag/${taken.proposalId}`, 303);
  if (taken.code === "not_found") throw notFound();
  const holders = taken.code === "slot_taken" ? await listSlotHolders(actor, placementId) : [];
  return data({ code: taken.code as string, holders }, 409);

  async function choose(intent: string, id: number) {
    if (intent === "hold") {
      const held = await holdPlacement(actor, { reference }, id);
      return held.ok ? { ok: true as const, proposalId: held.proposal.id } : held;
    }
    const begun = await beginProposal(actor, { reference }, id);
    if (!begun.ok || intent === "shortlist") return begun;
    const to = intent === "withdraw" ? "withdrawn" : "asked_participant";
    const moved = await moveProposal(actor, { proposalId: begun.proposalId, to });
    return moved.ok ? begun : moved;
  }
});

export const headers: HeadersFunction = ({ actionHeaders }) => actionHeaders;

/** The page's title, read by root. */
export const handle = { title: "proposals:ofParticipant.title" };

/** The proposals of one participant. */
export default function ProposalsOfParticipant() {
  const { reference, proposals } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const { t } = useTranslation("proposals");
  return (
    <>
      <Crumbs steps={[{ to: `/deltagare/${reference}`, text: reference }]} here={t("show.crumb")} />
      <PageTitle title={t("ofParticipant.title", { reference })}>
        <LinkButton to={`/deltagare/${reference}/matchning`} primary>
          {t("ofParticipant.match")}
        </LinkButton>
      </PageTitle>
      {refused ? <StepRefused code={refused.code} reference={reference} holders={refused.holders} /> : null}
      {proposals.length === 0 ? <p>{t("ofParticipant.none")}</p> : null}
      <ul className="pk-panel pk-sec">
        {proposals.map((proposal) => (
          <ProposalRow key={proposal.id} proposal={proposal} />
        ))}
      </ul>
    </>
  );
}
