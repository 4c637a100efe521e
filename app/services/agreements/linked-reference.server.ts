import type { SupervisorReference } from "#app/domain/agreements/supervisor-reference";
import { systemActor } from "#app/domain/identity/actor";
import { done, fail, type Outcome } from "#app/domain/outcome";
import {
  type ClosingLinkProblem,
  holderOf,
  openClosingLink,
} from "#app/services/agreements/closing-links.server";
import { recordOnAgreement } from "#app/services/agreements/reach-agreement.server";
import { withActor } from "#db/client.server";
import { listVersions } from "#db/queries/agreement-versions.server";
import { lockAgreement } from "#db/queries/agreements.server";
import { findToldName } from "#db/queries/attendance-links.server";
import { addReference, findReference } from "#db/queries/supervisor-references.server";

/** What a supervisor's link shows: whom it is about, and what was said already. */
export type LinkedReference = {
  supervisor: string;
  /** The name that the employer was told, else the code. */
  who: string;
  title: string;
  said: SupervisorReference | null;
};

/** What a link asks. Looking changes nothing but the trail. Errors: `ClosingLinkProblem`. */
export function readLinkedReference(
  token: string,
): Promise<Outcome<{ linked: LinkedReference }, ClosingLinkProblem>> {
  return withActor(systemActor, async (tx) => {
    const opened = await openClosingLink(tx, "reference", token);
    if (!opened.ok) return opened;
    const { link, agreement } = opened;
    const content = (await listVersions(tx, agreement.id)).findLast(
      ({ status }) => status === "agreed",
    )?.content;
    const holder = holderOf(agreement, "employer", link.sentToName);
    await recordOnAgreement(tx, holder, agreement, "agreement.read", { as: "reference_link" });
    return done({
      linked: {
        supervisor: link.sentToName,
        who: (await findToldName(tx, agreement.id)) ?? content?.parties.participant.reference ?? "",
        title: content?.title ?? agreement.placementTitle,
        said: await findReference(tx, agreement.id),
      },
    });
  });
}

/**
 * Keeps what the supervisor says. Said once it stays: the same again changes nothing. Errors: `ClosingLinkProblem`,
 * `said_already` (something else).
 */
export function giveReference(
  token: string,
  said: Omit<SupervisorReference, "supervisorName">,
): Promise<Outcome<object, ClosingLinkProblem | "said_already">> {
  return withActor(systemActor, async (tx) => {
    const opened = await openClosingLink(tx, "reference", token, lockAgreement);
    if (!opened.ok) return opened;
    const { link, agreement } = opened;
    const added = await addReference(tx, agreement, { ...said, supervisorName: link.sentToName });
    const holder = holderOf(agreement, "employer", link.sentToName);
    if (!added) {
      const before = await findReference(tx, agreement.id);
      const isSame = (Object.keys(said) as (keyof typeof said)[]).every((key) => before?.[key] === said[key]);
      return isSame ? done() : fail("said_already");
    }
    await recordOnAgreement(tx, holder, agreement, "reference.given", { recommends: said.recommends });
    return done();
  });
}
