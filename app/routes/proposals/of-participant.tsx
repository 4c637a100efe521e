import { data, type HeadersFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { ProposalRow } from "#app/components/proposals/proposal-row";
import { StepRefused } from "#app/components/proposals/step-refused";
import { Crumbs } from "#app/components/ui/crumbs";
import { LinkButton } from "#app/components/ui/link-button";
import { PageTitle } from "#app/components/ui/page-title";
import { useTexts } from "#app/components/ui/use-texts";
import type { Actor } from "#app/domain/identity/actor";
import { plannedStart } from "#app/domain/matching/match-window";
import { done, type Outcome } from "#app/domain/outcome";
import { notFound, page, submit, unwrap } from "#app/http/handler.server";
import { today } from "#app/platform/clock.server";
import { type BeginCode, beginProposal } from "#app/services/matching/begin-proposal.server";
import { askAbout, holdPlacement } from "#app/services/matching/hold-placement.server";
import { listSlotHolders } from "#app/services/matching/list-slot-holders.server";
import type { MoveCode } from "#app/services/matching/move-proposal.server";
import { listParticipantProposals } from "#app/services/matching/read-proposals.server";
import { withdrawOpen } from "#app/services/matching/withdraw-open.server";

export const loader = page(["coordinator", "coach"], async ({ actor, params }) => {
  const reference = params.referens ?? "";
  return { reference, ...unwrap(await listParticipantProposals(actor, reference)) };
});

/** Takes the match page's choices: `intent` shortlist, hold, ask or withdraw, `placementId`, and `fran`, a later start. */
export const action = submit(["coordinator"], async ({ actor, params, form }) => {
  const reference = params.referens ?? "";
  const placementId = Number(form.get("placementId"));
  if (!Number.isInteger(placementId) || placementId < 1 || placementId > 2_147_483_647) throw notFound();
  const intent = String(form.get("intent"));
  if (!Object.hasOwn(choices, intent)) throw notFound();
  const startsOn = plannedStart(String(form.get("fran") ?? ""), today());
  const taken = await choices[intent as keyof typeof choices](actor, reference, placementId, startsOn);
  if (taken.ok) {
    const to = taken.proposalId
      ? `/forslag/${taken.proposalId}`
      : `/deltagare/${encodeURIComponent(reference)}/forslag`;
    return redirect(to, 303);
  }
  if (taken.code === "not_found") throw notFound();
  const holders = taken.code === "slot_taken" ? await listSlotHolders(actor, placementId) : [];
  return data({ code: taken.code as string, holders }, 409);
});

type Choice = (
  actor: Actor,
  reference: string,
  placementId: number,
  startsOn: string | null,
) => Promise<Outcome<{ proposalId: string | null }, BeginCode | MoveCode>>;

const choices: Record<"shortlist" | "hold" | "ask" | "withdraw", Choice> = {
  shortlist: (actor, reference, placementId) => beginProposal(actor, { reference }, placementId),
  async hold(actor, reference, placementId, startsOn) {
    const held = await holdPlacement(actor, { reference }, placementId, startsOn);
    return held.ok ? done({ proposalId: held.proposal.id }) : held;
  },
  async ask(actor, reference, placementId, startsOn) {
    const asked = await askAbout(actor, { reference }, placementId, startsOn);
    return asked.ok ? done({ proposalId: asked.proposal.id }) : asked;
  },
  withdraw: withdrawOpen,
};

export const headers: HeadersFunction = ({ actionHeaders }) => actionHeaders;

/** The page's title, read by root. */
export const handle = { title: "proposals:ofParticipant.title" };

/** The proposals of one participant. */
export default function ProposalsOfParticipant() {
  const { reference, proposals } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const { t } = useTexts("proposals");
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
