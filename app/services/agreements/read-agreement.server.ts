import {
  type Agreement,
  type AgreementEvent,
  type AgreementVersion,
  openVersion,
  type Signature,
  shownVersion,
  versionInForce,
} from "#app/domain/agreements/agreement";
import type { AgreementStep } from "#app/domain/agreements/agreement-status";
import { type Difference, differencesOf } from "#app/domain/agreements/differences";
import {
  missingSlots,
  openSlots,
  requiredSlots,
  type SignatureSlot,
  slotsOf,
} from "#app/domain/agreements/signatures";
import { type AgreementState, stateOf } from "#app/domain/agreements/state";
import { agreementStepsFrom } from "#app/domain/agreements/transitions";
import type { Actor } from "#app/domain/identity/actor";
import { done, fail, type Outcome } from "#app/domain/outcome";
import { today } from "#app/platform/clock.server";
import { reachAgreement, recordOnAgreement } from "#app/services/agreements/reach-agreement.server";
import { validOn } from "#app/services/agreements/sign-agreement.server";
import { type Tx, withActor } from "#db/client.server";
import { ownPersonIds } from "#db/queries/agreement-facts.server";
import { listSignatures } from "#db/queries/agreement-signatures.server";
import { listVersions } from "#db/queries/agreement-versions.server";
import { listAgreementEvents, listReached } from "#db/queries/agreements.server";

/** Everything that a page about one agreement shows to whoever asks. */
export type ReadAgreement = {
  agreement: Agreement;
  state: AgreementState;
  /** The text that counts, else the one on its way. */
  shown: AgreementVersion;
  /** The changed text that is out or being written; null when there is none, or when it is what is shown. */
  amendment: { version: AgreementVersion; differences: Difference[] } | null;
  versions: AgreementVersion[];
  signatures: Signature[];
  /** Places on the version that is out: still empty, and which of these the reader can sign now. */
  missing: SignatureSlot[];
  mine: SignatureSlot[];
  /** Places that are the reader's own but wait for the others first. */
  mineLater: SignatureSlot[];
  steps: AgreementStep[];
  /** Staff only. */
  events: AgreementEvent[];
  today: string;
};

/** One agreement, as the reader may see it. Errors: `not_found`. */
export function readAgreement(actor: Actor, id: string): Promise<Outcome<ReadAgreement, "not_found">> {
  return withActor(actor, async (tx) => {
    const agreement = await reachAgreement(tx, actor, id, "agreement.read", "read");
    if (!agreement) return fail("not_found");
    const read = await readIn(tx, actor, agreement);
    if (!read) return fail("not_found");
    await recordOnAgreement(tx, actor, agreement, "agreement.read");
    return done(read);
  });
}

/** A participant's or employer's own agreements, the newest first. */
export function listOwnAgreements(actor: Actor): Promise<ReadAgreement[]> {
  return withActor(actor, async (tx) => {
    if (!["participant", "employer", "case_worker"].includes(actor.role)) return [];
    const read: ReadAgreement[] = [];
    for (const agreement of (await listReached(tx)).slice(0, 20)) {
      const one = await readIn(tx, actor, agreement);
      if (one) read.push(one);
    }
    return read;
  });
}

async function readIn(tx: Tx, actor: Actor, agreement: Agreement): Promise<ReadAgreement | null> {
  const versions = await listVersions(tx, agreement.id);
  if (versions.length === 0) return null;
  const shown = shownVersion(versions);
  const open = openVersion(versions);
  const inForce = versionInForce(versions);
  const signatures = await listSignatures(tx, agreement.id);
  const out = open?.hash ? open : null;
  const required = out ? requiredSlots(out.content, out.changed) : [];
  const signed = out ? validOn(signatures, out.number).map(({ slot }) => slot) : [];
  const personIds = actor.role === "employer" ? await ownPersonIds(tx) : [];
  const own = out
    ? slotsOf(out.content, required, { role: actor.role, userId: actor.userId, personIds }).filter(
        (slot) => !signed.includes(slot),
      )
    : [];
  const now = openSlots(required, signed);
  const missing = missingSlots(required, signed);
  const day = today();
  const isStaff = actor.role === "coordinator" || actor.role === "coach";
  return {
    agreement,
    state: stateOf({ ...agreement, missing }, day),
    shown,
    amendment:
      open && inForce
        ? { version: open, differences: open.hash ? differencesOf(inForce.content, open.content) : [] }
        : null,
    versions,
    signatures,
    missing,
    mine: own.filter((slot) => now.includes(slot)),
    mineLater: own.filter((slot) => !now.includes(slot)),
    steps: agreementStepsFrom(agreement.status, actor.role),
    events: isStaff ? await listAgreementEvents(tx, agreement.id) : [],
    today: day,
  };
}
