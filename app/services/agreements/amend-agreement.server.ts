import {
  type Agreement,
  type AgreementVersion,
  openVersion,
  versionInForce,
} from "#app/domain/agreements/agreement";
import type { AgreementContent } from "#app/domain/agreements/content";
import type { AgreementDraft } from "#app/domain/agreements/draft";
import { decideAgreement, type GuardCode } from "#app/domain/agreements/transitions";
import type { Actor } from "#app/domain/identity/actor";
import { done, fail, type Outcome } from "#app/domain/outcome";
import { today } from "#app/platform/clock.server";
import { namedBy, reachAgreement, recordOnAgreement } from "#app/services/agreements/reach-agreement.server";
import { type Tx, withActor } from "#db/client.server";
import { insertDraft, listVersions, turnVersion } from "#db/queries/agreement-versions.server";
import { addAgreementEvent } from "#db/queries/agreements.server";

export type AmendCode = "not_found" | "not_allowed" | "wrong_status" | GuardCode;

/** Begins a changed text; the one in force counts until the new one is signed. Errors: `not_found`, `amendment_open`, … */
export function beginAmendment(actor: Actor, id: string): Promise<Outcome<{ number: number }, AmendCode>> {
  return withActor(actor, async (tx) => {
    const agreement = await reachAgreement(tx, actor, id, "agreement.amend", "change");
    if (!agreement) return fail("not_found");
    return beginIn(tx, actor, agreement, await listVersions(tx, id), (content) => content);
  });
}

/** The same inside a transaction, with the agreement locked. `write` makes the draft of the text in force. */
export async function beginIn(
  tx: Tx,
  actor: Actor,
  agreement: Agreement,
  versions: readonly AgreementVersion[],
  write: (content: AgreementContent) => AgreementDraft,
): Promise<Outcome<{ number: number }, Exclude<AmendCode, "not_found">>> {
  const decision = decideAgreement(agreement.status, "amended", {
    role: actor.role,
    today: today(),
    hasOpenAmendment: openVersion(versions) !== null,
  });
  if (!decision.ok) return decision;
  const { content } = versionInForce(versions)!;
  const number = versions.at(-1)!.number + 1;
  const amendment =
    Math.max(...versions.filter(({ status }) => status === "agreed").map((one) => one.amendment)) + 1;
  await insertDraft(tx, agreement, { number, amendment, content: write(content), byName: actor.name });
  const by = namedBy(actor, agreement.reference ?? "");
  await addAgreementEvent(tx, agreement, { version: number, what: "amended", ...by });
  await recordOnAgreement(tx, actor, agreement, "agreement.amended", { version: number });
  return done({ number });
}

/** Throws a changed text away that nobody has been asked to sign. Errors: `not_found`, `wrong_status`. */
export function dropAmendment(
  actor: Actor,
  id: string,
): Promise<Outcome<object, "not_found" | "wrong_status">> {
  return withActor(actor, async (tx) => {
    const agreement = await reachAgreement(tx, actor, id, "agreement.amend", "change");
    if (!agreement) return fail("not_found");
    const open = openVersion(await listVersions(tx, id));
    if (open?.status !== "draft" || open.amendment === 0) return fail("wrong_status");
    await turnVersion(tx, agreement, open.number, "dropped");
    const by = namedBy(actor, agreement.reference ?? "");
    await addAgreementEvent(tx, agreement, { version: open.number, what: "dropped", ...by });
    await recordOnAgreement(tx, actor, agreement, "agreement.amended", {
      version: open.number,
      dropped: true,
    });
    return done({});
  });
}
