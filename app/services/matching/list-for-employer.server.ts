import type { Actor } from "#app/domain/identity/actor";
import { type EmployerView, employerView } from "#app/domain/matching/employer-view";
import { canPropose } from "#app/domain/matching/policy";
import { done, fail, type Outcome } from "#app/domain/outcome";
import { withActor } from "#db/client.server";
import { recordDenied, recordEvent } from "#db/queries/audit.server";
import { listToldNames } from "#db/queries/disclosures.server";
import { disclosedName, findProposal, listOfEmployer } from "#db/queries/proposals.server";

/** What has been presented to the actor's employer, as it may see it. One audit event for the list. */
export function listForEmployer(actor: Actor): Promise<EmployerView[]> {
  return withActor(actor, async (tx) => {
    if (!canPropose(actor, "proposal.read_presented") || actor.employerId === null) {
      await recordDenied(tx, actor, "proposal.read_presented", "list");
      return [];
    }
    const proposals = await listOfEmployer(tx, actor.employerId);
    const names = await listToldNames(tx, actor.employerId);
    await recordEvent(tx, actor, {
      action: "proposal.read",
      associationId: null,
      participantId: null,
      subject: "list",
      details: { count: proposals.length, employer: actor.employerId },
    });
    return proposals.map((proposal) => employerView(proposal, names.get(proposal.id) ?? null));
  });
}

/** One of them. Errors: `not_found`. */
export function readForEmployer(
  actor: Actor,
  id: string,
): Promise<Outcome<{ view: EmployerView }, "not_found">> {
  return withActor(actor, async (tx) => {
    const proposal = canPropose(actor, "proposal.read_presented") ? await findProposal(tx, id) : null;
    if (!proposal || !canPropose(actor, "proposal.read_presented", proposal)) {
      await recordDenied(tx, actor, "proposal.read_presented", id);
      return fail("not_found");
    }
    await recordEvent(tx, actor, {
      action: "proposal.read",
      associationId: proposal.associationId,
      participantId: proposal.participantId,
      subject: proposal.id,
    });
    return done({ view: employerView(proposal, await disclosedName(tx, proposal.id)) });
  });
}
