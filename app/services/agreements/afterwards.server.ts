import type { Agreement } from "#app/domain/agreements/agreement";
import type { CertificateVersion, CertificateWords } from "#app/domain/agreements/certificate";
import type { Closing } from "#app/domain/agreements/closing";
import { nextLinkAt } from "#app/domain/agreements/signing-link";
import type { SupervisorReference } from "#app/domain/agreements/supervisor-reference";
import type { Checkup } from "#app/domain/followups/checkup";
import { supervisorReach } from "#app/domain/followups/week-link";
import type { Actor } from "#app/domain/identity/actor";
import { done, type Failure, fail, type Outcome } from "#app/domain/outcome";
import { now } from "#app/platform/clock.server";
import { certificateFacts } from "#app/services/agreements/certificate.server";
import { orderClosingLink } from "#app/services/agreements/closing-links.server";
import { reachAgreement, recordOnAgreement } from "#app/services/agreements/reach-agreement.server";
import { planOf } from "#app/services/followups/plan-facts.server";
import { withActor } from "#db/client.server";
import { findClosing } from "#db/queries/agreement-closings.server";
import { listCertificates, participantSignsIn } from "#db/queries/certificates.server";
import { listCheckups } from "#db/queries/checkups.server";
import { findLastClosingLink } from "#db/queries/closing-links.server";
import { findLessons, type SavedLessons } from "#db/queries/employer-lessons.server";
import { findReference } from "#db/queries/supervisor-references.server";

/** Everything that staff do when an agreement has ended. Times are ISO strings. */
export type Afterwards = {
  agreement: Pick<Agreement, "id" | "number" | "status" | "agencyId" | "participantName">;
  reference: string;
  title: string;
  closing: Closing | null;
  certificates: CertificateVersion[];
  /** What the first text can begin with; adaptations as their codes, for the page has the words. */
  proposed: Pick<CertificateWords, "tasks"> & { adaptations: { list: string[]; words: string } };
  facts: { hours: number | null; weeks: number; startsOn: string; endsOn: string };
  signsIn: boolean;
  supervisor: {
    name: string;
    address: string | null;
    askedAt: string | null;
    waitUntil: string | null;
    said: SupervisorReference | null;
  };
  checkups: Checkup[];
  lessons: SavedLessons | null;
};

/** What is there after an agreement has ended, for staff. Errors: `not_found` (also while it goes on). */
export function readAfterwards(
  actor: Actor,
  id: string,
): Promise<Outcome<{ after: Afterwards }, "not_found">> {
  return withActor(actor, async (tx) => {
    const agreement = await reachAgreement(tx, actor, id, "agreement.afterwards", "read");
    const plan = agreement && (await planOf(tx, agreement));
    if (!agreement || !plan || !hasEnded(agreement)) return fail("not_found");
    const { content } = plan;
    const facts = await certificateFacts(tx, actor, agreement, plan);
    const last = await findLastClosingLink(tx, id, "reference");
    await recordOnAgreement(tx, actor, agreement, "agreement.read", { as: "afterwards" });
    const { number, status, agencyId, participantName } = agreement;
    return done({
      after: {
        agreement: { id, number, status, agencyId, participantName },
        reference: content.parties.participant.reference,
        title: content.title,
        closing: await findClosing(tx, id),
        certificates: await listCertificates(tx, id),
        proposed: { tasks: content.tasks.words, adaptations: content.adaptations },
        facts: { hours: facts.hours, weeks: facts.weeks, ...facts.period },
        signsIn: await participantSignsIn(tx, agreement.participantId),
        supervisor: {
          name: content.supervisor.name,
          address: supervisorReach(agreement.contacts)?.address ?? null,
          askedAt: last?.askedAt ?? null,
          waitUntil: nextLinkAt(last?.askedAt ?? null, now())?.toISOString() ?? null,
          said: await findReference(tx, id),
        },
        checkups: await listCheckups(tx, id),
        lessons: await findLessons(tx, id),
      },
    });
  });
}

export type AskReferenceCode = "not_found" | "not_ended" | "no_address" | "already_said";
export type TooSoon = Failure<"too_soon"> & { until: string };

/**
 * Asks the supervisor for a few words, by mail or text message. Errors: `not_found`, `not_ended`, `no_address`,
 * `already_said`, `too_soon` with when.
 */
export function askForReference(
  actor: Actor,
  id: string,
): Promise<Outcome<{ address: string }, AskReferenceCode> | TooSoon> {
  return withActor(actor, async (tx) => {
    const agreement = await reachAgreement(tx, actor, id, "agreement.afterwards", "change");
    const plan = agreement && (await planOf(tx, agreement));
    if (!agreement || !plan) return fail("not_found");
    if (!hasEnded(agreement)) return fail("not_ended");
    if (await findReference(tx, id)) return fail("already_said");
    const reach = supervisorReach(agreement.contacts);
    if (!reach) return fail("no_address");
    const last = await findLastClosingLink(tx, id, "reference");
    const until = nextLinkAt(last?.askedAt ?? null, now());
    if (until) return { ...fail("too_soon"), until: until.toISOString() };
    await orderClosingLink(tx, agreement, {
      purpose: "reference",
      sentToName: plan.content.supervisor.name,
      ...reach,
      byName: actor.name,
    });
    await recordOnAgreement(tx, actor, agreement, "reference.asked");
    return done({ address: reach.address });
  });
}

/** Whether it was lived and is over: what was cancelled before it began has nothing after it. */
function hasEnded({ status }: Pick<Agreement, "status">): boolean {
  return status === "closed" || status === "ended_early";
}
