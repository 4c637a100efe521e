import type { AgreementRow } from "#app/domain/agreements/agreement";
import {
  type AgreementStatus,
  agreementStatuses,
  hasEnded,
  openStatuses,
} from "#app/domain/agreements/agreement-status";
import { canAgreement } from "#app/domain/agreements/policy";
import { type AgreementState, stateOf } from "#app/domain/agreements/state";
import type { Actor } from "#app/domain/identity/actor";
import { done, fail, type Outcome } from "#app/domain/outcome";
import { today } from "#app/platform/clock.server";
import { withActor } from "#db/client.server";
import { listAgreements } from "#db/queries/agreement-list.server";
import { recordDenied, recordEvent } from "#db/queries/audit.server";

const most = 300;

/** What can be asked for: what is open, or what has ended. */
export type Shown = "open" | "ended";
export type ListedAgreement = AgreementRow & { state: AgreementState };

/** The association's agreements with what is said of each today. Errors: `not_found`. */
export function listAgreementsOf(
  actor: Actor,
  shown: Shown,
): Promise<Outcome<{ rows: ListedAgreement[]; hidden: number }, "not_found">> {
  return withActor(actor, async (tx) => {
    if (!canAgreement(actor, "agreement.list")) {
      await recordDenied(tx, actor, "agreement.list", "");
      return fail("not_found");
    }
    const statuses: readonly AgreementStatus[] =
      shown === "open" ? openStatuses : agreementStatuses.filter(hasEnded);
    const { rows, hidden } = await listAgreements(tx, statuses, most);
    await recordEvent(tx, actor, {
      action: "participant.listed",
      associationId: actor.associationId,
      participantId: null,
      details: { rows: rows.length },
    });
    const day = today();
    return done({ rows: rows.map((row) => ({ ...row, state: stateOf(row, day) })), hidden });
  });
}
