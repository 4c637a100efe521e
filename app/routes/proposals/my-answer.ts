import { notFound, redirectWith, submit, unwrap } from "#app/http/handler.server";
import { beginProposal } from "#app/services/matching/begin-proposal.server";
import { moveProposal } from "#app/services/matching/move-proposal.server";

const steps = { yes: "participant_yes", no: "participant_no", withdraw: "withdrawn" } as const;

/** Takes the participant's own word: `intent` interested with `placementId`; yes, no or withdraw with `proposalId`. */
export const action = submit(["participant"], async ({ actor, form }) => {
  const intent = String(form.get("intent"));
  if (intent === "interested") {
    const placementId = Number(form.get("placementId"));
    if (!Number.isInteger(placementId) || placementId < 1 || placementId > 2_147_483_647) throw notFound();
    const begun = await beginProposal(actor, "oneself", placementId);
    if (!begun.ok && begun.code === "has_left") return redirectWith("/min-sida", "has_left");
    unwrap(begun);
    return redirectWith("/min-sida", "interested");
  }
  const proposalId = String(form.get("proposalId"));
  if (!Object.hasOwn(steps, intent)) throw notFound();
  const reason = intent === "no" ? String(form.get("reason") ?? "") : null;
  const { proposal } = unwrap(
    await moveProposal(actor, { proposalId, to: steps[intent as keyof typeof steps], reason }),
  );
  if (intent === "yes") return redirectWith("/min-sida", proposal.consentMissing ? "yes_kept" : "said_yes");
  return redirectWith("/min-sida", intent === "no" ? "said_no" : "ended_by_you");
});
