import {
  type Agreement,
  type AgreementEvent,
  type AgreementVersion,
  shownVersion,
} from "#app/domain/agreements/agreement";
import type { Actor } from "#app/domain/identity/actor";
import { done, fail, type Outcome } from "#app/domain/outcome";
import { reachAgreement, recordOnAgreement } from "#app/services/agreements/reach-agreement.server";
import { withActor } from "#db/client.server";
import { listVersions } from "#db/queries/agreement-versions.server";
import { listAgreementEvents } from "#db/queries/agreements.server";

/** What is agreed, word for word, and how it came about. */
export type AgreementText = {
  agreement: Agreement;
  /** The text that counts, else the one on its way. */
  shown: AgreementVersion;
  events: AgreementEvent[];
};

/** The text of an agreement and its history, for staff. Errors: `not_found`. */
export function readText(actor: Actor, id: string): Promise<Outcome<AgreementText, "not_found">> {
  return withActor(actor, async (tx) => {
    const isStaff = actor.role === "coordinator" || actor.role === "coach";
    const agreement = await reachAgreement(tx, actor, id, "agreement.read", "read");
    if (!agreement || !isStaff) return fail("not_found");
    const [versions, events] = await Promise.all([
      listVersions(tx, id),
      listAgreementEvents(tx, id),
      recordOnAgreement(tx, actor, agreement, "agreement.read"),
    ]);
    if (versions.length === 0) return fail("not_found");
    return done({ agreement, shown: shownVersion(versions), events });
  });
}
