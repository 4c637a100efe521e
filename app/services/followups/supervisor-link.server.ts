import type { Agreement } from "#app/domain/agreements/agreement";
import type { AgreementStatus } from "#app/domain/agreements/agreement-status";
import { supervisorReach } from "#app/domain/followups/week-link";
import { type Actor, publicActor } from "#app/domain/identity/actor";
import { done, fail, type Outcome } from "#app/domain/outcome";
import { type AgreementPlan, planOf } from "#app/services/followups/plan-facts.server";
import type { Tx } from "#db/client.server";
import type { SupervisorLink } from "#db/queries/supervisors.server";

/** Why a link opens nothing: it never was, it is too old, or nobody of it is the supervisor's any more. */
export type SupervisorLinkProblem = "link_unknown" | "link_expired" | "link_over";
export type Target = { agreement: Agreement; plan: AgreementPlan };

/**
 * A link that works, with the agreements of it that are still this supervisor's, by number; each as `find` gives it, and
 * locked in the same order by everybody.
 */
export async function openSupervisorLink<Link extends SupervisorLink>(
  tx: Tx,
  link: Link | null,
  statuses: readonly AgreementStatus[],
  find: (tx: Tx, id: string) => Promise<Agreement | null>,
): Promise<Outcome<{ link: Link; targets: Target[] }, SupervisorLinkProblem>> {
  if (!link) return fail("link_unknown");
  if (link.isExpired) return fail("link_expired");
  const targets: Target[] = [];
  for (const id of [...link.agreementIds].sort()) {
    const agreement = await find(tx, id);
    if (!agreement || !statuses.includes(agreement.status)) continue;
    if (supervisorReach(agreement.contacts)?.address !== link.address) continue;
    const plan = await planOf(tx, agreement);
    if (plan) targets.push({ agreement, plan });
  }
  if (targets.length === 0) return fail("link_over");
  return done({ link, targets: targets.sort((a, b) => (a.agreement.number < b.agreement.number ? -1 : 1)) });
}

/** Whoever holds the link, as the trail and the page name them. */
export function supervisorOf({ supervisorName, associationId, employerId }: SupervisorLink): Actor {
  return { ...publicActor, role: "employer", name: supervisorName, associationId, employerId };
}
