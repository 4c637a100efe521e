import type { Actor } from "#app/domain/identity/actor";
import { done, fail, type Outcome } from "#app/domain/outcome";
import { canCase } from "#app/domain/profiles/referral-policy";
import { type Tx, withActor } from "#db/client.server";
import { listAgencies, listMunicipalities } from "#db/queries/agencies.server";
import { listOwnCases } from "#db/queries/own-cases.server";

/** What the form of a referral offers in its lists. */
export type ReferralOptions = {
  /** Agencies that can take part: all but the sender's own. */
  agencies: { id: number; name: string }[];
  municipalities: { code: string; name: string }[];
  /** Codes of the case worker's own cases: somebody can be referred again. */
  ownCases: string[];
};

/** What the empty form offers a case worker or a participant. Errors: `forbidden`. */
export function prepareReferral(actor: Actor): Promise<Outcome<{ options: ReferralOptions }, "forbidden">> {
  return withActor(actor, async (tx) => {
    if (!canCase(actor, "referral.send") && !canCase(actor, "referral.interest")) return fail("forbidden");
    return done({ options: await referralOptions(tx, actor) });
  });
}

/** The choices inside a transaction that has already asked the policy. */
export async function referralOptions(tx: Tx, actor: Actor): Promise<ReferralOptions> {
  const agencies = await listAgencies(tx);
  const isCaseWorker = actor.role === "case_worker" && actor.userId !== null;
  const own = isCaseWorker ? await listOwnCases(tx, actor.userId ?? "") : [];
  return {
    agencies: agencies.filter(({ id }) => id !== actor.agencyId),
    municipalities: await listMunicipalities(tx, actor.associationId ?? 0),
    ownCases: own.map(({ reference }) => reference),
  };
}
